/** Dates, figures and relations in the words of the card. Pure; English, short forms. */
import type { Relation, Value } from '../data/schema.ts';

const MONTH = new Intl.DateTimeFormat('en-US', { month: 'short', timeZone: 'UTC' });
const NUMBER = new Intl.NumberFormat('en-US', { maximumFractionDigits: 3 });
const DAY_MS = 86_400_000;
/** From this age on a card says “as of”. Days; a quarter, the pace at which this subject moves. */
const DATED_DAYS = 90;
/** From this age on a card says “may be out of date”. Days. */
const STALE_DAYS = 365;
const NBSP = '\u00a0';

/** Short names of the months, January first. */
export const MONTHS: readonly string[] = Array.from({ length: 12 }, (_, month) =>
  MONTH.format(Date.UTC(2001, month, 1)),
);

/**
 * @param date a day, month or year: `2023-09-25`, `2023-09` or `2023`.
 * @returns `25 Sep 2023`, `Sep 2023` or `2023`; anything else comes back as it is.
 */
export function formatDate(date: string): string {
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/u.exec(date);
  const month = parts?.[2] === undefined ? undefined : MONTHS[Number(parts[2]) - 1];
  if (parts === null || (parts[2] !== undefined && month === undefined)) return date;
  const day = parts[3] === undefined ? undefined : String(Number(parts[3]));
  // In a narrow column a day may stand above its year, but not above its month.
  const start = [day, month].filter((part) => part !== undefined).join(NBSP);
  return start === '' ? (parts[1] ?? date) : `${start} ${parts[1]}`;
}

/** How far a card's facts may be trusted to be current. */
export type Age = 'recent' | 'dated' | 'stale';

/**
 * @param date the day up to which something is known to hold; of a month or a year its last day.
 * @param today the reader's day, `2026-11-21`.
 * @returns `recent` below 90 days, `dated` up to a year, `stale` beyond.
 */
export function ageOf(date: string, today: string): Age {
  const days = (lastDay(today) - lastDay(date)) / DAY_MS;
  if (days < DATED_DAYS) return 'recent';
  return days <= STALE_DAYS ? 'dated' : 'stale';
}

/** Of two dates the one that begins later; of `2024-11` and `2024-11-20` the day. */
export function laterDate(a: string, b: string): string {
  return b > a ? b : a;
}

/** Last day that a date covers, in milliseconds since 1970 UTC. */
function lastDay(date: string): number {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (month === undefined) return Date.UTC(year, 11, 31);
  // Day 0 of a month is the last day of the one before it.
  return day === undefined ? Date.UTC(year, month, 0) : Date.UTC(year, month - 1, day);
}

const SYMBOLS: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£', JPY: '¥' };
const SCALES = [
  [1e12, 'tn'],
  [1e9, 'bn'],
  [1e6, 'm'],
] as const;

/** A figure apart from the word that limits it, so that a card may set them differently. */
export interface Figure {
  /** `up to`, `about`, …; empty for an exact figure. */
  readonly bound: string;
  /** `$10 bn`, `49%`, `100 bn parameters`, `$10–13 bn`. */
  readonly figure: string;
}

/**
 * Writes a value as short as it can be without rounding: what three decimals cannot say exactly is
 * written in full.
 */
export function formatFigure(value: Value): Figure {
  const bound = value.bound === 'exactly' ? '' : value.bound;
  const { unit } = value;
  const low = compact(value.amount);
  const high = value.to === undefined ? undefined : compact(value.to);
  const number =
    high === undefined
      ? written(low)
      : low.scale === high.scale
        ? written({ digits: `${low.digits}–${high.digits}`, scale: low.scale })
        : `${written(low)}–${currencySign(unit)}${written(high)}`;
  if (/^[A-Z]{3}$/u.test(unit)) return { bound, figure: `${currencySign(unit)}${number}` };
  if (unit === 'percent') return { bound, figure: `${number}%` };
  return { bound, figure: `${number} ${unit}` };
}

/** A value in one line: `up to $4 bn`. */
export function formatValue(value: Value): string {
  const { bound, figure } = formatFigure(value);
  return bound === '' ? figure : `${bound} ${figure}`;
}

interface Compact {
  readonly digits: string;
  readonly scale: string;
}

function compact(amount: number): Compact {
  for (const [size, scale] of SCALES) {
    if (Math.abs(amount) < size) continue;
    const short = Number((amount / size).toFixed(3));
    const exact = Math.abs(short * size - amount) <= Math.abs(amount) * 1e-12;
    if (exact) return { digits: NUMBER.format(short), scale };
    break;
  }
  return { digits: NUMBER.format(amount), scale: '' };
}

function written({ digits, scale }: Compact): string {
  return scale === '' ? digits : `${digits}${NBSP}${scale}`;
}

function currencySign(unit: string): string {
  if (!/^[A-Z]{3}$/u.test(unit)) return '';
  return SYMBOLS[unit] ?? `${unit}${NBSP}`;
}

const INVERSES: Readonly<Record<Relation, string>> = {
  makes: 'made by',
  'runs on': 'runs',
  'offered on': 'offers',
  'invests in': 'backed by',
  supplies: 'supplied by',
  regulates: 'regulated by',
  investigates: 'investigated by',
  succeeds: 'succeeded by',
  'part of': 'includes',
  'led by': 'leads',
  'competes with': 'competes with',
};

/**
 * @param relation as written in the data.
 * @param inverse true where the other term is its subject.
 * @returns the relation seen from the card's term: `makes`, or `made by`.
 */
export function relationPhrase(relation: Relation, inverse: boolean): string {
  return inverse ? INVERSES[relation] : relation;
}

/** Longest locator, in characters, that stands beside a publisher without breaking the line. */
const SHORT_LOCATOR = 14;

/**
 * @param locator as in the data: “paragraph 4”.
 * @returns its short form, “¶4”; undefined where it is too long to stand in a line.
 */
export function shortLocator(locator: string): string | undefined {
  const short = locator
    .replace(/^paragraphs?\s+(?=\d)/iu, '¶')
    .replace(/^sections?\s+(?=\d)/iu, '§')
    .replace(/^pages?\s+(?=\d)/iu, 'p.\u00a0');
  return short.length <= SHORT_LOCATOR ? short : undefined;
}
