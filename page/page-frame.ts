/**
 * What must be known of a page before its dates can be judged: its language, its addresses, its
 * headline, and whether it is an article, a list or a living page. Reads only.
 */
import { foldText } from '../glossary/date-text.ts';
import { pathOf } from '../glossary/url-date.ts';
import { isShort } from './page-regions.ts';

export interface PageFrame {
  readonly document: Document;
  /** Address of the page and the one it declares for itself, if any. */
  readonly urls: readonly string[];
  /** BCP 47, with a country where one is known; empty where the page does not say. */
  readonly language: string;
  /** Folded titles: what `<title>` and Open Graph say. */
  readonly titles: readonly string[];
  /** The element with the page's own headline. */
  readonly headline: Element | undefined;
  /** Kept up to date: encyclopaedia, documentation, help. */
  readonly living: boolean;
  /** The address is that of a site's front page. */
  readonly front: boolean;
}

const HEADLINES = 'h1,h2,h3,[itemprop~=headline],[class*=headline],[class*=title]';
const ARTICLE = 'article,main,[role=main]';
/** A heading with a smaller part of the title is a section's name or one word of it. */
const LEAST_OF_TITLE = 0.25;
const MOST_HEADLINES = 200;
const LONGEST_HEADLINE = 300;
/** A name of two words is hardly longer; a headline in Chinese is hardly shorter. */
const MOST_OF_NAME = 20;
const GENERATORS =
  /mediawiki|dokuwiki|docusaurus|sphinx|mkdocs|gitbook|vitepress|vuepress|mdbook|starlight|antora|docfx|confluence/i;
const LIVING_HOST =
  /(?:^|\.)(?:docs?|wikis?|learn|help|support|kb|man|manual|reference)\.|wikipedia|wiktionary|encyclopa?edia|britannica|readthedocs|fandom\.com$/;
const LIVING_PATH =
  /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/)?(?:wiki|docs?|documentation|reference|manual|handbook|help|man)\//i;
const NEWS_PATH = /\/(?:news|blog|blogs|posts?|articles?|stories|\d{4}\/\d\d)\//i;
const FRONT_PATH =
  /^\/(?:[a-z]{2}(?:[-_][a-z]{2})?\/?)?(?:home(?:page)?\/?|(?:index|default|home)\.\w+)?$/i;
/** Ends of hosts that name a country and mean one. */
const COUNTRY = /\.(?!io|co|tv|me|ai|ly|fm|gg|to|sh|cc|ws|im)([a-z]{2})$/;

/**
 * @param document the page, finished or not
 * @param url where it is from; may be empty
 */
export function readPageFrame(document: Document, url: string): PageFrame {
  const meta = (name: string) =>
    document
      .querySelector(`meta[property="${name}"],meta[name="${name}"]`)
      ?.getAttribute('content') ?? '';
  const declared = [
    document.querySelector('link[rel~=canonical]')?.getAttribute('href') ?? '',
    meta('og:url'),
  ].map((address) => absolute(address, url));
  const urls = [...new Set([url, ...declared].filter((address) => pathOf(address) !== ''))];
  const titles = [...new Set([meta('og:title'), document.title].map(normalise).filter(Boolean))];
  const [own = ''] = urls;
  const host = hostOf(own);
  const generator = meta('generator');
  const path = pathOf(own);
  return {
    document,
    urls,
    language: languageOf(document, meta('og:locale'), host),
    titles,
    headline: findHeadline(document, titles, urls),
    living:
      GENERATORS.test(generator) ||
      ((LIVING_HOST.test(host) || urls.some((address) => LIVING_PATH.test(pathOf(address)))) &&
        !NEWS_PATH.test(path)),
    // A wrong canonical address is common, a front page that declares another one is not.
    front: urls.length > 0 && urls.every((address) => FRONT_PATH.test(pathOf(address))),
  };
}

