/**
 * Writes the lexicon as one string that is its own index: pages look aliases up in it as it came
 * from storage, and build nothing. Every character is below U+0100, so that a browser keeps a byte
 * for each; a table's numbers are written as such bytes.
 *
 * Line by line: format; version; numbers of the head; the start expression; and, without line ends,
 * the pair filter and the hash table; then a line for each form with the entries that share it.
 */
import { fold, isWordCode, joins } from './characters.ts';
import type { Lexicon, LexiconEntry } from './lexicon.ts';
import { CASES, CELL, ESCAPE, FORMAT, mix, pairBit, slotOf } from './packed-format.ts';
import { spellStarts } from './spell-starts.ts';

/** Up to so many forms the native expression is ahead (measured by `npm run bench`). */
const NATIVE_UP_TO = 1500;
const PAIR_BITS = { least: 1024, most: 0x10000 };

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
  const pairs = packPairs(forms);
  const symbols = [...new Set(forms.map((form) => form.charCodeAt(0)))]
    .filter((code) => !isWordCode(code))
    .join(',');
  const head = [forms.length, longest, table.length / CELL, pairs.length * 8, symbols].join('\t');
  const expression = forms.length <= nativeUpTo ? spellStarts(forms) : '';
  return `${FORMAT}\n${lexicon.version}\n${head}\n${expression}\n${pairs}${table}${lines.join('')}`;
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

/** A set of bits over the first two characters of all forms. */
function packPairs(forms: readonly string[]): string {
  let size: number = PAIR_BITS.least;
  while (size < forms.length * 16 && size < PAIR_BITS.most) size *= 2;
  const set = new Uint8Array(size / 8);
  const add = (first: number, second: number) => {
    const at = pairBit(first, second, size);
    set[at >>> 3] = (set[at >>> 3] as number) | (1 << (at & 7));
  };
  for (const form of forms) {
    if (form.length > 1) add(form.charCodeAt(0), form.charCodeAt(1));
    // A form of one character may stand before any other: its bit is the one of no second.
    else add(form.charCodeAt(0), 0);
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
