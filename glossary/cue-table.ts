/**
 * Writes cues into the look-up tables of sense records. Runs at build and at import, so that a page
 * has nothing to prepare.
 */
import { allBuckets, packBuckets } from './cue-buckets.ts';
import { HYPHEN, lookUpKey, NUMBER, NUMBER_KEY, parseCue } from './cue-syntax.ts';
import {
  type CueClass,
  type CueTable,
  hashKey,
  KEY_END,
  KEY_START,
  slotSign,
} from './sense-record.ts';

/** Cues of one class that speak for one reading. */
export interface CueList {
  readonly slot: number;
  readonly cues: readonly string[];
  readonly class: CueClass;
}

/**
 * @param form - The form in question: it is no evidence for itself.
 * @param backwards - For cues that stand before a mention.
 */
export function tabulate(form: string, lists: readonly CueList[], backwards = false): CueTable {
  const table = new Map<string, string>();
  const form_ = parseCue(form).words.join(' ');
  for (const list of lists) {
    for (const cue of new Set(list.cues)) {
      const key = cue === HYPHEN ? HYPHEN : keyOf(cue, form_, backwards);
      if (key === undefined) continue;
      const sign = beside(list.class) && FUNCTION_WORDS.has(cue) ? '-' : list.class;
      const entry = `${slotSign(list.slot)}${sign}${cue === key ? '' : withoutMarks(cue)}`;
      const known = table.get(key);
      table.set(key, known ? `${known}|${entry}` : entry);
    }
  }
  return pack(table);
}

/** A bucket takes two characters, and one too few costs every page a look into another. */
const BUCKETS_PER_KEY = 2;

/** Spreads the keys over so many buckets that a word which is none of them mostly meets none. */
function pack(table: ReadonlyMap<string, string>): CueTable {
  if (table.size === 0) return '';
  let size = 1;
  while (size < BUCKETS_PER_KEY * table.size) size *= 2;
  const buckets: string[] = new Array(size).fill('');
  for (const [key, entries] of table) {
    const at = hashKey(key.replace(/\*$/, '')) & (size - 1);
    buckets[at] += `${KEY_START}${key}${KEY_END}${entries}`;
  }
  return packBuckets(buckets);
}

/** Takes the cues of one reading out of a table: to measure how others do without it. */
export function withoutReading(table: CueTable, slot: number): CueTable {
  if (table === '') return '';
  const sign = slotSign(slot);
  const buckets = allBuckets(table).map((bucket) => {
    let kept = '';
    for (const part of bucket.split(KEY_START).slice(1)) {
      const [key, entries] = part.split(KEY_END) as [string, string];
      const rest = entries.split('|').filter((each) => !each.startsWith(sign));
      if (rest.length > 0) kept += `${KEY_START}${key}${KEY_END}${rest.join('|')}`;
    }
    return kept;
  });
  return packBuckets(buckets);
}

/** The table's own signs mean nothing in a cue. */
function withoutMarks(cue: string): string {
  return cue.replace(/[|~;]/g, ' ');
}

function keyOf(cue: string, form: string, backwards: boolean): string | undefined {
  const parsed = parseCue(cue);
  const phrase = parsed.words.join(' ');
  const isForm =
    phrase === form || phrase === `${form}s` || (parsed.stem && form.startsWith(phrase));
  if (isForm) return undefined;
  const key = lookUpKey(parsed, backwards);
  return key === NUMBER ? NUMBER_KEY : key;
}

function beside(cueClass: CueClass): boolean {
  return cueClass === '>' || cueClass === '<';
}

/** English words that go with any noun: beside a mention they say less than other neighbours. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    'the a an and or but is was are were has had will would can could may of in on at to for from ' +
    'by with as into about than then that this which who whose where when while because its their ' +
    'our your my his her new like'
  ).split(' '),
);
