/**
 * The text around a mention, cut into words once. Everything that looks at a context works on this.
 */
import { isSpaceCode } from './characters.ts';
import { hashOn, type Vocabulary } from './vocabulary.ts';

/** How two neighbouring words hang together, from what stands between them. */
export type Gap = 'joined' | 'listed' | 'parted';

/** A word of a text, lower-cased; what is known of it may stand beside. */
export interface Word {
  readonly word: string;
}

/** A text cut into words. Parallel arrays: cheaper than an object per place. */
export interface Words<Known extends Word = Word> {
  readonly text: string;
  readonly words: readonly Known[];
  /** Offsets into `text`; for the ends see `endOf`. */
  readonly starts: readonly number[];
}

/** @returns the offset at which a word ends: lower-cased, it is as long as in the text. */
export function endOf({ words, starts }: Words, i: number): number {
  return (starts[i] as number) + (words[i] as Word).word.length;
}

/** Words on both sides of an offset. */
interface SplitWords<Known extends Word = Word> extends Words<Known> {
  /** Number of the first word after it. */
  readonly split: number;
}

/** Words on both sides of a mention. */
export interface ContextWindow<Known extends Word = Word> extends SplitWords<Known> {
  /** Offset into `text` of the one character that stands for the mention. */
  readonly at: number;
  /** The mention's sentence, as offsets into `text`. */
  readonly sentenceStart: number;
  readonly sentenceEnd: number;
}

/** The words of a text, lower-cased. */
export function wordsOf(text: string): string[] {
  return cutWords(text, PLAIN).words.map(({ word }) => word);
}

/** Cuts a text into words, and has each looked up. */
export function cutWords<Known extends Word>(
  text: string,
  vocabulary: Vocabulary<Known>,
): Words<Known> {
  return cut(text, text.length, vocabulary);
}

/** For words of which nothing is known. */
export const PLAIN: Vocabulary<Word> = {
  at: (text, start, end) => ({ word: text.slice(start, end) }),
};

/** @param at - An offset between words. */
function cut<Known extends Word>(
  text: string,
  at: number,
  vocabulary: Vocabulary<Known>,
): SplitWords<Known> {
  let lowered = text.toLowerCase();
  // A few letters grow when lower-cased (İ); offsets must not move.
  if (lowered.length !== text.length) {
    lowered = text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  }
  const { length } = lowered;
  // Of a size that does for most texts: arrays that grow are copied over and over.
  const words: Known[] = new Array((length / 5) | 0);
  const starts: number[] = new Array((length / 5) | 0);
  let count = 0;
  let split = 0;
  for (let i = 0; i < length; i++) {
    const start = i;
    let hash = 0;
    for (; i < length; i++) {
      const code = lowered.charCodeAt(i);
      if (!isLetterOrDigit(code)) break;
      hash = hashOn(hash, code);
    }
    if (i === start) continue;
    words[count] = vocabulary.at(lowered, start, i, hash);
    starts[count++] = start;
    if (start < at) split++;
  }
  words.length = count;
  starts.length = count;
  return { text, words, starts, split };
}

/** 1 for letters and digits. */
const IN_ASCII = new Uint8Array(0x80).fill(1, 0x30, 0x3a).fill(1, 0x61, 0x7b);

/**
 * Leaves out general punctuation, arrows, box drawing and CJK punctuation: far faster than `\p{L}`, and
 * as right wherever cues are written.
 * @param code UTF-16 code unit of a lower-cased text.
 */
function isLetterOrDigit(code: number): boolean {
  if (code < 0x80) return IN_ASCII[code] === 1;
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba;
  if (code < 0x2000) return code !== 0xd7;
  return (code >= 0x2c00 && code < 0x2e00) || (code >= 0x3040 && code < 0xd800);
}

/**
 * Builds a mention's window; cut-off words at its ends stay.
 *
 * @param text - With one character that stands for the mention, which is at `at`.
 */
