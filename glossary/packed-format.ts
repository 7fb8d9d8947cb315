/** What the writer and the reader of the packed lexicon must agree on. */
import type { TermId } from '../data/schema.ts';

export const FORMAT = 'glosslight-lexicon-3';
export const CASES = ['smart', 'exact', 'any'] as const;
/** Of an entry that is no term's: a longer name that holds an alias and means something else. */
export const NO_TERM = '' as TermId;
/** Characters of a cell of the hash table: one byte of the hash, three of an offset. */
export const CELL = 4;
/** Before three characters that stand for one that is no byte. */
export const ESCAPE = 0x1b;

/** @returns the code unit that three characters stand for, the first of them at this offset. */
export function decodeAt(text: string, at: number): number {
  const six = (offset: number) => text.charCodeAt(at + offset) - 0x30;
  return (six(0) << 12) | (six(1) << 6) | six(2);
}

/** One step of the rolling hash over folded code units. */
export function mix(hash: number, code: number): number {
  return (Math.imul(hash ^ code, 0x5bd1e995) + (hash >>> 15)) | 0;
}

/** @param slots a power of two. */
export function slotOf(hash: number, slots: number): number {
  return (hash ^ (hash >>> 13)) & (slots - 1);
}

/** Characters of a form's first word that decide whether a place of a text is looked at closely. */
export const START_LENGTH = 4;

/**
 * @param codes the first characters of a word, `START_LENGTH` at most; or the one character that a
 *   form begins with where that is of no word, or of a script without spaces. The very first as it is
 *   written, since a capital tells most names from most words; the others folded.
 * @param length how many there are.
 * @param size of the set in bits, a power of two.
 */
export function startBit(codes: ArrayLike<number>, length: number, size: number): number {
  let hash = length;
  for (let at = 0; at < length; at++) hash = Math.imul(hash ^ (codes[at] as number), 0x01000193);
  return (hash ^ (hash >>> 15)) & (size - 1);
}
