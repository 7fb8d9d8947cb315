/**
 * Finds the places of a text where some alias may begin. Two ways: the browser's own regular
 * expression engine, hot from the first character, for glossaries of ordinary size; and a loop over
 * word starts with a two-character filter, whose cost does not grow with the number of aliases.
 * Both only propose; the matcher decides.
 */
import type { AliasIndex } from './alias-index.ts';
import { classOf, foldCode, OTHER, SPACED } from './characters.ts';
import { START_LENGTH } from './packed-format.ts';

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

export function nativeFinder({ starts }: Pick<AliasIndex, 'starts'>): StartFinder {
  const expression = new RegExp(starts, 'g');
  return (text, from) => {
    expression.lastIndex = from;
    return expression.exec(text)?.index ?? -1;
  };
}

/**
 * Finds starts where words may be glued together, too. Without its word boundary the expression takes
 * half as long again, so it isn't used for all.
 */
export function gluedFinder({ starts }: AliasIndex): StartFinder {
  return nativeFinder({ starts: starts.replace('\\b', '') });
}

export function filterFinder(index: AliasIndex): StartFinder {
  const { symbols } = index;
  const codes = new Uint16Array(START_LENGTH);
  return (text, from) => {
    const { length } = text;
    let previous = from > 0 ? classOf(text.charCodeAt(from - 1)) : OTHER;
    for (let at = from; at < length; at++) {
      const code = text.charCodeAt(at);
      const kind = classOf(code);
      if (kind === OTHER) {
        previous = kind;
        if (code !== SPACE && symbols.has(code)) return at;
        continue;
      }
      const isStart = kind !== SPACED || previous !== SPACED;
      previous = kind;
      if (!isStart) continue;
      codes[0] = code;
      let count = 1;
      while (kind === SPACED && count < START_LENGTH && at + count < length) {
        const next = text.charCodeAt(at + count);
        if (classOf(next) !== SPACED) break;
        codes[count++] = foldCode(next);
      }
      if (index.mayStart(codes, count)) return at;
    }
    return -1;
  };
}
