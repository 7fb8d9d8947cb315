/**
 * Finds cues in a text that has been cut into words. One look-up per word, whatever the number of
 * cues: a page may hold thousands of contexts.
 */
import { readGap, type Words } from './context-window.ts';
import { NUMBER, type ParsedCue, parseCue, STEM_LETTERS } from './cue-syntax.ts';
import { type CueClass, type CueTable, readSlotSign } from './sense-record.ts';
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

/** A table, and its entries read so far. */
export interface CueIndex {
  readonly table: CueTable;
  /** Strings as in the table, or cues once they have been looked up. */
  readonly entries: Map<string, string | readonly TableCue[]>;
  /** True where `entries` has had all of the table since the start. */
  readonly isFilled: boolean;
}

/** The keys under which cues for a word may be filed. Worked out once per word of a page. */
export interface WordKeys {
  readonly word: string;
  readonly stem: string;
  readonly singular: string | undefined;
  readonly isNumber: boolean;
}

/** Where a cue is to stand: anywhere, or in one phrase with the mention before or after it. */
export type CuePlace = 'anywhere' | 'before' | 'after';

const NONE: readonly TableCue[] = [];

const CLASS_WEIGHTS: Readonly<Record<CueClass, number>> = {
  '.': WEIGHTS.near,
  '+': WEIGHTS.strong,
  '>': WEIGHTS.follows,
  '<': WEIGHTS.precedes,
  '-': WEIGHTS.functionWord,
};

/**
 * @param isBusy - For a table that every word of every context is looked up in: a map answers several
 *   times faster than an object for words that it does not hold. Filling it pays only there.
 */
export function indexCues(table: CueTable, isBusy: boolean): CueIndex {
  const entries = new Map<string, string>();
  if (isBusy) for (const key in table) entries.set(key, table[key] as string);
  return { table, entries, isFilled: isBusy };
}

export function keysOf(word: string): WordKeys {
  return {
    word,
    stem: `${word.slice(0, STEM_LETTERS)}*`,
    singular: word.length > 2 && word.endsWith('s') ? word.slice(0, -1) : undefined,
    isNumber: isNumber(word),
  };
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
  let cues = cuesUnder(index, keys.word);
  cues = join(cues, cuesUnder(index, keys.stem));
  if (keys.singular !== undefined) cues = join(cues, cuesUnder(index, keys.singular));
  return keys.isNumber ? join(cues, cuesUnder(index, NUMBER)) : cues;
}

function join(cues: readonly TableCue[], more: readonly TableCue[]): readonly TableCue[] {
  if (more.length === 0) return cues;
  return cues.length === 0 ? more : [...cues, ...more];
}

/** True where a cue found by word `i` stands there in full. */
export function stands(cue: TableCue, words: Words, i: number, place: CuePlace): boolean {
  const first = place === 'before' ? i - cue.words.length + 1 : i;
  return standsAt(cue, words, first, place !== 'anywhere');
}

/** Reads the entries under a key of the table. */
export function cuesUnder(index: CueIndex, key: string): readonly TableCue[] {
  const { table, entries, isFilled } = index;
  // Every object has a `constructor`, which is no string.
  const known = entries.get(key) ?? (isFilled ? undefined : table[key]);
  if (known === undefined || typeof known === 'function') return NONE;
  if (typeof known !== 'string') return known;
  const cues = known.split('|').map((entry): TableCue => {
    const source = entry.slice(2) || key;
    const parsed = parseCue(source);
    const weight = CLASS_WEIGHTS[entry.charAt(1) as CueClass];
    return { ...parsed, source, slot: readSlotSign(entry), weight, phrase: parsed.words.join(' ') };
  });
  entries.set(key, cues);
  return cues;
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
    if (stem ? !word.startsWith(want) : word !== `${want}s`) return false;
  }
  if (exact?.some((part, k) => !words.text.startsWith(part, words.starts[first + k]))) return false;
  return !inOnePhrase || isOnePhrase(words, first, first + last);
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
