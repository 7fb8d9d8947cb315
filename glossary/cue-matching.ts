/**
 * Finds cues in a text that has been cut into words. One look-up per word, whatever the number of
 * cues: a page may hold thousands of contexts.
 */
import { cutWords, Gap, readGap, type Words } from './context-window.ts';

/** A cue made ready, with what its owner wants to know about it when it is met. */
export interface IndexedCue<Tag> {
  /** As the data file has it. */
  readonly source: string;
  readonly words: readonly string[];
  /** The last word is only the beginning of one: `geolog*`. */
  readonly stem: boolean;
  /** The words as they must be written, where letter case counts: `=AWS`. */
  readonly exact: readonly string[] | undefined;
  readonly tag: Tag;
}

/** Cues by the word that they are looked up with. */
export type CueIndex<Tag> = Map<string, IndexedCue<Tag>[]>;

/** Stands in a parsed cue for any word that begins with a digit; no text holds this letter. */
const NUMBER = '\u2dff';
const STEM_LETTERS = 3;
/** The cue `-`: a hyphen glued to the mention. Filed under itself; no word equals it. */
export const HYPHEN = '-';

/** Makes a cue ready; `undefined` where nothing of it could ever be met. */
export function parseCue<Tag>(source: string, tag: Tag): IndexedCue<Tag> | undefined {
  if (source === HYPHEN) {
    return { source, words: [HYPHEN], stem: false, exact: undefined, tag };
  }
  const caseCounts = source.startsWith('=');
  const isStem = source.endsWith('*');
  const body = source
    .slice(caseCounts ? 1 : 0, isStem ? -1 : undefined)
    .replaceAll('#', ` ${NUMBER} `);
  const { text, lower, starts, ends } = cutWords(body);
  if (lower.length === 0) return undefined;
  const exact = caseCounts ? lower.map((_, i) => text.slice(starts[i], ends[i])) : undefined;
  // `us-east-*` is the phrase “us east”.
  const stem = isStem && ends.at(-1) === text.length;
  return { source, words: lower, stem, exact, tag };
}

/**
 * Files a cue under its first word, or under its last for cues that are read backwards. One-word
 * stems are filed under their first letters and a star.
 */
export function addCue<Tag>(index: CueIndex<Tag>, cue: IndexedCue<Tag>, backwards = false): void {
  const word = (backwards ? cue.words.at(-1) : cue.words[0]) ?? '';
  const stemFirst = cue.stem && (backwards || cue.words.length === 1);
  const key = stemFirst ? `${word.slice(0, STEM_LETTERS)}*` : word;
  const filed = index.get(key);
  if (filed) filed.push(cue);
  else index.set(key, [cue]);
}

/**
 * Calls back with each cue that begins at word `i`; or, for a cue that must stand `before` a
 * mention, ends there. Cues beside a mention must be one phrase, without a comma or full stop.
 */
export function matchCues<Tag>(
  index: CueIndex<Tag>,
  words: Words,
  i: number,
  where: 'anywhere' | 'before' | 'after',
  onMatch: (cue: IndexedCue<Tag>, last: number) => void,
): void {
  const backwards = where === 'before';
  const word = words.lower[i];
  if (word === undefined) return;
  const probe = (key: string) => {
    const filed = index.get(key);
    if (filed === undefined) return;
    for (const cue of filed) {
      const first = backwards ? i - cue.words.length + 1 : i;
      if (standsAt(cue, words, first, where !== 'anywhere')) {
        onMatch(cue, first + cue.words.length - 1);
      }
    }
  };
  probe(word);
  if (word.length > STEM_LETTERS && word.endsWith('s')) probe(word.slice(0, -1));
  if (word.length >= STEM_LETTERS) probe(`${word.slice(0, STEM_LETTERS)}*`);
  if (isNumber(word)) probe(NUMBER);
}

function standsAt<Tag>(
  cue: IndexedCue<Tag>,
  words: Words,
  first: number,
  beside: boolean,
): boolean {
  const last = first + cue.words.length - 1;
  if (first < 0 || last >= words.lower.length) return false;
  for (let k = 0; k < cue.words.length; k++) {
    const wanted = cue.words[k] ?? '';
    const word = words.lower[first + k] ?? '';
    const isLast = first + k === last;
    if (word === wanted) continue;
    if (wanted === NUMBER && isNumber(word)) continue;
    if (isLast && (cue.stem ? word.startsWith(wanted) : word === `${wanted}s`)) continue;
    return false;
  }
  if (cue.exact) {
    for (let k = 0; k < cue.exact.length; k++) {
      const start = words.starts[first + k] ?? 0;
      if (!words.text.startsWith(cue.exact[k] ?? '', start)) return false;
    }
  }
  return !beside || isOnePhrase(words, first, last);
}

/** True where no comma, list sign or sentence end stands between the words. */
export function isOnePhrase(words: Words, first: number, last: number): boolean {
  for (let k = first; k < last; k++) {
    if (readGap(words.text, words.ends[k] ?? 0, words.starts[k + 1] ?? 0) !== Gap.joined) {
      return false;
    }
  }
  return true;
}

function isNumber(word: string): boolean {
  const code = word.charCodeAt(0);
  return code >= 48 && code <= 57;
}
