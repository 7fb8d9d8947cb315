/**
 * What the resolver is given about one written form. Plain JSON, so that it can be stored, sent to a
 * page when the form is met there, and read by people.
 */
import type { Kind, TermId } from '../data/schema.ts';

/**
 * Phrases that speak for one sense, in the cue syntax of `data/cues-schema.ts`. `@name` has been
 * widened to `@pack:name`, the name of a topic in one of the record's shared records.
 */
export interface CueSet {
  readonly near?: readonly string[];
  readonly strong?: readonly string[];
  readonly follows?: readonly string[];
  readonly precedes?: readonly string[];
  readonly hosts?: readonly string[];
}

/** A term that the form may stand for. */
export interface CandidateSense extends CueSet {
  readonly termId: TermId;
  readonly kind: Kind;
  /** How often the bare form means this term: 1 mostly, 0 often, −1 seldom. */
  readonly prior: -1 | 0 | 1;
  /** True where nothing but a neighbour (`follows`, `precedes`) licenses a mark. */
  readonly frame?: true;
  /** Words in the title or the headings. */
  readonly page?: readonly string[];
  /** Full names that a text may give for the form, lower-cased; for acronyms only. */
  readonly names?: readonly string[];
  /** Ids of terms that are related in the dataset. */
  readonly related?: readonly TermId[];
}

/** A reading that is none of the dataset's terms. */
export interface NamedSense extends CueSet {
  readonly name: string;
}

/** A shared list of cues. */
export interface Topic {
  /** `pack:name`. */
  readonly id: string;
  readonly cues: readonly string[];
  /** What a form is taken for where this subject rules the text: “a subject of music”. */
  readonly rival?: string;
}

/**
 * One ambiguous written form, or one pack's shared topics (its `form` then starts with `@`, and it
 * has topics only).
 */
export interface SenseRecord {
  /** The alias text exactly as in the lexicon, or `@` and the pack's id. */
  readonly form: string;
  /** Keys of the shared records that this one refers to; they must be at hand with it. */
  readonly needs?: readonly string[];
  readonly candidates?: readonly CandidateSense[];
  readonly others?: readonly NamedSense[];
  readonly topics?: readonly Topic[];
}

/** Records by form, and shared records by their key. */
export type SenseRecords = ReadonlyMap<string, SenseRecord>;

/** Something that was met and counted for, or against, a reading. */
export interface Evidence {
  /** The cue as the data file has it, or the term or rule that counted. */
  readonly cue: string;
  readonly where:
    | 'near'
    | 'before'
    | 'after'
    | 'title'
    | 'page'
    | 'host'
    | 'anchor'
    | 'elsewhere'
    | 'prior'
    | 'case';
  /** Points, in the unit of `sense-weights.ts`: one plain word near by is 1. */
  readonly weight: number;
}

/** What a mention means, with the evidence that decided, strongest first. */
export type Resolution =
  | { readonly kind: 'resolved'; readonly termId: TermId; readonly evidence: readonly Evidence[] }
  | { readonly kind: 'other'; readonly name: string; readonly evidence: readonly Evidence[] }
  | { readonly kind: 'undecided'; readonly evidence: readonly Evidence[] };
