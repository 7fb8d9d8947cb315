/** Dates written around the headline and at the page's end, for readers. Reads only. */
import { findWrittenDates, foldText, type WrittenDate } from '../glossary/date-text.ts';
import { lengthBeside, readDateWords } from '../glossary/date-words.ts';
import type { DateCandidate } from '../glossary/page-date.ts';
import { isOwnAddress, isTeaser, type PageFrame } from './page-frame.ts';
import {
  createLineFinder,
  isAside,
  isDatePlace,
  isOtherPart,
  LONGEST_LINE,
  lineText,
  namesOf,
} from './page-regions.ts';

export interface Bylines {
  readonly candidates: readonly DateCandidate[];
  /** Elements that stand where a byline would. */
  readonly near: ReadonlySet<Element>;
}

/** Text after the headline in which a byline may stand: standfirst and share buttons included. */
const REACH_AFTER = 1600;
/** The same where no headline is known: only the first lines count. */
const REACH_UNKNOWN = 400;
/** Text before it: a date line above a title is right above it. */
const REACH_BEFORE = 120;
/** Text at the page's end: “last updated” of pages without a date elsewhere. */
const REACH_END = 900;
const MOST_NODES = 900;
/** A bare date belongs to the text where this much of it has gone before: more than a standfirst. */
const MOST_PROSE = 260;
/** Text this long is a sentence. */
const SENTENCE = 60;
/** Letters beside the date in a line: explained by a word, by a class, by neither. */
const MOST_BESIDE = { labelled: 90, placed: 70, bare: 40 };
/** “Last updated: ” and the like. */
const LABEL_LENGTH = 14;
const EDITION = /\b(?:edition|issue|weekly|digest|newsletter|roundup|minutes|ausgabe|edicion)\b/;

/** A candidate with what its line looks like. */
interface Seen extends DateCandidate {
  readonly look: string;
}

const TEXTS_AND_ELEMENTS = 5;
const ACCEPT = 1;
const REJECT = 2;

interface Line {
  /** The element that is the line, or a text that stands alone in a large one. */
  readonly line: Node;
  /** The text in it that the walk came upon. */
  readonly text: Node;
  /** Characters of text between headline and line; negative before it. */
  readonly distance: number;
  /** Characters of sentences in between. */
  readonly prose: number;
  readonly atEnd: boolean;
}

