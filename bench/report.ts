/** The tables of docs/performance.md. */
import type { ScanRow } from './first-scan.ts';
import type { Gate } from './gates.ts';
import type { Results } from './results.ts';
import { median } from './statistics.ts';

const number = (value: number) =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function scanTable(rows: readonly ScanRow[]): string {
  return table(
    [
      'page',
      'HTML, kB',
      'aliases',
      'ours, ms',
      'floor, ms',
      'ratio (least–most)',
      'longest stretch, ms',
      'longest task, ms',
      'registered',
      'nodes added',
    ],
    rows.map((row) => [
      row.page,
      number(row.size / 1000),
      row.aliases.toLocaleString('en'),
      number(row.ours),
      number(row.floor),
      `${number(row.ratio)} (${row.ratios.map(number).join('–')})`,
      number(row.longest),
      number(row.longestTask),
      String(row.marks),
      String(row.added),
    ]),
  );
}

export function writeReport(results: Results, gates: readonly Gate[], machine: string): string {
  const { upkeep, card, peer, sizes } = results;
  const parts = [
    `Measured on ${machine}. Times of ours and of the floor are those that the main thread really ran; medians, with the least and the most ratio of the rounds.`,
    '### First scan\n\nFrom the evaluation of the script to the last mark, everything included: reading settings and aliases, the companion script, painting.',
    scanTable(results.scans),
  ];
  if (results.real.length > 0) {
    const ratio = median(results.real.map((row) => row.ratio));
    parts.push(
      `### Saved pages of the web\n\nMedian ratio ${number(ratio)}.`,
      scanTable(results.real),
    );
  }
  if (peer) {
    parts.push(
      `### Beside mark.js 8.11.1\n\n300 aliases, medians over the small pages: mark.js ${number(peer.markJs)} ms, ours ${number(peer.ours)} ms, 1/${number(1 / peer.ratio)}.`,
    );
  }
  parts.push(
    '### Growth\n\n![Time and memory against the size of the page](performance-pages.svg)\n\n![Time and memory against the number of aliases](performance-aliases.svg)',
    table(
      ['HTML, kB', 'ours, ms', 'floor, ms', 'heap, KB'],
      results.growth.pages.map((row) => [
        number(row.size / 1000),
        number(row.ours),
        number(row.floor),
        number(row.heap),
      ]),
    ),
    table(
      ['aliases', 'ours, ms', 'floor, ms', 'heap, KB'],
      results.growth.aliases.map((row) => [
        row.size.toLocaleString('en'),
        number(row.ours),
        number(row.floor),
        number(row.heap),
      ]),
    ),
    '### What marks cost the page',
    table(
      ['', 'with marks, ms', 'without, ms', 'ratio'],
      [
        [
          '1,000 nodes removed',
          ...upkeep.removal.map(number),
          number(upkeep.removal[0] / upkeep.removal[1]),
        ],
        [
          'frame after an edit of one character',
          ...upkeep.edit.map(number),
          number(upkeep.edit[0] / upkeep.edit[1]),
        ],
      ],
    ),
    `About 10,000 mentions on the page, ${upkeep.marks} of them registered.`,
    '### Pages that move',
    table(
      ['page', 'ours, ms a second', 'longest, ms'],
      results.moving.map(({ name, perSecond, longest }) => [
        name,
        number(perSecond),
        number(longest),
      ]),
    ),
    '### Hover and card',
    table(
      ['mentions, about', 'ours, µs a move', 'elementFromPoint, µs', 'ratio'],
      results.hover.map((row) => [
        row.mentions.toLocaleString('en'),
        number(row.ours),
        number(row.elementFromPoint),
        number(row.ours / row.elementFromPoint),
      ]),
    ),
    `From the end of the dwell to the card in the page: first card ${number(card.first)} ms, later ones ${number(card.warm)} ms, with the background asleep ${number(card.asleep)} ms (to the next frame in which it is seen).`,
    `### The price of being there\n\nPage of 40 frames, over an empty content script. Scripts: content script ${number(sizes.annotate / 1000)} kB, companion ${number(sizes.companion / 1000)} kB, card ${number(sizes.card / 1000)} kB.`,
    table(
      ['frames', 'ms a frame', 'heap, KB a frame'],
      results.frames.map(({ name, ms, heap }) => [name, number(ms), number(heap)]),
    ),
    '### Gates',
    table(
      ['', 'limit', 'measured', ''],
      gates.map(({ name, limit, measured, holds }) => [
        name,
        limit,
        measured,
        holds ? 'holds' : '**broken**',
      ]),
    ),
  );
  return parts.join('\n\n');
}
