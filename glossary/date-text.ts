/**
 * Dates as people and machines write them, read from a string. Pure. Month names come from `Intl`,
 * so that no table has to be shipped. Dates are partial: `2015`, `2015-06`, `2015-06-12`, and
 * `--06-12` where the year is not written.
 */

/** A date found in running text. */
export interface WrittenDate {
  readonly date: string;
  /** The other reading of `03/11/2017` where nothing tells the order of day and month. */
  readonly other?: string;
  /** Offsets in the folded text. */
  readonly start: number;
  readonly end: number;
}

/** A date that a page declares for machines, or one that makes up a whole string. */
export interface Stamp {
  readonly date: string;
  readonly other?: string;
  /** The stamp is in UTC: the local day may be the one before or after. */
  readonly utc?: true;
}

/**
 * Languages tried after the page's own and English, because pages declare the wrong one or none. Those with
 * many readers first: the first that knows a month name wins.
 */
const OTHER_LANGUAGES = 'de fr es it pt nl sv da pl cs ru tr nb fi hu ro el uk'.split(' ');

const YEAR = '(?:19|20)\\d\\d';

/**
 * Lower case, without accents, Arabic digits as European ones. All offsets of this module are in
 * the folded text.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}|[\u00ad\u200b-\u200f]/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => `${digit.charCodeAt(0) & 15}`)
    .replace(/ı/g, 'i');
}

/**
 * Finds written dates: with month names, all-numeric, and in Chinese, Japanese and Korean.
 * @param text folded text, a few hundred characters at most; it is read once per pattern
 * @param language BCP 47 tag of the page (`de`, `en-US`), or an empty string
 * @returns dates in order of place; ones that do not exist (30 February) are left out
 */
export function findWrittenDates(text: string, language: string): readonly WrittenDate[] {
  const found: WrittenDate[] = [];
  const take = (start: number, length: number, date?: string, other?: string) => {
    const end = start + length;
    if (date === undefined || found.some((known) => start < known.end && end > known.start)) return;
    found.push({ date, start, end, ...(other && other !== date ? { other } : {}) });
  };
  for (const hit of text.matchAll(YEAR_FIRST))
    take(hit.index, hit[0].length, day(hit[1], hit[2], hit[3]));
  for (const hit of text.matchAll(YEAR_LAST)) {
    const [whole, a = '', mark, b = '', written = ''] = hit;
    const year = written.length === 2 ? century(written) : written;
    const [dayFirst, monthFirst] = [day(year, b, a), day(year, a, b)];
    const order = orderIn(language, mark, text);
    if (order === 'month') take(hit.index, whole.length, monthFirst ?? dayFirst);
    else if (order === 'day') take(hit.index, whole.length, dayFirst ?? monthFirst);
    else take(hit.index, whole.length, monthFirst ?? dayFirst, dayFirst);
  }
  for (const hit of text.matchAll(EAST_ASIAN)) {
    take(
      hit.index,
      hit[0].length,
      hit[3] ? day(hit[1] ?? '', hit[2], hit[3]) : hit[1] && day(hit[1], hit[2]),
    );
  }
  for (const hit of text.matchAll(/\p{L}{3,}/gu)) {
    const [word] = hit;
    const rest = text.slice(hit.index + word.length, hit.index + word.length + 40);
    const head = text.slice(Math.max(0, hit.index - 16), hit.index);
    const before = DAY_BEFORE.exec(head);
    const after = before === null ? DAY_AFTER.exec(rest) : null;
    const late = (after ? YEAR_AFTER_DAY : YEAR_AFTER).exec(
      after ? rest.slice(after[0].length) : rest,
    );
    const early = late === null ? YEAR_BEFORE.exec(head) : null;
    if (!(before || after || late)) continue;
    const month = monthOf(word, language, Boolean((before ?? after) && (late ?? early)));
    if (month === undefined) continue;
    const year = late?.[1] ?? (late?.[2] ? century(late[2]) : early?.[1]);
    const start = hit.index - (before ?? early ?? [''])[0].length;
    const length =
      hit.index + word.length + (after?.[0].length ?? 0) + (late?.[0].length ?? 0) - start;
    const number = before?.[1] ?? after?.[1];
    if (number !== undefined) take(start, length, day(year ?? '', month, number));
    else if (year !== undefined) take(start, length, day(year, month));
  }
  return found.sort((a, b) => a.start - b.start);
}

