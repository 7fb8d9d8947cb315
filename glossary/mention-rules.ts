/**
 * What makes a string that equals an alias a mention of it: its letter case, and that it isn't a
 * piece of something else, such as an address, a handle, a version number or a longer acronym.
 */
import { isSpaceCode, isWordCode } from './characters.ts';
import type { LexiconEntry } from './lexicon.ts';

const DOT = 0x2e;
const SLASH = 0x2f;

/**
 * @param written the characters on the page, without a plural s.
 * @param plural the plural s; empty where there is none.
 * @returns whether the entry's rule of letter case allows them.
 */
export function acceptsCase(written: string, entry: LexiconEntry, plural: string): boolean {
  // “CHATBOTS” is a plural in capitals, “ECS” an acronym of its own.
  if (plural === 'S' && (written === entry.text || !isCapitals(written))) return false;
  if (entry.matchCase === 'any') return true;
  if (written === entry.text) return true;
  if (isCapitals(written) && entry.matchCase === 'smart') return true;
  return followsCase(written, entry.text, entry.matchCase === 'smart');
}

function isCapitals(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase();
}

/**
 * Letter by letter, white space of any length taken as one: capitals stay capitals, small letters
 * may turn into capitals only where a word begins (in a title, or at the start of a sentence).
 */
function followsCase(written: string, form: string, mayCapitalise: boolean): boolean {
  let at = 0;
  let wordStart = true;
  for (let to = 0; to < form.length; to++) {
    const wanted = form.charCodeAt(to);
    const found = written.charCodeAt(at++);
    if (isSpaceCode(wanted)) {
      while (isSpaceCode(written.charCodeAt(at))) at++;
      wordStart = true;
      continue;
    }
    // Hyphens and apostrophes of any kind are equal here; letters differ in case alone.
    const mayDiffer = !isWordCode(wanted) || (wordStart && mayCapitalise && isLower(wanted));
    if (wanted !== found && !mayDiffer) return false;
    wordStart = !isWordCode(wanted);
  }
  return true;
}

function isLower(code: number): boolean {
  const char = String.fromCharCode(code);
  return char !== char.toUpperCase();
}

/** Compound of capitals behind a hyphen: `-ES`, `-MAE`, but not `-OpenAI`, `-7B` or `-based`. */
const CAPITALS_AFTER_HYPHEN = /^[-\u2010\u2011][A-Z][A-Z0-9]{0,4}/;

function hasCapitalsBehind(text: string, end: number): boolean {
  const after = text.charCodeAt(end);
  if (after !== 0x2d && after !== 0x2010 && after !== 0x2011) return false;
  const found = CAPITALS_AFTER_HYPHEN.exec(text.slice(end, end + 8))?.[0];
  // `-OpenAI`: the capital begins a word.
  for (let length = found?.length ?? 0; length > 1; length--) {
    if (!isLower(text.charCodeAt(end + length))) return true;
  }
  return false;
}

/**
 * @param start of the mention, @param end its end with a plural s.
 * @returns whether the mention is a piece of a longer string that means something else.
 */
export function isGlued(text: string, start: number, end: number, entry: LexiconEntry): boolean {
  const before = text.charCodeAt(start - 1);
  const after = text.charCodeAt(end);
  if (before === 0x40 || before === 0x23) return true; // @handle, #tag
  if (before === DOT && isWordCode(text.charCodeAt(start - 2))) return true; // docs.Bedrock
  const isNumbered = before === SLASH && isDigit(text.charCodeAt(start - 2));
  if (isNumbered && entry.acronym && entry.ambiguous) return true; // 2009/20/EC
  if (after === DOT) {
    const next = text.charCodeAt(end + 1);
    const last = text.charCodeAt(end - 1);
    if (isDigit(last) && isDigit(next)) return true; // GPT-4|.5
    if (isAsciiLower(next)) return true; // Bedrock|.js
  }
  if ((entry.acronym || entry.ambiguous) && hasCapitalsBehind(text, end)) return true;
  return isInAddress(text, start, end);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isAsciiLower(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

/** Longest stretch looked at on each side for an address, in code units. */
const ADDRESS_REACH = 200;
/** No Unicode classes: a browser takes longer to compile them than to read most pages. */
const ADDRESS = /:\/\/|^www\.|^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,10}(?:\/|$|:\d)/;

/** Whether the unspaced string around the mention is a web or mail address. */
function isInAddress(text: string, start: number, end: number): boolean {
  if (!mayTouchAddress(text.charCodeAt(start - 1)) && !mayTouchAddress(text.charCodeAt(end))) {
    return false;
  }
  let from = start;
  while (from > 0 && start - from < ADDRESS_REACH && !endsToken(text.charCodeAt(from - 1))) from--;
  let to = end;
  while (to < text.length && to - end < ADDRESS_REACH && !endsToken(text.charCodeAt(to))) to++;
  if (from === start && to === end) return false;
  const token = text.slice(from, to);
  return ADDRESS.test(token) || isMailAddress(token);
}

function isMailAddress(token: string): boolean {
  for (let at = token.indexOf('@'); at >= 0; at = token.indexOf('@', at + 1)) {
    if (isWordCode(token.charCodeAt(at - 1)) && isWordCode(token.charCodeAt(at + 1))) return true;
  }
  return false;
}

/** `/ . : - _ ? = & @ % ~ +`: what joins the parts of addresses. */
function mayTouchAddress(code: number): boolean {
  return code >= 0 && '/.:-_?=&@%~+'.includes(String.fromCharCode(code));
}

function endsToken(code: number): boolean {
  return isSpaceCode(code) || code < 0x20 || '<>"“”()[]{},;|'.includes(String.fromCharCode(code));
}
