/** A page that names no term at all: what reading it in vain costs, and what comes after. */
import { type Bench, pause } from './bench.ts';
import { measureFloor } from './floor.ts';
import { makePage } from './pages.ts';
import { median } from './statistics.ts';
import { costOf, trace } from './trace.ts';

export interface Wordless {
  readonly ours: number;
  readonly floor: number;
  /** Of each round, the median; with the evaluation of the script and without. */
  readonly ratio: number;
  readonly builtRatio: number;
  /** ms of ours from the second second on. */
  readonly after: number;
}

const WAIT = 6000;
/** From then on, in ms, the scan is over. */
const AFTER = 2000;

export async function measureWordless(bench: Bench): Promise<Wordless> {
  await bench.putLexicon(300);
  const url = bench.server.serve('/wordless', makePage(1_000_000, []));
  const runs: Wordless[] = [];
  for (let round = 0; round < (bench.isQuick ? 3 : 5); round++) {
    const floor = await measureFloor(bench, url, AFTER);
    const { page } = await bench.open();
    const events = await trace(page, async () => {
      await page.goto(url);
      await pause(WAIT);
    });
    const { total, evaluation, stretches } = costOf(events);
    const late = stretches.reduce((sum, [at, ms]) => sum + (at > AFTER ? ms : 0), 0);
    const ours = total - late;
    const builtRatio = (ours - evaluation) / floor;
    runs.push({ ours, floor, ratio: ours / floor, builtRatio, after: late });
    await page.close();
  }
  const of = (key: keyof Wordless) => median(runs.map((run) => run[key]));
  return {
    ours: of('ours'),
    floor: of('floor'),
    ratio: of('ratio'),
    builtRatio: of('builtRatio'),
    after: of('after'),
  };
}
