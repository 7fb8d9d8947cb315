/**
 * Finds the places of a text where some alias may begin. Two ways: the browser's own regular
 * expression engine, hot from the first character, for glossaries of ordinary size; and a loop over
 * word starts with a two-character filter, whose cost does not grow with the number of aliases.
 * Both only propose; the matcher decides.
 */
import type { AliasIndex } from './alias-index.ts';
import { classOf, foldCode, OTHER, SPACED } from './characters.ts';
import { pairBit } from './packed-format.ts';

const SPACE = 0x20;

/**
 * @param text searched.
 * @param from first offset that counts.
 * @returns offset of the next proposed start, or -1.
 */
export type StartFinder = (text: string, from: number) => number;

export function createStartFinder(index: AliasIndex): StartFinder {
  return index.starts !== '' ? nativeFinder(index) : filterFinder(index);
}

export function nativeFinder(index: AliasIndex): StartFinder {
  if (index.starts === '') return () => -1;
  const expression = new RegExp(index.starts, 'g');
  return (text, from) => {
    expression.lastIndex = from;
    return expression.exec(text)?.index ?? -1;
  };
}

export function filterFinder(index: AliasIndex): StartFinder {
  const { symbols, pairs } = index;
  const size = pairs.length * 8;
  const has = (bit: number) => ((pairs[bit >>> 3] as number) & (1 << (bit & 7))) !== 0;
  return (text, from) => {
    const { length } = text;
    let previous = from > 0 ? classOf(text.charCodeAt(from - 1)) : OTHER;
    for (let at = from; at < length; at++) {
      const code = text.charCodeAt(at);
      const kind = classOf(code);
      const isStart =
        kind === OTHER
          ? code !== SPACE && symbols.has(code)
          : kind !== SPACED || previous !== SPACED;
      previous = kind;
      if (!isStart) continue;
      const first = foldCode(code);
      const second = at + 1 < length ? foldCode(text.charCodeAt(at + 1)) : 0;
      if (has(pairBit(first, second, size)) || has(pairBit(first, 0, size))) return at;
    }
    return -1;
  };
}