export function readContextWindow<Known extends Word>(
  text: string,
  at: number,
  vocabulary: Vocabulary<Known>,
): ContextWindow<Known> {
  const around = cut(text, at, vocabulary);
  const { words, starts, split } = around;
  const sentenceStart = startOfSentence(around, at);
  const sentenceEnd = endOfSentence(around, at);
  return { text, words, starts, split, at, sentenceStart, sentenceEnd };
}

/** @returns the part of a window that `text[start, end)` holds: the mention, and whole lines. */
export function linesOf<Known extends Word>(
  { text, words, starts, split, at, sentenceStart, sentenceEnd }: ContextWindow<Known>,
  start: number,
  end: number,
): ContextWindow<Known> {
  let first = split;
  while (first > 0 && (starts[first - 1] as number) >= start) first--;
  let last = split;
  while (last < starts.length && (starts[last] as number) < end) last++;
  return {
    text: text.slice(start, end),
    words: words.slice(first, last),
    starts: starts.slice(first, last).map((each) => each - start),
    split: split - first,
    at: at - start,
    // A sentence is over where its line is.
    sentenceStart: sentenceStart - start,
    sentenceEnd: sentenceEnd - start,
  };
}

/** @returns the offset after the last sentence, colon or line that ends before the mention; 0 if none. */
function startOfSentence(around: SplitWords, at: number): number {
  const { text, starts, split } = around;
  // Sentences end between words, and mostly nothing but a space stands there.
  for (let k = split - 1, to = at; k >= -1; k--) {
    const from = k < 0 ? 0 : endOf(around, k);
    if (!isOneSpace(text, from, to)) {
      for (let i = to - 1; i >= from; i--) if (endsSentenceBefore(text, i)) return i + 1;
    }
    to = starts[k] as number;
  }
  return 0;
}

/** True at a line end, and at white space after a stop. */
function endsSentenceBefore(text: string, i: number): boolean {
  const code = text.charCodeAt(i);
  if (code === LINE_END) return true;
  if (!isSpaceCode(code)) return false;
  let stop = i - 1;
  while (isClosing(text.charCodeAt(stop))) stop--;
  return isStop(text.charCodeAt(stop));
}

/** @returns the offset of what ends the first sentence, colon or line after the mention, or of the end. */
function endOfSentence(around: SplitWords, at: number): number {
  const { text, words, starts, split } = around;
  for (let k = split, from = at + 1; k <= words.length; k++) {
    const to = starts[k] ?? text.length;
    if (!isOneSpace(text, from, to)) {
      for (let i = from; i < to; i++) if (endsSentenceAt(text, i)) return i;
    }
    if (k < words.length) from = endOf(around, k);
  }
  return text.length;
}

/** True at a line end, and at a stop before white space. */
function endsSentenceAt(text: string, i: number): boolean {
  const code = text.charCodeAt(i);
  if (code === LINE_END) return true;
  if (!isStop(code)) return false;
  let next = i + 1;
  while (isClosing(text.charCodeAt(next))) next++;
  return next < text.length && isSpaceCode(text.charCodeAt(next));
}

const LINE_END = 0x0a;

function isOneSpace(text: string, from: number, to: number): boolean {
  return to - from === 1 && text.charCodeAt(from) === 0x20;
}

/** Quotation marks and brackets that close, and may follow the stop. */
function isClosing(code: number): boolean {
  return code === 0x22 || code === 0x201d || code === 0x2019 || code === 0x29 || code === 0x5d;
}

function isStop(code: number): boolean {
  return code === 0x2e || code === 0x21 || code === 0x3f || code === 0x3a;
}

const PARTED = /[.!?;]["”’)\]*_]*\s|\n|^[.!?]$/;
const LISTED = /[,/|&+•·]/;

/** Says how the words on the two sides of `text[from, to)` hang together. */
export function readGap(text: string, from: number, to: number): Gap {
  if (isOneSpace(text, from, to)) return 'joined';
  const between = text.slice(from, to);
  if (PARTED.test(between)) return 'parted';
  return LISTED.test(between) ? 'listed' : 'joined';
}
