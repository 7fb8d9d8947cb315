import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CardClaim } from './card-record.ts';
import { asReadOn, changesSince, countChanges, isLater } from './changes-since.ts';

/** Claims as `id@date` or `id@date>replaced`; what they replace is looked up among them. */
function claims(...written: readonly string[]): CardClaim[] {
  const parts = written.map((text) => {
    const [, id = '', asOf = '', supersedes] = /^(\w+)@([\d-]+)(?:>(\w+))?$/u.exec(text) ?? [];
    return { id, asOf, supersedes };
  });
  return parts.map(({ id, asOf, supersedes }) => {
    const old = parts.find((part) => part.id === supersedes);
    return {
      id,
      asOf,
      text: id,
      confidence: 'high',
      citations: [],
      ...(supersedes === undefined ? {} : { supersedes }),
      ...(old === undefined ? {} : { overtakes: { id: old.id, text: old.id, asOf: old.asOf } }),
    } as unknown as CardClaim;
  });
}

const checked = '2026-11-14' as CardClaim['asOf'];
const today = '2026-11-21';

/** The section in short: `old→new` lines, then added ids. */
function since(page: string | undefined, ...written: readonly string[]): string {
  const found = changesSince({ claims: claims(...written), checked }, page, today);
  if (found.kind !== 'changed') return found.kind;
  const pairs = found.overtaken.map((change) => `${change.old.id}→${change.new.id}`);
  return [...pairs, ...found.added.map((claim) => claim.id)].join(' ');
}

describe('which of two partial dates is later', () => {
  test.each([
    ['2023-11', '2023-09-25', true],
    ['2023-11', '2023-11-14', false],
    ['2023-11-14', '2023-11', false],
    ['2023-11-15', '2023-11-14', true],
    ['2023-11-14', '2023-11-14', false],
    ['2024', '2023-12-31', true],
    ['2023', '2023-01-01', false],
    ['2023-01-01', '2023', false],
  ])('%s after %s: %s', (date, than, later) => {
    expect(isLater(date, than)).toBe(later);
  });
});

describe('since this article', () => {
  test('a page without a date says nothing', () => {
    expect(since(undefined, 'a@2024')).toBe('unknown');
  });

  test('a page from the future counts as undated, tomorrow does not', () => {
    expect(since('2027-01-01', 'a@2024')).toBe('unknown');
    expect(since('2026-11-22', 'a@2024')).toBe('newer-than-data');
    expect(since('2026-11-23', 'a@2024')).toBe('unknown');
  });

  test('a page newer than the check says so, with the day of the check', () => {
    expect(changesSince({ claims: [], checked }, '2026-11-15', today)).toEqual({
      kind: 'newer-than-data',
      checked,
    });
  });

  test('the day of the check itself, and a page that only says its year, are not newer', () => {
    expect(since('2026-11-14', 'a@2024')).toBe('none');
    expect(since('2026', 'a@2024')).toBe('none');
  });

  test('no change is told with its date', () => {
    expect(changesSince({ claims: claims('a@2023-01-01'), checked }, '2023-09', today)).toEqual({
      kind: 'none',
      since: '2023-09',
    });
  });

  test('claims of later months are news, claims of the same month are not', () => {
    expect(since('2023-09-25', 'a@2023-11')).toBe('a');
    expect(since('2023-11-14', 'a@2023-11')).toBe('none');
    expect(since('2023', 'a@2023-12-31', 'b@2024')).toBe('b');
  });

  test('what was overtaken comes first, the rest newest first', () => {
    expect(since('2023-09', 'x@2026', 'old@2023-01', 'new@2024-05>old', 'y@2026-03-01')).toBe(
      'old→new y x',
    );
  });

  test('a chain is told from what held then to what holds now', () => {
    const chain = ['a@2022', 'b@2023>a', 'c@2024>b', 'd@2025>c'];
    expect(since('2022-06-01', ...chain)).toBe('a→d');
    expect(since('2023-06-01', ...chain)).toBe('b→d');
    expect(since('2025-06-01', ...chain)).toBe('none');
  });

  test('a chain wholly after the page shows its end alone', () => {
    expect(since('2020-01-01', 'b@2023', 'c@2024>b')).toBe('c');
  });

  test('what was replaced before the page was written is not brought up', () => {
    expect(since('2024-01-01', 'a@2022', 'b@2023>a')).toBe('none');
  });

  test('of two branches the newest stands as what holds now, and the other is news', () => {
    expect(since('2022-06-01', 'a@2022', 'b@2024>a', 'c@2025>a')).toBe('a→c b');
  });

  test('a claim of another term is shown as the old side', () => {
    const [newer] = claims('b@2024');
    const claim = {
      ...newer,
      supersedes: 'elsewhere',
      overtakes: { id: 'elsewhere', text: 'old words', asOf: '2022' },
    } as unknown as CardClaim;
    const found = changesSince({ claims: [claim], checked }, '2023', today);
    expect(found).toMatchObject({ overtaken: [{ old: { text: 'old words' }, new: { id: 'b' } }] });
    expect(countChanges(found)).toBe(1);
  });

  test('a replaced claim that is not recorded leaves plain news', () => {
    expect(since('2023', 'b@2024>gone')).toBe('b');
  });

  test('rings and claims that replace themselves end', () => {
    expect(since('2020', 'a@2024>b', 'b@2025>a')).toBe('none');
    expect(since('2020', 'a@2024>a')).toBe('a');
    expect(since('2024-06-01', 'a@2024>b', 'b@2025>a')).toBe('a→b');
  });

  test('changes are counted as lines', () => {
    const record = { claims: claims('a@2022', 'b@2024>a', 'c@2025'), checked };
    expect(countChanges(changesSince(record, '2023', today))).toBe(2);
    expect(countChanges(changesSince(record, undefined, today))).toBe(0);
    expect(countChanges(changesSince(record, '2026', today))).toBe(0);
  });

  test('each claim is told at most once as new, and nothing older than the page is', () => {
    const day = fc
      .tuple(fc.integer({ min: 2020, max: 2026 }), fc.integer({ min: 1, max: 12 }))
      .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`);
    const record = fc.array(fc.tuple(day, fc.option(fc.nat(9))), { maxLength: 10 });
    fc.assert(
      fc.property(record, day, (rows, page) => {
        const written = rows.map(([asOf, old], i) =>
          old === null || old >= i ? `c${i}@${asOf}` : `c${i}@${asOf}>c${old}`,
        );
        const found = changesSince({ claims: claims(...written), checked }, page, today);
        if (found.kind !== 'changed') return;
        const added = found.added.map((claim) => claim.id);
        expect(new Set(added).size).toBe(added.length);
        for (const claim of found.added) expect(isLater(claim.asOf, page)).toBe(true);
        for (const { old } of found.overtaken) expect(isLater(old.asOf, page)).toBe(false);
      }),
    );
  });
});

describe('as read on a day', () => {
  const chain = claims('c@2025-05>b', 'b@2024>a', 'a@2022-03-01', 'x@2023-11');
  test.each([
    ['2021-01-01', ''],
    ['2022-03-01', 'a'],
    ['2023-11-02', 'a x'],
    ['2024-02-01', 'b x'],
    ['2026-01-01', 'c x'],
  ])('%s: %s', (day, expected) => {
    expect(
      asReadOn(chain, day)
        .map((claim) => claim.id)
        .join(' '),
    ).toBe(expected);
  });
});
