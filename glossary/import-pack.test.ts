import { describe, expect, test } from 'vitest';
import { checkPackText } from './import-pack.ts';
import { LAMP_PACK as PACK } from './lamp-pack.fixture.ts';

const NOTHING = { version: '0', entries: [] };
const KNOWN = {
  version: '1',
  entries: [
    { text: 'Amazon', termId: 'amazon', ambiguous: false, matchCase: 'smart', acronym: false },
  ],
} as unknown as Parameters<typeof checkPackText>[1];

const check = (pack: unknown, known: typeof KNOWN = NOTHING) =>
  checkPackText(JSON.stringify(pack), known);
const withTerm = (change: object) => ({ ...PACK, terms: [{ ...PACK.terms[0], ...change }] });
const claimOf = (change: object) =>
  withTerm({ claims: [{ ...PACK.terms[0]?.claims[0], ...change }] });

describe('checkPackText', () => {
  test('takes a sound pack and says what it would add', () => {
    expect(check(PACK)).toMatchObject({ kind: 'usable', added: ['Zyxlux'], clashes: [] });
  });

  test('says where a text stops being JSON', () => {
    const result = checkPackText('{\n "info": }', NOTHING);
    expect(result).toMatchObject({ kind: 'not-json', message: expect.stringContaining('line 2') });
  });

  test.each([
    ['a field that is missing', { ...PACK, sources: undefined }, 'sources'],
    ['a field that does not belong', { ...PACK, script: 'x' }, 'script'],
    [
      'an address without https',
      { ...PACK, sources: [{ ...PACK.sources[0], url: 'http://x.y' }] },
      'url',
    ],
    [
      'a source that is not listed',
      claimOf({ sources: [{ source: 'else', locator: 'p' }] }),
      'zyxlux',
    ],
    ['a claim that replaces no known one', claimOf({ supersedes: 'else' }), 'supersedes'],
    [
      'a relation to nobody',
      withTerm({ related: [{ to: 'nobody', relation: 'makes' }] }),
      'related',
    ],
    ['a day that no calendar has', claimOf({ asOf: '2026-02-31' }), 'asOf'],
  ])('refuses %s, and names the place', (_, pack, place) => {
    const result = check(pack);
    expect(result.kind).toBe('faulty');
    if (result.kind !== 'faulty') return;
    expect(result.faults.some(({ field }) => field.includes(place))).toBe(true);
    for (const fault of result.faults) expect(fault.fix).not.toBe('');
  });

  test('lets a pack relate its terms to known ones', () => {
    const pack = withTerm({ related: [{ to: 'amazon', relation: 'competes with' }] });
    expect(check(pack).kind).toBe('faulty');
    expect(check(pack, KNOWN).kind).toBe('usable');
  });

  test('takes a pack that is merely written otherwise than ours, with remarks', () => {
    const result = check(claimOf({ text: 'Zyxlux opened in October 2026' }));
    expect(result.kind === 'usable' && result.remarks.length).toBeGreaterThan(0);
  });
});
