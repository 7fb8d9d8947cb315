/**
 * A sense record made ready for matching: done once per form and page.
 */
import { cutWords } from './context-window.ts';
import { addCue, type CueIndex, parseCue } from './cue-matching.ts';
import type { CandidateSense, CueSet, NamedSense, SenseRecord, Topic } from './sense-record.ts';
import { WEIGHTS } from './sense-weights.ts';

/** Which reading a cue speaks for, and how loudly. */
export interface CueTag {
  /** Number of the reading: candidates first, then the other senses. */
  readonly slot: number;
  readonly weight: number;
}

/** All topics at hand, in one index. */
export interface CompiledTopics {
  readonly topics: readonly Topic[];
  /** The tag is the topic's number. */
  readonly index: CueIndex<number>;
}

export interface CompiledRecord {
  /** Lower-cased, its words parted by blanks. */
  readonly form: string;
  readonly candidates: readonly CandidateSense[];
  readonly others: readonly NamedSense[];
  readonly near: CueIndex<CueTag>;
  readonly follows: CueIndex<CueTag>;
  readonly precedes: CueIndex<CueTag>;
  readonly page: CueIndex<CueTag>;
  /** Per reading: the numbers of the topics that speak for it. */
  readonly topicsOf: readonly ReadonlySet<number>[];
  /** Per topic: true where it speaks for no candidate and has a rival's name. */
  readonly foreign: readonly boolean[];
}

/** Puts the topics of all shared records into one index. */
export function compileTopics(shared: readonly SenseRecord[]): CompiledTopics {
  const topics = shared.flatMap((record) => record.topics ?? []);
  const index: CueIndex<number> = new Map();
  topics.forEach((topic, number) => {
    for (const source of topic.cues) {
      const cue = parseCue(source, number);
      if (cue) addCue(index, cue);
    }
  });
  return { topics, index };
}

/** Makes a form's record ready. */
export function compileRecord(record: SenseRecord, shared: CompiledTopics): CompiledRecord {
  const candidates = record.candidates ?? [];
  const others = record.others ?? [];
  const near: CueIndex<CueTag> = new Map();
  const follows: CueIndex<CueTag> = new Map();
  const precedes: CueIndex<CueTag> = new Map();
  const page: CueIndex<CueTag> = new Map();
  const topicsOf: Set<number>[] = [];
  const form = cutWords(record.form).lower.join(' ');

  const fill = (
    index: CueIndex<CueTag>,
    cues: readonly string[] | undefined,
    tag: CueTag,
    place: 'around' | 'beside' | 'before' | 'title',
  ) => {
    for (const source of cues ?? []) {
      const number = source.startsWith('@') ? topicNumber(shared, source) : undefined;
      if (number === undefined) {
        const cue = parseCue(source, tag);
        if (cue && !isForm(cue.words, cue.stem, form)) addCue(index, cue, place === 'before');
      } else if (place === 'around') {
        topicsOf[tag.slot]?.add(number);
      } else if (place === 'title') {
        // Topics that speak near the mention speak in the title too.
        topicsOf[tag.slot]?.add(number);
      } else {
        fill(index, shared.topics[number]?.cues, tag, place);
      }
    }
  };
  const fillSense = (cues: CueSet & { readonly page?: readonly string[] }, slot: number) => {
    topicsOf[slot] = new Set();
    fill(near, cues.near, { slot, weight: WEIGHTS.near }, 'around');
    fill(near, cues.strong, { slot, weight: WEIGHTS.strong }, 'around');
    fill(follows, cues.follows, { slot, weight: WEIGHTS.follows }, 'beside');
    fill(precedes, cues.precedes, { slot, weight: WEIGHTS.precedes }, 'before');
    fill(page, cues.page, { slot, weight: WEIGHTS.near }, 'title');
  };
  [...candidates, ...others].forEach(fillSense);

  const foreign = shared.topics.map(
    (topic, number) =>
      topic.rival !== undefined && !candidates.some((_, slot) => topicsOf[slot]?.has(number)),
  );
  return {
    form: record.form,
    candidates,
    others,
    near,
    follows,
    precedes,
    page,
    topicsOf,
    foreign,
  };
}

/** A form is no evidence for itself. */
export function isForm(words: readonly string[], stem: boolean, form: string): boolean {
  const phrase = words.join(' ');
  return phrase === form || phrase === `${form}s` || (stem && form.startsWith(phrase));
}

function topicNumber(shared: CompiledTopics, reference: string): number | undefined {
  const number = shared.topics.findIndex((topic) => `@${topic.id}` === reference);
  return number < 0 ? undefined : number;
}