/**
 * Reads a value that is nothing but a date: ISO 8601 and its loose relatives, `20150612`, seconds
 * or milliseconds since 1970, RFC 2822, or a written date.
 * @param raw as declared; over 120 characters counts as no date
 * @param language BCP 47 tag of the page, for written dates
 * @returns the day as written, in the stamp's own zone; undefined where it is no single date
 */
export function readStamp(raw: string, language: string): Stamp | undefined {
  const text = foldText(raw).trim();
  if (text.length > 120) return undefined;
  const utc = /(?:z|[ \d](?:utc|gmt)|[+-]00:?00)(?:\s*\(.*\))?$/.test(text)
    ? ({ utc: true } as const)
    : {};
  const iso = ISO.exec(text) ?? COMPACT.exec(text);
  const date = iso ? day(iso[1], iso[2], iso[3]) : undefined;
  if (date !== undefined) return { date, ...(date.length === 10 ? utc : {}) };
  if (/^\d{4}$/.test(text)) return { date: text };
  if (/^1\d{9}(?:\d{3})?$/.test(text)) {
    const ms = Number(text) * (text.length === 10 ? 1000 : 1);
    return { date: new Date(ms).toISOString().slice(0, 10), utc: true };
  }
  const [first, second] = findWrittenDates(text, language);
  if (first === undefined || second !== undefined) return undefined;
  return { date: first.date, ...(first.other ? { other: first.other } : {}), ...utc };
}

/** American zones, and clocks of twelve hours beside dates with strokes. */
const AMERICAN = /\b[ecmp][sd]?t\b|\d\s?[ap]m\b/;
const ISO = /^(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2}))?(?=$|[t\s,;|]|z$)/;
const COMPACT = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:t?\d{4}(?:\d\d)?)?(?=$|[z\s.+-])/;
const YEAR_FIRST = new RegExp(
  `(?<![\\d./:-])(${YEAR})\\s?[-./年년]\\s?(\\d{1,2})\\s?[-./月월]\\s?(\\d{1,2})(?!\\d|[./-]\\d)`,
  'g',
);
const YEAR_LAST = new RegExp(
  `(?<![\\d./:-])(\\d{1,2})\\s?([./-])\\s?(\\d{1,2})\\s?\\2\\s?(${YEAR}|\\d\\d)(?!\\d|[./:]\\d|-\\d(?!\\d:))`,
  'g',
);
const EAST_ASIAN = new RegExp(
  `(?:(?<!\\d)(${YEAR})\\s?[年년]\\s?)?(?<!\\d)(\\d{1,2})\\s?[月월](?:\\s?(\\d{1,2})\\s?[日号일])?`,
  'g',
);
/**
 * `12`, `12th`, `1er`, `12.`, `12 de` and `12 d'`, up to the month's name. Arabic has two for each and
 * writes both.
 */
