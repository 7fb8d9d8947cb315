/** The price of being there: frames with nothing of interest, and memory. */
import { type Bench, pause, startBench, withScript } from './bench.ts';
import { lexiconOf } from './lexicons.ts';
import { makePage } from './pages.ts';
import { median } from './statistics.ts';
import { costOf, trace } from './trace.ts';

export interface FrameCost {
  readonly name: string;
  /** ms a frame. */
  readonly ms: number;
  /** KB a frame over an empty content script. */
  readonly heap: number;
}

const FRAMES = 40;

/** Starts the browser with a content script that does nothing. */
export function startEmpty(): Promise<Bench> {
  return withScript('void 0;', () => startBench(true));
}

async function measurePage(bench: Bench, url: string, wait: number) {
  const { page, client } = await bench.open();
  const events = await trace(page, async () => {
    await page.goto(url);
    await pause(wait);
  });
  await client.send('HeapProfiler.enable');
  await client.send('HeapProfiler.collectGarbage');
  await client.send('HeapProfiler.collectGarbage');
  const { usedSize } = await client.send('Runtime.getHeapUsage');
  await page.close();
  return { ms: costOf(events).total, heap: usedSize / 1024 };
}

/** @returns medians of KB over the empty script, and of ms. */
export async function compareHeap(
  bench: Bench,
  empty: Bench,
  html: string,
  frames: number,
  rounds: number,
): Promise<{ ms: number; heap: number }> {
  const path = `/heap-${html.length}`;
  const wait = 1200 + html.length / 1500;
  const runs = { ms: [] as number[], heap: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    const ours = await measurePage(bench, bench.server.serve(path, html), wait);
    const none = await measurePage(empty, empty.server.serve(path, html), wait);
    runs.ms.push((ours.ms - none.ms) / frames);
    runs.heap.push((ours.heap - none.heap) / frames);
  }
  return { ms: median(runs.ms), heap: median(runs.heap) };
}

export async function measureFrames(bench: Bench, empty: Bench): Promise<FrameCost[]> {
  const frameOf = (body: string) =>
    `<iframe srcdoc="${body.replaceAll('"', '&quot;')}" width="600" height="400"></iframe>`;
  const page = (body: string) =>
    `<!doctype html><title>Frames</title><body>${frameOf(body).repeat(FRAMES)}</body>`;
  const rounds = bench.isQuick ? 2 : 4;
  const kinds: [string, string, number][] = [
    ['without text', page('<script>0</script>'), 300],
    ['with text and no term', page(`<p>${'nothing of note here '.repeat(40)}</p>`), 300],
    ['with text and no term, 100,000 aliases', page('<p>nothing of note here</p>'), 100_000],
    ['with a term', page(`<p>${lexiconOf(1).entries[0]?.text}, said the page.</p>`), 300],
  ];
  const costs: FrameCost[] = [];
  for (const [name, html, aliases] of kinds) {
    await bench.putLexicon(aliases);
    const { ms, heap } = await compareHeap(bench, empty, html, FRAMES + 1, rounds);
    costs.push({ name, ms, heap });
  }
  return costs;
}

/** @returns KB over an empty content script on a page of its own, by aliases. */
export async function measureHeap(bench: Bench, empty: Bench, bytes: number, aliases: number) {
  await bench.putLexicon(aliases);
  const names = lexiconOf(100_000).entries.map(({ text }) => text);
  return (await compareHeap(bench, empty, makePage(bytes, names), 1, bench.isQuick ? 1 : 2)).heap;
}