/** Whether an address leads to the page itself; query, fragment and closing slash do not count. */
export function isOwnAddress(address: string, frame: Pick<PageFrame, 'urls'>): boolean {
  const path = trim(pathOf(absolute(address, frame.urls[0] ?? '')));
  return path !== '' && frame.urls.some((own) => trim(pathOf(own)) === path);
}

/**
 * A heading that leads to another page: from here on, the page lists others. One or two short words
 * are the name of an author or a section.
 */
export function isTeaser(element: Element, frame: PageFrame): boolean {
  if (!/^h[1-5]$/.test(element.localName) || element === frame.headline) return false;
  const link = element.querySelector('a[href]') ?? element.closest('a[href]');
  const address = link?.getAttribute('href') ?? '';
  if (link === null || address.startsWith('#') || isOwnAddress(address, frame)) return false;
  const text = normalise(element.textContent ?? '');
  return text.length > MOST_OF_NAME || text.split(' ').length > 2;
}

/** Folded, with any run of white space as one blank. */
export function normalise(text: string): string {
  return foldText(text.slice(0, 2 * LONGEST_HEADLINE))
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim();
}

function trim(path: string): string {
  return path.replace(/(?:\/amp)?\/+$|\.amp$/, '');
}

function absolute(address: string, base: string): string {
  try {
    return new URL(address, base || undefined).href;
  } catch {
    // A base may be missing; a scheme may be too.
    return address.startsWith('//') ? `https:${address}` : address;
  }
}

function hostOf(url: string): string {
  try {
    return new URL(url).hostname;
  } catch {
    return '';
  }
}

function languageOf(document: Document, locale: string, host: string): string {
  const root = document.documentElement;
  const stated = root?.getAttribute('lang') || root?.getAttribute('xml:lang') || '';
  const [tag = ''] = (stated || locale)
    .trim()
    .replace(/_/g, '-')
    .split(/[\s,;]/);
  const wider = locale.replace(/_/g, '-');
  if (tag && wider.length > tag.length && wider.toLowerCase().startsWith(`${tag.toLowerCase()}-`)) {
    return wider;
  }
  const country = COUNTRY.exec(host)?.[1];
  if (country === undefined || (tag !== '' && tag !== 'en')) return tag;
  // The country's own language, where the page names none: `und-br` is Portuguese.
  return tag === '' ? new Intl.Locale(`und-${country}`).maximize().baseName : `en-${country}`;
}

/**
 * The heading whose words the page's title repeats; the longest, since sites add their name, which
 * stands in a heading of its own. Else the first `<h1>`, unless it links elsewhere: then it is a
 * teaser.
 */
function findHeadline(
  document: Document,
  titles: readonly string[],
  urls: readonly string[],
): Element | undefined {
  let best: Element | undefined;
  let length = 0;
  let first: Element | undefined;
  let left = MOST_HEADLINES;
  for (const element of document.querySelectorAll(HEADLINES)) {
    if (left-- === 0) break;
    if (!isShort(element, LONGEST_HEADLINE) || element.closest('nav,footer,aside,head')) continue;
    const text = normalise(element.textContent ?? '');
    const isHeading = /^h\d$/.test(element.localName);
    if (element.localName === 'h1' && text !== '') {
      // The site's name comes first, the article's headline stands in the article.
      if (first === undefined || (!first.closest(ARTICLE) && element.closest(ARTICLE)))
        first = element;
    }
    for (const title of titles) {
      // A box around a heading and its date also holds the title: only headings may say more.
      const shared = title.includes(text) ? text : isHeading && text.includes(title) ? title : '';
      // Among equals a heading beats a crumb that repeats it.
      const size = shared.length + (isHeading ? 1 : 0);
      if (shared.length > 3 && shared.length >= LEAST_OF_TITLE * title.length && size > length) {
        best = element;
        length = size;
      }
    }
  }
  if (best !== undefined || first === undefined) return best;
  const link = first.querySelector('a[href]') ?? first.closest('a[href]');
  return link === null || isOwnAddress(link.getAttribute('href') ?? '', { urls })
    ? first
    : undefined;
}
