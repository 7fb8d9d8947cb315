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
  expect(fitChips(row({ room: 192 }))).toBe(3);
});

test('leaves room for the count when one does not fit', () => {
  expect(fitChips(row({ room: 191 }))).toBe(2);
  expect(fitChips(row({ room: 161 }))).toBe(1);
});

test('shows none rather than part of one', () => {
  expect(fitChips(row({ widths: [300, 60], room: 200 }))).toBe(0);
});

test('never shows more than asked for', () => {
  expect(fitChips(row({ widths: [10, 10, 10, 10, 10], room: 900 }))).toBe(4);
  expect(fitChips(row({ widths: [10, 10, 10, 10], room: 900 }))).toBe(4);
});

test('what is shown always fits, and is as much as can be', () => {
  const widths = fc.array(fc.integer({ min: 20, max: 200 }), { maxLength: 8 });
  const length = fc.integer({ min: 0, max: 400 });
  fc.assert(
    fc.property(widths, length, length, (chips, room, restWidth) => {
      const given = { widths: chips, room, gap: 6, restWidth, most: 4 };
      const shown = fitChips(given);
      const used = (count: number) => {
        const rest = count < chips.length ? [restWidth] : [];
        const items = [...chips.slice(0, count), ...rest];
        return items.reduce((sum, width) => sum + width, 0) + 6 * Math.max(0, items.length - 1);
      };
      if (shown > 0) expect(used(shown)).toBeLessThanOrEqual(room);
      for (let more = shown + 1; more <= Math.min(4, chips.length); more++) {
        expect(used(more)).toBeGreaterThan(room);
      }
    }),
  );
});
