/**
 * Reads a cue as data files have it; see `data/cues-schema.ts` for what the signs mean.
 */
import { cutWords, endOf, PLAIN } from './context-window.ts';

/** A cue made ready for comparing. */
export interface ParsedCue {
  readonly words: readonly string[];
  /** The last word is only the beginning of one: `geolog*`. */
  readonly stem: boolean;
  /** The words as they must be written, where letter case counts: `=AWS`. */
  readonly exact: readonly string[] | undefined;
}

/** In a parsed cue: any word that begins with a digit. No text holds this letter. */
export const NUMBER = '\u2dff';
/** What cues that begin with it are filed under. */
export const NUMBER_KEY = '#';
/** The cue for a hyphen glued to the mention. */
export const HYPHEN = '-';
/** One-word stems are looked up with so many letters. */
export const STEM_LETTERS = 3;

export function parseCue(source: string): ParsedCue {
  const caseCounts = source.startsWith('=');
  const isStem = source.endsWith('*');
  const cut = cutWords(
    source.slice(caseCounts ? 1 : 0, isStem ? -1 : undefined).replaceAll('#', ` ${NUMBER} `),
    PLAIN,
  );
  const { text, words, starts } = cut;
  const lower = words.map(({ word }) => word);
  const exact = caseCounts ? lower.map((_, i) => text.slice(starts[i], endOf(cut, i))) : undefined;
  // `us-east-*` is the phrase “us east”.
  return {
    words: lower,
    stem: isStem && words.length > 0 && endOf(cut, words.length - 1) === text.length,
    exact,
  };
}

/** The word of a cue that it is looked up with: the first, or the last if it is read backwards. */
export function lookUpKey({ words, stem }: ParsedCue, backwards: boolean): string | undefined {
  const word = words.at(backwards ? -1 : 0);
  if (word === undefined) return undefined;
  const isStem = stem && (backwards || words.length === 1);
  return isStem ? `${word.slice(0, STEM_LETTERS)}*` : word;
}
