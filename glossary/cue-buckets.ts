/**
 * The buckets of a cue table in one string, each found where it stands: a page looks into few of them,
 * so that taking all apart would cost more than what is read there.
 *
 * The first digit is the power of two of their number, the second the length of an offset in digits.
 * Then come the offsets at which they begin and, as one more, at which the last one ends, counted from
 * where the first one begins; then the buckets. Digits are characters from `#` on, to the base of 92.
 */

const ZERO = 0x23;
const BASE = 92;
/** Of an offset: enough for any text that there is room for. */
const MOST_DIGITS = 5;
/** Those two. */
const PREFACE = 2;

/** A table that can be looked into. */
export interface Buckets {
  readonly table: string;
  /** One less than their number; no table at all has one empty bucket. */
  readonly mask: number;
  /** Of an offset. */
  readonly digits: number;
  /** Where the first one begins. */
  readonly first: number;
}

/** @param buckets - A power of two of them. */
export function packBuckets(buckets: readonly string[]): string {
  const offsets = [0];
  for (const bucket of buckets) offsets.push((offsets.at(-1) as number) + bucket.length);
  let digits = 1;
  while (BASE ** digits <= (offsets.at(-1) as number)) digits++;
  const preface = digit(Math.log2(buckets.length)) + digit(digits);
  return preface + offsets.map((each) => write(each, digits)).join('') + buckets.join('');
}

function write(offset: number, digits: number): string {
  let text = '';
  for (let rest = offset; text.length < digits; rest = Math.floor(rest / BASE)) {
    text = digit(rest % BASE) + text;
  }
  return text;
}

function digit(value: number): string {
  return String.fromCharCode(ZERO + value);
}

/** Little work: nothing is taken apart. */
export function openBuckets(table: string): Buckets {
  if (table === '') return { table, mask: 0, digits: 0, first: 0 };
  const count = 1 << (table.charCodeAt(0) - ZERO);
  const digits = table.charCodeAt(1) - ZERO;
  return { table, mask: count - 1, digits, first: PREFACE + (count + 1) * digits };
}

/** @returns what is in the bucket for a hash; empty where nothing is. */
export function bucketFor({ table, mask, digits, first }: Buckets, hash: number): string {
  const place = PREFACE + (hash & mask) * digits;
  const start = read(table, place, digits);
  const end = read(table, place + digits, digits);
  return start === end ? '' : table.slice(first + start, first + end);
}

/** @returns all of them, in order. */
export function allBuckets(table: string): string[] {
  const buckets = openBuckets(table);
  return Array.from({ length: buckets.mask + 1 }, (_, hash) => bucketFor(buckets, hash));
}

function read(table: string, place: number, digits: number): number {
  let value = 0;
  for (let at = place; at < place + digits; at++)
    value = value * BASE + table.charCodeAt(at) - ZERO;
  return value;
}

/** @returns whether a text is a whole table, by where its last bucket ends. */
export function isCueTable(text: unknown): text is string {
  if (typeof text !== 'string') return false;
  if (text === '') return true;
  const { mask, digits, first } = openBuckets(text);
  if (digits < 1 || digits > MOST_DIGITS) return false;
  return first + read(text, PREFACE + (mask + 1) * digits, digits) === text.length;
}
