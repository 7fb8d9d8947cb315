// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { article, FILLER, ld, meta, named, news, type Row, read } from './page-shapes.fixture.ts';

const declared: readonly Row[] = [
  [
    'JSON-LD, single',
    article({ head: ld({ ...news, datePublished: '2019-03-05T10:00:00+01:00' }) }),
    '2019-03-05 json-ld',
  ],
  [
    'JSON-LD in an array',
    article({ head: ld([{ '@type': 'Organization' }, { ...news, datePublished: '2019-03-05' }]) }),
    '2019-03-05 json-ld',
  ],
  [
    'JSON-LD in a graph (WordPress, Yoast)',
    article({
      head: ld({
        '@graph': [
          {
            '@type': 'WebPage',
            '@id': 'https://paper.example/tech/chips-get-cheaper',
            datePublished: '2019-03-05T10:00:00+00:00',
            dateModified: '2021-01-01T10:00:00+00:00',
          },
          { '@type': 'BreadcrumbList' },
          {
            '@type': 'Article',
            headline: 'Chips get cheaper again',
            datePublished: '2019-03-05T10:00:00+00:00',
          },
        ],
      }),
    }),
    '2019-03-05 json-ld',
  ],
  [
    'several types at once',
    article({ head: ld({ '@type': ['Article', 'BlogPosting'], datePublished: '2019-03-05' }) }),
    '2019-03-05 json-ld',
  ],
  [
    'type as a full address',
    article({
      head: ld({ '@type': 'http://schema.org/BlogPosting', datePublished: '2019-03-05' }),
    }),
    '2019-03-05 json-ld',
  ],
  [
    'value object and list',
    article({ head: ld({ ...news, datePublished: [{ '@value': '2019-03-05' }] }) }),
    '2019-03-05 json-ld',
  ],
  [
    'question page (StackOverflow)',
    article({
      head: ld({
        '@type': 'QAPage',
        mainEntity: {
          '@type': 'Question',
          dateCreated: '2012-06-27T13:51:36',
          acceptedAnswer: { '@type': 'Answer', dateCreated: '2012-06-28' },
        },
      }),
    }),
    '2012-06-27 json-ld',
  ],
  [
    'forum thread (Discourse, GitHub)',
    article({
      head: ld({
        '@type': 'DiscussionForumPosting',
        datePublished: '2023-03-05T10:00:00Z',
        comment: [{ '@type': 'Comment', datePublished: '2024-01-01' }],
      }),
    }),
    '2023-03-05 json-ld',
  ],
  [
    'video page',
    {
      html: `<head><title>Inside the chip</title>${ld({ '@type': 'VideoObject', uploadDate: '2020-02-03T08:00:00-08:00' })}</head><body><h1>Inside the chip</h1></body>`,
      url: 'https://v.example/watch?v=1',
    },
    '2020-02-03 json-ld',
  ],
  [
    'raw line break within a string',
    article({
      head: ld('{"@type":"NewsArticle","headline":"Two\nlines","datePublished":"2019-03-05"}'),
    }),
    '2019-03-05 json-ld',
  ],
  [
    'trailing comma',
    article({ head: ld('{"@type":"NewsArticle","datePublished":"2019-03-05",}') }),
    '2019-03-05 json-ld',
  ],
  [
    'CDATA around it',
    article({
      head: ld('//<![CDATA[\n{"@type":"NewsArticle","datePublished":"2019-03-05"}\n//]]>'),
    }),
    '2019-03-05 json-ld',
  ],
  [
    'broken beyond mending',
    article({
      head: ld('{"@type":"NewsArticle","headline":"He said "no"","datePublished":"2019-03-05"}'),
    }),
    '2019-03-05 json-ld',
  ],
  [
    'article:published_time',
    article({ head: meta('article:published_time', '2018-07-01T23:30:00-05:00') }),
    '2018-07-01 meta',
  ],
  [
    'og:article:published_time under name',
    article({ head: named('og:article:published_time', '2018-07-01') }),
    '2018-07-01 meta',
  ],
  [
    'Parse.ly',
    article({ head: named('parsely-pub-date', '2018-07-01T10:00:00Z') }),
    '2018-07-01 meta',
  ],
  [
    'Parse.ly page as JSON',
    article({
      head: `<meta name="parsely-page" content='{"title":"x","pub_date":"2018-07-01T10:00:00Z"}'>`,
    }),
    '2018-07-01 meta',
  ],
  [
    'Sailthru, American words',
    article({ head: named('sailthru.date', 'Sunday, July 1, 2018 - 10:00') }),
    '2018-07-01 meta',
  ],
  [
    'Cxense',
    article({ head: named('cXenseParse:recs:publishtime', '2018-07-01T10:00:00.000Z') }),
    '2018-07-01 meta',
  ],
  [
    'New York Times',
    article({ head: named('pdate', '20180701') + named('utime', '20180805101010') }),
    '2018-07-01 meta',
  ],
  [
    'Chinese portals',
    article({ head: named('publishdate', '2018-07-01'), lang: 'zh-CN' }),
    '2018-07-01 meta',
  ],
  ['meta date', article({ head: named('date', '2018-07-01T12:46:00') }), '2018-07-01 meta'],
  [
    'milliseconds since 1970',
    article({ head: meta('article:published_time', '1530439200000') }),
    '2018-07-01 meta',
  ],
  [
    'Dublin Core issued',
    article({ head: named('DC.date.issued', '2018-07-01') }),
    '2018-07-01 dublin-core',
  ],
  [
    'dcterms.created alone',
    article({ head: named('dcterms.created', '2018-07-01') }),
    '2018-07-01 dublin-core',
  ],
  [
    'journal: citation date with month only',
    article({ head: named('citation_publication_date', '2018/07') }),
    '2018-07 meta',
  ],
  [
    'journal: year only',
    article({ head: named('citation_publication_date', '2018') }),
    '2018 meta',
  ],
  [
    'microdata in the head (Hugo)',
    article({ head: '<meta itemprop="datePublished" content="2018-07-01T00:00:00+02:00">' }),
    '2018-07-01 microdata',
  ],
  [
    'microdata on time (Jekyll)',
    article({
      meta: '<time class="dt-published" datetime="2018-07-01T00:00:00+02:00" itemprop="datePublished">Jul 1, 2018</time>',
    }),
    '2018-07-01 microdata',
  ],
  [
    'microdata without a machine value',
    article({ meta: '<span itemprop="datePublished">1 July 2018</span>' }),
    '2018-07-01 microdata',
  ],
  [
    'RDFa (Drupal 7)',
    article({
      meta: '<span property="dc:date dc:created" content="2018-07-01T09:00:00+02:00" datatype="xsd:dateTime">1 July</span>',
    }),
    '2018-07-01 dublin-core',
  ],
  [
    "microdata in the article's footer",
    {
      html: `<head><title>Chips again</title></head><body><article itemscope itemtype="http://schema.org/BlogPosting"><h2><a href="/a">Chips again</a></h2>${FILLER.repeat(6)}<aside><time itemprop="datePublished" datetime="2018-07-01">2018-07-01</time></aside></article></body>`,
      url: 'https://blog.example/a',
    },
    '2018-07-01 microdata',
  ],
];

