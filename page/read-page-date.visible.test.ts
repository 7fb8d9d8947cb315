// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { article, FILLER, meta, type Row, read } from './page-shapes.fixture.ts';

const visible: readonly Row[] = [
  [
    'time under the headline (Ghost)',
    article({ meta: '<time class="byline-meta-date" datetime="2020-05-06">May 6, 2020</time>' }),
    '2020-05-06 time',
  ],
  [
    'time without datetime',
    article({ meta: '<div class="meta"><time>May 6, 2020</time></div>' }),
    '2020-05-06 time',
  ],
  [
    'WordPress: published and updated',
    article({
      meta: '<div class="entry-meta">Posted on <a href="/2020/"><time class="entry-date published" datetime="2020-05-06T08:00:00+02:00">May 6, 2020</time><time class="updated" datetime="2021-02-03T08:00:00+02:00">February 3, 2021</time></a></div>',
    }),
    '2020-05-06 time',
  ],
  [
    'GitHub relative-time',
    article({
      meta: '<div>opened this issue <relative-time datetime="2020-05-06T18:00:00Z">May 6, 2020</relative-time></div>',
    }),
    '2020-05-06 byline',
  ],
  [
    'Blogger date header above the title',
    {
      html: `<head><title>Blog: Chips again</title></head><body><h1>Blog</h1><div class="date-outer"><h2 class="date-header"><span>Wednesday, May 6, 2020</span></h2><div class="post"><h3 class="post-title">Chips again</h3>${FILLER}</div></div></body>`,
      lang: 'en',
    },
    '2020-05-06 byline',
  ],
  [
    'abbr with title (hAtom)',
    article({
      meta: '<abbr class="published" title="2020-05-06T09:00:00+01:00">last spring</abbr>',
    }),
    '2020-05-06 time',
  ],
  [
    'microdata in a data element',
    article({ meta: '<data itemprop="datePublished" value="2020-05-06">last spring</data>' }),
    '2020-05-06 microdata',
  ],
  [
    'a field for dates: its value is the reader’s',
    article({
      body: FILLER.repeat(8),
      end: '<div><input class="date" value="2019-01-02"></div>',
    }),
    'unknown',
  ],
  ['English byline', article({ meta: '<p>By Jane Doe | May 6, 2020</p>' }), '2020-05-06 byline'],
  [
    'ordinal and weekday',
    article({ meta: '<p class="date">Wednesday 6th May 2020 10.15am</p>' }),
    '2020-05-06 byline',
  ],
  [
    'date split over elements',
    article({ meta: '<div class="date"><span>May</span> <span>6</span>, <span>2020</span></div>' }),
    '2020-05-06 byline',
  ],
  [
    'Guardian',
    article({
      meta: '<div><a href="/profile/x">Jane Doe</a></div><div>Wed 6 May 2020 00.01 BST</div>',
      url: 'https://g.example/tech/2020/may/06/chips-cheaper',
      lang: 'en',
    }),
    '2020-05-06 byline',
  ],
  [
    'German',
    article({ meta: '<p>Von Eva Muster, 6. März 2020, 14:05 Uhr</p>', lang: 'de' }),
    '2020-03-06 byline',
  ],
  [
    'German numeric',
    article({ meta: '<p class="date">06.05.2020, 14:05 Uhr</p>', lang: 'de' }),
    '2020-05-06 byline',
  ],
  [
    'French with update (Le Monde)',
    article({
      meta: '<p class="meta__date">Publié le 06 août 2020 à 06h00, mis à jour le 09 août 2020 à 10h10</p>',
      lang: 'fr',
    }),
    '2020-08-06 byline',
  ],
  [
    'French first of the month',
    article({ meta: '<p>Le 1er février 2020 à 06h00</p>', lang: 'fr' }),
    '2020-02-01 byline',
  ],
  [
    'Spanish (El País)',
    article({ meta: '<div class="date">06 may 2020 - 10:00 CEST</div>', lang: 'es' }),
    '2020-05-06 byline',
  ],
  [
    'Spanish in words',
    article({ meta: '<p>6 de mayo de 2020</p>', lang: 'es-ES' }),
    '2020-05-06 byline',
  ],
  ['Italian', article({ meta: '<p>6 maggio 2020</p>', lang: 'it' }), '2020-05-06 byline'],
  [
    'Portuguese',
    article({ meta: '<p>Publicado em 6 de março de 2020</p>', lang: 'pt-BR' }),
    '2020-03-06 byline',
  ],
  ['Dutch', article({ meta: '<p>Geplaatst op 6 mei 2020</p>', lang: 'nl' }), '2020-05-06 byline'],
  [
    'Swedish',
    article({ meta: '<p>Publicerad 6 maj 2020 kl. 10.00</p>', lang: 'sv' }),
    '2020-05-06 byline',
  ],
  [
    'Polish',
    article({ meta: '<p>Opublikowano: 6 maja 2020</p>', lang: 'pl' }),
    '2020-05-06 byline',
  ],
  ['Czech', article({ meta: '<p>6. května 2020</p>', lang: 'cs' }), '2020-05-06 byline'],
  ['Hungarian', article({ meta: '<p>2020. május 6.</p>', lang: 'hu' }), '2020-05-06 byline'],
  ['Finnish', article({ meta: '<p>Julkaistu 6.5.2020</p>', lang: 'fi' }), '2020-05-06 byline'],
  ['Turkish', article({ meta: '<p>6 Ağustos 2020</p>', lang: 'tr' }), '2020-08-06 byline'],
  ['Greek', article({ meta: '<p>6 Μαΐου 2020</p>', lang: 'el' }), '2020-05-06 byline'],
  ['Russian', article({ meta: '<p>6 мая 2020, 10:00</p>', lang: 'ru' }), '2020-05-06 byline'],
  ['Arabic digits', article({ meta: '<p>٦ مايو ٢٠٢٠</p>', lang: 'ar' }), '2020-05-06 byline'],
  [
    'Japanese (Asahi)',
    article({ meta: '<p>2020年5月6日 10時00分</p>', lang: 'ja' }),
    '2020-05-06 byline',
  ],
  [
    'Chinese (QQ)',
    article({
      meta: '<div class="a_info"><span>腾讯科技</span><span>2020年05月06日07:17</span></div>',
      lang: 'zh',
    }),
    '2020-05-06 byline',
  ],
  [
    'Korean',
    article({ meta: '<p>입력 2020.05.06. 오전 10:00</p>', lang: 'ko' }),
    '2020-05-06 byline',
  ],
  [
    'wrong language declared',
    article({ meta: '<p>6 de mayo de 2020</p>', lang: 'en-US' }),
    '2020-05-06 byline',
  ],
  [
    'British numeric',
    article({ meta: '<p class="date">06/05/2020</p>', lang: 'en-GB' }),
    '2020-05-06 byline',
  ],
  [
    'American numeric',
    article({ meta: '<p class="date">05/06/2020</p>', lang: 'en-US' }),
    '2020-05-06 byline',
  ],
  [
    'month only, as essays have it',
    { html: `<head><title>Chips</title></head><body><div>May 2020</div>${FILLER}</body>` },
    '2020-05 byline',
  ],
  [
    'last updated alone',
    article({ end: '<p>Last updated: 6 May 2020</p>' }),
    '2020-05-06 byline changed',
  ],
  [
    'posted at the end',
    article({ end: '<div class="post-footer">Posted by Jane on May 6, 2020</div>' }),
    '2020-05-06 byline',
  ],
];

