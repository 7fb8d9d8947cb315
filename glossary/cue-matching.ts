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

/** A table with what matching remembers of it. */
export interface CueIndex {
  readonly table: CueTable;
  /** Which beginnings of words there are: most words of a page are told off here. */
  readonly beginnings: Uint8Array;
  readonly read: Map<string, readonly TableCue[]>;
}

/** Where a cue is to stand: anywhere, or in one phrase with the mention before or after it. */
export type CuePlace = 'anywhere' | 'before' | 'after';

const BEGINNINGS = 4096;
const WORDS = 1;
const STEMS = 2;

const CLASS_WEIGHTS: Readonly<Record<CueClass, number>> = {
  '.': WEIGHTS.near,
  '+': WEIGHTS.strong,
  '>': WEIGHTS.follows,
  '<': WEIGHTS.precedes,
  '-': WEIGHTS.functionWord,
};

export function indexCues(table: CueTable): CueIndex {
  const beginnings = new Uint8Array(BEGINNINGS);
  for (const key in table) {
    const isStem = key.endsWith('*');
    const at = beginning(isStem ? key.slice(0, -1) : key);
    beginnings[at] = (beginnings[at] as number) | (isStem ? STEMS : WORDS);
  }
  return { table, beginnings, read: new Map() };
}

/** Adds to `met` each cue that begins at word `i`, or ends there if it is to stand `before`. */
export function matchCues(
  index: CueIndex,
  words: Words,
  i: number,
  place: CuePlace,
  met: TableCue[],
): void {
  const word = words.lower[i];
  if (word === undefined) return;
  if (isNumber(word)) collect(index, NUMBER, words, i, place, met);
  const kinds = index.beginnings[beginning(word)] as number;
  if (kinds === 0) return;
  if (kinds & WORDS) {
    collect(index, word, words, i, place, met);
    if (word.length > 2 && word.endsWith('s')) {
      collect(index, word.slice(0, -1), words, i, place, met);
    }
  }
  if (kinds & STEMS) collect(index, `${word.slice(0, STEM_LETTERS)}*`, words, i, place, met);
}

function collect(
  index: CueIndex,
  key: string,
  words: Words,
  i: number,
  place: CuePlace,
  met: TableCue[],
): void {
  for (const cue of cuesUnder(index, key)) {
    const first = place === 'before' ? i - cue.words.length + 1 : i;
    if (standsAt(cue, words, first, place !== 'anywhere')) met.push(cue);
  }
}

const NONE: readonly TableCue[] = [];

/** Reads the entries under a key of the table. */
export function cuesUnder({ table, read }: CueIndex, key: string): readonly TableCue[] {
  if (!Object.hasOwn(table, key)) return NONE;
  const known = read.get(key);
  if (known) return known;
  const cues = (table[key] as string).split('|').map((entry): TableCue => {
    const source = entry.slice(2) || key;
    const parsed = parseCue(source);
    const weight = CLASS_WEIGHTS[entry.charAt(1) as CueClass];
    return { ...parsed, source, slot: readSlotSign(entry), weight, phrase: parsed.words.join(' ') };
  });
  read.set(key, cues);
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

/** A small number made of a word's first letters, the same for it and its stem. */
function beginning(word: string): number {
  const second = word.length > 1 ? word.charCodeAt(1) : 0;
  const third = word.length > 2 ? word.charCodeAt(2) : 0;
  // A word of two letters may be met with a plural s.
  const last = word.length === 3 && third === 0x73 ? 0 : third;
  return (word.charCodeAt(0) * 961 + second * 31 + last) & (BEGINNINGS - 1);
}

function isNumber(word: string): boolean {
  const code = word.charCodeAt(0);
  return code >= 0x30 && code <= 0x39;
}
