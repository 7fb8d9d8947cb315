/** What capitals tell of a text: where a sentence begins, what is a heading, what an acronym. */
import { type ContextWindow, endOf, readGap } from './context-window.ts';

/**
 * An acronym is written so wherever it stands: “AWS Copilot”, “X Windows”. “A” and “I” are words, and
 * longer ones may be shouted.
 */
export function isShortAcronym(word: string): boolean {
  return word.length <= 3 && word === word.toUpperCase() && word !== 'A' && word !== 'I';
}

/** True where a word is the first of its sentence, and has its capital from there. */
export function opensSentence(window: ContextWindow, i: number): boolean {
  const start = window.starts[i] as number;
  return i < 1 || readGap(window.text, endOf(window, i - 1), start) === 'parted';
}

/** True where a capital tells something: after a word of the sentence, and in no heading. */
export function isWithinSentence(window: ContextWindow): boolean {
  const { split, at, text, sentenceStart } = window;
  const previousEnd = split > 0 ? endOf(window, split - 1) : 0;
  const isAfterWord = previousEnd > sentenceStart && OPENING.test(text.slice(previousEnd, at));
  return isAfterWord && !isTitleCase(window);
}

const OPENING = /^[ ([“"'’]+$/;

export function isCapital(text: string, at: number): boolean {
  const letter = text.charAt(at);
  return letter !== letter.toLowerCase();
}

/** True in a heading with capitals throughout, where they tell nothing. */
export function isTitleCase(window: ContextWindow): boolean {
  const { split, starts, words, text, sentenceStart, sentenceEnd } = window;
  let long = 0;
  let capital = 0;
  for (let i = Math.max(0, split - 6); i < split + 6; i++) {
    const start = starts[i];
    if (start === undefined || start < sentenceStart || start > sentenceEnd) continue;
    if ((words[i]?.word ?? '').length < 4) continue;
    long++;
    if (isCapital(text, start)) capital++;
  }
  return long > 1 && capital / long > 0.6;
}
