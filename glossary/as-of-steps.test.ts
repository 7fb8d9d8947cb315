import { describe, expect, test } from 'vitest';
import { asOfSteps, cardOn } from './as-of-steps.ts';
import type { CardClaim } from './card-record.ts';

const claim = (id: string, asOf: string, supersedes?: string) =>
  ({ id, asOf, supersedes, text: id, citations: [] }) as unknown as CardClaim;

describe('asOfSteps', () => {
  test('has each day once, oldest first, as precise as it is known', () => {
    const steps = asOfSteps([claim('c', '2024-11-22'), claim('b', '2023-09'), claim('a', '2023')]);
    expect(steps).toEqual([
      { day: '2023-01-01', date: '2023' },
      { day: '2023-09-01', date: '2023-09' },
      { day: '2024-11-22', date: '2024-11-22' },
    ]);
  });

  test('gives the more precise of two dates that begin on one day', () => {
    expect(asOfSteps([claim('a', '2023'), claim('b', '2023-01-01')])).toEqual([
      { day: '2023-01-01', date: '2023-01-01' },
    ]);
  });
});

describe('cardOn', () => {
  const old = claim('old', '2023-09-25');
  const next = claim('next', '2024-11-22', 'old');
  const other = claim('other', '2023-09-25');
  const card = {
    claims: [next, old, other],
    disagreements: [
      { about: 'early', reading: '', claims: [old, other] },
      { about: 'late', reading: '', claims: [old, next] },
    ],
  };

  test('reads as it would have read then', () => {
    const then = cardOn(card, '2023-09-25');
    expect(then.claims).toEqual([old, other]);
    expect(then.later).toBe(1);
  });

  test('knows a disagreement once two of its sides are known', () => {
    expect(cardOn(card, '2023-09-25').disagreements.map(({ about }) => about)).toEqual(['early']);
    expect(cardOn(card, '2024-11-22').disagreements).toHaveLength(2);
  });

  test('at the last step is the newest state of things', () => {
    const steps = asOfSteps(card.claims);
    const now = cardOn(card, steps.at(-1)?.day ?? '');
    expect(now.claims).toEqual([next, other]);
    expect(now.later).toBe(0);
  });
});
