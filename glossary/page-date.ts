/**
 * Which of the dates that a page carries is the page's own. Pure: the page side gathers
 * candidates, this weighs them.
 *
 * Days that lie at most one day apart are taken as the same statement. Each such group adds up
 * three kinds of witness: what is declared for machines (the strongest counts, each further origin
 * adds one, because one template fills them all), what readers see (the strongest), and the
 * address. The heaviest group wins; of two that weigh about the same, the earlier, because what
 * creeps into a page later is updates and other stories.
 */
import type { Stamp } from './date-text.ts';

export interface PageDate {
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`: the precision of the source. */
  readonly date: string;
  readonly origin:
    | 'json-ld'
    | 'meta'
    | 'microdata'
    | 'time'
    | 'dublin-core'
    | 'url'
    | 'byline'
    /** Set by the reader by hand; never decided here. */
    | 'reader';
  /** `changed`: the page's last change, which is what counts on a page that is kept up to date. */
  readonly role: 'published' | 'changed';
  /** The words it was read from, at most 80 characters. */
  readonly raw: string;
}

export interface DateCandidate {
  readonly raw: string;
  readonly stamp: Stamp;
  readonly origin: Exclude<PageDate['origin'], 'reader'>;
  readonly role: 'published' | 'modified' | 'created';
  /**
   * How surely it speaks of this page, 1 to 6. 6: a day in the address. 5: declared for the
   * article, or shown with “published”. 4: declared in a general field, or shown beside the
   * headline. 3: declared for the page as a whole, a month in the address. 2: shown elsewhere.
   */
  readonly strength: number;
}

export interface PageKind {
  /** The reader's local day, `YYYY-MM-DD`. */
  readonly today: string;
  /** Kept up to date (encyclopaedia, documentation): its last change counts. */
  readonly living: boolean;
  /** Front page, feed, search results: it has many dates and none of its own. */
  readonly list: boolean;
}

const RAW_LENGTH = 80;
/** No web page was published before; what says so is a mistake, or the date of its subject. */
const FIRST_WEB_YEAR = 1991;
/** Newspapers and journals date digitised articles by the paper they were printed on. */
const FIRST_PRINT_YEAR = 1850;
/** What programs write for “no date”: the zero of Unix, Excel, .NET, MySQL and NTP clocks. */
const ZERO_DAYS = /^(?:1970-01-01|1969-12-31|1900-01-01|1899-12-3[01]|1901-\d\d-\d\d|1904-01-01)$/;
/** Which of several that say the same is named to the reader. */
const ORIGINS = ['json-ld', 'microdata', 'meta', 'dublin-core', 'time', 'byline', 'url'];
/** A later statement must lead an earlier firm one by more: what comes later may be an update. */
const LEAD_OF_LATER = 1;
const FIRM = 4;
const UPDATE_AS_PUBLISHED_PENALTY = 3;

/**
 * @param candidates in any order
 * @param page what kind of page they are from
 * @returns the page's date, or undefined where none can be told
 */
export function decidePageDate(
  candidates: readonly DateCandidate[],
  page: PageKind,
): PageDate | undefined {
  if (page.list) return undefined;
  const dated = settle(candidates.filter((one) => isPlausible(one, page.today)));
  const changes = dated.filter((one) => one.role === 'modified');
  const change = strongest(changes);
  if (page.living && change !== undefined) return report(change, 'changed');

  const published = dated.filter((one) => one.role !== 'modified');
  const best = heaviest(published, changes);
  if (best !== undefined) return report(best, 'published');
  // Stamps of the last delivery call themselves updates too; alone they prove nothing.
  const sure = strongest(changes.filter((one) => one.strength >= 4 || isVisible(one)));
  return sure && report(sure, 'changed');
}

function report(from: DateCandidate, role: PageDate['role']): PageDate {
  const raw = from.raw.trim().replace(/\s+/g, ' ').slice(0, RAW_LENGTH);
  return { date: from.stamp.date, origin: from.origin, role, raw };
}

function isVisible({ origin }: DateCandidate): boolean {
  return origin === 'time' || origin === 'byline';
}

function isPlausible(one: DateCandidate, today: string): boolean {
  const { date, other } = one.stamp;
  if (date.startsWith('-')) return true;
  // It may be tomorrow already where the page was written.
  const limit = dayNumber(today) + 1;
  const inRange = (day: string) => {
    const first = isVisible(one) || one.origin === 'url' ? FIRST_WEB_YEAR : FIRST_PRINT_YEAR;
    return dayNumber(day) <= limit && Number(day.slice(0, 4)) >= first && !ZERO_DAYS.test(day);
  };
  return inRange(date) || (other !== undefined && inRange(other));
}

/**
 * Makes every date whole where another one tells how: `03/11/2017` and dates without a year.
 * Those that nothing else settles are left out, since a guess would be wrong half of the time.
 */
function settle(candidates: readonly DateCandidate[]): DateCandidate[] {
  const whole = candidates.filter(({ stamp }) => !stamp.other && !stamp.date.startsWith('-'));
  const isBacked = (date: string) =>
    whole.some(({ stamp }) => stamp.date.length > 4 && isSameStatement(stamp.date, date));
  return candidates.flatMap((one) => {
    const { date, other } = one.stamp;
    if (date.startsWith('-')) {
      const years = new Set(whole.map(({ stamp }) => stamp.date.slice(0, 4)));
      const [backed] = [...years].map((year) => year + date.slice(1)).filter(isBacked);
      return backed ? [{ ...one, stamp: { date: backed } }] : [];
    }
    if (other === undefined) return [one];
    const [first, second] = [date, other].filter(isBacked);
    return first !== undefined && second === undefined ? [{ ...one, stamp: { date: first } }] : [];
  });
}

/** Strongest first; of equals the latest, because a page's last change is the last one it states. */
function strongest(candidates: readonly DateCandidate[]): DateCandidate | undefined {
  const order = (a: DateCandidate, b: DateCandidate) =>
    b.strength - a.strength ||
    (a.stamp.date < b.stamp.date ? 1 : a.stamp.date > b.stamp.date ? -1 : 0) ||
    Number(a.stamp.utc ?? 0) - Number(b.stamp.utc ?? 0);
  return [...candidates].sort(order)[0];
}

function heaviest(
  candidates: readonly DateCandidate[],
  changes: readonly DateCandidate[],
): DateCandidate | undefined {
  const dates = [...new Set(candidates.map((one) => one.stamp.date))].sort();
  let best: { date: string; weight: number } | undefined;
  for (const date of dates) {
    const group = candidates.filter((one) => isSameStatement(one.stamp.date, date));
    // A month never wins over a day of that month.
    if (date.length < 10 && group.some((one) => one.stamp.date.length > date.length)) continue;
    let weight = weigh(group, () => 1);
    const isShownAsChange = changes.some((one) => isVisible(one) && one.stamp.date === date);
    const isShownEarlier = candidates.some(
      (one) =>
        one.stamp.date < date && !group.includes(one) && one.strength >= 4 && !isDeclared(one),
    );
    if (isShownAsChange && isShownEarlier) weight -= UPDATE_AS_PUBLISHED_PENALTY;
    const lead = best !== undefined && best.weight >= FIRM ? LEAD_OF_LATER : 0;
    if (best === undefined || weight > best.weight + lead) best = { date, weight };
  }
  if (best === undefined) return undefined;
  const { date } = best;
  const group = candidates.filter((one) => isSameStatement(one.stamp.date, date));
  const length = Math.max(...group.map((one) => one.stamp.date.length));
  const exact = group.filter((one) => one.stamp.date.length === length);
  // A stamp in UTC only says which two days it can be, so it counts half when picking one.
  const dayWeight = (day: string) =>
    weigh(
      exact.filter((one) => one.stamp.date === day),
      (one) => (one.stamp.utc ? 0.5 : 1),
    );
  return exact.sort(
    (a, b) =>
      dayWeight(b.stamp.date) - dayWeight(a.stamp.date) ||
      (a.stamp.date < b.stamp.date ? -1 : a.stamp.date > b.stamp.date ? 1 : 0) ||
      Number(a.stamp.utc ?? 0) - Number(b.stamp.utc ?? 0) ||
      ORIGINS.indexOf(a.origin) - ORIGINS.indexOf(b.origin) ||
      b.strength - a.strength,
  )[0];
}

function isDeclared(one: DateCandidate): boolean {
  return !isVisible(one) && one.origin !== 'url';
}

function weigh(group: readonly DateCandidate[], share: (one: DateCandidate) => number): number {
  const most = (some: readonly DateCandidate[]) =>
    Math.max(
      0,
      ...some.map((one) => one.strength * share(one) * (one.stamp.date.length < 10 ? 0.5 : 1)),
    );
  const declared = group.filter(isDeclared);
  const origins = new Set(declared.map((one) => one.origin)).size;
  return (
    most(declared) +
    Math.max(0, origins - 1) +
    most(group.filter(isVisible)) +
    most(group.filter((one) => one.origin === 'url'))
  );
}

/** Days at most one apart, or a month or year and a day within it. */
function isSameStatement(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  if (length < 10) return a.slice(0, length) === b.slice(0, length);
  return Math.abs(dayNumber(a) - dayNumber(b)) <= 1;
}

/** Days since 1970; a month or year counts from its first day. */
function dayNumber(date: string): number {
  return Date.parse(`${date}-01-01`.slice(0, 10)) / 86_400_000;
}
