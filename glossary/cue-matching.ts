/**
 * Finds cues in a text that has been cut into words. A few look-ups per word, whatever the number of
 * cues: a page may hold thousands of contexts.
 */
import { readGap, type Words } from './context-window.ts';
import { NUMBER, NUMBER_KEY, type ParsedCue, parseCue, STEM_LETTERS } from './cue-syntax.ts';
import {
  BUCKET_END,
  type CueClass,
  type CueTable,
  hashKey,
  KEY_END,
  readSlotSign,
} from './sense-record.ts';
import { WEIGHTS } from './sense-weights.ts';

/** A cue of a table, read when it is met for the first time: most never are. */
export interface TableCue extends ParsedCue {
  /** As the data file has it. */
  readonly source: string;
  /** The reading (or topic) that it speaks for. */
  readonly slot: number;
  readonly weight: number;
  readonly phrase: string;
}

/** A table's buckets: strings as delivered, until they are looked into. */
export interface CueIndex {
  readonly buckets: (string | Bucket)[];
  /** One less than their number. */
  readonly mask: number;
}

interface Bucket {
  readonly keys: readonly string[];
  /** Strings as delivered, or cues once they have been looked up. */
  readonly entries: (string | readonly TableCue[])[];
  /** What words found here: a page has the same ones again and again. */
  readonly found: Map<string, readonly TableCue[]>;
}

/** What a word is looked up with. Worked out once per word of a page. */
export interface WordKeys {
  readonly word: string;
  readonly hash: number;
  /** The letters that it is filed by: all its keys begin with them. */
  readonly start: string;
}

/** @param word lower-cased. */
export function keysOf(word: string): WordKeys {
  return { word, hash: hashKey(word), start: word.slice(0, STEM_LETTERS) };
}

/** Where a cue is to stand: anywhere, or in one phrase with the mention before or after it. */
export type CuePlace = 'anywhere' | 'before' | 'after';

/** The one list for words without a cue, which most are: it is compared by identity. */
export const NO_CUES: readonly TableCue[] = [];

const CLASS_WEIGHTS: Readonly<Record<CueClass, number>> = {
  '.': WEIGHTS.near,
  '+': WEIGHTS.strong,
  '>': WEIGHTS.follows,
  '<': WEIGHTS.precedes,
  '-': WEIGHTS.functionWord,
};

export function indexCues(table: CueTable): CueIndex {
  const buckets = table.split(BUCKET_END);
  return { buckets, mask: buckets.length - 1 };
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
  const { word, hash, start } = keys;
  const bucket = index.buckets[hash & index.mask] as string | Bucket;
  let cues = NO_CUES;
  // A bucket mostly holds the keys of other words: it is opened only for one of its own.
  if (typeof bucket !== 'string') cues = bucket.found.get(word) ?? findIn(bucket, keys);
  else if (bucket !== '' && bucket.includes(start)) cues = findIn(open(index, hash), keys);
  // Two letters have a bucket of their own.
  if (word.length === 3 && word.endsWith('s')) {
    cues = join(cues, cuesUnder(index, word.slice(0, 2)));
  }
  return isNumber(word) ? join(cues, cuesUnder(index, NUMBER_KEY)) : cues;
}

function findIn(bucket: Bucket, { word, start }: WordKeys): readonly TableCue[] {
  let cues = entriesOf(bucket, word);
  cues = join(cues, entriesOf(bucket, `${start}*`));
  if (word.length > 3 && word.endsWith('s'))
    cues = join(cues, entriesOf(bucket, word.slice(0, -1)));
  bucket.found.set(word, cues);
  return cues;
}

function join(cues: readonly TableCue[], more: readonly TableCue[]): readonly TableCue[] {
  if (more === NO_CUES) return cues;
  return cues === NO_CUES ? more : [...cues, ...more];
}

/** True where a cue found by word `i` stands there in full. */
export function stands(cue: TableCue, words: Words, i: number, place: CuePlace): boolean {
  const first = place === 'before' ? i - cue.words.length + 1 : i;
  return standsAt(cue, words, first, place !== 'anywhere');
}

/** The cues under a key of the table. */
export function cuesUnder(index: CueIndex, key: string): readonly TableCue[] {
  const hash = hashKey(key);
  const bucket = index.buckets[hash & index.mask] as string | Bucket;
  if (typeof bucket !== 'string') return entriesOf(bucket, key);
  return bucket.includes(key) ? entriesOf(open(index, hash), key) : NO_CUES;
}

function entriesOf(bucket: Bucket, key: string): readonly TableCue[] {
  const place = bucket.keys.indexOf(key);
  const known = bucket.entries[place];
  if (known === undefined) return NO_CUES;
  if (typeof known !== 'string') return known;
  const cues = known.split('|').map((entry) => readEntry(entry, key));
  bucket.entries[place] = cues;
  return cues;
}

/** Opens a bucket that is a string still. */
function open({ buckets, mask }: CueIndex, hash: number): Bucket {
  const keys: string[] = [];
  const entries: string[] = [];
  const parts = (buckets[hash & mask] as string).split(KEY_END);
  for (let i = 1; i < parts.length; i += 2) {
    keys.push(parts[i - 1] as string);
    entries.push(parts[i] as string);
  }
  const bucket: Bucket = { keys, entries, found: new Map() };
  buckets[hash & mask] = bucket;
  return bucket;
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
    return { words: [phrase], stem, exact: undefined, source, slot, weight, phrase };
  }
  const { words, stem, exact } = parseCue(source);
  return { words, stem, exact, source, slot, weight, phrase: words.join(' ') };
}

function standsAt(
  { words: wanted, stem, exact }: TableCue,
  words: Words,
  first: number,
  inOnePhrase: boolean,
): boolean {
  const last = wanted.length - 1;
  if (first < 0 || first + last >= words.lower.length) return false;
  for (let k = 0; k <= last; k++) {
    const want = wanted[k] as string;
    const word = words.lower[first + k] as string;
    if (word === want || (want === NUMBER && isNumber(word))) continue;
    if (k < last) return false;
    if (stem ? !word.startsWith(want) : !isPlural(word, want)) return false;
  }
  if (exact?.some((part, k) => !words.text.startsWith(part, words.starts[first + k]))) return false;
  return !inOnePhrase || last === 0 || isOnePhrase(words, first, first + last);
}

function isPlural(word: string, singular: string): boolean {
  return word.length === singular.length + 1 && word.endsWith('s') && word.startsWith(singular);
}

/** True where no comma, list sign or sentence end stands between the words. */
function isOnePhrase({ text, starts, ends }: Words, first: number, last: number): boolean {
  for (let k = first; k < last; k++) {
    if (readGap(text, ends[k] as number, starts[k + 1] as number) !== 'joined') return false;
  }
  return true;
}

function isNumber(word: string): boolean {
  const code = word.charCodeAt(0);
  return code >= 0x30 && code <= 0x39;
}
