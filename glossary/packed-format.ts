/** What the writer and the reader of the packed lexicon must agree on. */

export const FORMAT = 'glosslight-lexicon-2';
export const CASES = ['smart', 'exact', 'any'] as const;
/** Characters of a cell of the hash table: one byte of the hash, three of an offset. */
export const CELL = 4;
/** Before three characters that stand for one that is no byte. */
export const ESCAPE = 0x1b;

/** One step of the rolling hash over folded code units. */
export function mix(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x5bd1e995) + (hash >>> 15);
}

/** @param slots a power of two. */
export function slotOf(hash: number, slots: number): number {
  return (hash ^ (hash >>> 13)) & (slots - 1);
}

/** @param second 0 where there is none. @param size of the set in bits, a power of two. */
export function pairBit(first: number, second: number, size: number): number {
  return (first * 251 + second) & (size - 1);
}
