import { expect, test } from 'vitest';
import { count, type Hit, subjectsOf, weighingOfPage } from './weighing.ts';

test('points are added up by slot, subjects listed once and in order', () => {
  const hits: Hit[] = [];
  for (const slot of [4, 0, 3, 4, 6, 1]) count(hits, slot, 'cue', 'near', 1.5);
  const slots = { firstTopic: 2, unlisted: 6 };
  expect(subjectsOf(hits, slots)).toEqual([3, 4]);
  expect(weighingOfPage(hits, slots)).toEqual({
    hits,
    sums: Float64Array.of(1.5, 1.5, 0, 1.5, 3, 0, 1.5),
    subjects: [3, 4],
  });
});
