import { describe, expect, test } from 'vitest';
import { RELATIONS, type Value } from '../data/schema.ts';
import {
  ageOf,
  formatDate,
  formatFigure,
  formatValue,
  laterDate,
  MONTHS,
  relationPhrase,
  shortLocator,
} from './format.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('formatDate', () => {
  test.each([
    ['2023-09-25', '25 Sep 2023'],
    ['2024-11-02', '2 Nov 2024'],
    ['2024-11', 'Nov 2024'],
    ['2019', '2019'],
  ])('%s reads %s', (date, text) => expect(plain(formatDate(date))).toBe(text));

  test('leaves what is no date as it is', () => {
    expect(formatDate('last year')).toBe('last year');
    expect(formatDate('2023-13')).toBe('2023-13');
  });

  test('never parts the day from its month, but may part the year', () => {
    expect(formatDate('2023-09-25')).toBe('25\u00a0Sep 2023');
  });

  test('knows twelve months', () => {
    expect(MONTHS).toHaveLength(12);
    expect(MONTHS[4]).toBe('May');
  });
});

describe('ageOf', () => {
  const today = '2026-11-21';
  test.each([
    ['2026-11-21', 'recent'],
    ['2026-08-24', 'recent'],
    ['2026-08-23', 'dated'],
    ['2025-11-21', 'dated'],
    ['2025-11-20', 'stale'],
    ['2027-01-01', 'recent'],
  ])('%s is %s', (date, age) => expect(ageOf(date, today)).toBe(age));

  test('a month or a year counts from its last day', () => {
    expect(ageOf('2026-08', today)).toBe('recent');
    expect(ageOf('2025', today)).toBe('dated');
    expect(ageOf('2024', today)).toBe('stale');
  });
});

test('laterDate takes the date that begins later', () => {
  expect(laterDate('2024-11-20', '2024-11')).toBe('2024-11-20');
  expect(laterDate('2026-11-14', '2026')).toBe('2026-11-14');
  expect(laterDate('2023', '2024-01')).toBe('2024-01');
});

describe('formatValue', () => {
  const value = (amount: number, unit: string, change: Partial<Value> = {}): Value => ({
    amount,
    unit,
    bound: 'exactly',
    ...change,
  });
  test.each([
    [value(10e9, 'USD'), '$10 bn'],
    [value(1.25e9, 'USD'), '$1.25 bn'],
    [value(580e6, 'USD'), '$580 m'],
    [value(750_000, 'EUR'), '€750,000'],
    [value(3e9, 'CHF'), 'CHF 3 bn'],
    [value(4e9, 'USD', { bound: 'up to' }), 'up to $4 bn'],
    [value(49, 'percent', { bound: 'less than' }), 'less than 49%'],
    [value(100e9, 'parameters', { bound: 'at least' }), 'at least 100 bn parameters'],
    [value(1.8e12, 'parameters', { bound: 'about' }), 'about 1.8 tn parameters'],
    [value(25_000, 'chips', { bound: 'more than' }), 'more than 25,000 chips'],
    [value(10e9, 'USD', { to: 13e9 }), '$10–13 bn'],
    [value(900e6, 'USD', { to: 1.2e9, bound: 'about' }), 'about $900 m–$1.2 bn'],
    [value(20, 'percent', { to: 30 }), '20–30%'],
    [value(0, 'chips'), '0 chips'],
  ])('%j reads %s', (given, text) => expect(plain(formatValue(given))).toBe(text));

  test('never rounds: what three decimals cannot say is written in full', () => {
    expect(plain(formatValue(value(1_234_567_890, 'USD')))).toBe('$1,234,567,890');
  });

  test('keeps the bound apart from the figure', () => {
    const figure = formatFigure(value(4e9, 'USD', { bound: 'up to' }));
    expect(figure).toEqual({ bound: 'up to', figure: '$4\u00a0bn' });
  });
});

describe('relationPhrase', () => {
  test('reads from the card’s term', () => {
    expect(relationPhrase('makes', false)).toBe('makes');
    expect(relationPhrase('makes', true)).toBe('made by');
    expect(relationPhrase('led by', true)).toBe('leads');
    expect(relationPhrase('competes with', true)).toBe('competes with');
  });

  test('has a phrase of its own for the other direction of every one-way relation', () => {
    const oneWay = RELATIONS.filter((relation) => relation !== 'competes with');
    for (const relation of oneWay) expect(relationPhrase(relation, true)).not.toBe(relation);
  });
});

describe('shortLocator', () => {
  test.each([
    ['paragraph 4', '¶4'],
    ['Paragraphs 4–6', '¶4–6'],
    ['section 2', '§2'],
    ['page 11', 'p.\u00a011'],
    ['summary', 'summary'],
  ])('%s reads %s', (locator, short) => expect(shortLocator(locator)).toBe(short));

  test('leaves out what is too long for a line', () => {
    expect(shortLocator('section 2, under “The deal”')).toBeUndefined();
  });
});
