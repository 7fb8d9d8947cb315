// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import {
  article,
  FILLER,
  ld,
  meta,
  named,
  news,
  type Row,
  read,
  TODAY,
} from './page-shapes.fixture.ts';
import { readPageDate } from './read-page-date.ts';

const item = (n: number) =>
  `<article><h2><a href="/p/${n}">Story number ${n} of many</a></h2><time datetime="2020-05-0${n}">May ${n}, 2020</time></article>`;
const items = [1, 2, 3, 4].map(item).join('');

const others: readonly Row[] = [
  [
    'front page',
    {
      html: `<head><title>The Paper</title></head><body><h1>The Paper</h1>${items}</body>`,
      url: 'https://p.example/',
    },
    'unknown',
  ],
  [
    'front page of a blog elsewhere',
    {
      html: `<head><title>My blog</title></head><body><h1>My blog</h1>${items}</body>`,
      url: 'https://p.example/blog',
    },
    'unknown',
  ],
  [
    'front page with a date in its meta',
    {
      html: `<head><title>The Paper</title>${named('pdate', '20190806')}</head><body>${items}</body>`,
      url: 'https://p.example/es/',
    },
    'unknown',
  ],
  [
    'front page that calls itself so',
    {
      html: `<head><title>The Paper</title><link rel="canonical" href="https://p.example/homepage">${named('pdate', '20190806')}</head><body>${items}</body>`,
      url: 'https://p.example/',
    },
    'unknown',
  ],
  [
    'collection',
    {
      html: `<head><title>Chips</title>${ld({ '@type': 'CollectionPage', datePublished: '2019-01-01' })}${named('date', '2019-01-01')}</head><body>${items}</body>`,
      url: 'https://p.example/topic/chips',
    },
    'unknown',
  ],
  [
    'feed declared as many articles',
    {
      html: `<head><title>Chips</title>${ld([1, 2, 3].map((n) => ({ ...news, headline: `Other ${n}`, datePublished: `2020-05-0${n}` })))}</head><body>${items}</body>`,
      url: 'https://p.example/tech',
    },
    'unknown',
  ],
  [
    'a list of entries that look alike',
    {
      html: `<head><title>Releases</title></head><body><h1>Releases</h1>${[1, 2, 3, 4].map((n) => `<div class="entry"><p class="date">May ${n}, 2020</p><p>Fixes.</p></div>`).join('')}</body>`,
    },
    'unknown',
  ],
  [
    'one article among several in the data',
    article({
      head: ld(
        [1, 2, 3].map((n) => ({
          ...news,
          headline: n === 2 ? 'Chips get cheaper again' : `Other ${n}`,
          datePublished: `2020-05-0${n * 3}`,
        })),
      ),
    }),
    '2020-05-06 json-ld',
  ],
  [
    'encyclopaedia',
    {
      html: `<head><title>Chip - Wikipedia</title><meta name="generator" content="MediaWiki 1.40">${ld({ '@type': 'Article', name: 'Chip', datePublished: '2001-10-29T01:59:14Z', dateModified: '2019-09-26T11:35:37Z' })}</head><body><h1>Chip</h1>${FILLER}<div id="footer"><li id="footer-info-lastmod">This page was last edited on 26 September 2019, at 11:35 (UTC).</li></div></body>`,
      url: 'https://en.wikipedia.org/wiki/Chip',
    },
    '2019-09-26 byline changed',
  ],
  [
    'encyclopaedia in German, without data',
    {
      html: `<head><title>Chip – Wikipedia</title><meta name="generator" content="MediaWiki 1.40"></head><body><h1>Chip</h1>${FILLER}<footer><ul><li id="footer-info-lastmod">Diese Seite wurde zuletzt am 26. September 2019 um 11:35 Uhr bearbeitet.</li></ul></footer></body>`,
      url: 'https://de.wikipedia.org/wiki/Chip',
      lang: 'de',
    },
    '2019-09-26 byline changed',
  ],
  [
    'documentation',
    {
      html: `<head><title>Chips | Docs</title><meta name="generator" content="Docusaurus v3"></head><body><h1>Chips</h1>${FILLER}<span class="theme-last-updated">Last updated on <time datetime="2024-02-03T10:00:00.000Z">Feb 3, 2024</time></span></body>`,
      url: 'https://tool.example/docs/chips',
    },
    '2024-02-03 byline changed',
  ],
  [
    'documentation with both days',
    {
      html: `<head><title>Chips</title>${meta('article:published_time', '2020-01-01')}${meta('article:modified_time', '2024-02-03')}</head><body><h1>Chips</h1></body>`,
      url: 'https://docs.tool.example/chips',
    },
    '2024-02-03 meta changed',
  ],
  [
    'infobox dates of an encyclopaedia',
    {
      html: `<head><title>Chip</title><meta name="generator" content="MediaWiki 1.40"></head><body><h1>Chip</h1><table><tr><th>Released</th><td>26 September 2007</td></tr></table>${FILLER}</body>`,
      url: 'https://en.wikipedia.org/wiki/Chip',
    },
    'unknown',
  ],
  ['nothing at all', { html: '<body><p>Lorem ipsum dolor sit amet.</p></body>' }, 'unknown'],
  ['no markup', { html: '' }, 'unknown'],
];

