/**
 * From forms to mentions: leftmost, longest, by each alias's own rule of letter case, and no piece of
 * something else.
 */
import { type AliasIndex, createAliasIndex } from './alias-index.ts';
import { cleanText, leftOut, UNCLEAN } from './characters.ts';
import { createFormFinder, type FormHits, HIT } from './form-finder.ts';
import type { Lexicon, LexiconEntry } from './lexicon.ts';
import { createEntryReader } from './lexicon-entries.ts';
import { acceptsCase, isGlued } from './mention-rules.ts';
import { NO_TERM } from './packed-format.ts';
import { placeOf } from './place-of.ts';
import { createStartFinder, type StartFinder } from './start-finder.ts';

/** One occurrence of an alias in a text. */
export interface Mention {
  /** Offsets in UTF-16 code units, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** The characters on the page, invisible ones included. */
  readonly surface: string;
  /** The lexicon's entries that it may stand for; more than one where terms share a form. */
  readonly entries: readonly LexiconEntry[];
}

export interface Matcher {
  /** @param text one chunk of page text. @returns mentions in order, none overlapping. */
  findMentions(text: string): Mention[];
}

/**
 * @param text in which the forms were found, or one that differs from it where a block ends.
 * @param isBroken whether a block ends inside a stretch of the text.
 * @returns mentions in order, none overlapping.
 */
export type MentionReader = (
  text: string,
  hits: FormHits,
  isBroken?: (start: number, end: number) => boolean,
) => Mention[];

/** @param lexicon any size; for tests and tools, which have no packed one. */
export function createMatcher(
  lexicon: Lexicon,
  finder: (index: AliasIndex) => StartFinder = createStartFinder,
) {
  const index = createAliasIndex(lexicon);
  const { findForms } = createFormFinder(index, finder);
  const readMentions = createMentionReader(index.packed);
  const findMentions: Matcher['findMentions'] = (text) => readMentions(text, findForms(text));
  return { lexicon, findForms, readMentions, findMentions };
}

/** @param packed the lexicon in which the forms were found. */
export function createMentionReader(packed: string): MentionReader {
  const entriesOf = createEntryReader(packed);

  function accept(text: string, start: number, end: number, form: number): readonly LexiconEntry[] {
    const singular = end - (form & 1);
    const written = text.slice(start, singular);
    const plural = text.slice(singular, end);
    const isMeant = (entry: LexiconEntry) =>
      acceptsCase(written, entry, plural) && !isGlued(text, start, end, entry);
    const all = entriesOf(form >> 1);
    return all.every(isMeant) ? all : all.filter(isMeant);
  }

  return (text, hits, isBroken) => {
    const isUnclean = UNCLEAN.test(text);
    const clean = isUnclean ? cleanText(text) : text;
    const original = isUnclean ? offsetsBefore(text) : (offset: number) => offset;
    const mentions: Mention[] = [];
    let done = 0;
    for (let at = 0, next = 0; at < hits.length; at = next) {
      const from = hits[at] as number;
      while (hits[next] === from) next += HIT;
      if (from < done) continue;
      const start = original(from);
      // The longest first.
      for (let hit = next - HIT; hit >= at; hit -= HIT) {
        const to = hits[hit + 1] as number;
        const end = original(to - 1) + 1;
        if (isBroken?.(start, end)) continue;
        const entries = accept(clean, from, to, hits[hit + 2] as number);
        if (entries.length === 0) continue;
        done = to;
        if (entries[0]?.termId !== NO_TERM) {
          mentions.push({ start, end, surface: text.slice(start, end), entries });
        }
        break;
      }
    }
    return mentions;
  };
}

/** @returns where an offset into the cleaned text was before. */
function offsetsBefore(text: string): (offset: number) => number {
  const removed = leftOut(text);
  return (offset) =>
    offset + placeOf(removed.length, (index) => (removed[index] as number) - index <= offset);
}

/** @returns mentions of the lexicon's terms in a text; for one-off use, else keep a matcher. */
export function findMentions(text: string, lexicon: Lexicon): Mention[] {
  return createMatcher(lexicon).findMentions(text);
}
