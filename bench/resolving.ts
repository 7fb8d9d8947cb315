/**
 * What telling senses apart costs beside finding the mentions, in one run on the same pages: saved
 * ones repeated to 1 MB where there are any, and a made one.
 */
import { fileURLToPath } from 'node:url';
import type { CDPSession } from 'puppeteer-core';
import { checkDataset } from '../data/lint/check-dataset.ts';
import { bundleFile } from '../e2e/bundle.ts';
import { compileSenses } from '../glossary/compile-senses.ts';
import { buildLexicon, encodeLexicon, type Lexicon } from '../glossary/lexicon.ts';
import type { Bench } from './bench.ts';
import { lexiconOf } from './lexicons.ts';
import { type BenchPage, makePage, realPages } from './pages.ts';
import type { ResolvingCounts, ResolvingInput } from './resolving-page.ts';
import { median } from './statistics.ts';

export interface ResolvingRow {
  readonly page: string;
  /** Mentions found, those whose form has several senses, and of these the ones marked. */
  readonly mentions: number;
  readonly ambiguous: number;
  readonly resolved: number;
  /**
   * Median ms of a pass over warm code: walk and match, then resolving; records are always fresh. Each
   * with the collection of what it left behind, so that neither pays for the other's.
   */
  readonly finding: number;
  readonly resolving: number;
  /** Median of the passes' ratios: a machine that slows down slows both. */
  readonly ratio: number;
  /** Medians of the first pass in a fresh world, everything cold. */
  readonly coldFinding: number;
  readonly coldResolving: number;
  readonly coldRatio: number;
}

const SIZE = 1_000_000;
/** Passes until the code is compiled: the first is reported by itself, the others are left out. */
const WARM_UP = 12;
const PASSES = 24;
/**
 * Young objects only: what a step leaves is young, and all that is old would cost both the same. Twice,
 * for an object is copied at the first collection that it outlives and filed away at the second.
 */
const COLLECT = 'gc({ type: "minor" }); gc({ type: "minor" }); 0';
const root = fileURLToPath(new URL('..', import.meta.url));

/** Measures every page in so many fresh worlds, each of a fresh renderer. */
export async function measureResolving(bench: Bench): Promise<ResolvingRow[]> {
  const { packs } = checkDataset(root);
  const lexicon = buildLexicon(packs);
  const records = compileSenses(packs);
  const code = await bundleFile(new URL('resolving-page.ts', import.meta.url));
  const input: ResolvingInput = { lexicon: encodeLexicon(lexicon), records };
  const source = `${code}; globalThis.steps = createSteps(${JSON.stringify(input)}); 0`;
  const pages: BenchPage[] = [
    { name: 'made', html: makePage(SIZE, namesOf(lexicon)) },
    ...realPages(bench.isQuick ? 6 : 100).map(({ name, html }) => ({ name, html: repeat(html) })),
  ];
  const rows: ResolvingRow[] = [];
  for (const { name, html } of pages) {
    const url = bench.server.serve('/resolving', html);
    const row = await measurePage(bench, name, url, source, bench.isQuick ? 2 : 3);
    bench.say(
      `${name}: resolving ÷ finding ${row.ratio.toFixed(3)}, cold ${row.coldRatio.toFixed(3)}`,
    );
    rows.push(row);
  }
  return rows;
}

/**
 * Names for a made page: it then holds some 400 ambiguous mentions of 18 forms in 1 MB, as many as the
 * densest saved pages, and no two in the same text.
 */
function namesOf({ entries }: Lexicon): string[] {
  const forms = [...new Set(entries.filter((each) => each.ambiguous).map(({ text }) => text))];
  const every = Math.ceil(forms.length / 18);
  return [
    ...lexiconOf(300).entries.map(({ text }) => text),
    ...forms.filter((_, index) => index % every === 0),
  ];
}

interface Run {
  readonly counts: ResolvingCounts;
  /** ms of each pass, the first one cold. */
  readonly finding: readonly number[];
  readonly resolving: readonly number[];
}

async function measurePage(
  bench: Bench,
  name: string,
  url: string,
  source: string,
  rounds: number,
): Promise<ResolvingRow> {
  const runs: Run[] = [];
  for (let round = 0; round < rounds; round++) {
    // The extension itself would read the page at the same time.
    const { page, client } = await bench.openUnread();
    try {
      await page.goto(url);
      runs.push(await measureOnce(client, source));
    } finally {
      await page.close();
    }
  }
  const finding = median(runs.flatMap((run) => run.finding.slice(WARM_UP)));
  const resolving = median(runs.flatMap((run) => run.resolving.slice(WARM_UP)));
  const coldFinding = median(runs.map((run) => run.finding[0] as number));
  const coldResolving = median(runs.map((run) => run.resolving[0] as number));
  return {
    page: name,
    ...(runs[0] as Run).counts,
    finding,
    resolving,
    ratio: median(
      runs.flatMap((run) =>
        run.resolving.map((ms, pass) => ms / (run.finding[pass] as number)).slice(WARM_UP),
      ),
    ),
    coldFinding,
    coldResolving,
    coldRatio: coldResolving / coldFinding,
  };
}

/** All passes in one fresh world. */
async function measureOnce(client: CDPSession, source: string): Promise<Run> {
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  const runIn = await openWorld(client);
  const run = (step: string) => runIn(`${step}; ${COLLECT}`);
  await run(source);
  const finding: number[] = [];
  const resolving: number[] = [];
  for (let pass = 0; pass < WARM_UP + PASSES; pass++) {
    const empty = await timed(client, () => run('0'));
    finding.push((await timed(client, () => run('steps.find()'))) - empty);
    await run('steps.prepare()');
    resolving.push(Math.max(0, (await timed(client, () => run('steps.resolve()'))) - empty));
  }
  const counts = (await runIn('steps.counts()')) as ResolvingCounts;
  return { counts, finding, resolving };
}

/** @returns what runs source in one new world of the page. */
async function openWorld(client: CDPSession): Promise<(source: string) => Promise<unknown>> {
  const { frameTree } = await client.send('Page.getFrameTree');
  const { executionContextId: contextId } = await client.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'resolving',
  });
  return async (expression) => {
    const { result, exceptionDetails } = await client.send('Runtime.evaluate', {
      expression,
      contextId,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? 'failed');
    return result.value as unknown;
  };
}

/** @returns ms that the page's thread ran, however busy the machine is. */
async function timed(client: CDPSession, action: () => Promise<unknown>): Promise<number> {
  const read = async () => {
    const { metrics } = await client.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? Number.NaN) * 1000;
  };
  const before = await read();
  await action();
  return (await read()) - before;
}

/** Repeats what is in a page's body until the page is as large as wanted. */
function repeat(html: string): string {
  const open = /<body\b[^>]*>/i.exec(html);
  const start = open === null ? 0 : open.index + open[0].length;
  const close = html.lastIndexOf('</body>');
  const end = close > start ? close : html.length;
  const body = html.slice(start, end);
  const times = Math.max(1, Math.ceil((SIZE - (html.length - body.length)) / body.length));
  return html.slice(0, start) + body.repeat(times) + html.slice(end);
}
