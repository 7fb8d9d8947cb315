/** Dates in marked elements of the body: microdata, RDFa, `<time>` and its relatives. Reads only. */
import { findWrittenDates, foldText, readStamp, type Stamp } from '../glossary/date-text.ts';
import { readDateWords } from '../glossary/date-words.ts';
import type { DateCandidate } from '../glossary/page-date.ts';
import type { PageFrame } from './page-frame.ts';
import {
  createElsewhere,
  isChangePlace,
  isDatePlace,
  isShort,
  LONGEST_LINE,
  lineText,
  namesOf,
} from './page-regions.ts';

const PROPERTIES =
  '[itemprop*=date],[itemprop*=Date],[property*=date],[property*=Date],[property*=created]';
const TIMES = 'time,relative-time,time-ago,local-time,abbr[title]';
const NAMED = [
  'date',
  'Date',
  'time',
  'Time',
  'pub',
  'posted',
  'byline',
  '-meta',
  'lastmod',
  'last-mod',
  'modified',
]
  .flatMap((part) => [`[class*="${part}"]`, `[id*="${part}"]`])
  .join();
const MOST_MARKED = 800;
/** Types of things within a page that have dates of their own. */
const OTHER_THING =
  /Comment|Answer|Object|Person|Organization|Event|Movie|Book|Product|Offer|Rating|Song|Album|Place/;

interface Marked extends DateCandidate {
  readonly element: Element;
  readonly isNear: boolean;
  readonly isLabelled: boolean;
}

/**
 * @param near elements that stand where a byline would
 */
export function readMarkedDates(frame: PageFrame, near: ReadonlySet<Element>): DateCandidate[] {
  const { document, headline } = frame;
  const body = document.body ?? document.documentElement;
  const properties: Marked[] = [];
  const others: Marked[] = [];
  const isElsewhere = createElsewhere(headline);
  let left = MOST_MARKED;
  for (const element of body.querySelectorAll(`${PROPERTIES},${TIMES},${NAMED}`)) {
    if (left-- === 0) break;
    const isChange = isChangePlace(element);
    // Bare dates on a living page are those of its subject.
    if (frame.living && !isChange && !element.matches(PROPERTIES) && !near.has(element)) continue;
    // What the article's own microdata declare counts wherever it stands; and MediaWiki and its
    // like tell their last change in the page's footer.
    const isDeclared = element.localName === 'meta' || isOfOwnScope(element, headline);
    if (!isDeclared && !(isChange && element.id !== '') && isElsewhere(element)) continue;
    const property = `${element.getAttribute('itemprop') ?? ''} ${element.getAttribute('property') ?? ''}`;
    if (
      /date(?:Publi|Modif|Creat)|uploadDate|(?:dc|dcterms|schema):(?:date|created|issued|modified)/.test(
        property,
      )
    ) {
      properties.push(...readProperty(element, property));
    } else if (!/^meta$|^link$/.test(element.localName)) {
      others.push(...readElement(element, isChange));
    }
  }
  return [...ownProperties(properties, headline), ...ownTimes(others)].map(bare);

  function readProperty(element: Element, property: string): Marked[] {
    const scope = element.closest('[itemscope],[typeof]');
    const type = scope?.getAttribute('itemtype') ?? scope?.getAttribute('typeof') ?? '';
    if (OTHER_THING.test(type.replace(/^.*[/:]/, '')) && !(headline && scope?.contains(headline)))
      return [];
    const role = /modif/i.test(property)
      ? 'modified'
      : /publi|upload|issued|dc:date/i.test(property)
        ? 'published'
        : 'created';
    const origin = /dc(?:terms)?:/.test(property) ? 'dublin-core' : 'microdata';
    const strength = role === 'published' ? 5 : role === 'modified' ? 4 : 2;
    return candidatesOf(element, role, origin, strength, true);
  }

  function readElement(element: Element, isChange: boolean): Marked[] {
    const isTime = element.matches(TIMES);
    // Lines near the headline are read as lines; here only what machines can read is added.
    if (!isTime && near.has(element)) return [];
    if (!isTime && element.querySelector(TIMES) !== null) return [];
    if (!isShort(element, LONGEST_LINE)) return [];
    const names = namesOf(element);
    const label = labelOf(element);
    const words = isTime ? readDateWords(label, '') : 'none';
    if (words === 'unrelated') return [];
    const isPublished = element.hasAttribute('pubdate') || /publish|dt-pub|entry-date/i.test(names);
    const role =
      words === 'modified' || (isChange && words !== 'published') ? 'modified' : 'published';
    const isLabelled = isPublished || words !== 'none' || isChange;
    return candidatesOf(element, role, isTime ? 'time' : 'byline', isLabelled ? 5 : 4, isLabelled);
  }

  function candidatesOf(
    element: Element,
    role: DateCandidate['role'],
    origin: DateCandidate['origin'],
    strength: number,
    isLabelled: boolean,
  ): Marked[] {
    const isNear = near.has(element);
    const tie = { element, isNear, isLabelled };
    const found: Marked[] = [];
    // A field has a value, too, and it is the reader's.
    const machine = ['content', 'datetime', 'title', 'data-datetime']
      .concat(element.localName === 'data' ? 'value' : [])
      .map((name) => element.getAttribute(name)?.trim())
      .find((value) => value && /\d/.test(value));
    const stamp = machine === undefined ? undefined : readStamp(machine, frame.language);
    if (machine !== undefined && stamp !== undefined) {
      found.push({ raw: machine, stamp, origin, role, strength, ...tie });
    }
    if (!isShort(element, LONGEST_LINE)) return found;
    const written = lineText(element);
    const text = foldText(written);
    const hits = findWrittenDates(text, frame.language);
    const [hit] = hits;
    const isWhole = hit !== undefined && (hit.date.length === 10 || stamp === undefined);
    if (!isWhole) return found;
    const words = readDateWords(text.slice(0, hit.start), text.slice(hit.end, hits[1]?.start));
    if (words === 'unrelated' || (hits.length > 1 && words === 'none')) return found;
    const shown: Stamp = { date: hit.date, ...(hit.other ? { other: hit.other } : {}) };
    const said =
      words === 'modified' && role === 'published' && found.length === 0 ? 'modified' : role;
    const isVisible = isLabelled || words !== 'none';
    found.push({
      raw: written,
      stamp: shown,
      // Microdata without a value for machines say it in their text.
      origin: found.length > 0 ? 'byline' : origin,
      role: said,
      strength: found.length > 0 ? Math.min(strength, 4) : strength,
      ...tie,
      isLabelled: isVisible,
    });
    return found;
  }
}

