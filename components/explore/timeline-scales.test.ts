import { describe, expect, test } from 'vitest';
import type { DatedFigure } from '../../glossary/timeline.ts';
import { amountScale, decades, tick, timeDomain, toPoint } from './timeline-scales.ts';

const figure = (date: string, amount = 1) =>
  ({ date, value: { amount, unit: 'USD', bound: 'exactly' } }) as unknown as DatedFigure;

test('a month stands in its middle', () => {
  expect(toPoint(figure('2024-06')).at).toEqual(new Date('2024-06-16T00:00Z'));
});

test('no figure stands on the edge of the time shown', () => {
  const [start, end] = timeDomain([toPoint(figure('2019')), toPoint(figure('2026-04-20'))]);
  expect(+start).toBeLessThan(Date.UTC(2019, 0));
  expect(+end).toBeGreaterThan(Date.UTC(2026, 3, 21));
});

describe('amountScale', () => {
  test('is a log scale for millions beside billions', () => {
    expect(amountScale([3e8, 5e11]).type).toBe('log');
  });
  test('begins at zero for amounts of one size', () => {
    const { type, domain } = amountScale([31, 49]);
    expect(type).toBe('linear');
    expect(domain[0]).toBe(0);
  });
  test('is linear where an amount is zero, of which there is no logarithm', () => {
    expect(amountScale([0, 1e9]).type).toBe('linear');
  });
});

test('decades are the powers of ten in between, or finer where there are few', () => {
  expect(decades([3e8, 2e12])).toEqual([1e9, 1e10, 1e11, 1e12]);
  expect(decades([15, 700]).toSorted((a, b) => a - b)).toEqual([20, 50, 100, 200, 500]);
});

test('a tick has a sign or nothing beside its number', () => {
  expect(tick(1e9, 'USD')).toBe('$1\u00a0bn');
  expect(tick(20, 'percent')).toBe('20%');
  expect(tick(1e5, 'chips')).toBe('100,000');
});
