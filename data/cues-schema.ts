/**
 * What a term's file says about telling its sense from others. Plain phrases, never patterns that
 * are run: a pack is data, and one that a reader imports is resolved exactly as ours is.
 *
 * A cue is a word or phrase. It is met at word boundaries whatever its letter case, whatever
 * punctuation stands between its words, and with a plural s on its last word. Further:
 * - `=AWS` must be written in this case;
 * - `geolog*` is any word so beginning (three letters or more before the star);
 * - `#` stands for any word that begins with a digit: `# billion`;
 * - `@music` stands for every cue of the pack's topic of that name.
 */
import * as v from 'valibot';

const cue = v.pipe(
  v.string(),
  v.minLength(1, 'is empty'),
  v.maxLength(60, 'is longer than 60 characters'),
  v.regex(/^\S(.*\S)?$/su, 'starts or ends with white space'),
);
const cueList = v.optional(v.array(cue));

/** A list of cues that several terms share. */
export const topicSchema = v.strictObject({
  /**
   * Makes the topic a rival: where its words rule the text around a form whose term does not use
   * the topic, the form is taken for this: “a subject of music”.
   */
  rival: v.optional(
    v.pipe(v.string(), v.minLength(1, 'is empty'), v.maxLength(80, 'is longer than 80 characters')),
  ),
  cues: v.array(cue),
});

/** A pack's topics, by name. */
export const topicsSchema = v.record(
  v.pipe(v.string(), v.regex(/^[a-z]+$/u, 'must be one lower-case word')),
  topicSchema,
);

const evidence = {
  /** Words near the mention that speak for the sense. */
  near: cueList,
  /** Such words that nearly decide alone. */
  strong: cueList,
  /** What stands directly after the mention: `Agents`, `Edition`, `CEO` (also “’s CEO”). */
  follows: cueList,
  /** What stands directly before it: `Amazon`, `via`. */
  precedes: cueList,
  /** Hosts, with or without path, on which this reading is the rule: `gov.uk/cma-cases`. */
  hosts: cueList,
};

const termEvidence = {
  ...evidence,
  /** Words in the title or the headings. */
  page: cueList,
  /** Full names, besides the term's own unambiguous aliases, that license the short form. */
  anchors: cueList,
  /**
   * How often the bare form, written as in the alias, means this term on the open web. `frame`: so
   * seldom, or so little remarkably, that only a neighbour (`follows`, `precedes`) licenses a mark,
   * or a text that is plainly about the subject.
   */
  prior: v.optional(v.picklist(['high', 'medium', 'low', 'frame'])),
};

/** Evidence for this term. */
export const cuesSchema = v.strictObject({
  ...termEvidence,
  /** Cues that hold for one written form only, by that form. They add to the rest. */
  forms: v.optional(v.record(v.string(), v.strictObject(termEvidence))),
});

/** A wrong reading of one or more of the term's forms, by the name a reader would give it. */
export const otherSenseSchema = v.strictObject({
  name: v.pipe(
    v.string(),
    v.minLength(1, 'is empty'),
    v.maxLength(80, 'is longer than 80 characters'),
  ),
  /** The forms that may be read so; all ambiguous ones where left out. */
  forms: v.optional(v.array(v.string())),
  ...evidence,
});

export type Cues = Readonly<v.InferOutput<typeof cuesSchema>>;
export type OtherSense = Readonly<v.InferOutput<typeof otherSenseSchema>>;
