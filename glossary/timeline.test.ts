import { describe, expect, test } from 'vitest';
import type { CardClaim, CardRecord } from './card-record.ts';
import { collectFigures, countUnits, dateSpan } from './timeline.ts';

function claim(id: string, asOf: string, amount?: number, more: object = {}): CardClaim {
  const value = { amount, unit: 'USD', bound: 'exactly' };
  return {
    id,
    text: `Text of ${id}.`,
    asOf,
    confidence: 'high',
    citations: [{ source: { publisher: `Paper of ${id}` } }],
    ...(amount === undefined ? {} : { measure: 'total', value }),
    ...more,
  } as unknown as CardClaim;
}

function card(id: string, claims: readonly CardClaim[], more: object = {}): CardRecord {
  const base = {
    id,
    label: id.toUpperCase(),
    kind: 'deal',
    claims,
    disagreements: [],
    related: [],
  };
  return { ...base, ...more } as unknown as CardRecord;
}

describe('dateSpan', () => {
  test('covers a day, a whole month, a whole year', () => {
    const day = 86_400_000;
    expect(dateSpan('2024-02-29').end - dateSpan('2024-02-29').start).toBe(day);
    expect(dateSpan('2024-02').end - dateSpan('2024-02').start).toBe(29 * day);
    expect(dateSpan('2024-12').end).toBe(Date.UTC(2025, 0));
    expect(dateSpan('2024').start).toBe(Date.UTC(2024, 0));
    expect(dateSpan('2024').end).toBe(Date.UTC(2025, 0));
  });
});

describe('collectFigures', () => {
  test('takes claims with a measure and a value, by date and then by amount', () => {
    const figures = collectFigures([
      card('a', [claim('late', '2025', 1), claim('words', '2024'), claim('big', '2024-03', 9)]),
      card('b', [claim('small', '2024-03', 2)]),
    ]);
    expect(figures.map(({ id }) => id)).toEqual(['small', 'big', 'late']);
  });

  test('makes one figure of what two cards state alike, with both names and all sources', () => {
    const [figure, ...rest] = collectFigures([
      card('a', [claim('a-total', '2024-03-27', 4e9)]),
      card('b', [claim('b-total', '2024-03-27', 4e9)]),
    ]);
    expect(rest).toEqual([]);
    expect(figure?.id).toBe('a-total');
    expect(figure?.terms.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(figure?.publishers).toEqual(['Paper of a-total', 'Paper of b-total']);
  });

  test('keeps “up to” apart from the plain amount', () => {
    const upTo = { value: { amount: 4e9, unit: 'USD', bound: 'up to' } };
    const figures = collectFigures([
      card('a', [claim('plain', '2023-09-25', 4e9), claim('limit', '2023-09-25', 4e9, upTo)]),
    ]);
    expect(figures).toHaveLength(2);
  });

  test('says of a figure what sources differ on, also where another card records it', () => {
    const ten = claim('ten', '2023-09', 10e9);
    const disagreements = [{ about: 'the total', reading: '', claims: [ten] }];
    const figures = collectFigures([
      card('a', [ten, claim('one', '2023-10', 1)]),
      card('b', [], { disagreements }),
    ]);
    expect(figures.map(({ dispute }) => dispute)).toEqual(['the total', undefined]);
  });

  test('is overtaken only when every card that states it says so', () => {
    const replaced = { supersededBy: 'next' };
    const both = [card('a', [claim('x', '2024', 1, replaced)]), card('b', [claim('y', '2024', 1)])];
    expect(collectFigures(both)[0]?.isOvertaken).toBe(false);
    expect(collectFigures(both.slice(0, 1))[0]?.isOvertaken).toBe(true);
  });
});

test('countUnits puts the most used unit first', () => {
  const chips = { value: { amount: 5, unit: 'chips', bound: 'about' } };
  const figures = collectFigures([
    card('a', [claim('x', '2024', 1), claim('y', '2025', 2), claim('z', '2025', 5, chips)]),
  ]);
  expect(countUnits(figures)).toEqual([
    { unit: 'USD', count: 2 },
    { unit: 'chips', count: 1 },
  ]);
});