/** A property of the thing (not the whole document) that also holds the headline. */
function isOfOwnScope(element: Element, headline: Element | undefined): boolean {
  const scope = element.hasAttribute('itemprop')
    ? element.closest('[itemscope]:not(html,body)')
    : null;
  return scope !== null && headline !== undefined && scope.contains(headline);
}

/** The words before an element in its line, as in “Updated `<time>`”. */
function labelOf(element: Element): string {
  const parent = element.parentElement;
  if (parent === null || !isShort(parent, LONGEST_LINE)) return '';
  const own = lineText(element);
  const line = lineText(parent);
  const at = line.indexOf(own);
  const before = at > 0 && own !== '' ? line.slice(0, at) : '';
  // An earlier date in the line ends what its words say.
  return foldText(before).replace(/^.*(?:19|20)\d\d/, '');
}

/**
 * Microdata speak of the thing around them. Where several things are dated, only the one that
 * holds the headline is the page; where one thing holds several, the one by the headline is.
 */
function ownProperties(found: readonly Marked[], headline: Element | undefined): Marked[] {
  const days = new Set(
    found.filter((one) => one.role === 'published').map((one) => one.stamp.date),
  );
  if (days.size < 2) return [...found];
  const scopeOf = (one: Marked) => one.element.closest('[itemscope],[typeof],article');
  const own = found.filter((one) => {
    const scope = scopeOf(one);
    return headline === undefined ? false : scope === null || scope.contains(headline);
  });
  const near = own.filter((one) => one.isNear || one.element.localName === 'meta');
  return near.length > 0 ? near : own.length > 0 ? own.slice(0, 1) : [];
}

/** Away from the headline a date counts only where all that is left agrees. */
function ownTimes(found: readonly Marked[]): Marked[] {
  const changes = found.filter((one) => one.role === 'modified');
  const published = found.filter((one) => one.role === 'published');
  const near = published.filter((one) => one.isNear);
  // Many days by the headline are the entries of a list.
  const isList =
    new Set(near.filter((one) => !one.isLabelled).map((one) => one.stamp.date)).size > 4;
  const [first] = isList ? [] : near;
  // Times by the headline: the first, and what says the same or is called published.
  const kept = near.filter(
    (one) => one.element === first?.element || (one.isLabelled && isDatePlace(one.element)),
  );
  const far = published.filter((one) => !one.isNear);
  const labelled = far.filter((one) => one.isLabelled);
  for (const [group, strength] of [
    [labelled, 3],
    [far, 2],
  ] as const) {
    const days = new Set(group.map((one) => one.stamp.date));
    const utc = group.some((one) => one.stamp.utc);
    if (days.size === 1 || (days.size === 2 && utc && group.length === 2)) {
      kept.push(...group.map((one) => ({ ...one, strength })));
      break;
    }
  }
  const ofPage = changes.filter(
    (one) => one.isNear || changes.length === 1 || one.element.id !== '',
  );
  return [...kept, ...ofPage.map((one) => (one.isNear ? one : { ...one, strength: 4 }))];
}

function bare({ raw, stamp, origin, role, strength }: Marked): DateCandidate {
  return { raw, stamp, origin, role, strength };
}
