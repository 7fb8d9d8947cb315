/** When the reader sees the first marks, beside how long the whole scan goes on. */
import { type Bench, pause } from './bench.ts';
import { makePage } from './pages.ts';
import { median } from './statistics.ts';
import { costOf, taskTime, trace } from './trace.ts';

export interface FirstMarks {
  /** ms from the script's start: the first painted mark, and the end of the scan. */
  readonly first: number;
  readonly whole: number;
  readonly ratio: number;
}

const STAMP = 'first-marks';
/** Stretches shorter than this come after the scan: looks at late shadow trees and the like, in ms. */
const LEAST = 1.5;
/** The page can see the registry: it notes the first frame that has a mark in it. */
const WATCH = `const look = () => {
  if ((CSS.highlights.get('glosslight')?.size ?? 0) > 0) console.timeStamp('${STAMP}');
  else requestAnimationFrame(look);
};
look();`;

/** On a page of 5 MB that names a term in its first line. */
export async function measureFirstMarks(
  bench: Bench,
  names: readonly string[],
): Promise<FirstMarks> {
  await bench.putLexicon(300);
  const size = bench.isQuick ? 1_000_000 : 5_000_000;
  const html = makePage(size, names).replace('<main>', '<main><p>Anthropic and others.</p>');
  const url = bench.server.serve('/first-marks', html);
  const runs: { first: number; whole: number }[] = [];
  for (let round = 0; round < (bench.isQuick ? 3 : 5); round++) {
    const { page } = await bench.open();
    await page.evaluateOnNewDocument(WATCH);
    const events = await trace(page, async () => {
      await page.goto(url);
      await pause(700 + size / 2500);
    });
    const { stretches, startedAt } = costOf(events, true);
    const end = stretches.findLast(([, ms]) => ms > LEAST) ?? [0, 0];
    runs.push({ first: taskTime(events, STAMP) - startedAt, whole: end[0] + end[1] });
    await page.close();
  }
  return {
    first: median(runs.map(({ first }) => first)),
    whole: median(runs.map(({ whole }) => whole)),
    ratio: median(runs.map(({ first, whole }) => first / whole)),
  };
}