const mixed: readonly Row[] = [
  [
    'a box around headline and date',
    {
      html: `<head><title>Chips get cheaper</title></head><body><div class="title-box"><h1>Chips get cheaper</h1><span>May 6, 2020</span></div>${FILLER}</body>`,
    },
    '2020-05-06 byline',
  ],
  [
    'headline in other words than the title',
    {
      html: `<head><title>Cheap chips ahead, says industry</title></head><body><h1><a href="/">The Paper</a></h1><article><h1>Chips get cheaper again</h1><p>May 6, 2020</p>${FILLER}</article></body>`,
      lang: 'en',
    },
    '2020-05-06 byline',
  ],
  [
    'byline that counts comments in its name',
    article({ meta: '<div class="byline has-comments">May 6, 2020</div>' }),
    '2020-05-06 byline',
  ],
  [
    'date in a crowded line',
    article({
      meta: `<div><span>May 6, 2020 10:15</span> ${'<b>Share on some network</b> '.repeat(5)}</div>`,
    }),
    '2020-05-06 byline',
  ],
  [
    'update in brackets after the date',
    article({ meta: '<p>6 May 2020 (updated 8 May 2020)</p>' }),
    '2020-05-06 byline',
  ],
  [
    'update after a stroke',
    article({ meta: '<p>May 6, 2020 | Updated May 8, 2020</p>' }),
    '2020-05-06 byline',
  ],
  [
    'update before the date of publication',
    article({ meta: '<p>Updated May 8, 2020. First published May 6, 2020.</p>' }),
    '2020-05-06 byline',
  ],
  [
    'Japanese, words after the dates',
    article({ meta: '<p>2020年5月6日公開 2020年8月9日更新</p>', lang: 'ja' }),
    '2020-05-06 byline',
  ],
  [
    'Korean, published and changed',
    article({ meta: '<p>입력 2020.05.06 10:00 수정 2020.08.09 11:00</p>', lang: 'ko' }),
    '2020-05-06 byline',
  ],
  [
    'German, as of',
    article({ meta: '<p>Stand: 06.05.2020 14:05 Uhr</p>', lang: 'de' }),
    '2020-05-06 byline changed',
  ],
  [
    'month, day, weekday, year in a box (Pixnet)',
    article({
      meta: '<ul><li class="publish"><span class="month">May</span> <span class="date">06</span> <span class="day">Wed</span> <span class="year">2020</span><span class="time">09:30</span></li></ul>',
      lang: 'zh-TW',
    }),
    '2020-05-06 byline',
  ],
  [
    'American clock tells the order',
    article({ meta: '<p class="date">12/8/2014 5:00 AM PST</p>', lang: 'en' }),
    '2014-12-08 byline',
  ],
  [
    'country of the host tells the order',
    article({ meta: '<p class="date">05/06/2020</p>', lang: 'en', url: 'https://paper.co.uk/a' }),
    '2020-06-05 byline',
  ],
  [
    'country of the host tells the language',
    article({
      meta: '<p class="date">05/06/2020 02h00</p>',
      lang: '',
      url: 'https://jornal.com.br/a',
    }),
    '2020-06-05 byline',
  ],
  [
    'author in a linked heading before the date',
    article({ meta: '<h4><a href="/staff/jane">Jane Doe</a></h4><p class="date">May 6, 2020</p>' }),
    '2020-05-06 byline',
  ],
  [
    'long standfirst before the date',
    article({
      meta: `<p>${'Prices are falling for the third year in a row. '.repeat(5)}</p><p class="byline">By Jane Doe, May 6, 2020</p>`,
    }),
    '2020-05-06 byline',
  ],
  [
    'print edition a day later in the address (New York Times)',
    article({
      head: meta('article:published', '2020-05-06T21:00:00-04:00'),
      meta: '<time class="dateline" datetime="2020-05-06">MAY 6, 2020</time>',
      url: 'https://nyt.example/2020/05/07/tech/chips.html',
    }),
    '2020-05-06 meta',
  ],
  [
    'comments counted in the date line',
    article({ meta: '<p class="meta">May 6, 2020 | 5 comments</p>' }),
    '2020-05-06 byline',
  ],
  [
    'a date by itself among names and counts of a crowded line',
    article({
      meta: '<div><p><a href="/x">by Jane Doe</a></p><p><a href="/by/x">More from this author</a></p><p>6 May 2020</p><ul><li>Comments: 9</li></ul></div>',
    }),
    '2020-05-06 byline',
  ],
  ['an event page', article({ meta: '<p>When: May 6, 2020</p>' }), 'unknown'],
  [
    'headline without a heading element',
    {
      html: `<head><title>Chips get cheaper again - Paper</title></head><body><div class="headline">Chips get cheaper again</div><div class="byline">May 6, 2020</div>${FILLER}</body>`,
      lang: 'en',
    },
    '2020-05-06 byline',
  ],
  [
    'lines set apart with br',
    {
      html: `<head><title>Chips get cheaper</title></head><body><h2>Chips get cheaper</h2>Jane Doe<br>May 6, 2004<br><br>${'Prices fall and fall, and nobody knows why that is so. '.repeat(9)}</body>`,
    },
    '2004-05-06 byline',
  ],
  [
    'a sentence about a publication',
    article({ body: '<p>The first report was published on May 6, 2010.</p>' }),
    'unknown',
  ],
  [
    'text in the body itself',
    { html: '<body>Datum: 10.11.2017</body>', lang: 'de' },
    '2017-11-10 byline',
  ],
  [
    'old page of tables',
    {
      html: `<head><title>Chips get cheaper</title></head><body><table><tr><td><font size="5"><b>Chips get cheaper</b></font><br><font>May 6, 2004</font><br><br>${FILLER}</td></tr></table></body>`,
    },
    '2004-05-06 byline',
  ],
];

describe('page shapes: shown to readers', () => {
  test.each(visible)('%s', (_name, shape, expected) => {
    expect(read(shape)).toBe(expected);
  });
});

describe('page shapes: dates among other words', () => {
  test.each(mixed)('%s', (_name, shape, expected) => {
    expect(read(shape)).toBe(expected);
  });
});
