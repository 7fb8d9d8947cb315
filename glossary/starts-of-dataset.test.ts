import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { checkDataset } from '../data/lint/check-dataset.ts';
import { createAliasIndex } from './alias-index.ts';
import { buildLexicon } from './lexicon.ts';
import { createMatcher } from './matcher.ts';
import { filterFinder, nativeFinder } from './start-finder.ts';

const lexicon = buildLexicon(checkDataset(fileURLToPath(new URL('..', import.meta.url))).packs);

/** A form as readers meet it, and as they don't. */
function spellingsOf(text: string): string[] {
  return [
    ...[text, text.toUpperCase(), text.toLowerCase(), `${text}s`, `${text.toUpperCase()}S`],
    text.replace(/\b[a-z]/g, (letter) => letter.toUpperCase()),
    text.slice(0, 1).toLowerCase() + text.slice(1),
    text.slice(0, 1).toUpperCase() + text.slice(1),
    text.replaceAll('-', '\u2011').replaceAll("'", '’').replaceAll(' ', '\u00a0\n '),
    text.replace(/k/gi, '\u212a'),
  ];
}

test('whichever way proposes the starts, every alias is found in every spelling as if all were tried', () => {
  const tryAll = createMatcher(lexicon, () => (text, from) => (from < text.length ? from : -1));
  const matchers = [createMatcher(lexicon, nativeFinder), createMatcher(lexicon, filterFinder)];
  let found = 0;
  for (const { text } of lexicon.entries) {
    for (const spelling of spellingsOf(text)) {
      for (const page of [spelling, `é${spelling} x`, `の(${spelling})の`]) {
        const expected = tryAll.findMentions(page);
        found += expected.length;
        for (const { findMentions } of matchers) expect(findMentions(page)).toEqual(expected);
      }
    }
  }
  expect(found).toBeGreaterThan(lexicon.entries.length);
});

test('the expression is short for its forms: every page has it compiled', () => {
  const { starts } = createAliasIndex(lexicon);
  expect(starts.length / lexicon.entries.length).toBeLessThan(6);
});
