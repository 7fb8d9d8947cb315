/**
 * Finds cues in a text that has been cut into words. A few look-ups per word, whatever the number of
 * cues: a page may hold thousands of contexts.
 */
import { endOf, readGap, type Word, type Words } from './context-window.ts';
import { type Buckets, bucketFor, openBuckets } from './cue-buckets.ts';
import { NUMBER, NUMBER_KEY, type ParsedCue, parseCue, STEM_LETTERS } from './cue-syntax.ts';
import {
  type CueClass,
  type CueTable,
  hashKey,
  KEY_END,
  KEY_START,
  readSlotSign,
} from './sense-record.ts';
import * as weights from './sense-weights.ts';

/** A cue of a table, read when it is met for the first time: most never are. */
export interface TableCue extends ParsedCue {
  /** As the data file has it. */
  readonly source: string;
  /** The reading (or topic) that it speaks for. */
  readonly slot: number;
  readonly weight: number;
  readonly phrase: string;
  /** One plain word: what is looked up and found under it stands there. */
  readonly isWord: boolean;
}

/** A table, and what was found in it so far. */
export interface CueIndex {
  readonly buckets: Buckets;
  /** By key: the same cue is the same object, by whatever word it is met. */
  readonly known: Map<string, readonly TableCue[]>;
}

/** What a word is looked up with. Worked out once per word of a page. */
export interface WordKeys {
  readonly word: string;
  readonly hash: number;
  /** Its singular, where it may have one: all its keys but that of its stem hold it. */
  readonly base: string;
  readonly stem: string;
  /** Another key that it is filed under, in a bucket of its own: as a number, a plural of two letters. */
  readonly also: string | undefined;
}

/** @param word lower-cased. */
export function keysOf(word: string): WordKeys {
  let also: string | undefined;
  if (isNumber(word)) also = NUMBER_KEY;
  else if (word.length === 3 && word.endsWith('s')) also = word.slice(0, 2);
  const base = word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word;
  return { word, hash: hashKey(word), base, stem: `${word.slice(0, STEM_LETTERS)}*`, also };
}

/** Where a cue is to stand: anywhere, or in one phrase with the mention before or after it. */
export type CuePlace = 'anywhere' | 'before' | 'after';

/** The one list for words without a cue, which most are: it is compared by identity. */
export const NO_CUES: readonly TableCue[] = [];

const CLASS_WEIGHTS: Readonly<Record<CueClass, number>> = {
  '.': weights.near,
  '+': weights.strong,
  '>': weights.follows,
  '<': weights.precedes,
  '-': weights.functionWord,
};

export function indexCues(table: CueTable): CueIndex {
  return { buckets: openBuckets(table), known: new Map() };
}

/**
 * Adds to `met` each cue that begins at word `i`, or ends there if it is to stand `before`.
 *
 * @param keys - Those of that word.
 */
export function matchCues(
  index: CueIndex,
  keys: WordKeys,
  words: Words,
  i: number,
  place: CuePlace,
  met: TableCue[],
): void {
  for (const cue of cuesFor(index, keys)) if (stands(cue, words, i, place)) met.push(cue);
}

/** The cues that a word may begin or end: under itself, its stem, its singular, as a number. */
export function cuesFor(index: CueIndex, keys: WordKeys): readonly TableCue[] {
  const { word, hash, base, stem, also } = keys;
  const bucket = bucketFor(index.buckets, hash);
  let cues = NO_CUES;
  if (bucket !== '') {
    cues = joinCues(entriesOf(index, bucket, word), entriesOf(index, bucket, stem));
    if (base !== word) cues = joinCues(cues, entriesOf(index, bucket, base));
  }
  return also === undefined ? cues : joinCues(cues, cuesUnder(index, also));
}

/** Most words have no cues, or in one place only: then no new list is made. */
export function joinCues(
  cues: readonly TableCue[],
  more: readonly TableCue[],
): readonly TableCue[] {
  if (more === NO_CUES) return cues;
  return cues === NO_CUES ? more : [...cues, ...more];
}

/** True where a cue found by word `i` stands there in full. */
export function stands(cue: TableCue, words: Words, i: number, place: CuePlace): boolean {
  if (cue.isWord) return true;
  const first = place === 'before' ? i - cue.words.length + 1 : i;
  return standsAt(cue, words, first, place !== 'anywhere');
}

/** The cues under a key of the table. */
export function cuesUnder(index: CueIndex, key: string): readonly TableCue[] {
  return entriesOf(index, bucketFor(index.buckets, hashKey(key)), key);
}

function entriesOf({ known }: CueIndex, bucket: string, key: string): readonly TableCue[] {
  // Most buckets hold the keys of other words, and need no string made to tell.
  if (!bucket.includes(key)) return NO_CUES;
  const mark = `${KEY_START}${key}${KEY_END}`;
  const at = bucket.indexOf(mark);
  if (at < 0) return NO_CUES;
  const found = known.get(key);
  if (found !== undefined) return found;
  const start = at + mark.length;
  const end = bucket.indexOf(KEY_START, start);
  const entries = end < 0 ? bucket.slice(start) : bucket.slice(start, end);
  const cues = entries.split('|').map((entry) => readEntry(entry, key));
  known.set(key, cues);
  return cues;
}

/** A plain word or stem, as most cues are: there is nothing to parse. */
const PLAIN = /^[a-z]+\*?$/;

function readEntry(entry: string, key: string): TableCue {
  const source = entry.slice(2) || key;
  const slot = readSlotSign(entry);
  const weight = CLASS_WEIGHTS[entry.charAt(1) as CueClass];
  if (PLAIN.test(source)) {
    const stem = source.endsWith('*');
    const phrase = stem ? source.slice(0, -1) : source;
    const words = [phrase];
    return { words, stem, exact: undefined, source, slot, weight, phrase, isWord: !stem };
  }
  const { words, stem, exact } = parseCue(source);
  return { words, stem, exact, source, slot, weight, phrase: words.join(' '), isWord: false };
}

function standsAt(
  { words: wanted, stem, exact }: TableCue,
  where: Words,
  first: number,
  inOnePhrase: boolean,
): boolean {
  const { text, words, starts } = where;
  const last = wanted.length - 1;
  if (first < 0 || first + last >= words.length) return false;
  for (let k = 0; k <= last; k++) {
    const want = wanted[k] as string;
    const { word } = words[first + k] as Word;
    if (word === want || (want === NUMBER && isNumber(word))) continue;
    if (k < last) return false;
    if (stem ? !word.startsWith(want) : !isPlural(word, want)) return false;
  }
  if (exact?.some((part, k) => !text.startsWith(part, starts[first + k]))) return false;
  return !inOnePhrase || last === 0 || isOnePhrase(where, first, first + last);
}

function isPlural(word: string, singular: string): boolean {
  return word.length === singular.length + 1 && word.endsWith('s') && word.startsWith(singular);
}

/** True where no comma, list sign or sentence end stands between the words. */
function isOnePhrase(words: Words, first: number, last: number): boolean {
  const { text, starts } = words;
  for (let k = first; k < last; k++) {
    if (readGap(text, endOf(words, k), starts[k + 1] as number) !== 'joined') return false;
  }
  return true;
}

function isNumber(word: string): boolean {
  const code = word.charCodeAt(0);
  return code >= 0x30 && code <= 0x39;
}
