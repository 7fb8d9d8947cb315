/**
 * What the contexts of a form's mentions say. Each is read once, however often it is asked for: text
 * repeats itself, and all mentions are looked at again when the page has named other terms.
 */
import type { CompiledRecord, WordEntry } from './compiled-record.ts';
import { type ContextWindow, linesOf, readContextWindow } from './context-window.ts';
import type { AmbiguousMention } from './mention-text.ts';
import { weighNeighbours, weighOutwards } from './resolve-sense.ts';
import { type Reading, subjectsOf } from './weighing.ts';

/** One mention's readings so far. */
export interface MentionReadings {
  readonly surface: string;
  /** The text around it, and the offset of the one character that stands for the mention. */
  readonly text: string;
  readonly at: number;
  /** The text cut into words, where it was. */
  window: ContextWindow<WordEntry> | undefined;
  first: Reading | undefined;
  full: Reading | undefined;
  /** Null where the paragraph is all there is. */
  paragraph: Reading | null | undefined;
}

/** What is known of one form's mentions, by their text. */
export interface KnownMentions {
  readonly readings: Map<string, MentionReadings>;
  readonly looks: Map<string, Reading>;
}

/** Characters on each side that are taken in: of neighbours, and at first and second reading. */
const NEIGHBOURS_REACH = 40;
const FIRST_REACH = 120;
const FULL_REACH = 400;

/** Mentions kept. */
const MOST_KNOWN = 1000;

/** Neither a cue nor a telling neighbour. */
export const NOTHING: Reading = { context: [], subjects: [], words: 0, isClose: false };

/** Finds what is known of a mention; of a new one it is nothing yet. */
export function knownReadings(
  { readings }: KnownMentions,
  mention: AmbiguousMention,
): MentionReadings {
  const { surface, text, at, key } = textAround(mention, FULL_REACH);
  const known = readings.get(key);
  if (known !== undefined) return known;
  const fresh: MentionReadings = {
    surface,
    text,
    at,
    window: undefined,
    first: undefined,
    full: undefined,
    paragraph: undefined,
  };
  keep(readings, key, fresh);
  return fresh;
}

/**
 * Reads a mention's context: the nearer part, and all of it where that does not suffice.
 *
 * @param suffices - Asked about the nearer part's reading.
 */
export function readClosely(
  mention: MentionReadings,
  compiled: CompiledRecord,
  suffices: (reading: Reading) => boolean,
): Reading {
  const { first, full, text, at, surface } = mention;
  if (first !== undefined && (first === full || suffices(first))) return first;
  if (full !== undefined) return full;
  const weighing = weighOutwards(windowOf(mention, compiled), compiled, surface);
  if (first === undefined) {
    mention.first = weighing.upTo(FIRST_REACH);
    const isAllRead = at <= FIRST_REACH && text.length - at - 1 <= FIRST_REACH;
    if (isAllRead) mention.full = mention.first;
    if (isAllRead || suffices(mention.first)) return mention.first;
  }
  mention.full = weighing.upTo(FULL_REACH);
  return mention.full;
}

function windowOf(mention: MentionReadings, { shared }: CompiledRecord): ContextWindow<WordEntry> {
  mention.window ??= readContextWindow(mention.text, mention.at, shared.words);
  return mention.window;
}

/** Looks no farther than the neighbours. */
export function look(
  { looks }: KnownMentions,
  mention: AmbiguousMention,
  compiled: CompiledRecord,
): Reading {
  const { surface, text, at, key } = textAround(mention, NEIGHBOURS_REACH);
  const known = looks.get(key);
  if (known !== undefined) return known;
  const window = readContextWindow(text, at, compiled.shared.words);
  const context = weighNeighbours(window, compiled, surface);
  const subjects = subjectsOf(context, compiled);
  const found = context.length > 0 ? { context, subjects, words: 0, isClose: false } : NOTHING;
  keep(looks, key, found);
  return found;
}

/** @returns also the key of mentions that read alike so far: mostly the text itself. */
function textAround(mention: AmbiguousMention, reach: number) {
  const { form, surface } = mention;
  const { before, after } = mention.around(reach);
  const text = `${before}\0${after}`;
  const key = surface === form ? text : `${text}\0${surface}`;
  return { surface, text, at: before.length, key };
}

function keep<Value>(known: Map<string, Value>, key: string, value: Value): void {
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, value);
}

/** Reads the mention's own paragraph. @returns undefined where its context holds no other. */
export function readParagraph(
  mention: MentionReadings,
  compiled: CompiledRecord,
): Reading | undefined {
  if (mention.paragraph === undefined) {
    const { text, at, surface } = mention;
    const start = text.lastIndexOf('\n', at) + 1;
    const end = text.indexOf('\n', at);
    mention.paragraph = null;
    if (start > 0 || end >= 0) {
      const window = linesOf(windowOf(mention, compiled), start, end < 0 ? text.length : end);
      mention.paragraph = weighOutwards(window, compiled, surface).upTo(FULL_REACH);
    }
  }
  return mention.paragraph ?? undefined;
}
