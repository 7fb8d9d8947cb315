import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TermId } from '../data/schema.ts';
import { createAliasIndex, mix, openAliasIndex } from './alias-index.ts';
import { fold, isWordCode, joins } from './characters.ts';
import type { Lexicon, LexiconEntry } from './lexicon.ts';
import { createEntryReader } from './lexicon-entries.ts';
import { packAliases } from './pack-aliases.ts';

const entryOf = (text: string): LexiconEntry => ({
  text,
  termId: 'term' as TermId,
  ambiguous: text.length % 2 === 0,
  matchCase: (['smart', 'exact', 'any'] as const)[text.length % 3] as 'smart',
  acronym: text.length % 5 === 0,
});
const lexiconOf = (texts: readonly string[]): Lexicon => ({
  version: 'v1',
  entries: [...new Set(texts)].map(entryOf),
});

function find(lexicon: Lexicon, text: string) {
  const index = createAliasIndex(lexicon);
  const codes = new Uint16Array(Math.max(index.longest, text.length) + 2);
  const form = fold(text);
  let hash = 0;
  for (let at = 0; at < form.length; at++) {
    codes[at] = form.charCodeAt(at);
    hash = mix(hash, form.charCodeAt(at));
  }
  const group = index.lookUp(hash, form.length, codes);
  return group < 0 ? group : createEntryReader(index.packed)(group);
}

const alias = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 12 })
  .filter((text) => fold(text) !== '');

describe('the packed lexicon', () => {
  test('gives back every entry of every form, whatever its characters', () => {
    fc.assert(
      fc.property(fc.array(alias, { maxLength: 20 }), (texts) => {
        const lexicon = lexiconOf(texts);
        for (const entry of lexicon.entries) {
          expect(find(lexicon, entry.text)).toEqual(
            lexicon.entries.filter((other) => fold(other.text) === fold(entry.text)),
          );
        }
      }),
      { numRuns: 500 },
    );
  });

  test('holds bytes only: a browser keeps one for each character', () => {
    const packed = packAliases(lexiconOf(['東京', 'Claude’s constitution', 'Zoë', '$4 billion']));
    expect(Math.max(...[...packed].map((char) => char.charCodeAt(0)))).toBeLessThan(256);
  });

  test('knows what is a prefix, and what is nothing', () => {
    const lexicon = lexiconOf(['Competition and Markets Authority', 'Competition']);
    expect(find(lexicon, 'competition and')).toBe(-1);
    expect(find(lexicon, 'competition und')).toBe(-2);
    expect(find(lexicon, 'COMPETITION')).toEqual([entryOf('Competition')]);
  });

  test('junk from storage is no index', () => {
    const packed = packAliases(lexiconOf(['Trainium']));
    expect(openAliasIndex(packed)?.size).toBe(1);
    for (const junk of [undefined, 7, '', 'x', packed.slice(1), packed.slice(0, 60)]) {
      expect(openAliasIndex(junk)).toBeUndefined();
    }
  });

  test('50,000 forms are found, and no other', () => {
    const texts = Array.from({ length: 50_000 }, (_, number) => `Term ${number.toString(36)} Inc`);
    const lexicon = lexiconOf(texts);
    const index = openAliasIndex(packAliases(lexicon));
    expect(index?.starts).toBe('');
    expect(find(lexicon, 'term zzz inc')).toEqual([entryOf('Term zzz Inc')]);
    expect(find(lexicon, 'term zzzz inc')).toBe(-2);
  });
});

test('word characters are those of Unicode, by number and by expression alike', () => {
  const word = /[\p{L}\p{N}\p{M}_]/u;
  const spaceless =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々〆]/u;
  for (let code = 0; code < 0x10000; code++) {
    const char = String.fromCharCode(code);
    const isWord = word.test(char);
    expect(isWordCode(code), code.toString(16)).toBe(isWord);
    expect(joins(code, 0x61), code.toString(16)).toBe(isWord && !spaceless.test(char));
  }
});
