/** Which parts of a page speak of the page itself, and what a line of it says. Reads only. */
import { textWalker } from './texts-in.ts';

/** A line is as much of the text around a date as fits in this many characters. */
export const LONGEST_LINE = 160;

/** Names of parts that tell of other pages, of readers, or of other dates. */
const ELSEWHERE =
  /comment|\brespond\b|responses|replies|related|recommend|sidebar|popular|trending|most-|teaser|promo|more-|latest|newsletter|outbrain|taboola|read-?next|up-?next|carousel|ticker|recirc|\brail\b|upcoming|\bevents?\b|tweet|twitter|quote|\bembed|copyright|cookie|\bads?\b|advert|navigat|\bmenu|countdown|forecast|weather|birth|expir|caption|masthead|current-?date|\btoday/i;
/** Of names such as `date-and-comments`, the part that does not make it a comment. */
const BESIDE_COMMENTS = /\b(?:has|and|with|no)-comments?/gi;
const DATE_NAME = /date|publish|posted|time|byline|\bmeta|author|info|stamp|source|dt-/i;
const CHANGE_NAME = /last-?_?mod|last-?_?upd|modified|updated|lastedit/i;
const SILENT = /^(?:script|style|noscript|template|svg|iframe|object|textarea|head)$/;
const SKIPPED =
  /^(?:nav|form|select|button|figure|figcaption|blockquote|video|audio|pre|code|dialog)$/;

/** Class and id of an element, as one text; both may be odd objects in SVG. */
export function namesOf(element: Element): string {
  return `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
}

/** The element, or one of the two around it, is named as the place of a date. */
export function isDatePlace(element: Element): boolean {
  for (
    let at: Element | null = element, up = 0;
    at !== null && up < 3;
    at = at.parentElement, up++
  ) {
    if (at.localName === 'body') break;
    if (at.localName === 'time' || DATE_NAME.test(namesOf(at))) return true;
  }
  return false;
}

/** The element is named as the place of the page's last change. */
export function isChangePlace(element: Element): boolean {
  const names = namesOf(element);
  return CHANGE_NAME.test(names) && !/publish/i.test(names);
}

/** Text in it is not shown. */
export function isSilent(element: Element): boolean {
  return SILENT.test(element.localName) || element.hasAttribute('hidden');
}

/** The element itself belongs to something else than the article; its parents are not looked at. */
export function isAside(element: Element): boolean {
  if (isOtherPart(element) || SKIPPED.test(element.localName)) return true;
  // An article's own footer may hold its date, the page's does not.
  return (
    (element.localName === 'aside' ||
      (element.localName === 'footer' && !element.closest('article'))) &&
    !/author|byline|date|meta\b/i.test(namesOf(element))
  );
}

/** Not shown, or named as telling of other pages or of readers. */
export function isOtherPart(element: Element): boolean {
  return isSilent(element) || ELSEWHERE.test(namesOf(element).replace(BESIDE_COMMENTS, ''));
}

/**
 * Makes a function that tells whether an element, or what it stands in, belongs elsewhere, up to
 * the part that also holds the headline. It remembers, since neighbours share what they stand in.
 */
export function createElsewhere(headline: Element | undefined): (element: Element) => boolean {
  const known = new Map<Element, boolean>();
  const isElsewhere = (element: Element): boolean => {
    const before = known.get(element);
    if (before !== undefined) return before;
    const parent = element.parentElement;
    const isTop = parent === null || /^(?:body|html)$/.test(parent.localName);
    const isShared = isTop || (headline !== undefined && parent.contains(headline));
    const answer = isAside(element) || (!isShared && isElsewhere(parent));
    known.set(element, answer);
    return answer;
  };
  return isElsewhere;
}

/**
 * Whether all text of an element, hidden or not, fits in so many characters. Stops reading once it
 * does not, where `textContent` would copy half of the page.
 */
export function isShort(element: Element, longest: number): boolean {
  const texts = textWalker(element);
  let length = 0;
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    length += (text.nodeValue ?? '').replace(/\s+/g, ' ').length;
    if (length > longest) return false;
  }
  return true;
}

/** Text of a small element or of one text, with a blank wherever one node ends. */
export function lineText(line: Node): string {
  const parts: string[] = [];
  const collect = (node: Node): void => {
    if (node.nodeType === 3) parts.push(node.nodeValue ?? '');
    else if (node.nodeType === 1 && !isSilent(node as Element)) node.childNodes.forEach(collect);
  };
  collect(line);
  return parts.join(' ').replace(/\s+/g, ' ').trim();
}

/**
 * Makes a function that finds the line a text stands in: the largest element around it with no
 * more than {@link LONGEST_LINE} characters and without the headline. It remembers which elements
 * are larger, so that a long page is measured once.
 */
export function createLineFinder(
  headline: Element | undefined,
): (text: Node) => Element | undefined {
  const large = new Set<Element>();
  const isSmall = (element: Element) => {
    if (large.has(element)) return false;
    const small =
      element.localName !== 'body' &&
      !(headline !== undefined && element.contains(headline)) &&
      isShort(element, LONGEST_LINE);
    if (!small) large.add(element);
    return small;
  };
  return (text) => {
    let line: Element | undefined;
    for (let at = text.parentElement; at !== null && isSmall(at); at = at.parentElement) line = at;
    return line;
  };
}
