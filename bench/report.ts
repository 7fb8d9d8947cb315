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
      'floor again, ms',
      'ratio (least–most)',
      'ratio without evaluation',
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
      number(row.floorAgain),
      `${number(row.ratio)} (${row.ratios.map(number).join('–')})`,
      number(row.builtRatio),
      number(row.longest),
      number(row.longestTask),
      String(row.marks),
      String(row.added),
    ]),
  );
}

function writeWordless({ wordless, firstMarks }: Results): string[] {
  return [
    '### A page without a term, and the first marks',
    `1 MB that names no term, 300 aliases: ours ${number(wordless.ours)} ms, floor ${number(wordless.floor)} ms, ${number(wordless.ratio)}× (without evaluation ${number(wordless.builtRatio)}×); in the four seconds after the first two, ${number(wordless.after)} ms.`,
    `5 MB that name one in the first line: first mark in a frame after ${number(firstMarks.first)} ms, all read after ${number(firstMarks.whole)} ms: 1/${number(1 / firstMarks.ratio)} (by the clock).`,
  ];
}

function writeFinders({ finders, firefox }: Results): string[] {
  const times = (pair: readonly [number, number] | undefined) =>
    pair === undefined ? '' : pair.map(number).join(' / ');
  const parts = [
    '### The two ways to find where a form may begin\n\nOpening the lexicon and matching the text of 1 MB, ms, first pass / later passes. Up to 1,500 forms the expression is used.',
    table(
      ['aliases', 'expression', 'filter'],
      finders.map((row) => [
        row.aliases.toLocaleString('en'),
        times(row.native),
        times(row.filter),
      ]),
    ),
  ];
  if (firefox.length > 0) {
    parts.push(
      '### Firefox\n\nThe scanner as a script of the page, 1 MB, beside the floor, by the clock.',
      table(
        ['aliases', 'mentions', 'scan, ms', 'floor, ms', 'ratio', 'first pass'],
        firefox.map((row) => [
          row.aliases.toLocaleString('en'),
          row.mentions.toLocaleString('en'),
          number(row.scan),
          number(row.floor),
          number(row.ratio),
          number(row.coldRatio),
        ]),
      ),
    );
  }
  return parts;
}

function writeResolving({ resolving }: Results): string[] {
  return [
    '### Telling senses apart\n\nBeside finding the mentions, pages repeated to 1 MB, the shipped aliases and sense records, ms.',
    table(
      ['page', 'mentions', 'ambiguous', 'finding', 'resolving', 'ratio', 'first pass'],
      resolving.map((row) => [
        row.page,
        row.mentions.toLocaleString('en'),
        row.ambiguous.toLocaleString('en'),
        number(row.finding),
        number(row.resolving),
        number(row.ratio),
        number(row.coldRatio),
      ]),
    ),
  ];
}

export function writeReport(results: Results, gates: readonly Gate[], machine: string): string {
  const { upkeep, card, peer, sizes } = results;
  const parts = [
    `Measured on ${machine}. Times of ours and of the floor are those that the main thread really ran; medians, with the least and the most ratio of the rounds.`,
    '### First scan\n\nFrom the evaluation of the script to the last mark, everything included: reading settings and aliases, the companion script, painting. Without evaluation: the aliases opened, the text read, the marks registered.',
    scanTable(results.scans),
  ];
  if (results.real.length > 0) {
    const ratio = median(results.real.map((row) => row.ratio));
    parts.push(
      `### Saved pages of the web\n\nMedian ratio ${number(ratio)}.`,
      scanTable(results.real),
    );
  }
  parts.push(...writeWordless(results), ...writeFinders(results), ...writeResolving(results));
  const [furthest, nearest] = peer.ratios.map((ratio) => number(1 / ratio));
  parts.push(
    `### Beside mark.js 8.11.1\n\n300 aliases, medians over the saved pages: mark.js ${number(peer.markJs)} ms, for the marking alone, ours ${number(peer.ours)} ms, everything included: 1/${number(1 / peer.ratio)} (1/${nearest} to 1/${furthest}).`,
  );
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
    `About 13,000 mentions on the page, ${upkeep.marks} of them registered; live ranges in the extension’s world: ${upkeep.liveRanges}.`,
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
      [
        'mentions, about',
        'ours, µs a move',
        'elementFromPoint, µs',
        'ratio',
        'ours from element to element',
      ],
      results.hover.map((row) => [
        row.mentions.toLocaleString('en'),
        number(row.ours),
        number(row.elementFromPoint),
        number(row.ours / row.elementFromPoint),
        number(row.whole),
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
      ['', 'goal', 'gate', 'measured', ''],
      gates.map(({ name, goal, limit, measured, reached, holds }) => [
        name,
        goal,
        limit,
        measured,
        !holds ? '**broken**' : reached ? 'reached' : 'not reached',
      ]),
    ),
  );
  return parts.join('\n\n');
}