const addresses: readonly Row[] = [
  ['/2020/05/06/', article({ url: 'https://p.example/2020/05/06/chips.html' }), '2020-05-06 url'],
  ['/2020/may/06/', article({ url: 'https://p.example/tech/2020/may/06/chips' }), '2020-05-06 url'],
  ['slug-20200506', article({ url: 'https://p.example/chips-again-20200506/' }), '2020-05-06 url'],
  [
    't20200506_1',
    article({ url: 'https://p.example/tech/202005/t20200506_8280541.htm' }),
    '2020-05-06 url',
  ],
  [
    '/2020/0506/',
    article({ url: 'https://p.example/n1/2020/0506/c1004-1.html' }),
    '2020-05-06 url',
  ],
  ['month only', article({ url: 'https://p.example/2020/05/chips/' }), '2020-05 url'],
  [
    'canonical address',
    article({
      head: '<link rel="canonical" href="https://p.example/2020/05/06/chips.html">',
      url: 'https://p.example/?p=1',
    }),
    '2020-05-06 url',
  ],
  [
    'copy in a web archive',
    article({
      url: 'https://web.archive.org/web/20210101000000/https://p.example/2020/05/06/chips.html',
    }),
    '2020-05-06 url',
  ],
  [
    'copy of an undated address',
    article({ url: 'https://web.archive.org/web/20210101000000/https://p.example/chips' }),
    'unknown',
  ],
  ['archive of a day', article({ url: 'https://p.example/2020/05/06/' }), 'unknown'],
  [
    'numbers that are no date',
    article({ url: 'https://p.example/2020/99/chips-20201399' }),
    'unknown',
  ],
];

describe('page shapes: declared for machines', () => {
  test.each(declared)('%s', (_name, shape, expected) => {
    expect(read(shape)).toBe(expected);
  });
});

describe('page shapes: addresses', () => {
  test.each(addresses)('%s', (_name, shape, expected) => {
    expect(read(shape)).toBe(expected);
  });
});