describe('page shapes: lists, living and empty pages', () => {
  test.each(others)('%s', (_name, shape, expected) => {
    expect(read(shape)).toBe(expected);
  });
});

describe('hostile pages', () => {
  const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');

  test('structured data over 512 KB are not read', () => {
    const padding = 'x'.repeat(512 * 1024);
    const { html } = article({ head: ld({ ...news, datePublished: '2019-03-05', padding }) });
    expect(readPageDate(parse(html), '', TODAY)).toBeUndefined();
  });

  test('what lies deeper than 12 levels is not read', () => {
    const nest = (levels: number): unknown =>
      levels === 0 ? { ...news, datePublished: '2019-03-05' } : { '@graph': [nest(levels - 1)] };
    const dated = (levels: number) =>
      readPageDate(parse(article({ head: ld(nest(levels)) }).html), '', TODAY)?.date;
    expect(dated(4)).toBe('2019-03-05');
    expect(dated(8)).toBeUndefined();
  });

  test.each([
    ['nesting without end', ld(`${'['.repeat(200_000)}`)],
    ['null and numbers', ld('[null, 1, "x", {"@type": null, "datePublished": {}}]')],
    ['many scripts', ld('{').repeat(200)],
    ['a stamp without end', meta('article:published_time', '2019-'.repeat(10_000))],
    ['broken language', '<meta property="og:locale" content="!!_??">'],
  ])('%s does no harm', (_, head) => {
    const { html } = article({ head, url: 'not an address' });
    expect(() => readPageDate(parse(html), 'not an address', TODAY)).not.toThrow();
  });

  test('a page that shadows the document has no date', () => {
    const page = parse(article({ head: meta('article:published_time', '2019-03-05') }).html);
    Object.defineProperty(page, 'querySelectorAll', { value: null });
    expect(readPageDate(page, '', TODAY)).toBeUndefined();
  });

  test('the page stays as it was', () => {
    const page = parse(
      article({
        head: ld({ ...news, datePublished: '2019-03-05' }),
        meta: '<time>May 6, 2020</time>',
      }).html,
    );
    const before = page.documentElement.outerHTML;
    readPageDate(page, 'https://p.example/a', TODAY);
    expect(page.documentElement.outerHTML).toBe(before);
  });

  test('the words it was read from are told, 80 characters at most', () => {
    const page = parse(article({ meta: '<p>Published   on\n May 6, 2020</p>' }).html);
    expect(readPageDate(page, '', TODAY)?.raw).toBe('Published on May 6, 2020');
    const long = parse(
      article({ meta: `<p>${'Jane Doe, '.repeat(6)} Published on May 6, 2020 at noon</p>` }).html,
    );
    expect(readPageDate(long, '', TODAY)?.raw.length).toBeLessThanOrEqual(80);
  });
});
