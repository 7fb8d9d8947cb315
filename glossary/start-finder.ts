/**
 * Finds the places of a text where some alias may begin. Two ways: the browser's own regular
 * expression engine, hot from the first character, for glossaries of ordinary size; and a loop over
 * word starts with a two-character filter, whose cost does not grow with the number of aliases.
 * Both only propose; the matcher decides.
 */
import type { AliasIndex } from './alias-index.ts';
import { foldCode, isWordCode, joins } from './characters.ts';

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
  const { symbols } = index;
  return (text, from) => {
    let previous = from > 0 ? text.charCodeAt(from - 1) : Number.NaN;
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (isWordCode(code) ? !joins(previous, code) : symbols.has(code)) {
        const first = foldCode(code);
        const second = at + 1 < text.length ? foldCode(text.charCodeAt(at + 1)) : 0;
        if (index.mayStart(first, second) || index.mayStart(first, 0)) return at;
      }
      previous = code;
    }
    return -1;
  };
}
