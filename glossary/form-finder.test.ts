import { expect, test } from 'vitest';
import type { TermId } from '../data/schema.ts';
import { createAliasIndex, openAliasIndex } from './alias-index.ts';
import { createFormFinder } from './form-finder.ts';
import type { Lexicon } from './lexicon.ts';
import { packAliases } from './pack-aliases.ts';

const lexicon: Lexicon = {
  version: 'test',
  entries: ['Trainium', 'Amazon Web Services', 'open weights'].map((text) => ({
    termId: 'term' as TermId,
    text,
    matchCase: 'smart',
    ambiguous: false,
    acronym: false,
  })),
};

test.each([
  ['the endTrainiumThe start', true],
  ['twoTrainiums', true],
  ['theyAmazon Web ServicesBut', true],
  ['weOpen\n   weights', true],
  ['T\u00adrainium', true],
  ['Amazon Web', false],
  ['Train ium', false],
  ['retrainium', false],
  ['', false],
])('%j, glued together, may hold a form: %s', (text, is) => {
  expect(createFormFinder(createAliasIndex(lexicon)).mayHold(text)).toBe(is);
});

test('of a lexicon without an expression any text may hold one', () => {
  const index = openAliasIndex(packAliases(lexicon, 0));
  if (index === undefined) throw new Error('not packed');
  expect(createFormFinder(index).mayHold('the endTrainiumThe start')).toBe(true);
  expect(createFormFinder(index).mayHold('nothing')).toBe(true);
});

test('the text of a page that is not long is searched as one kind of string, whatever is in it', () => {
  const kinds: boolean[] = [];
  const finder = createFormFinder(createAliasIndex(lexicon), () => (text) => {
    kinds.push(/[^\0-\xff]/.test(text));
    return -1;
  });
  for (const text of ['plain', 'it’s curly', 'n\u00adot clean', '']) finder.findForms(text);
  expect(kinds.splice(0)).toEqual([true, true, true, true]);
  for (const text of ['long '.repeat(20_000), 'plain', 'it’s curly']) finder.findForms(text);
  expect(kinds).toEqual([false, false, true]);
});
