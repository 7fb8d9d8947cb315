/** Dates that a page declares for machines in its head: JSON-LD and `<meta>`. Reads only. */
import { readStamp } from '../glossary/date-text.ts';
import type { DateCandidate } from '../glossary/page-date.ts';
import { isOwnAddress, normalise, type PageFrame } from './page-frame.ts';

export interface DeclaredDates {
  readonly candidates: readonly DateCandidate[];
  /** The structured data say that this is a list, and of no article. */
  readonly list: boolean;
  /** Structured data of a single article. */
  readonly article: boolean;
}

const LONGEST_SCRIPT = 512 * 1024;
const MOST_SCRIPTS = 40;
const DEEPEST = 12;
const MOST_NODES = 500;
const MOST_METAS = 400;

const ARTICLE = /(?:Article|Posting|Report|Review|Recipe|Question|Episode|HowTo|Thesis)$/;
const PAGE = /(?:WebPage|AboutPage|ItemPage|FAQPage|QAPage|CreativeWork|Dataset)$/;
const MEDIA = /^(?:Video|Audio|Image|Media)Object$|^Photograph$/;
const LIST = /(?:CollectionPage|ItemList|SearchResultsPage|ProfilePage|DataFeed|^Blog)$/;

interface Node {
  readonly [key: string]: unknown;
}

interface Found {
  readonly node: Node;
  /** 5 article, 3 page as a whole, 2 a video or picture. */
  readonly strength: number;
  readonly own: boolean;
}

/**
 * Reads every JSON-LD script: single objects, arrays, `@graph`, `mainEntity`. What hangs below an
 * article otherwise (its video, its comments, its publisher) has dates of its own and is not read.
 * Scripts over 512 KB and what lies deeper than 12 levels are skipped; broken ones are mended where
 * the damage is common.
 */
