import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ChipRow, fitChips } from './chip-fit.ts';

const row = (change: Partial<ChipRow>): ChipRow => ({
  widths: [60, 60, 60],
  room: 200,
  gap: 6,
  restWidth: 30,
  most: 4,
  ...change,
});

test('shows all that fit', () => {
  expect(fitChips(row({ room: 192 }))).toEqual([0, 1, 2]);
});

test('leaves room for the count when one does not fit', () => {
  expect(fitChips(row({ room: 191 }))).toEqual([0, 1]);
  expect(fitChips(row({ room: 161 }))).toEqual([0]);
});

test('shows none rather than part of one', () => {
  expect(fitChips(row({ widths: [300, 210], room: 200 }))).toEqual([]);
});

test('a long one does not keep out the short ones behind it', () => {
  expect(fitChips(row({ widths: [60, 300, 60], room: 200 }))).toEqual([0, 2]);
});

test('never shows more than asked for', () => {
  expect(fitChips(row({ widths: [10, 10, 10, 10, 10], room: 900 }))).toEqual([0, 1, 2, 3]);
  expect(fitChips(row({ widths: [10, 10, 10, 10], room: 900 }))).toEqual([0, 1, 2, 3]);
});

test('what is shown always fits, and nothing else would beside it', () => {
  const widths = fc.array(fc.integer({ min: 20, max: 200 }), { maxLength: 8 });
  const length = fc.integer({ min: 0, max: 400 });
  fc.assert(
    fc.property(widths, length, length, (chips, room, restWidth) => {
      const shown = fitChips({ widths: chips, room, gap: 6, restWidth, most: 4 });
      const used = (indices: readonly number[]) => {
        const rest = indices.length < chips.length ? [restWidth] : [];
        const items = [...indices.map((index) => chips[index] ?? 0), ...rest];
        return items.reduce((sum, width) => sum + width, 0) + 6 * Math.max(0, items.length - 1);
      };
      if (shown.length > 0) expect(used(shown)).toBeLessThanOrEqual(room);
      if (shown.length === 4) return;
      for (const other of chips.keys()) {
        if (!shown.includes(other)) expect(used([...shown, other])).toBeGreaterThan(room);
      }
    }),
  );
});
