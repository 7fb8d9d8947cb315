import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DateCandidate, decidePageDate, type PageKind } from './page-date.ts';

const page: PageKind = { today: '2026-11-21', living: false, list: false };

/** `json-ld 5 2020-05-06`, then `utc`, `modified`, `created`, or `|` and the other reading. */
function candidate(text: string): DateCandidate {
  const [origin = '', strength = '', date = '', ...more] = text.split(' ');
  const other = more.find((word) => word.startsWith('|'))?.slice(1);
  return {
    raw: date,
    origin: origin as DateCandidate['origin'],
    strength: Number(strength),
    role: more.includes('modified')
      ? 'modified'
      : more.includes('created')
        ? 'created'
        : 'published',
    stamp: { date, ...(other ? { other } : {}), ...(more.includes('utc') ? { utc: true } : {}) },
  };
}

function decide(texts: readonly string[], kind: Partial<PageKind> = {}): string {
  const found = decidePageDate(texts.map(candidate), { ...page, ...kind });
  return found === undefined ? 'unknown' : `${found.date} ${found.origin} ${found.role}`;
}

describe('the page’s own date', () => {
  test.each<[string, string[], string]>([
    ['nothing', [], 'unknown'],
    ['what is declared', ['json-ld 5 2020-05-06'], '2020-05-06 json-ld published'],
    [
      'two witnesses against one',
      ['json-ld 5 2015-10-15', 'byline 4 2015-10-15', 'meta 5 2015-12-11'],
      '2015-10-15 json-ld published',
    ],
    [
      'of equals the earlier',
      ['meta 5 2020-05-06', 'microdata 5 2019-03-01'],
      '2019-03-01 microdata published',
    ],
    [
      'the address against one template',
      ['json-ld 5 2021-05-06', 'meta 5 2021-05-06', 'url 6 2019-03-01'],
      '2019-03-01 url published',
    ],
    [
      'created only where nothing better is there',
      ['json-ld 2 2017-11-17 created', 'microdata 5 2017-11-10'],
      '2017-11-10 microdata published',
    ],
    ['created alone', ['json-ld 2 2017-11-17 created'], '2017-11-17 json-ld published'],
    [
      'the byline against a stamp in UTC',
      ['json-ld 5 2020-05-07 utc', 'meta 5 2020-05-07 utc', 'byline 4 2020-05-06'],
      '2020-05-06 byline published',
    ],
    [
      'a stamp with a zone against a byline',
      ['json-ld 5 2020-05-07', 'byline 4 2020-05-06'],
      '2020-05-07 json-ld published',
    ],
    ['a stamp in UTC alone', ['json-ld 5 2020-05-07 utc'], '2020-05-07 json-ld published'],
    [
      'a day before its month',
      ['url 3 2020-05', 'byline 4 2020-05-06'],
      '2020-05-06 byline published',
    ],
    ['a month alone', ['url 3 2020-05'], '2020-05 url published'],
    [
      'a change where nothing else is there',
      ['meta 4 2020-05-06 modified'],
      '2020-05-06 meta changed',
    ],
    [
      'no change where publication is known',
      ['meta 4 2020-05-06 modified', 'time 2 2019-01-01'],
      '2019-01-01 time published',
    ],
    [
      'the reading that another backs',
      ['byline 4 2017-03-11 |2017-11-03', 'meta 3 2017-11-03 utc'],
      '2017-11-03 byline published',
    ],
    ['neither reading where none is backed', ['byline 4 2017-03-11 |2017-11-03'], 'unknown'],
    [
      'a day whose year the address has',
      ['byline 3 --05-06', 'url 3 2020-05'],
      '2020-05-06 byline published',
    ],
    [
      'a day whose year nothing has',
      ['byline 3 --05-06', 'url 3 2020-07'],
      '2020-07 url published',
    ],
    [
      'an update shown as such, declared as publication',
      ['meta 5 2021-05-06', 'byline 5 2021-05-06 modified', 'byline 5 2019-03-01'],
      '2019-03-01 byline published',
    ],
    ['old newspapers, declared', ['json-ld 5 1923-05-06'], '1923-05-06 json-ld published'],
    ['not what a byline says of 1923', ['byline 4 1923-05-06'], 'unknown'],
    ['the future', ['json-ld 5 2026-11-23'], 'unknown'],
    ['tomorrow', ['json-ld 5 2026-11-22'], '2026-11-22 json-ld published'],
    [
      'the future beside the past',
      ['json-ld 5 2031-01-01', 'time 2 2020-05-06'],
      '2020-05-06 time published',
    ],
    ['clock zeros', ['json-ld 5 1970-01-01', 'meta 5 1900-01-01', 'meta 5 0001-01-01'], 'unknown'],
  ])('%s', (_, texts, expected) => {
    expect(decide(texts)).toBe(expected);
  });

  test('a list has none', () => {
    expect(decide(['json-ld 5 2020-05-06'], { list: true })).toBe('unknown');
  });

  test('of a living page the last change counts, and publication where none is told', () => {
    const both = ['json-ld 5 2001-10-29', 'json-ld 5 2019-09-26 modified'];
    expect(decide(both, { living: true })).toBe('2019-09-26 json-ld changed');
    expect(decide(['json-ld 5 2001-10-29'], { living: true })).toBe('2001-10-29 json-ld published');
  });

  test('the words are told in at most 80 characters', () => {
    const wordy = { ...candidate('byline 4 2020-05-06'), raw: ` By\n  ${'Jane '.repeat(40)}` };
    const raw = decidePageDate([wordy], page)?.raw ?? '';
    expect(raw.startsWith('By Jane')).toBe(true);
    expect(raw.length).toBeLessThanOrEqual(80);
  });

  test('the order of candidates does not matter', () => {
    const texts = [
      'json-ld 5 2020-05-07 utc',
      'byline 4 2020-05-06',
      'meta 5 2020-07-01',
      'url 3 2020-05',
      'time 2 2019-01-01',
      'meta 4 2021-01-01 modified',
    ];
    const expected = decide(texts);
    fc.assert(
      fc.property(fc.shuffledSubarray(texts, { minLength: texts.length }), (shuffled) => {
        expect(decide(shuffled)).toBe(expected);
      }),
    );
  });
});
