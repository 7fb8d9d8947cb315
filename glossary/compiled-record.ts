/**
 * A form's record with what matching needs beside it. Made once per form and page; little work, for
 * the tables come ready.
 */
import { cutWords } from './context-window.ts';
import { type CueIndex, indexCues } from './cue-matching.ts';
import { type FormRecord, readSlotSign, type TopicsRecord } from './sense-record.ts';

/** One pack's topics. */
export interface CompiledTopics {
  readonly record: TopicsRecord;
  readonly index: CueIndex;
  /** Number of the first topic among those of all packs. */
  readonly first: number;
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
  readonly shared: readonly CompiledTopics[];
  /** Per topic: the candidates and other senses that it speaks for, one bit each. */
  readonly readingsOf: readonly number[];
  /** Per topic: what the form is taken for where it rules; none where it speaks for a candidate. */
  readonly rivals: readonly (string | undefined)[];
  /** One bit per candidate. */
  readonly candidateBits: number;
  /** The slot of the first topic, and that of unlisted names. */
  readonly firstTopic: number;
  readonly unlisted: number;
}

export function compileTopics(records: readonly TopicsRecord[]): CompiledTopics[] {
  let first = 0;
  return records.map((record) => {
    const compiled = { record, index: indexCues(record.table), first };
    first += record.topics.length;
    return compiled;
  });
}

export function compileRecord(
  record: FormRecord,
  shared: readonly CompiledTopics[],
): CompiledRecord {
  const { form, candidates, others, topicsFor } = record;
  const topics = shared.flatMap((own) => own.record.topics);
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
    near: indexCues(record.near),
    follows: indexCues(record.follows),
    precedes: indexCues(record.precedes),
    page: indexCues(record.page),
    shared,
    readingsOf,
    rivals: topics.map(({ rival }, topic) =>
      (readingsOf[topic] ?? 0) & candidateBits ? undefined : rival,
    ),
    candidateBits,
    firstTopic,
    unlisted: firstTopic + topics.length,
  };
}

export function bit(slot: number): number {
  return 1 << slot;
}
