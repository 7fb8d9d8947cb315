import { expect, test } from 'vitest';
import { existsDay, firstDay, lastDay } from './partial-date.ts';

test.each([
  ['2023', '2023-01-01', '2023-12-31'],
  ['2023-09', '2023-09-01', '2023-09-30'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2023-01', '2023-01-01', '2023-01-31'],
  ['2023-09-25', '2023-09-25', '2023-09-25'],
])('%s runs from %s to %s', (date, first, last) => {
  expect([firstDay(date), lastDay(date)]).toEqual([first, last]);
});

test('knows the calendar', () => {
  expect(['2024-02-29', '2023-02-29', '2023-11-31', '2023-02'].map(existsDay)).toEqual([
    true,
    false,
    false,
    true,
  ]);
});
