/**
 * The aliases in the packed lexicon, looked up where they stand: nothing is built and nothing read
 * but what a page's words lead to, so sixty forms and a hundred thousand start equally fast. The
 * table is over word prefixes (“competition”, “competition and”, “competition and markets”, …): a
 * walk from a word start stops at the first word that begins no alias.
 */
import { foldCode } from './characters.ts';
import type { Lexicon } from './lexicon.ts';
import { packAliases } from './pack-aliases.ts';
import { CELL, decodeAt, ESCAPE, FORMAT, mix, slotOf, startBit } from './packed-format.ts';

export { mix };

export interface AliasIndex {
  readonly size: number;
  /** Folded length of the longest form, in code units. */
  readonly longest: number;
  /** An expression that matches where a form may begin; empty in a large lexicon. */
  readonly starts: string;
  /** First characters of forms that do not begin with a letter or digit, such as `$`. */
  readonly symbols: ReadonlySet<number>;
  /** @returns false where no form begins with these characters: see `startBit`. */
  mayStart(codes: ArrayLike<number>, length: number): boolean;
  /**
   * @param hash of the folded prefix, by `mix` from 0.
   * @param length of the prefix in folded code units, which are in `codes`.
   * @returns PREFIX_ONLY, NOT_FOUND or the number of a group.
   */
  lookUp(hash: number, length: number, codes: Uint16Array): number;
  /** The whole of it: `createEntryReader` reads the entries of a group there. */
  readonly packed: string;
}

export const PREFIX_ONLY = -1;
export const NOT_FOUND = -2;

const TAB = 9;
const SPACE = 0x20;

/** For tests and tools, which have a lexicon and no packed one. */
export function createAliasIndex(lexicon: Lexicon): AliasIndex {
  return openAliasIndex(packAliases(lexicon)) as AliasIndex;
}

/**
 * @param packed what `packAliases` wrote; anything else is possible, since it comes from storage.
 * @returns undefined where the text is no packed lexicon: the caller asks for a fresh copy.
 */
export function openAliasIndex(packed: unknown): AliasIndex | undefined {
  if (typeof packed !== 'string' || !packed.startsWith(`${FORMAT}\n`)) return undefined;
  const text = packed;
  const ends: number[] = [];
  for (let at = text.indexOf('\n'); ends.length < 4 && at >= 0; at = text.indexOf('\n', at + 1)) {
    ends.push(at);
  }
  const [, second = 0, third = 0, fourth = 0] = ends;
  const [size, longest, slots, bits, symbolList = ''] = text
    .slice(second + 1, third)
    .split('\t') as [string, string, string, string, string?];
  const slotCount = Number(slots);
  const startBits = Number(bits);
  const startsAt = fourth + 1;
  const tableAt = startsAt + startBits / 8;
  const linesAt = tableAt + slotCount * CELL;
  if (ends.length < 4 || !(linesAt <= text.length && Number(size) >= 0)) return undefined;
  const symbols = new Set(symbolList === '' ? [] : symbolList.split(',').map(Number));

  /** Whether the line's first form begins with the codes; if so, whether it ends there too. */
  function compare(line: number, length: number, codes: Uint16Array): number {
    let at = line;
    for (let index = 0; index < length; index++) {
      let code = text.charCodeAt(at++);
      if (code === ESCAPE) {
        code = decodeAt(text, at);
        at += 3;
      } else if (code === TAB) {
        return NOT_FOUND;
      }
      if (foldCode(code) !== codes[index]) return NOT_FOUND;
      if (codes[index] === SPACE) at = skipSpaces(at);
    }
    return text.charCodeAt(at) === TAB ? line : PREFIX_ONLY;
  }

  /** A run of white space counts as one. */
  function skipSpaces(from: number): number {
    let at = from;
    for (;;) {
      const code = text.charCodeAt(at);
      const isEscaped = code === ESCAPE;
      if (foldCode(isEscaped ? decodeAt(text, at + 1) : code) !== SPACE || code === TAB) return at;
      at += isEscaped ? 4 : 1;
    }
  }

  return {
    size: Number(size),
    longest: Number(longest),
    starts: text.slice(third + 1, fourth),
    symbols,
    mayStart(codes, length) {
      const bit = startBit(codes, length, startBits);
      return (text.charCodeAt(startsAt + (bit >>> 3)) & (1 << (bit & 7))) !== 0;
    },
    lookUp(hash, length, codes) {
      let slot = slotOf(hash, slotCount);
      let best: number = NOT_FOUND;
      for (let probes = 0; probes < slotCount; probes++) {
        const at = tableAt + slot * CELL;
        const stored =
          (text.charCodeAt(at + 1) << 16) |
          (text.charCodeAt(at + 2) << 8) |
          text.charCodeAt(at + 3);
        if (stored === 0) return best;
        if (text.charCodeAt(at) === hash >>> 24) {
          const found = compare(linesAt + stored - 1, length, codes);
          // A cell of a longer form may look like this prefix: the form itself may still follow.
          if (found >= 0) return found;
          if (found === PREFIX_ONLY) best = found;
        }
        slot = (slot + 1) & (slotCount - 1);
      }
      return best;
    },
    packed: text,
  };
}
