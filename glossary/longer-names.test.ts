import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readPacks } from '../data/read-packs.ts';
import type { TermId } from '../data/schema.ts';
import { buildLexicon, type LexiconEntry } from './lexicon.ts';
import { createMatcher, findMentions } from './matcher.ts';
import { NO_TERM } from './packed-format.ts';

const { packs } = readPacks(fileURLToPath(new URL('..', import.meta.url)));
const { findMentions: find } = createMatcher(buildLexicon(packs));

function entry(text: string, termId: TermId): LexiconEntry {
  return { text, termId, ambiguous: false, matchCase: 'any', acronym: false };
}

describe('a longer name that holds an alias', () => {
  const lexicon = {
    version: 'x',
    entries: [entry('Lamp', 'lamp' as TermId), entry('Lamp Post Press', NO_TERM)],
  };
  const surfaces = (text: string) => findMentions(text, lexicon).map(({ start }) => start);

  test('is no mention, in no letter case, and neither is the alias in it', () => {
    expect(surfaces('Lamp Post Press, LAMP POST PRESS, lamp post press')).toEqual([]);
  });

  test('leaves the alias beside it, and a part of it, as they were', () => {
    expect(surfaces('Lamp Post Press sells a lamp; Lamp Post')).toEqual([24, 30]);
  });
});

test.each([
  ['Google Cloud Print has ended, Google Cloud has not.', ['Google Cloud']],
  ['DALL-E mini is not made by the makers of DALL-E.', ['DALL-E']],
  ['The European Commission of Human Rights sat in Strasbourg.', []],
  ['The European Commission sits elsewhere.', ['European Commission']],
  ['The Behringer DeepMind 12 has twelve voices.', []],
  ['Fukuoka SoftBank Hawks beat the Giants.', []],
])('in the dataset: %s', (text, expected) => {
  expect(find(text).map(({ surface }) => surface)).toEqual(expected);
});
