/**
 * The text around a mention, cut into words once. Everything that looks at a context works on this.
 */

/**
 * Letters and digits; the gaps in the ranges leave out general punctuation, arrows, box drawing and
 * CJK punctuation. Several times faster than `\p{L}` and right wherever cues are written in.
 */
const WORD = /[0-9A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u1fff\u2c00-\u2dff\u3040-\ud7ff]+/g;

/** How two neighbouring words hang together, from what stands between them. */
export const Gap = {
  /** White space, hyphen, quotes, brackets, mark-up, colon or dash: one phrase or close to it. */
  joined: 0,
  /** A comma, slash, bar, ampersand, plus or bullet: a list. */
  listed: 1,
  /** The end of a sentence or of a block. */
  parted: 2,
} as const;
export type Gap = (typeof Gap)[keyof typeof Gap];

/** A text cut into words. Parallel arrays: cheaper than a record per word. */
export interface Words {
  readonly text: string;
  /** Lower-cased. */
  readonly lower: readonly string[];
  /** Offsets into `text`. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Words on both sides of a mention; the mention stands before the word number `split`. */
export interface ContextWindow extends Words {
  readonly split: number;
  /** Where, in `text`, the mention stands: an empty place between the two sides. */
  readonly at: number;
  /** The mention's sentence, as offsets into `text`. */
  readonly sentence: readonly [start: number, end: number];
}

/** Cuts a text into words. */
export function cutWords(text: string): Words {
  const lower: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let lowered = text.toLowerCase();
  // A few letters grow when lower-cased (İ); offsets must not move.
  if (lowered.length !== text.length) {
    lowered = text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  }
  WORD.lastIndex = 0;
  for (let found = WORD.exec(lowered); found; found = WORD.exec(lowered)) {
    lower.push(found[0]);
    starts.push(found.index);
    ends.push(WORD.lastIndex);
  }
  return { text, lower, starts, ends };
}

/** Builds the window of a mention from the text on its two sides. */
export function readContextWindow(before: string, after: string): ContextWindow {
  const words = cutWords(`${before}\u0000${after}`);
  const at = before.length;
  let split = 0;
  while (split < words.starts.length && (words.starts[split] ?? 0) < at) split++;
  return { ...words, split, at, sentence: sentenceAround(before, after, at) };
}

const SENTENCE_END = /[.!?:]["”’)\]]*\s|\n/g;

function sentenceAround(before: string, after: string, at: number): readonly [number, number] {
  let start = 0;
  SENTENCE_END.lastIndex = 0;
  while (SENTENCE_END.exec(before)) start = SENTENCE_END.lastIndex;
  SENTENCE_END.lastIndex = 0;
  const end = SENTENCE_END.exec(after);
  return [start, at + 1 + (end ? end.index : after.length)];
}

const PARTED = /[.!?;]["”’)\]*_]*\s|\n|\u2029|^[.!?]$/;
const LISTED = /[,/|&+•·]/;

/** Says how the words on the two sides of `text[from, to)` hang together. */
export function readGap(text: string, from: number, to: number): Gap {
  if (to - from < 2 && text.charCodeAt(from) === 32) return Gap.joined;
  const between = text.slice(from, to);
  if (PARTED.test(between)) return Gap.parted;
  return LISTED.test(between) ? Gap.listed : Gap.joined;
}
