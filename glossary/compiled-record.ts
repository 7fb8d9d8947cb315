/**
 * A form's record with what matching needs beside it. Made once per form and page; little work, for
 * the tables come ready.
 */
import { cutWords } from './context-window.ts';
import {
  type CueIndex,
  cuesFor,
  indexCues,
  keysOf,
  type TableCue,
  type WordKeys,
} from './cue-matching.ts';
import { type FormRecord, readSlotSign, type TopicsRecord } from './sense-record.ts';
import { WEIGHTS } from './sense-weights.ts';

/** One pack's topics. */
interface PackTopics {
  readonly record: TopicsRecord;
  readonly index: CueIndex;
  /** Number of the first topic among those of all packs. */
  readonly first: number;
}

/** A word of the page, with the topics' cues that may begin there. */
export interface WordEntry extends WordKeys {
  readonly topics: readonly { readonly cue: TableCue; readonly topic: number }[];
}

/** What all forms share: the topics, and the words met so far. */
export interface Shared {
  readonly packs: readonly PackTopics[];
  readonly words: Map<string, WordEntry>;
}

/** Words remembered at most: long pages stay light. */
const WORDS_REMEMBERED = 20_000;

export function shareTopics(records: readonly TopicsRecord[]): Shared {
  let first = 0;
  const packs = records.map((record) => {
    const pack = { record, index: indexCues(record.table, false), first };
    first += record.topics.length;
    return pack;
  });
  return { packs, words: new Map() };
}

/** Looks a word up, once per page. */
export function wordEntry({ packs, words }: Shared, word: string): WordEntry {
  const known = words.get(word);
  if (known) return known;
  const keys = keysOf(word);
  const topics = packs.flatMap(({ index, first }) =>
    cuesFor(index, keys).map((cue) => ({ cue, topic: first + cue.slot })),
  );
  const entry = { ...keys, topics };
  if (words.size >= WORDS_REMEMBERED) words.clear();
  words.set(word, entry);
  return entry;
}

/**
 * Readings are numbered by slots: the candidates, the other senses, then one per topic for the text
 * being about that subject, and a last one for names that nobody listed.
 */
export interface CompiledRecord {
  readonly record: FormRecord;
  /** The form's words, lower-cased. */
  readonly words: string;
  readonly near: CueIndex;
  readonly follows: CueIndex;
  readonly precedes: CueIndex;
  readonly page: CueIndex;
  readonly shared: Shared;
  /** Per topic: the candidates and other senses that it speaks for, one bit each. */
  readonly readingsOf: readonly number[];
  /** Per topic: what the form is taken for where it rules; none where it speaks for a candidate. */
  readonly rivals: readonly (string | undefined)[];
  /** What a word of a foreign subject is worth. */
  readonly foreign: number;
  /** One bit per candidate. */
  readonly candidateBits: number;
  /** The slot of the first topic, and that of unlisted names. */
  readonly firstTopic: number;
  readonly unlisted: number;
}

export function compileRecord(record: FormRecord, shared: Shared): CompiledRecord {
  const { form, candidates, others, topicsFor } = record;
  const topics = shared.packs.flatMap((own) => own.record.topics);
  const candidateBits = bit(candidates.length) - 1;
  const readingsOf = topics.map(({ id }) => {
    let bits = 0;
    for (const sign of topicsFor[id] ?? '') bits |= bit(readSlotSign(sign));
    return bits;
  });
  const firstTopic = candidates.length + others.length;
  return {
    record,
    words: cutWords(form).lower.join(' '),
    near: indexCues(record.near, true),
    follows: indexCues(record.follows, false),
    precedes: indexCues(record.precedes, false),
    page: indexCues(record.page, false),
    shared,
    readingsOf,
    rivals: topics.map(({ rival }, topic) =>
      (readingsOf[topic] ?? 0) & candidateBits ? undefined : rival,
    ),
    // What is mostly the term's is so on pages about anything.
    foreign: candidates.some(({ prior }) => prior > 0) ? WEIGHTS.foreignToHigh : WEIGHTS.foreign,
    candidateBits,
    firstTopic,
    unlisted: firstTopic + topics.length,
  };
}

export function bit(slot: number): number {
  return 1 << slot;
}
