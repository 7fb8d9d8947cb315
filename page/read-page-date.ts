/**
 * The page's own date, from all the places where pages state it: JSON-LD, meta, microdata,
 * `<time>`, Dublin Core, the address, bylines. Reads the document once and changes nothing.
 */
import { type DateCandidate, decidePageDate, type PageDate } from '../glossary/page-date.ts';
import { dateInUrl } from '../glossary/url-date.ts';
import { readBylines } from './byline-dates.ts';
import { readJsonLd, readMeta } from './declared-dates.ts';
import { readMarkedDates } from './marked-dates.ts';
import { readPageFrame } from './page-frame.ts';

export type { PageDate } from '../glossary/page-date.ts';

/**
 * @param document the page, loaded
 * @param url its address; may be empty
 * @param today the reader's local day, `YYYY-MM-DD`
 * @returns the day (or month, or year) that the page states for itself, as it states it; for pages
 *   that are kept up to date, that of their last change. Undefined where the page does not say,
 *   says several things that cannot be told apart, or is a list. Never throws.
 */
export function readPageDate(document: Document, url: string, today: string): PageDate | undefined {
  try {
    const frame = readPageFrame(document, url);
    const data = readJsonLd(frame);
    const { candidates: bylines, near } = readBylines(frame, today);
    const visible = [...bylines, ...readMarkedDates(frame, near)];
    const candidates: DateCandidate[] = [
      ...data.candidates,
      ...readMeta(frame),
      // Bare dates on a living page are those of its subject.
      ...visible.filter((one) => !frame.living || one.role === 'modified' || one.strength === 5),
    ];
    for (const address of frame.living ? [] : frame.urls) {
      const found = dateInUrl(address, frame.language);
      if (found === undefined) continue;
      const strength = found.date.length === 10 ? 6 : 3;
      candidates.push({
        raw: found.raw,
        stamp: { date: found.date },
        origin: 'url',
        role: 'published',
        strength,
      });
    }
    const list = data.list || (frame.front && !data.article);
    return decidePageDate(candidates, { today, living: frame.living, list });
  } catch {
    // A page may shadow what it likes (`<img name=querySelector>`); then it has no date.
    return undefined;
  }
}
