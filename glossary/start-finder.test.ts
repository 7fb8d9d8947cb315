import { describe, expect, test } from 'vitest';
import type { TermId } from '../data/schema.ts';
import { createAliasIndex } from './alias-index.ts';
import type { LexiconEntry } from './lexicon.ts';
import { filterFinder, nativeFinder } from './start-finder.ts';

const entry = (text: string, matchCase: LexiconEntry['matchCase'] = 'smart'): LexiconEntry => ({
  text,
  termId: 'term' as TermId,
  ambiguous: false,
  matchCase,
  acronym: false,
});
const index = createAliasIndex({
  version: 'v1',
  entries: [
    entry('Kestrel'),
    entry('open weights'),
    entry('iPhone', 'exact'),
    entry('chatbot', 'any'),
    entry('Élan'),
  ],
});

describe.each([
  ['expression', nativeFinder(index)],
  ['filter', filterFinder(index)],
])('%s', (_, find) => {
  test.each([
    ['a kestrel’s kestrels', -1],
    ['a Kestrel', 2],
    ['a KESTREL', 2],
    // The Kelvin sign is a capital.
    ['a \u212aESTREL', 2],
    ['an IPHONE', -1],
    ['an iPhone', 3],
    ['Open Weights', 0],
    ['a ChatBot', 2],
    ['un élan', -1],
    ['un Élan', 3],
  ])('%s', (text, at) => {
    const found = find(text, 0);
    expect(found).toBe(at);
  });
});

test('the expression is written in ASCII', () => {
  expect(index.starts).toMatch(/^[\x20-\x7e]+$/);
});
