/**
 * A sense record made ready for matching: done once per form and page.
 */
import { cutWords } from './context-window.ts';
import { addCue, type CueIndex, type CuePlace, createCueIndex } from './cue-matching.ts';
import type { CandidateSense, NamedSense, SenseRecord, Topic } from './sense-record.ts';
import { WEIGHTS } from './sense-weights.ts';

/** Which reading a cue speaks for, and how loudly. */
export interface CueTag {
  readonly slot: number;
  readonly weight: number;
}

/** All topics at hand, in one index. */
export interface CompiledTopics {
  readonly topics: readonly Topic[];
  /** The tag is the topic's number. */
  readonly index: CueIndex<number>;
}

/**
 * Readings are numbered by slots: the candidates, the other senses, then one per topic for the text
 * being about that subject, and a last one for names that nobody listed.
 */
export interface CompiledRecord {
  readonly form: string;
  /** The form's words, lower-cased. */
  readonly words: string;
  readonly candidates: readonly CandidateSense[];
  readonly others: readonly NamedSense[];
  readonly topics: readonly Topic[];
  readonly near: CueIndex<CueTag>;
  readonly follows: CueIndex<CueTag>;
  readonly precedes: CueIndex<CueTag>;
  /** Cues that count in the title and the headings only. */
  readonly page: CueIndex<CueTag>;
  /** Per topic: the candidates and other senses that it speaks for, one bit each. */
  readonly readingsOf: readonly number[];
  /** Per topic: true where it speaks for no candidate and has a rival's name. */
  readonly foreign: readonly boolean[];
  /** The slot of the first topic, and that of unlisted names. */
  readonly firstTopic: number;
  readonly unlisted: number;
}

/** Puts the topics of all shared records into one index. */
export function compileTopics(shared: readonly SenseRecord[]): CompiledTopics {
  const topics = shared.flatMap((record) => record.topics ?? []);
  const index = createCueIndex<number>();
  topics.forEach(({ cues }, number) => {
    for (const cue of cues) addCue(index, cue, number);
  });
  return { topics, index };
}

/** Makes a form's record ready. */
export function compileRecord(record: SenseRecord, { topics }: CompiledTopics): CompiledRecord {
  const candidates = record.candidates ?? [];
  const others = record.others ?? [];
  const near = createCueIndex<CueTag>();
  const follows = createCueIndex<CueTag>();
  const precedes = createCueIndex<CueTag>();
  const page = createCueIndex<CueTag>();
  const readingsOf = topics.map(() => 0);

  const fill = (
    index: CueIndex<CueTag>,
    cues: readonly string[] | undefined,
    slot: number,
    weight: number,
    place: CuePlace = 'anywhere',
  ) => {
    const tag = { slot, weight };
    const weak = { slot, weight: Math.min(weight, WEIGHTS.functionWord) };
    for (const cue of cues ?? []) {
      if (cue.startsWith('@')) {
        const topic = topics.findIndex(({ id }) => `@${id}` === cue);
        if (topic < 0) continue;
        if (place !== 'anywhere') fill(index, topics[topic]?.cues, slot, weight, place);
        else readingsOf[topic] = bit(slot) | (readingsOf[topic] ?? 0);
      } else {
        addCue(index, cue, place !== 'anywhere' && FUNCTION_WORDS.has(cue) ? weak : tag, place);
      }
    }
  };
  [...candidates, ...others].forEach((sense, slot) => {
    fill(near, sense.near, slot, WEIGHTS.near);
    fill(near, sense.strong, slot, WEIGHTS.strong);
    fill(follows, sense.follows, slot, WEIGHTS.follows, 'after');
    fill(precedes, sense.precedes, slot, WEIGHTS.precedes, 'before');
    if ('page' in sense) fill(page, sense.page, slot, WEIGHTS.near);
  });

  const ownBits = bit(candidates.length) - 1;
  const foreign = topics.map(
    ({ rival }, topic) => rival !== undefined && ((readingsOf[topic] ?? 0) & ownBits) === 0,
  );
  const firstTopic = candidates.length + others.length;
  const unlisted = firstTopic + topics.length;
  const { form } = record;
  const words = cutWords(form).lower.join(' ');
  const compiled = { form, words, candidates, others, topics, near, follows, precedes, page };
  return { ...compiled, readingsOf, foreign, firstTopic, unlisted };
}

/** One bit per reading; readings beyond 30 share the last. */
export function bit(slot: number): number {
  return 1 << Math.min(slot, 30);
}

/** English words that go with any noun: beside a mention they say less than other neighbours. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    'the a an and or but is was are were has had will would can could may of in on at to for from ' +
    'by with as into about than then that this which who whose where when while because its their ' +
    'our your my his her new like'
  ).split(' '),
);
