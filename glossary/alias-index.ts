/**
 * The lexicon's forms in a hash table over word prefixes: “competition”, “competition and”,
 * “competition and markets”, … One Int32Array and one string serve sixty forms or a hundred
 * thousand; a walk from a word start stops at the first word that begins no alias.
 */
import { fold, foldCode, isWordCode, joins } from './characters.ts';
import type { Lexicon, LexiconEntry } from './lexicon.ts';

/** What stands at a place of the table: [hash, start in the pool, length, group or -1]. */
const CELL = 4;
const EMPTY = -1;

export interface AliasIndex {
  /** Entries whose forms fold to the same characters. */
  readonly groups: readonly (readonly LexiconEntry[])[];
  /** Folded length of the longest form, in code units. */
  readonly longest: number;
  /** Folded forms, for the start finder. */
  readonly forms: readonly string[];
  /**
   * @param hash of the folded prefix, by `mix` from 0.
   * @param length of the prefix in folded code units.
   * @returns PREFIX_ONLY, NOT_FOUND or the number of a group.
   */
  lookUp(hash: number, length: number, codes: Uint16Array): number;
}

export const PREFIX_ONLY = -1;
export const NOT_FOUND = -2;

/** One step of the rolling hash over folded code units. */
export function mix(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x5bd1e995) + (hash >>> 15);
}

export function createAliasIndex(lexicon: Lexicon): AliasIndex {
  const groups: LexiconEntry[][] = [];
  const numbers = new Map<string, number>();
  for (const entry of lexicon.entries) {
    const form = fold(entry.text);
    const number = numbers.get(form);
    if (number === undefined) {
      numbers.set(form, groups.length);
      groups.push([entry]);
    } else {
      groups[number]?.push(entry);
    }
  }
  const forms = [...numbers.keys()];
  const pool = forms.join('');

  let prefixes = 0;
  for (const form of forms) {
    for (let end = 1; end <= form.length; end++) if (endsPrefix(form, end)) prefixes++;
  }
  let size = 16;
  while (size < prefixes * 1.5) size *= 2;
  const cells = new Int32Array(size * CELL).fill(EMPTY);
  const place = (hash: number) => (hash & (size - 1)) * CELL;

  let base = 0;
  let longest = 0;
  forms.forEach((form, group) => {
    longest = Math.max(longest, form.length);
    let hash = 0;
    for (let end = 1; end <= form.length; end++) {
      hash = mix(hash, form.charCodeAt(end - 1));
      if (!endsPrefix(form, end)) continue;
      let at = place(hash);
      while (cells[at + 2] !== EMPTY) {
        if (
          cells[at] === hash &&
          cells[at + 2] === end &&
          pool.startsWith(form.slice(0, end), cells[at + 1])
        ) {
          break;
        }
        at = (at + CELL) % cells.length;
      }
      cells[at] = hash;
      cells[at + 1] = base;
      cells[at + 2] = end;
      if (end === form.length) cells[at + 3] = group;
    }
    base += form.length;
  });

  return {
    groups,
    longest,
    forms,
    lookUp(hash, length, codes) {
      let at = place(hash);
      while (cells[at + 2] !== EMPTY) {
        if (cells[at] === hash && cells[at + 2] === length) {
          const start = cells[at + 1] as number;
          let same = 0;
          while (same < length && pool.charCodeAt(start + same) === codes[same]) same++;
          if (same === length) return cells[at + 3] as number;
        }
        at = (at + CELL) % cells.length;
      }
      return NOT_FOUND;
    },
  };
}

/** Prefixes are kept at the end of a word and at the end of the form. */
function endsPrefix(form: string, end: number): boolean {
  if (end === form.length) return true;
  const last = form.charCodeAt(end - 1);
  return isWordCode(last) && !joins(last, form.charCodeAt(end));
}

/** First characters of forms that do not begin with a letter or digit, such as `$`. */
export function symbolStarts(index: AliasIndex): ReadonlySet<number> {
  return new Set(
    index.forms.map((form) => foldCode(form.charCodeAt(0))).filter((code) => !isWordCode(code)),
  );
}
