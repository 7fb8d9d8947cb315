/**
 * Finds where a text holds forms of the lexicon, whole words that fold to the same characters, and
 * nothing of what makes one a mention: that is asked where there is one, and most pages have none.
 */
import { type AliasIndex, mix, NOT_FOUND } from './alias-index.ts';
import { cleanText, foldCode, isSpaceCode, isWordCode, joins, UNCLEAN } from './characters.ts';
import { createStartFinder, gluedFinder, type StartFinder } from './start-finder.ts';

/**
 * Forms found in one text, three numbers each: start and end in the text as `cleanText` leaves it, and
 * twice the form's group in the lexicon, one more where a plural s follows. By start; those of one
 * start from the shortest to the longest, and a plural before a form that ends where it does.
 */
export type FormHits = readonly number[];
/** Numbers of a hit. */
export const HIT = 3;

export interface FormFinder {
  /** @param text one chunk of page text. */
  findForms(text: string): FormHits;
  /**
   * @param text in which words may be glued together where one block of a page ends.
   * @returns false where no form is in it, whatever is glued; of a large lexicon, always true.
   */
  mayHold(text: string): boolean;
}

/**
 * Put behind a text it makes the browser keep it as a wide string. An expression is compiled for each
 * kind of string by itself, and most pages have both: some chunks with a curly quote and some without.
 */
const WIDE = '\u241f';
/**
 * Characters searched from which on strings stay as they are: narrow ones are searched faster, which in
 * a long page is worth more than the compiling.
 */
const LONG = 60_000;

/** @param index a packed lexicon, opened: nothing is built. */
export function createFormFinder(
  index: AliasIndex,
  finder: (index: AliasIndex) => StartFinder = createStartFinder,
): FormFinder {
  const nextStart = finder(index);
  const codes = new Uint16Array(index.longest + 2);
  /** Made when it is wanted: few pages ask for it. */
  let nextGlued: StartFinder | undefined;
  let searched = 0;

  /** Adds every form that begins exactly here; where words are glued, amid letters, too. */
  function addFormsAt(text: string, start: number, hits: number[], isGlued: boolean): void {
    const first = text.charCodeAt(start);
    if (!isGlued && isWordCode(first) && joins(text.charCodeAt(start - 1), first)) return;
    let hash = 0;
    let length = 0;
    let at = start;
    while (at < text.length && length <= index.longest) {
      const code = foldCode(text.charCodeAt(at));
      const before = hash;
      hash = mix(hash, code);
      codes[length++] = code;
      at++;
      if (code === 0x20) while (isSpaceCode(text.charCodeAt(at))) at++;
      const isWord = isWordCode(code);
      const isAmid = isWord && joins(code, text.charCodeAt(at));
      if (isAmid && !isGlued) continue;
      if (code === 0x73 && length > 1) {
        const singular = index.lookUp(before, length - 1, codes);
        if (singular >= 0) hits.push(start, at, 2 * singular + 1);
      }
      if (length > index.longest) break;
      const group = index.lookUp(hash, length, codes);
      if (group >= 0) hits.push(start, at, 2 * group);
      if (group === NOT_FOUND && isWord && !isAmid) break;
    }
  }

  function find(text: string, next: StartFinder, isGlued: boolean): FormHits {
    searched += text.length;
    const whole = searched < LONG ? text + WIDE : text;
    const clean = UNCLEAN.test(whole) ? cleanText(whole) : whole;
    const hits: number[] = [];
    let start = next(clean, 0);
    for (; start >= 0; start = next(clean, start + 1)) addFormsAt(clean, start, hits, isGlued);
    return hits;
  }

  return {
    findForms: (text) => find(text, nextStart, false),
    mayHold(text) {
      // The loop over word starts knows none amid letters.
      if (index.starts === '') return true;
      nextGlued ??= gluedFinder(index);
      return find(text, nextGlued, true).length > 0;
    },
  };
}
