/** Pages in the shapes that sites serve, for the tests of `readPageDate`; all written for them. */
import { readPageDate } from './read-page-date.ts';

export const TODAY = '2026-11-21';

export interface Shape {
  readonly html: string;
  readonly url?: string;
  readonly lang?: string;
}

export const FILLER =
  '<p>The company said that it would build more data centres in the region.</p>'.repeat(4);

/** An article with a headline; `head` goes into the head, `meta` under the headline. */
export function article(parts: {
  head?: string;
  meta?: string;
  above?: string;
  body?: string;
  end?: string;
  url?: string;
  lang?: string;
}): Shape {
  const { head = '', meta = '', above = '', body = '', end = '' } = parts;
  return {
    html:
      `<head><title>Chips get cheaper again | The Paper</title>${head}</head>` +
      `<body>${above}<article><h1>Chips get cheaper again</h1>${meta}${FILLER}${body}</article>${end}</body>`,
    url: parts.url ?? 'https://paper.example/tech/chips-get-cheaper',
    lang: parts.lang ?? 'en-US',
  };
}

export const ld = (data: unknown) =>
  `<script type="application/ld+json">${typeof data === 'string' ? data : JSON.stringify(data)}</script>`;
export const meta = (name: string, content: string) =>
  `<meta property="${name}" content="${content}">`;
export const named = (name: string, content: string) =>
  `<meta name="${name}" content="${content}">`;

export function read(shape: Shape): string {
  const lang = shape.lang ? ` lang="${shape.lang}"` : '';
  const page = new DOMParser().parseFromString(`<html${lang}>${shape.html}</html>`, 'text/html');
  const found = readPageDate(page, shape.url ?? '', TODAY);
  if (found === undefined) return 'unknown';
  return `${found.date} ${found.origin}${found.role === 'changed' ? ' changed' : ''}`;
}

export type Row = readonly [name: string, shape: Shape, expected: string];

export const news = { '@context': 'https://schema.org', '@type': 'NewsArticle' };