export function readJsonLd(frame: PageFrame): DeclaredDates {
  const found: Found[] = [];
  let isList = false;
  let left = MOST_NODES;

  const visit = (value: unknown, depth: number): void => {
    if (depth > DEEPEST || typeof value !== 'object' || value === null || left-- <= 0) return;
    if (Array.isArray(value)) {
      for (const part of value) visit(part, depth + 1);
      return;
    }
    const node = value as Node;
    const types = [node['@type']].flat().map((type) => String(type).replace(/^.*[/#:]/, ''));
    const is = (pattern: RegExp) => types.some((type) => pattern.test(type));
    if (is(LIST)) isList = true;
    const strength = is(ARTICLE)
      ? 5
      : is(LIST)
        ? 0
        : is(PAGE) || !node['@type']
          ? 3
          : is(MEDIA)
            ? 2
            : 0;
    if (strength > 0) found.push({ node, strength, own: isOwn(node, frame) });
    visit(node['@graph'], depth + 1);
    visit(node.mainEntity, depth + 1);
    visit(node.mainEntityOfPage, depth + 1);
  };

  const scripts = frame.document.querySelectorAll('script[type="application/ld+json" i]');
  for (const script of [...scripts].slice(0, MOST_SCRIPTS)) {
    const text = script.textContent ?? '';
    if (text.length <= LONGEST_SCRIPT) visit(parseJson(text), 0);
  }

  const articles = found.filter((one) => one.strength === 5);
  const own = articles.filter((one) => one.own);
  const days = new Set(articles.map(({ node }) => textOf(node.datePublished)?.slice(0, 10)));
  // Several articles, none of them this page: a list, whatever it calls itself.
  const isMany = own.length === 0 && articles.length > 2 && days.size > 1;
  const chosen = own.length > 0 ? own : isMany ? [] : articles.slice(0, 1);
  const pages = found.filter((one) => one.strength === 3);
  const rest = chosen.length > 0 ? pages.filter((one) => one.own) : pages;
  const media = chosen.length + rest.length > 0 ? [] : found.slice(0, 1);
  const candidates = [...chosen, ...rest, ...media].flatMap(({ node, strength }) => [
    ...read(node, 'datePublished', 'published', strength),
    ...read(node, 'uploadDate', 'published', strength),
    ...read(node, 'datePosted', 'published', strength),
    ...read(node, 'dateModified', 'modified', strength),
    ...read(node, 'dateCreated', 'created', strength === 2 ? 1 : 2),
  ]);
  return {
    candidates,
    list: (isList || isMany) && chosen.length === 0,
    article: chosen.length > 0,
  };

  function read(
    node: Node,
    key: string,
    role: DateCandidate['role'],
    strength: number,
  ): DateCandidate[] {
    const raw = textOf(node[key]);
    const stamp = raw === undefined ? undefined : readStamp(raw, frame.language);
    if (raw === undefined || stamp === undefined) return [];
    return [{ raw, stamp, origin: 'json-ld', role, strength }];
  }
}

/** An address or headline of its own says that a node speaks of this page. */
function isOwn(node: Node, frame: PageFrame): boolean {
  const page = node.mainEntityOfPage;
  const addresses = [node.url, node['@id'], page, (page as Node | null | undefined)?.['@id']];
  if (addresses.some((one) => typeof one === 'string' && isOwnAddress(one, frame))) return true;
  const headline = normalise(textOf(node.headline) ?? textOf(node.name) ?? '');
  if (headline.length < 4) return false;
  const shown = normalise(frame.headline?.textContent ?? '');
  return shown === headline || frame.titles.some((title) => title.includes(headline));
}

/** A value as text: plain, a number, `{"@value": …}`, or the first of a list. */
function textOf(value: unknown): string | undefined {
  const [first] = [value].flat();
  const plain = typeof first === 'object' && first !== null ? (first as Node)['@value'] : first;
  if (typeof plain === 'number') return String(plain);
  return typeof plain === 'string' && plain.trim() !== '' ? plain : undefined;
}

function parseJson(text: string): unknown {
  const bare = text.replace(
    /^\s*(?:<!--|(?:\/\/|\/\*)?\s*<!\[CDATA\[(?:\s*\*\/)?)|(?:-->|(?:\/\/|\/\*)?\s*\]\]>(?:\s*\*\/)?|;)\s*$/g,
    '',
  );
  // Raw line breaks within strings, then commas too many, are what templates get wrong most.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the damage.
  const mended = bare.replace(/[\u0000-\u001f]+/g, ' ').replace(/,\s*([}\]])/g, '$1');
  for (const attempt of [bare, mended]) {
    try {
      return JSON.parse(attempt);
    } catch {}
  }
  // Beyond mending. One day for one article is still plain enough.
  const types = text.match(/"@type"\s*:\s*"\w*(?:Article|Posting)"/g) ?? [];
  const days = new Set(
    [...text.matchAll(/"datePublished"\s*:\s*"([^"]{8,40})"/g)].map((hit) => hit[1]),
  );
  const [day] = days;
  return types.length === 1 && days.size === 1
    ? { '@type': 'Article', datePublished: day }
    : undefined;
}

const NOT_OF_PAGE =
  /video|music|book|movie|photo|expir|unpublish|publisher|event|start|end(?!orse)|copyright|valid|avail|accept|submi|birth|death|crawl|build|version|verif|deadline/;
const MODIFIED = /modif|updat|revis|lastmod|utime|lastchange|reviewed/;
const CREATED = /creat/;
/** Names that only ever mean publication, with letters alone. */
const PUBLISHED =
  /publi[cs]|pubdate|issued|(?:article|citation|display|online|post|release|sailthru|story)date/;
/** Names that may mean anything, and mean publication where nothing better is declared. */
const GENERAL = /^(?:dc|dcterms|ga|article|content|page)?(?:p?date|p?time|timestamp)$/;
const DUBLIN_CORE = /^dc(?:terms)?[.:]/i;

/** Reads `<meta>`: Open Graph, Dublin Core, and the many names that publishers made up. */
export function readMeta(frame: PageFrame): DateCandidate[] {
  const found: DateCandidate[] = [];
  for (const element of [...frame.document.querySelectorAll('meta[content]')].slice(
    0,
    MOST_METAS,
  )) {
    const content = element.getAttribute('content') ?? '';
    const name = ['property', 'name', 'http-equiv', 'itemprop']
      .map((attribute) => element.getAttribute(attribute))
      .find(Boolean);
    // Microdata within the body belong to what they stand in and are read there.
    if (!name || (element.hasAttribute('itemprop') && element.closest('[itemscope]:not(html)')))
      continue;
    const letters = name.toLowerCase().replace(/[^a-z]/g, '');
    const inner =
      letters === 'parselypage' ? /"pub_date"\s*:\s*"([^"]+)/.exec(content)?.[1] : undefined;
    if (NOT_OF_PAGE.test(letters)) continue;
    const role: DateCandidate['role'] = MODIFIED.test(letters)
      ? 'modified'
      : CREATED.test(letters)
        ? 'created'
        : 'published';
    const strength = inner ? 5 : strengthOf(letters, role);
    const raw = inner ?? content;
    const stamp = strength === 0 || !/\d{2}/.test(raw) ? undefined : readStamp(raw, frame.language);
    if (stamp === undefined) continue;
    const origin = element.hasAttribute('itemprop')
      ? 'microdata'
      : DUBLIN_CORE.test(name)
        ? 'dublin-core'
        : 'meta';
    found.push({ raw, stamp, origin, role, strength });
  }
  return found;
}

function strengthOf(letters: string, role: DateCandidate['role']): number {
  if (role === 'modified') return /^(?:og)?article|datemodified/.test(letters) ? 4 : 3;
  if (role === 'created') return 2;
  if (PUBLISHED.test(letters)) return letters.startsWith('articlepubli') ? 5 : 4;
  return GENERAL.test(letters) ? 3 : 0;
}
