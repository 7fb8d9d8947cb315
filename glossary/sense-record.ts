/**
 * What the resolver is given about one written form. Plain JSON, so that it can be stored and sent
 * to a page when the form is met there; made from data files by `compile-senses.ts`.
 */
import type { Kind, TermId } from '../data/schema.ts';

/**
 * How a cue counts: `.` near the mention, `+` near and strong, `>` directly after it, `<` directly
 * before it, `-` directly beside it, but a word that goes with any noun.
 */
export type CueClass = '.' | '+' | '>' | '<' | '-';

/**
 * Cues by the word that they are looked up with, ready to be looked up in: buckets as `cue-buckets.ts`
 * has them, and in the bucket of a key (see `hashKey`) `~`, the key, `;` and its entries. Stems are
 * filed by three letters and a star, cues with a number by `#`. Entries are parted by `|`: the
 * reading's sign (one character from `A` on, see `slotSign`), the class, and the cue in the syntax of
 * `data/cues-schema.ts`, left out where it equals the key. `~covariance;C+covariance matrix|D.` is a
 * bucket with one key. Empty where there are no cues.
 */
export type CueTable = string;

export const KEY_START = '~';
export const KEY_END = ';';

/** @returns what tells a key's bucket, and that of the words it is for: made of three letters. */
export function hashKey(key: string): number {
  // Beyond the end there is no number, which counts as 0.
  return (key.charCodeAt(0) * 31 + (key.charCodeAt(1) | 0)) * 31 + (key.charCodeAt(2) | 0);
}

/** A term that the form may stand for. */
export interface CandidateSense {
  readonly termId: TermId;
  readonly kind: Kind;
  /** How often the bare form means this term: 1 mostly, 0 often, −1 seldom. */
  readonly prior: -1 | 0 | 1;
  /** True where nothing but a neighbour licenses a mark. */
  readonly frame?: true;
  /** Full names that a text may give for the form, lower-cased; for acronyms only. */
  readonly names?: readonly string[];
  /** Terms that are related in the dataset. */
  readonly related?: readonly TermId[];
  readonly hosts?: readonly string[];
}

/** A reading that is none of the dataset's terms. */
export interface NamedSense {
  readonly name: string;
  readonly hosts?: readonly string[];
}

/** A shared list of cues; the cues themselves are in the table of its record. */
interface Topic {
  /** `pack:name`. */
  readonly id: string;
  /** What a form is taken for where this subject rules the text: “something in music”. */
  readonly rival?: string;
}

/** The readings of one ambiguous form. Slots number the candidates first, then the others. */
export interface FormRecord {
  /** The alias text exactly as in the lexicon. */
  readonly form: string;
  /** Keys of the shared records that must be at hand with this one. */
  readonly needs: readonly string[];
  readonly candidates: readonly CandidateSense[];
  readonly others: readonly NamedSense[];
  /** Words around the mention. */
  readonly near: CueTable;
  readonly follows: CueTable;
  readonly precedes: CueTable;
  /** Words that count in the title and the headings only. */
  readonly page: CueTable;
  /** Signs of the readings that a topic speaks for, by its id. */
  readonly topicsFor: Readonly<Record<string, string>>;
}

/** The topics of one pack. */
export interface TopicsRecord {
  /** `@` and the pack's id. */
  readonly form: string;
  readonly topics: readonly Topic[];
  /** The signs are those of the topics' numbers. */
  readonly table: CueTable;
}

export type SenseRecord = FormRecord | TopicsRecord;

/** Records by form, and shared records by their key. */
export type SenseRecords = ReadonlyMap<string, SenseRecord>;

export function isTopicsRecord(record: SenseRecord): record is TopicsRecord {
  return 'topics' in record;
}

/** Writes a number below 59 as one character (`|`, which parts entries, would be the next). */
export function slotSign(slot: number): string {
  return String.fromCharCode(FIRST_SIGN + slot);
}

/** Reads such a character. */
export function readSlotSign(text: string, at = 0): number {
  return text.charCodeAt(at) - FIRST_SIGN;
}

/** `A`; further signs run on past `Z`. */
const FIRST_SIGN = 0x41;

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
