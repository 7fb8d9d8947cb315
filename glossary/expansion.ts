/**
 * Reads the full form that a text gives for an acronym: “Country Music Association (CMA)”.
 */
import { wordsOf } from './context-window.ts';

const SMALL_WORDS = new Set(['of', 'and', 'the', 'for', 'in', 'on', 'to', 'a', 'an', 's', 'de']);
/** A form that a text may spell out. */
export const ACRONYM = /^[A-Za-z][A-Za-z]?[A-Z]{1,5}$/;
const SHORT_FOR = '(?:short|stands|standing|an? (?:acronym|abbreviation)) for ';
const SAID = new RegExp(`^,? (?:which )?(?:is )?${SHORT_FOR}`);
/** Text without any of this spells nothing out. */
export const MAY_SPELL_OUT = new RegExp(`\\(|${SHORT_FOR}`);
/** Far enough for seven words. */
const REACH = 90;

/**
 * @param text - Any stretch of page text.
 * @param form - The short form; anything but an acronym yields nothing.
 * @returns The words whose initials spell the form, lower-cased, before “(FORM)” or in brackets
 *   after “FORM”, or after “FORM, short for”; `undefined` where the text gives none.
 */
export function readExpansion(text: string, form: string): string | undefined {
  if (!ACRONYM.test(form)) return undefined;
  let at = text.indexOf(`(${form}`);
  if (at >= 0) {
    const spelt = spell(wordsOf(text.slice(Math.max(0, at - REACH), at)), form);
    if (spelt) return spelt;
  }
  at = text.indexOf(`${form} (`);
  if (at >= 0) {
    const inside = text.slice(at + form.length + 2, at + form.length + 2 + REACH);
    const end = inside.search(/[),;]/);
    if (end >= 0) return spell(wordsOf(inside.slice(0, end)), form, true);
  }
  return readSaid(text, form);
}

/** Words of a full form besides those with an initial of their own. */
const SMALL_MOST = 3;

/** “XAI, short for explainable artificial intelligence, …”. */
function readSaid(text: string, form: string): string | undefined {
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
    const after = text.slice(at + form.length, at + form.length + REACH);
    const said = SAID.exec(after);
    if (said === null) continue;
    const [phrase = ''] = after.slice(said[0].length).split(/[.,;:()\n]/, 1);
    const words = wordsOf(phrase);
    for (let count = 2; count <= Math.min(words.length, form.length + SMALL_MOST); count++) {
      const spelt = spell(words.slice(0, count), form, true);
      if (spelt !== undefined) return spelt;
    }
  }
  return undefined;
}

/** Matches letters of the form to words, from the last backwards. */
function spell(words: readonly string[], form: string, whole = false): string | undefined {
  let left = form.toLowerCase();
  let i = words.length - 1;
  for (; i >= 0 && left.length > 0; i--) {
    const word = words[i] as string;
    // “AI” in “Explainable AI (XAI)”; the x of “explainable”.
    if (word.length > 1 && word.length < 4 && left.endsWith(word))
      left = left.slice(0, -word.length);
    else if (left.endsWith(word.charAt(0))) left = left.slice(0, -1);
    else if (left.endsWith('x') && word.startsWith('ex')) left = left.slice(0, -1);
    else if (!SMALL_WORDS.has(word)) return undefined;
  }
  if (left.length > 0 || (whole && i > 0)) return undefined;
  return words.slice(i + 1).join(' ');
}
