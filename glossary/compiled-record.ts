/**
 * A form's record with what matching needs beside it. Made once per form and page; little work, for
 * the tables come ready.
 */
import { wordsOf } from './context-window.ts';
import {
  type CueIndex,
  cuesFor,
  indexCues,
  keysOf,
  NO_CUES,
  type TableCue,
  type WordKeys,
} from './cue-matching.ts';
import type { PageTitle } from './page-evidence.ts';
import { type FormRecord, readSlotSign, type TopicsRecord } from './sense-record.ts';
import * as weights from './sense-weights.ts';
import { readTraits, type SpellingTraits } from './spelling-evidence.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

/** One pack's topics. */
interface PackTopics {
  readonly record: TopicsRecord;
  readonly index: CueIndex;
  /** Number of the first topic among those of all packs. */
  readonly first: number;
}

/** A topic's cue, with the topic's number among those of all packs. */
export interface TopicCue {
  readonly cue: TableCue;
  readonly topic: number;
}

/** A word of the page, with the cues that may begin there, looked up when they are wanted. */
export interface WordEntry extends WordKeys {
  topics: readonly TopicCue[] | undefined;
  /** Those of the form that asked last: forms are read one after the other. */
  near: readonly TableCue[];
  nearOf: CompiledRecord | undefined;
}

/** What all forms share: the topics, and the words met so far. */
export interface Shared {
  readonly packs: readonly PackTopics[];
  /** Numbers of the topics by their ids. */
  readonly numbers: ReadonlyMap<string, number>;
  /** By number: what a form is taken for where the topic rules. */
  readonly rivals: readonly (string | undefined)[];
  readonly words: Vocabulary<WordEntry>;
  /** The page's title and headings, as last read. */
  title: PageTitle | undefined;
}

/** The one list for words of no topic: it is compared by identity. */
export const NO_TOPICS: readonly TopicCue[] = [];

export function shareTopics(records: readonly TopicsRecord[]): Shared {
  const packs: PackTopics[] = [];
  const numbers = new Map<string, number>();
  const rivals: (string | undefined)[] = [];
  for (const record of records) {
    packs.push({ record, index: indexCues(record.table), first: rivals.length });
    for (const { id, rival } of record.topics) {
      numbers.set(id, rivals.length);
      rivals.push(rival);
    }
  }
  const words = createVocabulary(enter);
  return { packs, numbers, rivals, words, title: undefined };
}

function enter(word: string): WordEntry {
  const { hash, base, stem, also } = keysOf(word);
  return { word, hash, base, stem, also, topics: undefined, near: NO_CUES, nearOf: undefined };
}

/** The topics' cues that a word may begin. */
export function topicsOf({ packs }: Shared, entry: WordEntry): readonly TopicCue[] {
  if (entry.topics !== undefined) return entry.topics;
  entry.topics = NO_TOPICS;
  for (const { index, first } of packs) {
    const cues = cuesFor(index, entry);
    if (cues === NO_CUES) continue;
    const topics = cues.map((cue): TopicCue => ({ cue, topic: first + cue.slot }));
    entry.topics = entry.topics === NO_TOPICS ? topics : [...entry.topics, ...topics];
  }
  return entry.topics;
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
  readonly traits: SpellingTraits;
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
  const candidateBits = bit(candidates.length) - 1;
  const rivals = shared.rivals.slice();
  const readingsOf: number[] = new Array(rivals.length).fill(0);
  for (const id in topicsFor) {
    const topic = shared.numbers.get(id);
    if (topic === undefined) continue;
    let bits = 0;
    for (const sign of topicsFor[id] ?? '') bits |= bit(readSlotSign(sign));
    readingsOf[topic] = bits;
    if (bits & candidateBits) rivals[topic] = undefined;
  }
  const firstTopic = candidates.length + others.length;
  return {
    record,
    words: wordsOf(form).join(' '),
    near: indexCues(record.near),
    follows: indexCues(record.follows),
    precedes: indexCues(record.precedes),
    page: indexCues(record.page),
    shared,
    readingsOf,
    rivals,
    traits: readTraits(record),
    // What is mostly the term's is so on pages about anything.
    foreign: candidates.some(({ prior }) => prior > 0) ? weights.foreignToHigh : weights.foreign,
    candidateBits,
    firstTopic,
    unlisted: firstTopic + rivals.length,
  };
}

/** The form's own cues that a word may begin, anywhere near a mention. */
export function cuesNear(compiled: CompiledRecord, entry: WordEntry): readonly TableCue[] {
  if (entry.nearOf !== compiled) {
    entry.near = cuesFor(compiled.near, entry);
    entry.nearOf = compiled;
  }
  return entry.near;
}

export function bit(slot: number): number {
  return 1 << slot;
}
