/**
 * What the contexts of a form's mentions say. Each is read once, however often it is asked for: text
 * repeats itself, and all mentions are looked at again when the page has named other terms.
 */
import type { CompiledRecord } from './compiled-record.ts';
import { readContextWindow } from './context-window.ts';
import { weighContext, weighNeighbours } from './resolve-sense.ts';
import { type Reading, subjectsOf } from './weighing.ts';

/** A mention with the text around it. */
export interface MentionText {
  /** As on the page: perhaps a plural or in capitals. */
  readonly surface: string;
  /** At most 400 characters of page text before, blocks parted by a line break. */
  readonly before: string;
  /** At most 400 characters after. */
  readonly after: string;
}

/** One mention's readings so far. */
export interface MentionReadings {
  readonly text: MentionText;
  first: Reading | undefined;
  full: Reading | undefined;
  look: Reading | undefined;
  /** Null where the paragraph is all there is. */
  paragraph: Reading | null | undefined;
}

/** The mentions of one form, by the text after them. */
export type KnownMentions = Map<string, MentionReadings[]>;

/** Characters on each side that are taken in: of neighbours, and at first and second reading. */
const NEIGHBOURS_REACH = 40;
const FIRST_REACH = 120;
const FULL_REACH = 400;

/** So much text before two mentions with the same text after is compared; and mentions kept. */
const MOST_ALIKE = 8;
const MOST_KNOWN = 1000;

/** Neither a cue nor a telling neighbour. */
export const NOTHING: Reading = { context: [], subjects: [], words: 0, isClose: false };

/** Finds what is known of a mention; of a new one it is nothing yet. */
export function knownReadings(known: KnownMentions, text: MentionText): MentionReadings {
  const { surface, before, after } = text;
  const key = after.slice(0, NEIGHBOURS_REACH);
  const alike = known.get(key);
  const same = alike?.find(
    ({ text: own }) => own.before === before && own.after === after && own.surface === surface,
  );
  if (same !== undefined) return same;
  const fresh: MentionReadings = {
    text,
    first: undefined,
    full: undefined,
    look: undefined,
    paragraph: undefined,
  };
  if (alike === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, [fresh]);
  } else if (alike.length < MOST_ALIKE) alike.push(fresh);
  return fresh;
}

/** Reads the nearer part of a mention's context. */
export function readFirst(mention: MentionReadings, compiled: CompiledRecord): Reading {
  mention.first ??= readWithin(mention.text, FIRST_REACH, compiled);
  return mention.first;
}

/** Reads all of it. */
export function readFully(mention: MentionReadings, compiled: CompiledRecord): Reading {
  const { before, after } = mention.text;
  const isAllRead = before.length <= FIRST_REACH && after.length <= FIRST_REACH;
  mention.full ??= isAllRead
    ? readFirst(mention, compiled)
    : readWithin(mention.text, FULL_REACH, compiled);
  return mention.full;
}

function readWithin(
  { before, after, surface }: MentionText,
  reach: number,
  compiled: CompiledRecord,
): Reading {
  return weigh(before.slice(-reach), after.slice(0, reach), surface, compiled);
}

function weigh(before: string, after: string, surface: string, compiled: CompiledRecord): Reading {
  const window = readContextWindow(before, after);
  const context = weighContext(window, compiled, surface);
  const subjects = subjectsOf(context, compiled);
  return { context, subjects, words: window.lower.length, isClose: true };
}

/** Looks no farther than the neighbours. */
export function look(mention: MentionReadings, compiled: CompiledRecord): Reading {
  if (mention.look === undefined) {
    const { before, after, surface } = mention.text;
    const window = readContextWindow(
      before.slice(-NEIGHBOURS_REACH),
      after.slice(0, NEIGHBOURS_REACH),
    );
    const context = weighNeighbours(window, compiled, surface);
    const subjects = subjectsOf(context, compiled);
    mention.look = context.length > 0 ? { context, subjects, words: 0, isClose: false } : NOTHING;
  }
  return mention.look;
}

/** Reads the mention's own paragraph. @returns undefined where its context holds no other. */
export function readParagraph(
  mention: MentionReadings,
  compiled: CompiledRecord,
): Reading | undefined {
  if (mention.paragraph === undefined) {
    const { before, after, surface } = mention.text;
    const start = before.lastIndexOf('\n') + 1;
    const end = after.indexOf('\n');
    const own = end < 0 ? after : after.slice(0, end);
    mention.paragraph =
      start === 0 && end < 0 ? null : weigh(before.slice(start), own, surface, compiled);
  }
  return mention.paragraph ?? undefined;
}
