// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { readPageDate } from './read-page-date.ts';

const TODAY = '2026-11-21';

interface Shape {
  readonly html: string;
  readonly url?: string;
  readonly lang?: string;
}

const FILLER = '<p>The company said that it would build more data centres in the region.</p>'.repeat(4);

/** An article with a headline; `head` goes into the head, `meta` under the headline. */
function article(parts: {
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

const ld = (data: unknown) =>
  `<script type="application/ld+json">${typeof data === 'string' ? data : JSON.stringify(data)}</script>`;
const meta = (name: string, content: string) => `<meta property="${name}" content="${content}">`;
const named = (name: string, content: string) => `<meta name="${name}" content="${content}">`;

function read(shape: Shape): string {
  const lang = shape.lang ? ` lang="${shape.lang}"` : '';
  const page = new DOMParser().parseFromString(`<html${lang}>${shape.html}</html>`, 'text/html');
  const found = readPageDate(page, shape.url ?? '', TODAY);
  if (found === undefined) return 'unknown';
  return `${found.date} ${found.origin}${found.role === 'changed' ? ' changed' : ''}`;
}

type Row = readonly [name: string, shape: Shape, expected: string];

const news = { '@context': 'https://schema.org', '@type': 'NewsArticle' };

const declared: readonly Row[] = [
  ['JSON-LD, single', article({ head: ld({ ...news, datePublished: '2019-03-05T10:00:00+01:00' }) }), '2019-03-05 json-ld'],
  ['JSON-LD in an array', article({ head: ld([{ '@type': 'Organization' }, { ...news, datePublished: '2019-03-05' }]) }), '2019-03-05 json-ld'],
  ['JSON-LD in a graph (WordPress, Yoast)', article({
    head: ld({ '@graph': [
      { '@type': 'WebPage', '@id': 'https://paper.example/tech/chips-get-cheaper', datePublished: '2019-03-05T10:00:00+00:00', dateModified: '2021-01-01T10:00:00+00:00' },
      { '@type': 'BreadcrumbList' },
      { '@type': 'Article', headline: 'Chips get cheaper again', datePublished: '2019-03-05T10:00:00+00:00' },
    ] }),
  }), '2019-03-05 json-ld'],
  ['several types at once', article({ head: ld({ '@type': ['Article', 'BlogPosting'], datePublished: '2019-03-05' }) }), '2019-03-05 json-ld'],
  ['type as a full address', article({ head: ld({ '@type': 'http://schema.org/BlogPosting', datePublished: '2019-03-05' }) }), '2019-03-05 json-ld'],
  ['value object and list', article({ head: ld({ ...news, datePublished: [{ '@value': '2019-03-05' }] }) }), '2019-03-05 json-ld'],
  ['question page (StackOverflow)', article({ head: ld({ '@type': 'QAPage', mainEntity: { '@type': 'Question', dateCreated: '2012-06-27T13:51:36', acceptedAnswer: { '@type': 'Answer', dateCreated: '2012-06-28' } } }) }), '2012-06-27 json-ld'],
  ['forum thread (Discourse, GitHub)', article({ head: ld({ '@type': 'DiscussionForumPosting', datePublished: '2023-03-05T10:00:00Z', comment: [{ '@type': 'Comment', datePublished: '2024-01-01' }] }) }), '2023-03-05 json-ld'],
  ['video page', { html: `<head><title>Inside the chip</title>${ld({ '@type': 'VideoObject', uploadDate: '2020-02-03T08:00:00-08:00' })}</head><body><h1>Inside the chip</h1></body>`, url: 'https://v.example/watch?v=1' }, '2020-02-03 json-ld'],
  ['raw line break within a string', article({ head: ld('{"@type":"NewsArticle","headline":"Two\nlines","datePublished":"2019-03-05"}') }), '2019-03-05 json-ld'],
  ['trailing comma', article({ head: ld('{"@type":"NewsArticle","datePublished":"2019-03-05",}') }), '2019-03-05 json-ld'],
  ['CDATA around it', article({ head: ld('//<![CDATA[\n{"@type":"NewsArticle","datePublished":"2019-03-05"}\n//]]>') }), '2019-03-05 json-ld'],
  ['broken beyond mending', article({ head: ld('{"@type":"NewsArticle","headline":"He said "no"","datePublished":"2019-03-05"}') }), '2019-03-05 json-ld'],
  ['article:published_time', article({ head: meta('article:published_time', '2018-07-01T23:30:00-05:00') }), '2018-07-01 meta'],
  ['og:article:published_time under name', article({ head: named('og:article:published_time', '2018-07-01') }), '2018-07-01 meta'],
  ['Parse.ly', article({ head: named('parsely-pub-date', '2018-07-01T10:00:00Z') }), '2018-07-01 meta'],
  ['Parse.ly page as JSON', article({ head: `<meta name="parsely-page" content='{"title":"x","pub_date":"2018-07-01T10:00:00Z"}'>` }), '2018-07-01 meta'],
  ['Sailthru, American words', article({ head: named('sailthru.date', 'Sunday, July 1, 2018 - 10:00') }), '2018-07-01 meta'],
  ['Cxense', article({ head: named('cXenseParse:recs:publishtime', '2018-07-01T10:00:00.000Z') }), '2018-07-01 meta'],
  ['New York Times', article({ head: named('pdate', '20180701') + named('utime', '20180805101010') }), '2018-07-01 meta'],
  ['Chinese portals', article({ head: named('publishdate', '2018-07-01'), lang: 'zh-CN' }), '2018-07-01 meta'],
  ['meta date', article({ head: named('date', '2018-07-01T12:46:00') }), '2018-07-01 meta'],
  ['milliseconds since 1970', article({ head: meta('article:published_time', '1530439200000') }), '2018-07-01 meta'],
  ['Dublin Core issued', article({ head: named('DC.date.issued', '2018-07-01') }), '2018-07-01 dublin-core'],
  ['dcterms.created alone', article({ head: named('dcterms.created', '2018-07-01') }), '2018-07-01 dublin-core'],
  ['journal: citation date with month only', article({ head: named('citation_publication_date', '2018/07') }), '2018-07 meta'],
  ['journal: year only', article({ head: named('citation_publication_date', '2018') }), '2018 meta'],
  ['microdata in the head (Hugo)', article({ head: '<meta itemprop="datePublished" content="2018-07-01T00:00:00+02:00">' }), '2018-07-01 microdata'],
  ['microdata on time (Jekyll)', article({ meta: '<time class="dt-published" datetime="2018-07-01T00:00:00+02:00" itemprop="datePublished">Jul 1, 2018</time>' }), '2018-07-01 microdata'],
  ['microdata without a machine value', article({ meta: '<span itemprop="datePublished">1 July 2018</span>' }), '2018-07-01 microdata'],
  ['RDFa (Drupal 7)', article({ meta: '<span property="dc:date dc:created" content="2018-07-01T09:00:00+02:00" datatype="xsd:dateTime">1 July</span>' }), '2018-07-01 dublin-core'],
  ['microdata in the article\'s footer', {
    html: `<head><title>Chips again</title></head><body><article itemscope itemtype="http://schema.org/BlogPosting"><h2><a href="/a">Chips again</a></h2>${FILLER.repeat(6)}<aside><time itemprop="datePublished" datetime="2018-07-01">2018-07-01</time></aside></article></body>`,
    url: 'https://blog.example/a',
  }, '2018-07-01 microdata'],
];

const visible: readonly Row[] = [
  ['time under the headline (Ghost)', article({ meta: '<time class="byline-meta-date" datetime="2020-05-06">May 6, 2020</time>' }), '2020-05-06 time'],
  ['time without datetime', article({ meta: '<div class="meta"><time>May 6, 2020</time></div>' }), '2020-05-06 time'],
  ['WordPress: published and updated', article({ meta: '<div class="entry-meta">Posted on <a href="/2020/"><time class="entry-date published" datetime="2020-05-06T08:00:00+02:00">May 6, 2020</time><time class="updated" datetime="2021-02-03T08:00:00+02:00">February 3, 2021</time></a></div>' }), '2020-05-06 time'],
  ['GitHub relative-time', article({ meta: '<div>opened this issue <relative-time datetime="2020-05-06T18:00:00Z">May 6, 2020</relative-time></div>' }), '2020-05-06 byline'],
  ['Blogger date header above the title', { html: `<head><title>Blog: Chips again</title></head><body><h1>Blog</h1><div class="date-outer"><h2 class="date-header"><span>Wednesday, May 6, 2020</span></h2><div class="post"><h3 class="post-title">Chips again</h3>${FILLER}</div></div></body>`, lang: 'en' }, '2020-05-06 byline'],
  ['abbr with title (hAtom)', article({ meta: '<abbr class="published" title="2020-05-06T09:00:00+01:00">last spring</abbr>' }), '2020-05-06 time'],
  ['English byline', article({ meta: '<p>By Jane Doe | May 6, 2020</p>' }), '2020-05-06 byline'],
  ['ordinal and weekday', article({ meta: '<p class="date">Wednesday 6th May 2020 10.15am</p>' }), '2020-05-06 byline'],
  ['date split over elements', article({ meta: '<div class="date"><span>May</span> <span>6</span>, <span>2020</span></div>' }), '2020-05-06 byline'],
  ['Guardian', article({ meta: '<div><a href="/profile/x">Jane Doe</a></div><div>Wed 6 May 2020 00.01 BST</div>', url: 'https://g.example/tech/2020/may/06/chips-cheaper', lang: 'en' }), '2020-05-06 byline'],
  ['German', article({ meta: '<p>Von Eva Muster, 6. März 2020, 14:05 Uhr</p>', lang: 'de' }), '2020-03-06 byline'],
  ['German numeric', article({ meta: '<p class="date">06.05.2020, 14:05 Uhr</p>', lang: 'de' }), '2020-05-06 byline'],
  ['French with update (Le Monde)', article({ meta: '<p class="meta__date">Publié le 06 août 2020 à 06h00, mis à jour le 09 août 2020 à 10h10</p>', lang: 'fr' }), '2020-08-06 byline'],
  ['French first of the month', article({ meta: '<p>Le 1er février 2020 à 06h00</p>', lang: 'fr' }), '2020-02-01 byline'],
  ['Spanish (El País)', article({ meta: '<div class="date">06 may 2020 - 10:00 CEST</div>', lang: 'es' }), '2020-05-06 byline'],
  ['Spanish in words', article({ meta: '<p>6 de mayo de 2020</p>', lang: 'es-ES' }), '2020-05-06 byline'],
  ['Italian', article({ meta: '<p>6 maggio 2020</p>', lang: 'it' }), '2020-05-06 byline'],
  ['Portuguese', article({ meta: '<p>Publicado em 6 de março de 2020</p>', lang: 'pt-BR' }), '2020-03-06 byline'],
  ['Dutch', article({ meta: '<p>Geplaatst op 6 mei 2020</p>', lang: 'nl' }), '2020-05-06 byline'],
  ['Swedish', article({ meta: '<p>Publicerad 6 maj 2020 kl. 10.00</p>', lang: 'sv' }), '2020-05-06 byline'],
  ['Polish', article({ meta: '<p>Opublikowano: 6 maja 2020</p>', lang: 'pl' }), '2020-05-06 byline'],
  ['Czech', article({ meta: '<p>6. května 2020</p>', lang: 'cs' }), '2020-05-06 byline'],
  ['Hungarian', article({ meta: '<p>2020. május 6.</p>', lang: 'hu' }), '2020-05-06 byline'],
  ['Finnish', article({ meta: '<p>Julkaistu 6.5.2020</p>', lang: 'fi' }), '2020-05-06 byline'],
  ['Turkish', article({ meta: '<p>6 Ağustos 2020</p>', lang: 'tr' }), '2020-08-06 byline'],
  ['Greek', article({ meta: '<p>6 Μαΐου 2020</p>', lang: 'el' }), '2020-05-06 byline'],
  ['Russian', article({ meta: '<p>6 мая 2020, 10:00</p>', lang: 'ru' }), '2020-05-06 byline'],
  ['Arabic digits', article({ meta: '<p>٦ مايو ٢٠٢٠</p>', lang: 'ar' }), '2020-05-06 byline'],
  ['Japanese (Asahi)', article({ meta: '<p>2020年5月6日 10時00分</p>', lang: 'ja' }), '2020-05-06 byline'],
  ['Chinese (QQ)', article({ meta: '<div class="a_info"><span>腾讯科技</span><span>2020年05月06日07:17</span></div>', lang: 'zh' }), '2020-05-06 byline'],
  ['Korean', article({ meta: '<p>입력 2020.05.06. 오전 10:00</p>', lang: 'ko' }), '2020-05-06 byline'],
  ['wrong language declared', article({ meta: '<p>6 de mayo de 2020</p>', lang: 'en-US' }), '2020-05-06 byline'],
  ['British numeric', article({ meta: '<p class="date">06/05/2020</p>', lang: 'en-GB' }), '2020-05-06 byline'],
  ['American numeric', article({ meta: '<p class="date">05/06/2020</p>', lang: 'en-US' }), '2020-05-06 byline'],
  ['month only, as essays have it', { html: `<head><title>Chips</title></head><body><div>May 2020</div>${FILLER}</body>` }, '2020-05 byline'],
  ['last updated alone', article({ end: '<p>Last updated: 6 May 2020</p>' }), '2020-05-06 byline changed'],
  ['posted at the end', article({ end: '<div class="post-footer">Posted by Jane on May 6, 2020</div>' }), '2020-05-06 byline'],
];

const mixed: readonly Row[] = [
  ['update in brackets after the date', article({ meta: '<p>6 May 2020 (updated 8 May 2020)</p>' }), '2020-05-06 byline'],
  ['update after a stroke', article({ meta: '<p>May 6, 2020 | Updated May 8, 2020</p>' }), '2020-05-06 byline'],
  ['update before the date of publication', article({ meta: '<p>Updated May 8, 2020. First published May 6, 2020.</p>' }), '2020-05-06 byline'],
  ['Japanese, words after the dates', article({ meta: '<p>2020年5月6日公開 2020年8月9日更新</p>', lang: 'ja' }), '2020-05-06 byline'],
  ['Korean, published and changed', article({ meta: '<p>입력 2020.05.06 10:00 수정 2020.08.09 11:00</p>', lang: 'ko' }), '2020-05-06 byline'],
  ['German, as of', article({ meta: '<p>Stand: 06.05.2020 14:05 Uhr</p>', lang: 'de' }), '2020-05-06 byline changed'],
  ['month, day, weekday, year in a box (Pixnet)', article({ meta: '<ul><li class="publish"><span class="month">May</span> <span class="date">06</span> <span class="day">Wed</span> <span class="year">2020</span><span class="time">09:30</span></li></ul>', lang: 'zh-TW' }), '2020-05-06 byline'],
  ['American clock tells the order', article({ meta: '<p class="date">12/8/2014 5:00 AM PST</p>', lang: 'en' }), '2014-12-08 byline'],
  ['country of the host tells the order', article({ meta: '<p class="date">05/06/2020</p>', lang: 'en', url: 'https://paper.co.uk/a' }), '2020-06-05 byline'],
  ['country of the host tells the language', article({ meta: '<p class="date">05/06/2020 02h00</p>', lang: '', url: 'https://jornal.com.br/a' }), '2020-06-05 byline'],
  ['author in a linked heading before the date', article({ meta: '<h4><a href="/staff/jane">Jane Doe</a></h4><p class="date">May 6, 2020</p>' }), '2020-05-06 byline'],
  ['long standfirst before the date', article({ meta: `<p>${'Prices are falling for the third year in a row. '.repeat(5)}</p><p class="byline">By Jane Doe, May 6, 2020</p>` }), '2020-05-06 byline'],
  ['print edition a day later in the address (New York Times)', article({ head: meta('article:published', '2020-05-06T21:00:00-04:00'), meta: '<time class="dateline" datetime="2020-05-06">MAY 6, 2020</time>', url: 'https://nyt.example/2020/05/07/tech/chips.html' }), '2020-05-06 meta'],
  ['comments counted in the date line', article({ meta: '<p class="meta">May 6, 2020 | 5 comments</p>' }), '2020-05-06 byline'],
  ['an event page', article({ meta: '<p>When: May 6, 2020</p>' }), 'unknown'],
  ['headline without a heading element', { html: `<head><title>Chips get cheaper again - Paper</title></head><body><div class="headline">Chips get cheaper again</div><div class="byline">May 6, 2020</div>${FILLER}</body>`, lang: 'en' }, '2020-05-06 byline'],
  ['lines set apart with br', { html: `<head><title>Chips get cheaper</title></head><body><h2>Chips get cheaper</h2>Jane Doe<br>May 6, 2004<br><br>${'Prices fall and fall, and nobody knows why that is so. '.repeat(9)}</body>` }, '2004-05-06 byline'],
  ['a sentence about a publication', article({ body: '<p>The first report was published on May 6, 2010.</p>' }), 'unknown'],
  ['text in the body itself', { html: '<body>Datum: 10.11.2017</body>', lang: 'de' }, '2017-11-10 byline'],
  ['old page of tables', { html: `<head><title>Chips get cheaper</title></head><body><table><tr><td><font size="5"><b>Chips get cheaper</b></font><br><font>May 6, 2004</font><br><br>${FILLER}</td></tr></table></body>` }, '2004-05-06 byline'],
];

const addresses: readonly Row[] = [
  ['/2020/05/06/', article({ url: 'https://p.example/2020/05/06/chips.html' }), '2020-05-06 url'],
  ['/2020/may/06/', article({ url: 'https://p.example/tech/2020/may/06/chips' }), '2020-05-06 url'],
  ['slug-20200506', article({ url: 'https://p.example/chips-again-20200506/' }), '2020-05-06 url'],
  ['t20200506_1', article({ url: 'https://p.example/tech/202005/t20200506_8280541.htm' }), '2020-05-06 url'],
  ['/2020/0506/', article({ url: 'https://p.example/n1/2020/0506/c1004-1.html' }), '2020-05-06 url'],
  ['month only', article({ url: 'https://p.example/2020/05/chips/' }), '2020-05 url'],
  ['canonical address', article({ head: '<link rel="canonical" href="https://p.example/2020/05/06/chips.html">', url: 'https://p.example/?p=1' }), '2020-05-06 url'],
  ['copy in a web archive', article({ url: 'https://web.archive.org/web/20210101000000/https://p.example/2020/05/06/chips.html' }), '2020-05-06 url'],
  ['copy of an undated address', article({ url: 'https://web.archive.org/web/20210101000000/https://p.example/chips' }), 'unknown'],
  ['archive of a day', article({ url: 'https://p.example/2020/05/06/' }), 'unknown'],
  ['numbers that are no date', article({ url: 'https://p.example/2020/99/chips-20201399' }), 'unknown'],
];

const traps: readonly Row[] = [
  ['update declared as publication', article({
    head: meta('article:published_time', '2021-05-06T10:00:00Z'),
    meta: '<p>Published March 1, 2019. Updated May 6, 2021.</p>',
  }), '2019-03-01 byline'],
  ['update declared as publication, against the address', article({
    head: ld({ ...news, datePublished: '2021-05-06T10:00:00Z', dateModified: '2021-05-06T10:00:00Z' }) + meta('article:published_time', '2021-05-06T10:00:00Z'),
    url: 'https://p.example/2019/03/01/chips.html',
  }), '2019-03-01 url'],
  ['republication in meta, first publication in JSON-LD (Medium)', article({
    head: ld({ ...news, datePublished: '2015-10-15T02:19:15Z' }) + meta('article:published_time', '2015-12-11T14:28:34Z'),
    meta: '<div>Jane Doe · Oct 15, 2015 · 18 min read</div>',
  }), '2015-10-15 byline'],
  ['modified only in meta, published by the headline', article({
    head: meta('article:modified_time', '2025-01-07T09:00:00Z'),
    meta: '<p class="date">July 10, 2020</p>',
  }), '2020-07-10 byline'],
  ['video before the article', article({
    head: ld({ '@type': 'VideoObject', uploadDate: '2016-01-01' }) + ld({ ...news, datePublished: '2019-03-05', video: { '@type': 'VideoObject', uploadDate: '2015-01-01' } }),
  }), '2019-03-05 json-ld'],
  ['microdata of an embedded video', article({
    meta: '<div itemscope itemtype="http://schema.org/VideoObject"><meta itemprop="uploadDate" content="2016-01-01"></div><p class="byline">March 5, 2019</p>',
  }), '2019-03-05 byline'],
  ['the time of a comment', article({ end: '<section id="comments"><div class="comment"><time datetime="2019-03-09">9 March 2019</time></div></section>' }), 'unknown'],
  ['the time of related stories', article({ end: '<div class="related"><h3><a href="/x">Something else happened too</a></h3><time datetime="2019-03-09">9 March 2019</time></div>' }), 'unknown'],
  ['teasers without a telling class', article({ end: '<ul><li><h3><a href="/x">Something else happened too</a></h3><time datetime="2019-03-09"></time></li><li><h3><a href="/y">And more of the same</a></h3><time datetime="2019-03-11"></time></li></ul>' }), 'unknown'],
  ['related microdata with the same property', article({
    meta: '<time itemprop="datePublished" datetime="2019-03-05">5 March 2019</time>',
    end: '<div><h3><a href="/x">Something else happened too</a></h3><time itemprop="datePublished" datetime="2019-04-09"></time></div>',
  }), '2019-03-05 microdata'],
  ['a quoted post', article({ body: '<blockquote class="twitter-tweet">Hello <a href="https://t.example/1">August 22, 2013</a></blockquote>' }), 'unknown'],
  ['a byline without a year', article({ meta: '<p class="date">May 6</p>' }), 'unknown'],
  ['a byline without a year, the year in the address', article({ meta: '<p class="date">May 6</p>', url: 'https://p.example/2020/05/chips/' }), '2020-05-06 byline'],
  ['a clock alone', article({ meta: '<time>1:39 PM ET</time>' }), 'unknown'],
  ['a stamp in UTC on the next day', article({
    head: meta('article:published_time', '2020-05-07T02:00:00Z'),
    meta: '<p class="byline">May 6, 2020</p>',
  }), '2020-05-06 byline'],
  ['a stamp in UTC on the day before', article({ meta: '<time datetime="2016-12-01T23:29:49.000Z">December 2, 2016</time>' }), '2016-12-02 byline'],
  ['a stamp with a zone stands against a byline', article({
    head: ld({ ...news, datePublished: '2020-05-06T23:30:00-05:00' }) + meta('article:published_time', '2020-05-07T04:30:00Z'),
  }), '2020-05-06 json-ld'],
  ['a date in the future', article({ head: meta('article:published_time', '2031-01-01') }), 'unknown'],
  ['tomorrow, where it already is', article({ head: meta('article:published_time', '2026-11-22T01:00:00+09:00') }), '2026-11-22 meta'],
  ['a future date and a sound one', article({ head: meta('article:published_time', '2031-01-01'), meta: '<p>By Jane Doe, May 6, 2020</p>' }), '2020-05-06 byline'],
  ['the zero of Unix', article({ head: meta('article:published_time', '1970-01-01T00:00:00Z') }), 'unknown'],
  ['the zero of .NET', article({ head: ld({ ...news, datePublished: '0001-01-01T00:00:00' }) }), 'unknown'],
  ['a day that does not exist', article({ head: named('date', '2019-02-30') }), 'unknown'],
  ['words instead of a date', article({ head: named('date', 'yesterday') + named('revisit-after', '7 days') }), 'unknown'],
  ['numeric order unknown', article({ meta: '<p class="date">05/06/2020</p>', lang: 'en' }), 'unknown'],
  ['numeric order told by the stamp', article({ head: meta('article:published_time', '2017-11-03T10:00:00Z'), meta: '<p class="date">11.03.17</p>', lang: 'en' }), '2017-11-03 byline'],
  ['copyright', article({ end: '<footer>© 2004–2019 The Paper. Copyright May 6, 2019</footer>' }), 'unknown'],
  ['expiry', article({ head: named('expires', '2019-06-18') + named('DC.date.valid', '2019-06-18'), meta: '<p>Expires: 18 June 2019</p>' }), 'unknown'],
  ['the clock in the masthead', article({ above: '<div class="top">Saturday, November 21, 2026</div>' }), 'unknown'],
  ['an old masthead', article({ above: '<div id="masthead">Tuesday, March 3, 2015</div>' }), 'unknown'],
  ['a date in the text', article({ body: '<p>On May 6, 2020 the company said that chips would be cheaper by then.</p>' }), 'unknown'],
  ['a caption', article({ meta: '<figure><img><figcaption>The plant, May 6, 2012</figcaption></figure>' }), 'unknown'],
  ['a span of days', article({ meta: '<p class="date">6 May 2020 – 8 May 2020</p>' }), 'unknown'],
  ['a date among subjects of the text', article({ body: '<h2>1999</h2><p>12 June 1999</p>' }), 'unknown'],
  ['the film under review', article({ head: ld([{ '@type': 'Movie', datePublished: '1994-05-06' }, { '@type': 'Review', datePublished: '2020-05-06', itemReviewed: { datePublished: '1994' } }]) }), '2020-05-06 json-ld'],
  ['a weekly edition', { html: `<head><title>Weekly Edition for March 26, 2015 [P]</title></head><body><h1>Weekly Edition for March 26, 2015</h1>${FILLER}</body>` }, '2015-03-26 byline'],
  ['a headline about a day', { html: `<head><title>What happened on May 6, 2010</title></head><body><h1>What happened on May 6, 2010</h1>${FILLER}</body>` }, 'unknown'],
];

const item = (n: number) => `<article><h2><a href="/p/${n}">Story number ${n} of many</a></h2><time datetime="2020-05-0${n}">May ${n}, 2020</time></article>`;
const items = [1, 2, 3, 4].map(item).join('');

const others: readonly Row[] = [
  ['front page', { html: `<head><title>The Paper</title></head><body><h1>The Paper</h1>${items}</body>`, url: 'https://p.example/' }, 'unknown'],
  ['front page of a blog elsewhere', { html: `<head><title>My blog</title></head><body><h1>My blog</h1>${items}</body>`, url: 'https://p.example/blog' }, 'unknown'],
  ['front page with a date in its meta', { html: `<head><title>The Paper</title>${named('pdate', '20190806')}</head><body>${items}</body>`, url: 'https://p.example/es/' }, 'unknown'],
  ['collection', { html: `<head><title>Chips</title>${ld({ '@type': 'CollectionPage', datePublished: '2019-01-01' })}${named('date', '2019-01-01')}</head><body>${items}</body>`, url: 'https://p.example/topic/chips' }, 'unknown'],
  ['feed declared as many articles', { html: `<head><title>Chips</title>${ld([1, 2, 3].map((n) => ({ ...news, headline: `Other ${n}`, datePublished: `2020-05-0${n}` })))}</head><body>${items}</body>`, url: 'https://p.example/tech' }, 'unknown'],
  ['a list of entries that look alike', { html: `<head><title>Releases</title></head><body><h1>Releases</h1>${[1, 2, 3, 4].map((n) => `<div class="entry"><p class="date">May ${n}, 2020</p><p>Fixes.</p></div>`).join('')}</body>` }, 'unknown'],
  ['one article among several in the data', article({ head: ld([1, 2, 3].map((n) => ({ ...news, headline: n === 2 ? 'Chips get cheaper again' : `Other ${n}`, datePublished: `2020-05-0${n * 3}` }))) }), '2020-05-06 json-ld'],
  ['encyclopaedia', { html: `<head><title>Chip - Wikipedia</title><meta name="generator" content="MediaWiki 1.40">${ld({ '@type': 'Article', name: 'Chip', datePublished: '2001-10-29T01:59:14Z', dateModified: '2019-09-26T11:35:37Z' })}</head><body><h1>Chip</h1>${FILLER}<div id="footer"><li id="footer-info-lastmod">This page was last edited on 26 September 2019, at 11:35 (UTC).</li></div></body>`, url: 'https://en.wikipedia.org/wiki/Chip' }, '2019-09-26 byline changed'],
  ['encyclopaedia in German, without data', { html: `<head><title>Chip – Wikipedia</title><meta name="generator" content="MediaWiki 1.40"></head><body><h1>Chip</h1>${FILLER}<footer><ul><li id="footer-info-lastmod">Diese Seite wurde zuletzt am 26. September 2019 um 11:35 Uhr bearbeitet.</li></ul></footer></body>`, url: 'https://de.wikipedia.org/wiki/Chip', lang: 'de' }, '2019-09-26 byline changed'],
  ['documentation', { html: `<head><title>Chips | Docs</title><meta name="generator" content="Docusaurus v3"></head><body><h1>Chips</h1>${FILLER}<span class="theme-last-updated">Last updated on <time datetime="2024-02-03T10:00:00.000Z">Feb 3, 2024</time></span></body>`, url: 'https://tool.example/docs/chips' }, '2024-02-03 byline changed'],
  ['documentation with both days', { html: `<head><title>Chips</title>${meta('article:published_time', '2020-01-01')}${meta('article:modified_time', '2024-02-03')}</head><body><h1>Chips</h1></body>`, url: 'https://docs.tool.example/chips' }, '2024-02-03 meta changed'],
  ['infobox dates of an encyclopaedia', { html: `<head><title>Chip</title><meta name="generator" content="MediaWiki 1.40"></head><body><h1>Chip</h1><table><tr><th>Released</th><td>26 September 2007</td></tr></table>${FILLER}</body>`, url: 'https://en.wikipedia.org/wiki/Chip' }, 'unknown'],
  ['nothing at all', { html: '<body><p>Lorem ipsum dolor sit amet.</p></body>' }, 'unknown'],
  ['no markup', { html: '' }, 'unknown'],
];

describe.each([
  ['declared', declared],
  ['visible', visible],
  ['mixed', mixed],
  ['address', addresses],
  ['traps', traps],
  ['lists, living and empty pages', others],
] as const)('page shapes: %s', (_, rows) => {
  test.each(rows)('%s', (_name, shape, expected) => {
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
    const page = parse(article({ head: ld({ ...news, datePublished: '2019-03-05' }), meta: '<time>May 6, 2020</time>' }).html);
    const before = page.documentElement.outerHTML;
    readPageDate(page, 'https://p.example/a', TODAY);
    expect(page.documentElement.outerHTML).toBe(before);
  });

  test('the words it was read from are told, 80 characters at most', () => {
    const page = parse(article({ meta: '<p>Published   on\n May 6, 2020</p>' }).html);
    expect(readPageDate(page, '', TODAY)?.raw).toBe('Published on May 6, 2020');
    const long = parse(article({ meta: `<p>${'Jane Doe, '.repeat(6)} Published on May 6, 2020 at noon</p>` }).html);
    expect(readPageDate(long, '', TODAY)?.raw.length).toBeLessThanOrEqual(80);
  });
});
