/** What a page says besides its mentions. */
import type { PageEvidence } from '../glossary/resolve-page.ts';

/** Headings that are read at most, the highest first, and of how many characters: more say little more. */
const MOST_HEADINGS = 12;
const HEADING_LENGTH = 160;
const TITLE_LENGTH = 300;

/** @param seen how often each term is named by a form of one sense, by term id. */
export function readPageEvidence(document: Document, seen: PageEvidence['seen']): PageEvidence {
  return {
    title: document.title.slice(0, TITLE_LENGTH),
    headings: readHeadings(document),
    host: document.location.host,
    seen,
  };
}

function readHeadings(document: Document): string[] {
  const headings: string[] = [];
  for (const name of ['h1', 'h2', 'h3']) {
    for (const { textContent } of document.getElementsByTagName(name)) {
      if (headings.length === MOST_HEADINGS) return headings;
      headings.push((textContent ?? '').slice(0, HEADING_LENGTH));
    }
  }
  return headings;
}