/** @param today the reader's day; a bare date above the headline that equals it is a clock. */
export function readBylines(frame: PageFrame, today: string): Bylines {
  const { document, headline, language } = frame;
  const body = document.body ?? document.documentElement;
  const near = new Set<Element>();
  const lines = new Map<Node, Line>();
  const lineOf = createLineFinder(headline);

  const walk = (from: Node, step: 'nextNode' | 'previousNode', reach: number, atEnd: boolean) => {
    const walker = document.createTreeWalker(body, TEXTS_AND_ELEMENTS, {
      acceptNode: (node) =>
        node.nodeType === 1 && (atEnd ? isOtherPart : isAside)(node as Element) ? REJECT : ACCEPT,
    });
    walker.currentNode = from;
    let distance = 0;
    let prose = 0;
    for (let left = MOST_NODES; left > 0 && distance < reach; left--) {
      const node = walker[step]();
      if (node === null) break;
      if (headline?.contains(node)) continue;
      if (node.nodeType === 1) {
        if (!atEnd && isTeaser(node as Element, frame)) break;
        if (!atEnd && !node.contains(headline ?? null)) near.add(node as Element);
        continue;
      }
      const text = (node.nodeValue ?? '').trim();
      if (text.length <= LONGEST_LINE && /\p{Nd}/u.test(text)) {
        // Old pages set lines apart with `<br>`: there the text is its own line.
        const line = lineOf(node) ?? node;
        const way = step === 'nextNode' ? distance : -distance - 1;
        if (!lines.has(line)) lines.set(line, { line, text: node, atEnd, prose, distance: way });
      }
      distance += text.length;
      if (text.length > SENTENCE) prose += text.length;
    }
  };
  if (headline !== undefined) {
    walk(headline, 'nextNode', REACH_AFTER, false);
    walk(headline, 'previousNode', REACH_BEFORE, false);
  } else {
    walk(
      document.querySelector('article,main,[role=main],#content') ?? body,
      'nextNode',
      REACH_UNKNOWN,
      false,
    );
  }
  let last: Node = body;
  while (last.lastChild !== null) last = last.lastChild;
  walk(last, 'previousNode', REACH_END, true);

  const candidates = [...lines.values()].flatMap((line) => readLine(line));
  return { candidates: [...readTitle(), ...demoteLater(candidates)], near };

  function readLine(from: Line): Seen[] {
    const { line, distance, prose, atEnd } = from;
    const element = line.nodeType === 1 ? (line as Element) : line.parentElement;
    if (element === null) return [];
    const written = lineText(line);
    const text = foldText(written);
    const hits = findWrittenDates(text, language);
    const isPlaced =
      line === element && (isDatePlace(element) || [...element.children].some(isDatePlace));
    const rest = lengthBeside(cut(text, hits));
    // Crowded with buttons and counts: then the text with the date must say little else.
    if (rest > MOST_BESIDE.placed && line !== from.text) {
      return readLine({ ...from, line: from.text });
    }
    const link = element.closest('a[href]');
    const isLinked = link !== null && !isOwnAddress(link.getAttribute('href') ?? '', frame);
    if (isLinked && rest > 20) return [];
    return hits.flatMap((hit, i) => {
      const before = text.slice(hits[i - 1]?.end ?? 0, hit.start);
      const after = text.slice(hit.end, hits[i + 1]?.start);
      // “5 – 8 May 2015” and “5 May to 8 May 2015” are spans of something.
      if (/^\s*(?:-|–|—|to|bis|au|al)\s*$/.test(i > 0 ? before : hits.length > 1 ? after : ''))
        return [];
      if (/\d\s*[-–—]\s*$/.test(before)) return [];
      const words = readDateWords(before, after);
      if (words === 'unrelated') return [];
      const isLabelled = words !== 'none';
      if (atEnd && !isLabelled) return [];
      // Down in the text, “published on” opens the line or belongs to a sentence.
      const isDeep = atEnd ? words === 'published' : prose > MOST_PROSE && !isPlaced;
      if (isDeep && !isLabelled) return [];
      if (isDeep && readDateWords(text.slice(0, LABEL_LENGTH), '') !== words) return [];
      const most = MOST_BESIDE[isLabelled ? 'labelled' : isPlaced ? 'placed' : 'bare'];
      if (rest > most && !isAlone(from.text, hit, language)) return [];
      if (distance < 0 && !isLabelled && (hit.date === today || (!isPlaced && rest > 12)))
        return [];
      if (hit.date.length < 10 && !isLabelled && rest > 20) return [];
      const strength = atEnd ? 2 : isLabelled ? 5 : hit.date.length < 10 ? 3 : 4;
      const role = words === 'modified' ? 'modified' : 'published';
      const raw = rawOf(hit, written, text);
      return [
        { ...byline(hit, raw, role, strength), look: `${element.localName} ${namesOf(element)}` },
      ];
    });
  }

  /** “Weekly Edition for March 26, 2015”: a title that ends with the date of its edition. */
  function readTitle(): DateCandidate[] {
    const written = headline === undefined ? '' : lineText(headline);
    const text = foldText(written);
    if (text.length > LONGEST_LINE) return [];
    return findWrittenDates(text, language)
      .filter((hit) => hit.end === text.length && EDITION.test(text.slice(0, hit.start)))
      .map((hit) => byline(hit, written, 'published', 3));
  }
}

/**
 * Of several bare dates the one closest to the headline counts; the others hardly do. Three days or
 * more in lines that look alike are the entries of a list, and none is the page's.
 */
function demoteLater(candidates: readonly Seen[]): DateCandidate[] {
  const isBare = (one: Seen) =>
    one.role === 'published' && (one.strength === 3 || one.strength === 4);
  const days = new Map<string, Set<string>>();
  for (const one of candidates.filter(isBare)) {
    days.set(one.look, (days.get(one.look) ?? new Set()).add(one.stamp.date));
  }
  let first: string | undefined;
  return candidates.flatMap((one) => {
    const { look, ...candidate } = one;
    if (!isBare(one)) return [candidate];
    if ((days.get(look)?.size ?? 0) > 2) return [];
    first ??= one.stamp.date;
    return [one.stamp.date === first ? candidate : { ...candidate, strength: 1 }];
  });
}

function byline(
  hit: WrittenDate,
  raw: string,
  role: DateCandidate['role'],
  strength: number,
): DateCandidate {
  const stamp = { date: hit.date, ...(hit.other ? { other: hit.other } : {}) };
  return { raw, stamp, origin: 'byline', role, strength };
}

/** Beside an author and a count of comments the date has an element of its own. */
function isAlone(text: Node, { date }: WrittenDate, language: string): boolean {
  const own = foldText(lineText(text));
  const hits = findWrittenDates(own, language);
  return hits.length === 1 && hits[0]?.date === date && lengthBeside(cut(own, hits)) === 0;
}

/** A short line is told whole, with the word that explains it; of a long one the date. */
function rawOf(hit: WrittenDate, written: string, folded: string): string {
  if (written.length <= 80) return written;
  return (written.length === folded.length ? written : folded).slice(hit.start, hit.end);
}

function cut(text: string, hits: readonly WrittenDate[]): string {
  let rest = '';
  let from = 0;
  for (const hit of hits) {
    rest += `${text.slice(from, hit.start)} `;
    from = hit.end;
  }
  return rest + text.slice(from);
}
