/**
 * How forms may begin on a page, letter case included: as one regular expression, for the browser's own
 * engine, and as the first characters alone. Most forms are names, and most words of a text begin with a
 * small letter: told apart here, they never come to the matcher.
 */
import { foldCode, isSpaceCode, isWordCode } from './characters.ts';
import type { LexiconEntry } from './lexicon.ts';

/**
 * Characters of a form that the expression spells out, and the one behind a space that they end with.
 * Every page has it compiled, so it is to tell words apart and no more: few in a text are capitals
 * throughout, many begin small.
 */
const DEPTH = { small: 7, name: 5, any: 6, capitals: 3 } as const;
const SPACE = 0x20;

type Form = Pick<LexiconEntry, 'text' | 'matchCase'>;
/** For each character of a form, the code units that may be written for it; a space for any space. */
type Spelling = readonly (readonly number[])[];
type Trie = Map<string, Trie>;

/**
 * @param forms with their rules of letter case.
 * @returns the source of an expression in ASCII that matches wherever a form may begin; empty where
 *   there are no forms.
 */
export function spellStarts(forms: Iterable<Form>): string {
  const words: Trie = new Map();
  const others: Trie = new Map();
  for (const form of forms) {
    for (const spelling of spellingsOf(form)) {
      const [first = [], ...rest] = spelling;
      // A boundary is one between letters of ASCII and all else.
      const ascii = first.filter(isAsciiWord);
      const wide = first.filter((code) => !isAsciiWord(code));
      if (ascii.length > 0) put(words, [ascii, ...rest]);
      if (wide.length > 0) put(others, [wide, ...rest]);
    }
  }
  const branches = [];
  if (words.size > 0) branches.push(`\\b${spell(words)}`);
  if (others.size > 0) branches.push(spell(others));
  return branches.join('|');
}

/** @returns the code units that a form may begin with; some of them twice. */
export function firstCodes(form: Form): number[] {
  return spellingsOf(form).flatMap(([first = []]) => first);
}

function put(trie: Trie, spelling: Spelling): void {
  let at = trie;
  for (const codes of spelling) {
    const key = codes.map(spellCode).join('');
    let next = at.get(key);
    if (next === undefined) {
      next = new Map();
      at.set(key, next);
    }
    at = next;
  }
  at.set('', new Map());
}

/** A trie as an expression; the end of a form makes the rest optional, which needs no spelling. */
function spell(trie: Trie): string {
  if (trie.size === 0 || trie.has('')) return '';
  const parts: string[] = [];
  // Characters after which all is optional: in one class, which is far cheaper to compile.
  const last = new Set<string>();
  for (const [key, rest] of trie) {
    const spelt = spell(rest);
    if (spelt === '') for (const one of key.match(ONE) ?? []) last.add(one);
    else parts.push(`${oneOf(key)}${key === ANY_SPACE ? '+' : ''}${spelt}`);
  }
  if (last.size > 0) parts.push(oneOf([...last].join('')));
  return parts.length === 1 ? (parts[0] as string) : `(?:${parts.join('|')})`;
}

/** One character of a class. */
const ONE = /\\u.{4}|\\s|./g;

/** A class, but for a single character: literals that follow each other are compared together. */
function oneOf(key: string): string {
  return key.match(ONE)?.length === 1 ? key : `[${key}]`;
}

/** The ways to write a form that `acceptsCase` allows: by its rule, and in capitals throughout. */
function spellingsOf({ text, matchCase }: Form): Spelling[] {
  const isName = upperOf(text.charCodeAt(0)) === text.charCodeAt(0);
  const depth = matchCase === 'any' ? DEPTH.any : isName ? DEPTH.name : DEPTH.small;
  const written: number[][] = [];
  const capitals: number[][] = [];
  let isWordStart = true;
  for (let at = 0; at < text.length && written.length <= depth; at++) {
    const code = text.charCodeAt(at);
    if (isSpaceCode(code)) {
      while (isSpaceCode(text.charCodeAt(at + 1))) at++;
      written.push([SPACE]);
      capitals.push([SPACE]);
      isWordStart = true;
      continue;
    }
    const variants = variantsOf(foldCode(code));
    const isFree = isWordStart && matchCase === 'smart' && upperOf(code) !== code;
    written.push(matchCase === 'any' || !isWordCode(code) || isFree ? [...variants] : [code]);
    capitals.push(variants.filter((each) => upperOf(each) === each));
    isWordStart = !isWordCode(code);
  }
  const canBeCapitals = matchCase === 'smart' && capitals.every((codes) => codes.length > 0);
  const short = cut(written, depth);
  return canBeCapitals ? [short, cut(capitals, DEPTH.capitals)] : [short];
}

/** “cloud” alone would be met at every turn, “cloud d” is not. */
function cut(spelling: Spelling, depth: number): Spelling {
  return spelling.slice(0, spelling[depth - 1]?.[0] === SPACE ? depth + 1 : depth);
}

/** @returns a code unit's capital; 0 where that is no single one, so that it equals none. */
function upperOf(code: number): number {
  const upper = String.fromCharCode(code).toUpperCase();
  return upper.length === 1 ? upper.charCodeAt(0) : 0;
}

/** Code units by what they fold to, where that is another. */
let folding: Map<number, number[]> | undefined;

/** @returns all code units that fold to this one: no table says which small letters the Kelvin sign has. */
function variantsOf(folded: number): readonly number[] {
  if (folding === undefined) {
    folding = new Map();
    for (let code = 0; code <= 0xffff; code++) {
      const to = foldCode(code);
      if (to !== code) folding.set(to, [...(folding.get(to) ?? []), code]);
    }
  }
  return [folded, ...(folding.get(folded) ?? [])];
}

function isAsciiWord(code: number): boolean {
  return code < 0x80 && isWordCode(code);
}

const ANY_SPACE = '\\s';

/** @returns a code unit as it stands in a class. */
function spellCode(code: number): string {
  if (code === SPACE) return ANY_SPACE;
  const char = String.fromCharCode(code);
  if (/[a-z0-9]/i.test(char) && code < 0x80) return char;
  return `\\u${code.toString(16).padStart(4, '0')}`;
}
