// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { article, FILLER, ld, meta, named, news, type Row, read } from './page-shapes.fixture.ts';

const traps: readonly Row[] = [
  [
    'delivery stamps that call themselves updates',
    article({
      head: `<meta http-equiv="last-modified" content="2026-11-20">${meta('og:updated_time', '1763600000')}`,
    }),
    'unknown',
  ],
  [
    'update declared as publication',
    article({
      head: meta('article:published_time', '2021-05-06T10:00:00Z'),
      meta: '<p>Published March 1, 2019. Updated May 6, 2021.</p>',
    }),
    '2019-03-01 byline',
  ],
  [
    'update declared as publication, against the address',
    article({
      head:
        ld({
          ...news,
          datePublished: '2021-05-06T10:00:00Z',
          dateModified: '2021-05-06T10:00:00Z',
        }) + meta('article:published_time', '2021-05-06T10:00:00Z'),
      url: 'https://p.example/2019/03/01/chips.html',
    }),
    '2019-03-01 url',
  ],
  [
    'republication in meta, first publication in JSON-LD (Medium)',
    article({
      head:
        ld({ ...news, datePublished: '2015-10-15T02:19:15Z' }) +
        meta('article:published_time', '2015-12-11T14:28:34Z'),
      meta: '<div>Jane Doe · Oct 15, 2015 · 18 min read</div>',
    }),
    '2015-10-15 byline',
  ],
  [
    'modified only in meta, published by the headline',
    article({
      head: meta('article:modified_time', '2025-01-07T09:00:00Z'),
      meta: '<p class="date">July 10, 2020</p>',
    }),
    '2020-07-10 byline',
  ],
  [
    'video before the article',
    article({
      head:
        ld({ '@type': 'VideoObject', uploadDate: '2016-01-01' }) +
        ld({
          ...news,
          datePublished: '2019-03-05',
          video: { '@type': 'VideoObject', uploadDate: '2015-01-01' },
        }),
    }),
    '2019-03-05 json-ld',
  ],
  [
    'microdata of an embedded video',
    article({
      meta: '<div itemscope itemtype="http://schema.org/VideoObject"><meta itemprop="uploadDate" content="2016-01-01"></div><p class="byline">March 5, 2019</p>',
    }),
    '2019-03-05 byline',
  ],
  [
    'the time of a comment',
    article({
      end: '<section id="comments"><div class="comment"><time datetime="2019-03-09">9 March 2019</time></div></section>',
    }),
    'unknown',
  ],
  [
    'the time of related stories',
    article({
      end: '<div class="related"><h3><a href="/x">Something else happened too</a></h3><time datetime="2019-03-09">9 March 2019</time></div>',
    }),
    'unknown',
  ],
  [
    'teasers without a telling class',
    article({
      end: '<ul><li><h3><a href="/x">Something else happened too</a></h3><time datetime="2019-03-09"></time></li><li><h3><a href="/y">And more of the same</a></h3><time datetime="2019-03-11"></time></li></ul>',
    }),
    'unknown',
  ],
  [
    'related microdata with the same property',
    article({
      meta: '<time itemprop="datePublished" datetime="2019-03-05">5 March 2019</time>',
      end: '<div><h3><a href="/x">Something else happened too</a></h3><time itemprop="datePublished" datetime="2019-04-09"></time></div>',
    }),
    '2019-03-05 microdata',
  ],
  [
    'a quoted post',
    article({
      body: '<blockquote class="twitter-tweet">Hello <a href="https://t.example/1">August 22, 2013</a></blockquote>',
    }),
    'unknown',
  ],
  ['a byline without a year', article({ meta: '<p class="date">May 6</p>' }), 'unknown'],
  [
    'a byline without a year, the year in the address',
    article({ meta: '<p class="date">May 6</p>', url: 'https://p.example/2020/05/chips/' }),
    '2020-05-06 byline',
  ],
  ['a clock alone', article({ meta: '<time>1:39 PM ET</time>' }), 'unknown'],
  [
    'a stamp in UTC on the next day',
    article({
      head: meta('article:published_time', '2020-05-07T02:00:00Z'),
      meta: '<p class="byline">May 6, 2020</p>',
    }),
    '2020-05-06 byline',
  ],
  [
    'a stamp in UTC on the day before',
    article({ meta: '<time datetime="2016-12-01T23:29:49.000Z">December 2, 2016</time>' }),
    '2016-12-02 byline',
  ],
  [
    'a stamp with a zone stands against a byline',
    article({
      head:
        ld({ ...news, datePublished: '2020-05-06T23:30:00-05:00' }) +
        meta('article:published_time', '2020-05-07T04:30:00Z'),
    }),
    '2020-05-06 json-ld',
  ],
  [
    'a date in the future',
    article({ head: meta('article:published_time', '2031-01-01') }),
    'unknown',
  ],
  [
    'tomorrow, where it already is',
    article({ head: meta('article:published_time', '2026-11-22T01:00:00+09:00') }),
    '2026-11-22 meta',
  ],
  [
    'a future date and a sound one',
    article({
      head: meta('article:published_time', '2031-01-01'),
      meta: '<p>By Jane Doe, May 6, 2020</p>',
    }),
    '2020-05-06 byline',
  ],
  [
    'the zero of Unix',
    article({ head: meta('article:published_time', '1970-01-01T00:00:00Z') }),
    'unknown',
  ],
  [
    'the zero of .NET',
    article({ head: ld({ ...news, datePublished: '0001-01-01T00:00:00' }) }),
    'unknown',
  ],
  ['a day that does not exist', article({ head: named('date', '2019-02-30') }), 'unknown'],
  [
    'words instead of a date',
    article({ head: named('date', 'yesterday') + named('revisit-after', '7 days') }),
    'unknown',
  ],
  [
    'numeric order unknown',
    article({ meta: '<p class="date">05/06/2020</p>', lang: 'en' }),
    'unknown',
  ],
  [
    'numeric order told by the stamp',
    article({
      head: meta('article:published_time', '2017-11-03T10:00:00Z'),
      meta: '<p class="date">11.03.17</p>',
      lang: 'en',
    }),
    '2017-11-03 byline',
  ],
  [
    'copyright',
    article({ end: '<footer>© 2004–2019 The Paper. Copyright May 6, 2019</footer>' }),
    'unknown',
  ],
  [
    'expiry',
    article({
      head: named('expires', '2019-06-18') + named('DC.date.valid', '2019-06-18'),
      meta: '<p>Expires: 18 June 2019</p>',
    }),
    'unknown',
  ],
  [
    'the clock in the masthead',
    article({ above: '<div class="top">Saturday, November 21, 2026</div>' }),
    'unknown',
  ],
  [
    'an old masthead',
    article({ above: '<div id="masthead">Tuesday, March 3, 2015</div>' }),
    'unknown',
  ],
  [
    'a date in the text',
    article({
      body: '<p>On May 6, 2020 the company said that chips would be cheaper by then.</p>',
    }),
    'unknown',
  ],
  [
    'a caption',
    article({ meta: '<figure><img><figcaption>The plant, May 6, 2012</figcaption></figure>' }),
    'unknown',
  ],
  ['a span of days', article({ meta: '<p class="date">6 May 2020 – 8 May 2020</p>' }), 'unknown'],
  [
    'a date among subjects of the text',
    article({ body: '<h2>1999</h2><p>12 June 1999</p>' }),
    'unknown',
  ],
  [
    'the film under review',
    article({
      head: ld([
        { '@type': 'Movie', datePublished: '1994-05-06' },
        { '@type': 'Review', datePublished: '2020-05-06', itemReviewed: { datePublished: '1994' } },
      ]),
    }),
    '2020-05-06 json-ld',
  ],
  [
    'a weekly edition',
    {
      html: `<head><title>Weekly Edition for March 26, 2015 [P]</title></head><body><h1>Weekly Edition for March 26, 2015</h1>${FILLER}</body>`,
    },
    '2015-03-26 byline',
  ],
  [
    'a headline about a day',
    {
      html: `<head><title>What happened on May 6, 2010</title></head><body><h1>What happened on May 6, 2010</h1>${FILLER}</body>`,
    },
    'unknown',
  ],
];

describe('page shapes: traps', () => {
  test.each(traps)('%s', (_name, shape, expected) => {
    expect(read(shape)).toBe(expected);
  });
});
