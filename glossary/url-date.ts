/**
 * The date in a page's address. Pure. Addresses are written once, at publication, and hardly ever
 * changed, which makes them the best witness against a stamp that moves with every update.
 */
import { foldText, readStamp } from './date-text.ts';

const YEAR = '((?:19|20)\\d\\d)';

/** In order of trust; each yields year, month and, but for the last, day. */
const PATTERNS = [
  // /2015/06/12/ · /2015-06-12-slug · /2016-10/14/
  new RegExp(`(?:^|[/_-])${YEAR}[/_.-](\\d{1,2})[/_.-](\\d{1,2})(?=[/_.-]|$)`),
  // /2015/jun/12/
  new RegExp(`/${YEAR}[/-]([a-z]{3,9})[/-](\\d{1,2})(?=[/-])`),
  // /2015/politics/06/12/
  new RegExp(`/${YEAR}/[^/\\d]+/(\\d\\d)/(\\d\\d)(?=/)`),
  // /20150612/ · slug-20150612 · t20150612_123 · /2016/1014/ · /201610/14/
  new RegExp(`[/_.-][a-z]?${YEAR}/?(\\d\\d)/?(\\d\\d)(?=[/_.-]|$)`),
  // /2015/06/slug
  new RegExp(`/${YEAR}[/-](0[1-9]|1[0-2])(?=/)`),
];

/** Address of a copy in a web archive: the stamp in it is the day of the copy. */
const ARCHIVED = /^https?:\/\/web\.archive\.org\/web\/[^/]+\/(?=https?:)/i;

/**
 * @param url absolute address; anything else gives undefined
 * @param language BCP 47 tag of the page, for months written as words
 * @returns `YYYY-MM-DD` or `YYYY-MM` with the part of the path that says so; undefined also for
 *   an archive of a day or month, whose path ends with the date
 */
export function dateInUrl(
  url: string,
  language: string,
): { date: string; raw: string } | undefined {
  const path = foldText(pathOf(url.replace(ARCHIVED, '')));
  for (const pattern of PATTERNS) {
    const hit = pattern.exec(path);
    if (hit === null) continue;
    const [raw, year, month, date] = hit;
    const rest = path.slice(0, hit.index) + path.slice(hit.index + raw.length);
    // Something must be named beside the date, else it is the list of that day.
    const listing = raw.startsWith('/') && !/[^/]/.test(path.slice(hit.index + raw.length));
    if (listing && !/[/_-]\d{8}$/.test(raw)) return undefined;
    if (!/\p{L}|\d/u.test(rest)) continue;
    const stamp = readStamp(
      /\d/.test(month ?? '')
        ? [year, month, date].filter(Boolean).join('-')
        : `${date} ${month} ${year}`,
      language,
    );
    if (stamp !== undefined) return { date: stamp.date, raw: raw.replace(/^[/_.-]+/, '') };
  }
  return undefined;
}

/** The path of an address, decoded where that works; empty where it is no address. */
export function pathOf(url: string): string {
  try {
    const { pathname } = new URL(url);
    try {
      return decodeURIComponent(pathname);
    } catch {
      return pathname;
    }
  } catch {
    return '';
  }
}
