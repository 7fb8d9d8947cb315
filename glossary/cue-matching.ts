/**
 * Finds cues in a text that has been cut into words. One look-up per word, whatever the number of
 * cues: a page may hold thousands of contexts.
 */
import { cutWords, readGap, type Words } from './context-window.ts';

/** A cue, with what its owner wants to know when it is met. */
export interface IndexedCue<Tag> {
  /** As the data file has it. */
  readonly source: string;
  readonly tag: Tag;
  /** Made when the cue is looked at for the first time: most never are. */
  parsed: ParsedCue | undefined;
}

interface ParsedCue {
  readonly words: readonly string[];
  /** The last word is only the beginning of one: `geolog*`. */
  readonly stem: boolean;
  /** The words as they must be written, where letter case counts: `=AWS`. */
  readonly exact: readonly string[] | undefined;
}

export interface CueIndex<Tag> {
  /** Cues by their first word, or by their last where they are read backwards. */
  readonly words: Map<string, IndexedCue<Tag>[]>;
  /** One-word stems by their first letters. */
  readonly stems: Map<string, IndexedCue<Tag>[]>;
  /** Which beginnings of words there are: most words of a page are told off here. */
  readonly beginnings: Uint8Array;
}

/** Where a cue is to stand: anywhere, or in one phrase with the mention before or after it. */
export type CuePlace = 'anywhere' | 'before' | 'after';

/** Stands in a parsed cue for any word that begins with a digit; no text holds this letter. */
const NUMBER = '\u2dff';
const STEM_LETTERS = 3;
const BEGINNINGS = 4096;
/** The cue `-`: a hyphen glued to the mention. */
export const HYPHEN = '-';

export function createCueIndex<Tag>(): CueIndex<Tag> {
  return { words: new Map(), stems: new Map(), beginnings: new Uint8Array(BEGINNINGS) };
}

/** Files a cue; one that holds no word is left out, for it could never be met. */
export function addCue<Tag>(
  index: CueIndex<Tag>,
  source: string,
  tag: Tag,
  place: CuePlace = 'anywhere',
): void {
  const cue: IndexedCue<Tag> = { source, tag, parsed: undefined };
  if (SIMPLE.test(source)) {
    file(index, source.endsWith('*'), source.replace('*', ''), cue);
  } else if (source === HYPHEN) {
    file(index, false, HYPHEN, cue);
  } else {
    const { words, stem } = parse(cue);
    const word = words.at(place === 'before' ? -1 : 0);
    if (word !== undefined) file(index, stem && (place === 'before' || !words[1]), word, cue);
  }
}

/** One word or stem, in small letters: what most cues are. */
const SIMPLE = /^[a-z]{3,}\*?$/;

function file<Tag>(index: CueIndex<Tag>, isStem: boolean, word: string, cue: IndexedCue<Tag>) {
  const map = isStem ? index.stems : index.words;
  const key = isStem ? word.slice(0, STEM_LETTERS) : word;
  index.beginnings[beginning(word)] = 1;
  const filed = map.get(key);
  if (filed) filed.push(cue);
  else map.set(key, [cue]);
}

function parse<Tag>(cue: IndexedCue<Tag>): ParsedCue {
  if (cue.parsed) return cue.parsed;
  const { source } = cue;
  const caseCounts = source.startsWith('=');
  const isStem = source.endsWith('*');
  const { text, lower, starts, ends } = cutWords(
    source.slice(caseCounts ? 1 : 0, isStem ? -1 : undefined).replaceAll('#', ` ${NUMBER} `),
  );
  const exact = caseCounts ? lower.map((_, i) => text.slice(starts[i], ends[i])) : undefined;
  // `us-east-*` is the phrase “us east”.
  cue.parsed = { words: lower, stem: isStem && ends.at(-1) === text.length, exact };
  return cue.parsed;
}

/** Adds to `met` each cue that begins at word `i`, or ends there if it is to stand `before`. */
export function matchCues<Tag>(
  index: CueIndex<Tag>,
  words: Words,
  i: number,
  place: CuePlace,
  met: IndexedCue<Tag>[],
): void {
  const word = words.lower[i];
  if (word === undefined) return;
  if (isNumber(word)) collect(index.words.get(NUMBER), words, i, place, met);
  if (index.beginnings[beginning(word)] !== 1) return;
  collect(index.words.get(word), words, i, place, met);
  if (word.length < STEM_LETTERS) return;
  if (word.endsWith('s')) collect(index.words.get(word.slice(0, -1)), words, i, place, met);
  collect(index.stems.get(word.slice(0, STEM_LETTERS)), words, i, place, met);
}

function collect<Tag>(
  filed: readonly IndexedCue<Tag>[] | undefined,
  words: Words,
  i: number,
  place: CuePlace,
  met: IndexedCue<Tag>[],
): void {
  if (filed === undefined) return;
  for (const cue of filed) {
    const parsed = parse(cue);
    const first = place === 'before' ? i - parsed.words.length + 1 : i;
    if (standsAt(parsed, words, first, place !== 'anywhere')) met.push(cue);
  }
}

/** Number of words in a cue. */
export function lengthOf<Tag>(cue: IndexedCue<Tag>): number {
  return parse(cue).words.length;
}

/** A form is no evidence for itself. */
export function isForm<Tag>(cue: IndexedCue<Tag>, form: string): boolean {
  const { words, stem } = parse(cue);
  const phrase = words.join(' ');
  return phrase === form || phrase === `${form}s` || (stem && form.startsWith(phrase));
}

function standsAt(
  { words: wanted, stem, exact }: ParsedCue,
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

/** A small number made of a word's first letters. */
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
