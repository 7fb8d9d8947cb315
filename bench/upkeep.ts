/** What marks cost the page itself: removing nodes, and the frame after an edit. */
import { type Bench, pause } from './bench.ts';
import { lexiconOf } from './lexicons.ts';
import { makePage } from './pages.ts';
import { median } from './statistics.ts';

export interface Upkeep {
  /** ms, with marks and without. */
  readonly removal: readonly [marked: number, plain: number];
  readonly edit: readonly [marked: number, plain: number];
  readonly marks: number;
}

const REMOVAL = `(() => {
  const nodes = [...document.querySelectorAll('p')].slice(-1000);
  const start = performance.now();
  for (const node of nodes) node.remove();
  return performance.now() - start;
})()`;

const EDIT = `(async () => {
  const node = document.querySelector('p').firstChild;
  const times = [];
  for (let round = 0; round < 25; round++) {
    await new Promise((done) => setTimeout(done, 130));
    await new Promise(requestAnimationFrame);
    const start = performance.now();
    node.data = (round % 2 ? 'A' : 'B') + node.data.slice(1);
    document.body.offsetHeight;
    await new Promise((done) => requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = done;
      channel.port2.postMessage(0);
    }));
    times.push(performance.now() - start);
  }
  return times;
})()`;

export async function measureUpkeep(bench: Bench): Promise<Upkeep> {
  await bench.putLexicon(100_000);
  const names = lexiconOf(100_000).entries.map(({ text }) => text);
  const html = makePage(1_400_000, names);
  const marked = bench.server.serve('/marked', html);
  const plain = bench.server.serve('/plain', html.replace('<html', '<html translate="no"'));
  const removals: [number[], number[]] = [[], []];
  const edits: [number[], number[]] = [[], []];
  let marks = 0;
  for (let round = 0; round < (bench.isQuick ? 2 : 5); round++) {
    for (const [which, url] of [marked, plain].entries()) {
      const { page } = await bench.open();
      await page.goto(url);
      await pause(3500);
      if (which === 0) {
        marks = (await page.evaluate(`CSS.highlights.get('glosslight')?.size ?? 0`)) as number;
      }
      edits[which as 0 | 1].push(median((await page.evaluate(EDIT)) as number[]));
      removals[which as 0 | 1].push((await page.evaluate(REMOVAL)) as number);
      await page.close();
    }
  }
  return {
    removal: [median(removals[0]), median(removals[1])],
    edit: [median(edits[0]), median(edits[1])],
    marks,
  };
}
