import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createVocabulary, hashOn } from './vocabulary.ts';

function createWords() {
  const vocabulary = createVocabulary((word) => ({ word }));
  return (text: string, start = 0, end = text.length, hashOf = hash) =>
    vocabulary.at(text, start, end, hashOf(text.slice(start, end)));
}

function hash(word: string): number {
  return [...word].reduce((sum, _, i) => hashOn(sum, word.charCodeAt(i)), 0);
}

test('a word is known again wherever it stands', () => {
  const at = createWords();
  const gold = at('gold');
  expect(gold.word).toBe('gold');
  expect(at('the gold rose', 4, 8)).toBe(gold);
  expect(at('golden')).not.toBe(gold);
  expect(at('gol')).not.toBe(gold);
});

test('words of one hash are told apart', () => {
  const at = createWords();
  const same = () => 7;
  const [gold, iron] = [at('gold', 0, 4, same), at('iron', 0, 4, same)];
  expect([gold.word, iron.word]).toEqual(['gold', 'iron']);
  expect(at('gold', 0, 4, same)).toBe(gold);
  expect(at('iron', 0, 4, same)).toBe(iron);
});

test('any words, in any order, each have one entry of their own', () => {
  const words = fc.array(fc.string({ minLength: 1, maxLength: 6 }), { maxLength: 3000 });
  fc.assert(
    fc.property(words, (list) => {
      const at = createWords();
      const known = new Map(list.map((word) => [word, at(word)]));
      for (const word of list) expect(at(word)).toBe(known.get(word));
      for (const [word, entry] of known) expect(entry.word).toBe(word);
    }),
  );
});

test('a page of ever new words does not fill the memory', () => {
  let made = 0;
  const vocabulary = createVocabulary((word) => ({ word, number: made++ }));
  const at = (word: string) => vocabulary.at(word, 0, word.length, hash(word));
  const first = at('gold');
  for (let i = 0; i < 19_000; i++) at(`w${i}`);
  expect(at('gold')).toBe(first);
  for (let i = 0; i < 2000; i++) at(`v${i}`);
  expect(at('gold')).not.toBe(first);
});
