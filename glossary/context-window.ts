/**
 * The text around a mention, cut into words once. Everything that looks at a context works on this.
 */

/** How two neighbouring words hang together, from what stands between them. */
export type Gap = 'joined' | 'listed' | 'parted';

/** A text cut into words. Parallel arrays: cheaper than an object per word. */
export interface Words {
  readonly text: string;
  /** Lower-cased. */
  readonly lower: readonly string[];
  /** Offsets into `text`. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Words on both sides of a mention, which stands before word number `split`. */
export interface ContextWindow extends Words {
  readonly split: number;
  /** Offset into `text` of the one character that stands for the mention. */
  readonly at: number;
  /** The mention's sentence, as offsets into `text`. */
  readonly sentenceStart: number;
  readonly sentenceEnd: number;
}

/** Cuts a text into words. */
export function cutWords(text: string): Words {
  return cut(text, text.length);
}

/** @param at - An offset between words. @returns also how many words stand before it. */
function cut(text: string, at: number): Words & { readonly split: number } {
  let lowered = text.toLowerCase();
  // A few letters grow when lower-cased (İ); offsets must not move.
  if (lowered.length !== text.length) {
    lowered = text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  }
  const lower: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const { length } = lowered;
  let split = 0;
  for (let end = 0; ; ) {
    let start = end;
    while (start < length && !isLetterOrDigit(lowered.charCodeAt(start))) start++;
    if (start === length) break;
    end = start + 1;
    while (end < length && isLetterOrDigit(lowered.charCodeAt(end))) end++;
    lower.push(lowered.slice(start, end));
    starts.push(start);
    ends.push(end);
    if (start < at) split++;
  }
  return { text, lower, starts, ends, split };
}

/**
 * Leaves out general punctuation, arrows, box drawing and CJK punctuation: far faster than `\p{L}`, and
 * as right wherever cues are written.
 * @param code UTF-16 code unit of a lower-cased text.
 */
function isLetterOrDigit(code: number): boolean {
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba;
  if (code < 0x2000) return code !== 0xd7;
  return (code >= 0x2c00 && code < 0x2e00) || (code >= 0x3040 && code < 0xd800);
}

/** Builds a mention's window from the text on its two sides; cut-off words at its ends stay. */
export function readContextWindow(before: string, after: string): ContextWindow {
  const at = before.length;
  const { text, lower, starts, ends, split } = cut(`${before}\0${after}`, at);
  SENTENCE_END.lastIndex = 0;
  let sentenceStart = 0;
  while (SENTENCE_END.test(before)) sentenceStart = SENTENCE_END.lastIndex;
  const end = after.search(SENTENCE_END);
  const sentenceEnd = at + 1 + (end >= 0 ? end : after.length);
  return { text, lower, starts, ends, split, at, sentenceStart, sentenceEnd };
}

const SENTENCE_END = /[.!?:]["”’)\]]*\s|\n/g;
const PARTED = /[.!?;]["”’)\]*_]*\s|\n|^[.!?]$/;
const LISTED = /[,/|&+•·]/;

/** Says how the words on the two sides of `text[from, to)` hang together. */
export function readGap(text: string, from: number, to: number): Gap {
  if (to - from === 1 && text.charCodeAt(from) === 0x20) return 'joined';
  const between = text.slice(from, to);
  if (PARTED.test(between)) return 'parted';
  return LISTED.test(between) ? 'listed' : 'joined';
}
