/**
 * Finds the places of a text where some alias may begin. Two ways: the browser's own regular
 * expression engine, hot from the first character, for glossaries of ordinary size; and a loop over
 * word starts with a two-character filter, whose cost does not grow with the number of aliases.
 * Both only propose; the matcher decides.
 */
import { type AliasIndex, symbolStarts } from './alias-index.ts';
import { foldCode, isWordCode, joins } from './characters.ts';

/**
 * @param text searched.
 * @param from first offset that counts.
 * @returns offset of the next proposed start, or -1.
 */
export type StartFinder = (text: string, from: number) => number;

/** Up to here the native engine is ahead (measured by `npm run bench`). */
const NATIVE_UP_TO = 1500;
/** Characters of a form that the expression spells out; more make it larger, not faster. */
const DEPTH = 7;

export function createStartFinder(index: AliasIndex): StartFinder {
  return index.forms.length <= NATIVE_UP_TO ? nativeFinder(index) : filterFinder(index);
}

type Trie = Map<string, Trie>;

export function nativeFinder(index: AliasIndex): StartFinder {
  const words: Trie = new Map();
  const others: Trie = new Map();
  for (const form of index.forms) {
    let at = /^[a-z0-9_]/u.test(form) ? words : others;
    for (const char of [...form].slice(0, DEPTH)) {
      let next = at.get(char);
      if (next === undefined) {
        next = new Map();
        at.set(char, next);
      }
      at = next;
    }
    at.set('', new Map());
  }
  const branches = [];
  if (words.size > 0) branches.push(`\\b${spell(words)}`);
  if (others.size > 0) branches.push(spell(others));
  if (branches.length === 0) return () => -1;
  const expression = new RegExp(branches.join('|'), 'g');
  return (text, from) => {
    expression.lastIndex = from;
    return expression.test(text) ? matchStart(expression, text, from) : -1;
  };
}

/** `test` leaves only the end; the start is what is wanted, so the match is taken again at need. */
function matchStart(expression: RegExp, text: string, from: number): number {
  expression.lastIndex = from;
  return expression.exec(text)?.index ?? -1;
}

/** A trie as an expression; the end of a form makes the rest optional, which needs no spelling. */
function spell(trie: Trie): string {
  if (trie.size === 0 || trie.has('')) return '';
  const parts = [...trie].map(([char, rest]) => spellChar(char) + spell(rest));
  return parts.length === 1 ? (parts[0] as string) : `(?:${parts.join('|')})`;
}

function spellChar(char: string): string {
  if (char === ' ') return '\\s+';
  if (char === '-') return '[-\\u2010-\\u2013\\u2212\\ufe63]';
  if (char === "'") return "['\\u2018\\u2019\\u02bc\\u201b]";
  const upper = char.toUpperCase();
  const variants = upper.length === 1 ? new Set([char, upper]) : new Set([char]);
  return `[${[...variants].map((each) => each.replace(/[\\\]^-]/u, '\\$&')).join('')}]`;
}

export function filterFinder(index: AliasIndex): StartFinder {
  const symbols = symbolStarts(index);
  const pairs = new Int32Array(2048);
  const bit = (first: number, second: number) => (first * 251 + second) & 0xffff;
  for (const form of index.forms) {
    const hash = bit(form.charCodeAt(0), form.length > 1 ? form.charCodeAt(1) : 0);
    pairs[hash >>> 5] = (pairs[hash >>> 5] as number) | (1 << (hash & 31));
  }
  const short = new Set(
    index.forms.filter((form) => form.length === 1).map((form) => form.charCodeAt(0)),
  );
  return (text, from) => {
    let previous = from > 0 ? text.charCodeAt(from - 1) : Number.NaN;
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const starts = isWordCode(code) ? !joins(previous, code) : symbols.has(code);
      if (starts) {
        const first = foldCode(code);
        const second = at + 1 < text.length ? foldCode(text.charCodeAt(at + 1)) : 0;
        const hash = bit(first, second);
        if (((pairs[hash >>> 5] as number) & (1 << (hash & 31))) !== 0 || short.has(first)) {
          return at;
        }
      }
      previous = code;
    }
    return -1;
  };
}