const DAY_BEFORE =
  /(?<![\d.:/])(\d{1,2})(?:\s?(?:st|nd|rd|th|er|e|o|a))?[\s.,/-]*(?:(?:de|di|of)\s|d['’]|[\u0621-\u064a]+\s?\/)?\s*$/;
const DAY_AFTER = /^[\s.,/-]*(\d{1,2})(?:\s?(?:st|nd|rd|th))?(?![\d:]|\.\d)/;
const YEAR_AFTER = new RegExp(
  `^(?:\\s?/\\s?[\\u0621-\\u064a]+)?[\\s.,/-]*(?:(?:de|del|of)\\s)?(?:(${YEAR})(?!\\d|:)|(?:(?<=-)|['’])(\\d\\d)(?![\\d:]))`,
);
/** A clock may stand between, as in `Thu Apr 16 20:02:01 +0000 2015`. */
const YEAR_AFTER_DAY = new RegExp(
  `^[\\s.,/-]*(?:(?:de|del|of)\\s|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[\\s,]+)?(?:\\d\\d:\\d\\d(?::\\d\\d)?(?:\\s[+-]\\d{4}|\\s[a-z]{3,4})?\\s)?(?:(${YEAR})(?!\\d|:)|['’](\\d\\d)(?!\\d))`,
);
/** Hungarian `2015. május`, Lithuanian `2015 m. gegužės`, Latvian `2015. gada 5. maijs`. */
const YEAR_BEFORE = new RegExp(
  `(?<!\\d)(${YEAR})[.,]?\\s*(?:m\\.\\s|gada\\s)?(?:\\d{1,2}\\.\\s?)?[/-]?$`,
);

/** Puts the parts together; an empty year gives `--MM-DD`. Undefined where no such day exists. */
function day(year = '', month: string | number = '', date?: string): string | undefined {
  const m = Number(month);
  if (!(m >= 1 && m <= 12)) return undefined;
  const start = `${year || '-'}-${String(m).padStart(2, '0')}`;
  if (date === undefined) return start;
  const d = Number(date);
  // A year without 29 February would refuse it; any leap year will do where none is written.
  const real = new Date(Date.UTC(Number(year || 2000), m - 1, d));
  if (!(d >= 1) || real.getUTCDate() !== d) return undefined;
  return `${start}-${String(d).padStart(2, '0')}`;
}

/** Web pages are younger than 1990: `98` is 1998, `17` is 2017. */
function century(two: string): string {
  return (Number(two) >= 90 ? '19' : '20') + two;
}

/**
 * Whether day or month comes first in `03/11/2017`. Undefined where it cannot be told: English
 * without a country is written both ways, and Americans use points and hyphens for both.
 */
function orderIn(language: string, mark = '', text: string): 'day' | 'month' | undefined {
  if (/^(?:en)?$/i.test(language) && mark === '/' && AMERICAN.test(text)) return 'month';
  if (!/^[a-z]{2,3}[-_]?/i.test(language)) return mark === '.' ? 'day' : undefined;
  if (/^(?:en$|(?:zh|ja|ko|hu)\b)/i.test(language)) return undefined;
  const parts = formatter(language, { day: 'numeric', month: 'numeric' })?.formatToParts(0);
  const first = parts?.find((part) => part.type !== 'literal')?.type;
  if (first !== 'month') return 'day';
  return mark === '/' ? 'month' : undefined;
}

const monthNames = new Map<string, ReadonlyMap<string, number>>();

/**
 * The month (1 to 12) that a folded word names. Shortened names count in the page's language and
 * in English alone, and other languages only between a day and a year: loading them takes time,
 * and some word of theirs begins like any.
 */
function monthOf(written: string, language: string, isWhole: boolean): number | undefined {
  const word = written.replace(/^ב/, ''); // Hebrew joins “in” to the name
  for (const tag of [language, 'en']) {
    const names = namesIn(tag);
    const month = names.get(word);
    if (month !== undefined) return month;
    const months = new Set<number>();
    for (const [name, number] of names) if (name.startsWith(word)) months.add(number);
    const [only] = months;
    if (months.size === 1) return only;
  }
  if (!isWhole) return undefined;
  for (const tag of OTHER_LANGUAGES) {
    const month = namesIn(tag, true).get(word);
    if (month !== undefined) return month;
  }
  return undefined;
}

/** Both the name alone and the one that stands beside a day, for languages that inflect it. */
function namesIn(language: string, isGuess = false): ReadonlyMap<string, number> {
  const key = `${language} ${isGuess}`;
  const known = monthNames.get(key);
  if (known !== undefined) return known;
  const names = new Map<string, number>();
  for (const month of ['long', 'short'] as const) {
    for (const style of [{ month, day: 'numeric' }, { month }] as const) {
      // Loading a language takes a browser about a millisecond; one form must do for a guess.
      if (isGuess && names.size > 0) break;
      const format = language ? formatter(language, style) : undefined;
      if (format === undefined) continue;
      for (let m = 1; m <= 12; m++) {
        const parts = format.formatToParts(Date.UTC(2020, m - 1, 15));
        const name = foldText(parts.find((part) => part.type === 'month')?.value ?? '');
        const word = /^\p{L}{3,}/u.exec(name)?.[0];
        if (word !== undefined && !names.has(word)) names.set(word, m);
      }
    }
  }
  monthNames.set(key, names);
  return names;
}

/** Undefined for tags that no browser accepts, such as `en_US` or `german`. */
function formatter(
  language: string,
  style: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat | undefined {
  try {
    const tag = language.replace(/_/g, '-');
    return new Intl.DateTimeFormat(tag, { ...style, calendar: 'gregory', timeZone: 'UTC' });
  } catch {
    return undefined;
  }
}
