/**
 * What must not get worse. Counts and bytes are exact; ratios are generous, since machines are shared;
 * no time stands alone.
 */
import type { Results } from './results.ts';
import { median } from './statistics.ts';

export interface Gate {
  readonly name: string;
  /** What we are after. */
  readonly goal: string;
  /** What must hold. */
  readonly limit: string;
  readonly measured: string;
  readonly reached: boolean;
  readonly holds: boolean;
}

const most = (name: string, value: number, goal: number, limit = goal, unit = ''): Gate => ({
  name,
  goal: `≤ ${goal}${unit}`,
  limit: `≤ ${limit}${unit}`,
  measured: `${Number(value.toPrecision(3))}${unit}`,
  reached: value <= goal,
  holds: value <= limit,
});

export function checkGates(results: Results): Gate[] {
  const { scans, real, wordless, firstMarks, upkeep, hover, frames, sizes, peer } = results;
  const scan = (page: string, aliases: number) =>
    scans.find((row) => row.page === page && row.aliases === aliases);
  const all = [...scans, ...real];
  const gates = [
    most('content script', sizes.annotate / 1000, 20, 20, ' kB'),
    most('companion', sizes.companion / 1000, 76, 80, ' kB'),
    most('nodes and attributes added to pages', Math.max(...all.map(({ added }) => added)), 0),
    most('ranges registered at a time', Math.max(...all.map(({ marks }) => marks)), 300, 1000),
    most('live ranges', upkeep.liveRanges, 1),
    most('1,000 nodes removed, marked ÷ unmarked', upkeep.removal[0] / upkeep.removal[1], 1.2, 2),
    most('frame after an edit, marked ÷ unmarked', upkeep.edit[0] / upkeep.edit[1], 1.3, 2),
  ];
  const small = scan('1 MB', 300);
  const large = scan('1 MB', 100_000);
  if (small) gates.push(most('first scan of 1 MB, 300 aliases ÷ floor', small.builtRatio, 2, 5));
  if (large)
    gates.push(most('first scan of 1 MB, 100,000 aliases ÷ floor', large.builtRatio, 3, 14));
  if (real.length > 0) {
    const ratio = median(real.map((row) => row.ratio));
    gates.push(most('saved pages, all included ÷ floor, median', ratio, 3.5, 10));
  }
  gates.push(
    most('page without a term ÷ floor', wordless.builtRatio, 1.5, 4),
    most('first marks ÷ whole scan', firstMarks.ratio, 0.2, 0.5),
  );
  const resolving = Math.max(...results.resolving.map((row) => row.ratio));
  gates.push(most('resolving ÷ finding, dearest page', resolving, 0.2, 0.4));
  const [first, last] = [hover[0], hover.at(-1)];
  if (first && last) {
    const ratio = Math.max(...hover.map((row) => row.ours / row.elementFromPoint));
    gates.push(
      most('pointer move ÷ elementFromPoint on the same move', ratio, 2.5, 5),
      most('pointer move, most marks ÷ fewest', last.ours / first.ours, 1.5, 2.5),
    );
  }
  for (const { name, heap } of frames) {
    const isLarge = name.includes('100,000');
    gates.push(
      most(`heap of a frame ${name}`, heap / 1024, isLarge ? 6 : 0.5, isLarge ? 8 : 1, ' MB'),
    );
  }
  gates.push(most('ours ÷ mark.js, median page', peer.ratio, 0.01, 0.1));
  const growth = results.growth;
  const [low, high] = [growth.pages[0], growth.pages.at(-1)];
  if (low && high) {
    const linear = high.ours / low.ours / (high.size / low.size);
    gates.push(most('growth in time with the page, over linear', linear, 1, 2));
  }
  return gates;
}
