/**
 * Writes the lexicon as one string that is its own index: pages look aliases up in it as it came
 * from storage, and build nothing. Every character is below U+0100, so that a browser keeps a byte
 * for each; a table's numbers are written as such bytes.
 *
 * Line by line: format; version; numbers of the head; the start expression; and, without line ends,
 * the filter of starts and the hash table; then a line for each form with the entries that share it.
 */
import { classOf, fold, isWordCode, joins, SPACED } from './characters.ts';
import type { Lexicon, LexiconEntry } from './lexicon.ts';
import {
  CASES,
  CELL,
  ESCAPE,
  FORMAT,
  mix,
  START_LENGTH,
  slotOf,
  startBit,
} from './packed-format.ts';
import { firstCodes, spellStarts } from './spell-starts.ts';

/** Up to so many forms the native expression is used; docs/performance.md compares the two. */
const NATIVE_UP_TO = 1500;
const START_BITS = { least: 1024, most: 1 << 19 };

/**
 * @param nativeUpTo forms from which on the pages use the filter instead of an expression.
 * @returns the lexicon as one string; `openAliasIndex` reads it.
 */
export function packAliases(lexicon: Lexicon, nativeUpTo = NATIVE_UP_TO): string {
  const groups = Map.groupBy(lexicon.entries, ({ text }) => fold(text));
  const forms = [...groups.keys()];
  const lines: string[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const entries of groups.values()) {
    const line = `${entries.map(packEntry).join('\t')}\n`;
    lines.push(line);
    offsets.push(offset);
    offset += line.length;
  }
  const longest = forms.reduce((most, form) => Math.max(most, form.length), 0);
  const table = packTable(forms, offsets);
  const starts = packStarts(groups);
  const symbols = [...new Set(forms.map((form) => form.charCodeAt(0)))]
    .filter((code) => !isWordCode(code))
    .join(',');
  const head = [forms.length, longest, table.length / CELL, starts.length * 8, symbols].join('\t');
  const expression = forms.length <= nativeUpTo ? spellStarts(lexicon.entries) : '';
  return `${FORMAT}\n${lexicon.version}\n${head}\n${expression}\n${starts}${table}${lines.join('')}`;
}

function packEntry(entry: LexiconEntry): string {
  const flags =
    CASES.indexOf(entry.matchCase) + (entry.ambiguous ? 4 : 0) + (entry.acronym ? 8 : 0);
  return `${escapeWide(entry.text)}\t${escapeWide(entry.termId)}\t${flags}`;
}

/** Characters over U+00FF and those that divide the lines: the escape and three times six bits. */
function escapeWide(text: string): string {
  return text.replace(/[^\x20-\xff]/g, (char) => {
    const code = char.charCodeAt(0);
    const digits = [code >> 12, (code >> 6) & 63, code & 63].map((six) => six + 0x30);
    return String.fromCharCode(ESCAPE, ...digits);
  });
}

/** Every prefix that ends with a word, and every form: the hash's top byte and a line's offset. */
function packTable(forms: readonly string[], offsets: readonly number[]): string {
  const places = new Map<string, { hash: number; offset: number }>();
  forms.forEach((form, number) => {
    let hash = 0;
    for (let end = 1; end <= form.length; end++) {
      hash = mix(hash, form.charCodeAt(end - 1));
      if (!endsPrefix(form, end)) continue;
      const prefix = form.slice(0, end);
      if (end === form.length || !places.has(prefix)) {
        places.set(prefix, { hash, offset: offsets[number] as number });
      }
    }
  });
  let slots = 16;
  while (slots < places.size * 1.4) slots *= 2;
  const cells = new Uint8Array(slots * CELL);
  for (const { hash, offset } of places.values()) {
    let slot = slotOf(hash, slots);
    while (cells[slot * CELL + 1] || cells[slot * CELL + 2] || cells[slot * CELL + 3]) {
      slot = (slot + 1) % slots;
    }
    // An offset of zero would look like an empty cell.
    const stored = offset + 1;
    cells.set([hash >>> 24, stored >>> 16, (stored >>> 8) & 255, stored & 255], slot * CELL);
  }
  return bytes(cells);
}

/** Prefixes are kept at the end of a word and at the end of the form. */
function endsPrefix(form: string, end: number): boolean {
  if (end === form.length) return true;
  const last = form.charCodeAt(end - 1);
  return isWordCode(last) && !joins(last, form.charCodeAt(end));
}

/** A set of bits over the first characters of all forms: the very first as written, the others folded. */
function packStarts(groups: ReadonlyMap<string, readonly LexiconEntry[]>): string {
  let size: number = START_BITS.least;
  while (size < groups.size * 16 && size < START_BITS.most) size *= 2;
  const set = new Uint8Array(size / 8);
  const add = (first: number, start: string) => {
    const codes = Array.from({ length: start.length }, (_, at) => start.charCodeAt(at));
    codes[0] = first;
    const bit = startBit(codes, codes.length, size);
    set[bit >>> 3] = (set[bit >>> 3] as number) | (1 << (bit & 7));
  };
  for (const [form, entries] of groups) {
    let length = 0;
    while (length < START_LENGTH && classOf(form.charCodeAt(length)) === SPACED) length++;
    for (const first of new Set(entries.flatMap(firstCodes))) {
      add(first, form.slice(0, Math.max(1, length)));
      // A plural is as long as its form and one more.
      if (length === form.length && length > 0 && length < START_LENGTH) add(first, `${form}s`);
    }
  }
  return bytes(set);
}

function bytes(values: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < values.length; at += 4096) {
    parts.push(String.fromCharCode(...values.subarray(at, at + 4096)));
  }
  return parts.join('');
}
