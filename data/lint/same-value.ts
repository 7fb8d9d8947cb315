/** When two values say the same. */
import type { Value } from '../schema.ts';

/** A text that is equal for two values that mean the same quantity. */
export function quantity({ amount, to, unit, bound }: Value): string {
  return [amount, to ?? '', unit.toLowerCase(), bound].join('|');
}

/** A text with case, punctuation and spaces levelled, so that only its words are compared. */
export function bareWords(text: string): string {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ');
}
