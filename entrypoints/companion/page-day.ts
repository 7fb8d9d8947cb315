import { ask } from '../../extension/content-data.ts';
import type { PageDate } from '../../glossary/page-date.ts';
import { takeCardBundle } from '../../page/card-bundle.ts';
import { today } from '../../page/today.ts';

/** The page's own day, read once when it is first asked for, or as the reader has set it. */
export interface PageDay {
  /** What is known without loading anything. */
  known(): PageDate | undefined;
  /** Loads the reader of dates where it isn't there yet. */
  read(): Promise<PageDate | undefined>;
  /** @param date year, month or day; null goes back to the page's own. */
  set(date: string | null): void;
}

export function createPageDay(document: Document): PageDay {
  let own: { readonly date: PageDate | undefined; readonly url: string } | undefined;
  let set: PageDate | undefined;

  function known(): PageDate | undefined {
    const bundle = takeCardBundle();
    const url = document.location.href;
    // An application that changes its address has become another page.
    if (bundle !== undefined && own?.url !== url) {
      own = { url, date: bundle.readPageDate(document, url, today()) };
    }
    return set ?? own?.date;
  }

  return {
    known,
    async read() {
      if (takeCardBundle() === undefined) await ask('loadCardScript', {});
      return known();
    },
    set(date) {
      set = date === null ? undefined : { date, origin: 'reader', role: 'published', raw: date };
    },
  };
}
