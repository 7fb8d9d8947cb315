/**
 * What characters mean to the matcher: which belong to words, where words of different scripts
 * meet, and which are written differently but read the same.
 */

/** Stands between blocks in a chunk of text: neither white space nor part of any word. */
export const BLOCK_BREAK = '\u001f';

const SPACE = 0x20;
const HYPHEN = 0x2d;
const APOSTROPHE = 0x27;

/**
 * Text that has to be cleaned before the matcher can read it: rare, so the test comes first. Characters
 * that take no room and change no word (soft hyphen, zero-width spaces and joiners, direction marks,
 * variation selectors), and from `FIRST_FULL_WIDTH` on letters and digits of full width. Overrides
 * (U+202D, U+202E) stay: they change what is read.
 */
export const UNCLEAN =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each stands for itself.
  /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202c\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/;
const ALL_UNCLEAN = new RegExp(UNCLEAN, 'g');
const FIRST_FULL_WIDTH = '\uff10';

/** @returns the text without invisible characters, full-width letters and digits as ASCII. */
export function cleanText(text: string): string {
  return text.replace(ALL_UNCLEAN, (char) =>
    char < FIRST_FULL_WIDTH ? '' : String.fromCharCode(char.charCodeAt(0) - 0xfee0),
  );
}

/** @returns offsets of the characters that `cleanText` leaves out, ascending. */
export function leftOut(text: string): number[] {
  const offsets: number[] = [];
  for (const { 0: char, index } of text.matchAll(ALL_UNCLEAN)) {
    if (char < FIRST_FULL_WIDTH) offsets.push(index);
  }
  return offsets;
}

const UNKNOWN = 0;
/** Neither letter, digit, mark nor underscore. */
export const OTHER = 1;
/** Of a script whose words are parted by spaces. */
export const SPACED = 2;
const UNSPACED = 3;
/**
 * Class of every code unit, filled in as they are met. A half of a surrogate pair is OTHER: rare
 * letters and emoji never start or end a word here. Zeroed memory costs nothing until it is touched.
 */
const classes = new Uint8Array(0x10000);

/** @param code UTF-16 code unit. @returns OTHER, SPACED, or a third class for scripts without spaces. */
export function classOf(code: number): number {
  const known = classes[code] as number;
  return known === UNKNOWN ? learn(code) : known;
}

function learn(code: number): number {
  const found = classify(code);
  classes[code] = found;
  return found;
}

/** `ª ² ³ µ ¹ º ¼ ½ ¾`: the letters and numbers from U+0080 to U+00BF. */
const LATIN_1_WORD = [0xaa, 0xb2, 0xb3, 0xb5, 0xb9, 0xba, 0xbc, 0xbd, 0xbe];
/** Punctuation, currencies, arrows, technical signs, boxes, halves of pairs: no word has them. */
const SIGNS = [
  [0x2000, 0x2070],
  [0x20a0, 0x20d0],
  [0x2190, 0x2460],
  [0x2500, 0x2776],
  [0x3000, 0x3005],
  [0xd800, 0xe000],
] as const;

/** The usual ranges by number: compiling the expressions costs more than most pages take to read. */
function classify(code: number): number {
  if (code < 0x80) {
    const isDigit = code >= 0x30 && code <= 0x39;
    const isLetter = (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
    return isDigit || isLetter || code === 0x5f ? SPACED : OTHER;
  }
  if (code >= 0xc0 && code < 0x250) return code === 0xd7 || code === 0xf7 ? OTHER : SPACED;
  if (code < 0xc0) return LATIN_1_WORD.includes(code) ? SPACED : OTHER;
  if (code >= 0x4e00 && code < 0xa000) return UNSPACED;
  for (const [from, to] of SIGNS) if (code >= from && code < to) return OTHER;
  return classifyRare(String.fromCharCode(code));
}

/** The expressions stand in here: a browser takes 1 ms to read them, and most pages want none. */
function classifyRare(char: string): number {
  if (!/[\p{L}\p{N}\p{M}_]/u.test(char)) return OTHER;
  // Scripts written without spaces, or that hang particles on a foreign word (Hangul).
  const isSpaceless =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々〆]/u;
  return isSpaceless.test(char) ? UNSPACED : SPACED;
}

/**
 * @param code UTF-16 code unit; NaN (past either end of a text) is no word character.
 * @returns whether it is a letter, digit, mark or underscore.
 */
export function isWordCode(code: number): boolean {
  return code >= 0 && classOf(code) > OTHER;
}

/**
 * @returns whether no word boundary lies between two neighbouring code units. Latin beside kana is
 *   a boundary (`アマゾンのTrainiumチップ`), two letters of one alphabet are not (`Bedrockers`).
 */
export function joins(left: number, right: number): boolean {
  return left >= 0 && right >= 0 && classOf(left) === SPACED && classOf(right) === SPACED;
}

/** White space of any width, line ends and tabs. */
export function isSpaceCode(code: number): boolean {
  return (
    code === SPACE ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0x1680
  );
}

/**
 * The form in which two written characters compare equal: lower case, plain space, hyphen and
 * apostrophe.
 * @param code UTF-16 code unit.
 * @returns one code unit.
 */
export function foldCode(code: number): number {
  if (code < 0x80) {
    if (code >= 0x41 && code <= 0x5a) return code + 0x20;
    return code >= 9 && code <= 13 ? SPACE : code;
  }
  return foldWide(code);
}

function foldWide(code: number): number {
  if (isSpaceCode(code)) return SPACE;
  if ((code >= 0x2010 && code <= 0x2013) || code === 0x2212 || code === 0xfe63) return HYPHEN;
  if (code === 0x2019 || code === 0x2018 || code === 0x2bc || code === 0x201b) return APOSTROPHE;
  const lower = String.fromCharCode(code).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : code;
}

/**
 * @returns the text folded, runs of white space as one space; for keys of aliases, not for page
 *   text (offsets do not survive).
 */
export function fold(text: string): string {
  let folded = '';
  for (let at = 0; at < text.length; at++) {
    const code = foldCode(text.charCodeAt(at));
    if (code === SPACE && folded.endsWith(' ')) continue;
    folded += String.fromCharCode(code);
  }
  return folded;
}
