/**
 * What must not get worse. Counts and bytes are exact; ratios are generous, since machines are shared;
 * no time stands alone.
 */
import type { Results } from './results.ts';

export interface Gate {
  readonly name: string;
  readonly limit: string;
  readonly measured: string;
  readonly holds: boolean;
}

const most = (name: string, value: number, limit: number, unit = ''): Gate => ({
  name,
  limit: `≤ ${limit}${unit}`,
  measured: `${Number(value.toPrecision(3))}${unit}`,
  holds: value <= limit,
});

export function checkGates(results: Results): Gate[] {
  const { scans, upkeep, hover, frames, sizes, peer } = results;
  const scan = (page: string, aliases: number) =>
    scans.find((row) => row.page === page && row.aliases === aliases);
  const gates = [
    most('content script', sizes.annotate / 1000, 50, ' kB'),
    most('companion', sizes.companion / 1000, 60, ' kB'),
    most('nodes and attributes added to pages', Math.max(...scans.map(({ added }) => added)), 0),
    most('ranges registered at a time', Math.max(...scans.map(({ marks }) => marks)), 1000),
    most('1,000 nodes removed, marked ÷ unmarked', upkeep.removal[0] / upkeep.removal[1], 2),
    most('frame after an edit, marked ÷ unmarked', upkeep.edit[0] / upkeep.edit[1], 2),
  ];
  const small = scan('1 MB', 300);
  const large = scan('1 MB', 100_000);
  if (small) gates.push(most('first scan of 1 MB, 300 aliases ÷ floor', small.ratio, 6));
  if (large) gates.push(most('first scan of 1 MB, 100,000 aliases ÷ floor', large.ratio, 16));
  const [first, last] = [hover[0], hover.at(-1)];
  if (first && last)
    gates.push(most('pointer move, most marks ÷ fewest', last.ours / first.ours, 2.5));
  for (const { name, heap } of frames) {
    gates.push(
      most(`heap of a frame ${name}`, heap / 1024, name.includes('100,000') ? 8 : 1, ' MB'),
    );
  }
  if (peer) gates.push(most('ours ÷ mark.js, median page', peer.ratio, 0.1));
  const growth = results.growth;
  const [low, high] = [growth.pages[0], growth.pages.at(-1)];
  if (low && high) {
    const linear = high.ours / low.ours / (high.size / low.size);
    gates.push(most('growth in time with the page, over linear', linear, 2));
  }
  return gates;
}
