/** The words that bound a figure (“up to”, “about”, “or more”), and the figure each belongs to. */
import type { Value } from '../schema.ts';
import type { Figure } from './figures.ts';

type Bound = Value['bound'];

/** A bound word at its place. */
interface BoundPhrase {
  readonly text: string;
  /** What it can mean; the first is the plainest. */
  readonly bounds: readonly Bound[];
  readonly start: number;
  readonly end: number;
  /** The figure it stands at; undefined for one that stands free (“the limit is…”). */
  readonly figure: Figure | undefined;
}

/** How a text's words fit a bound. */
export type BoundFit =
  | { readonly kind: 'fits' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'differs'; readonly phrase: string; readonly says: Bound };

/** Words before a figure, and the bounds they can stand for. */
const BEFORE: readonly (readonly [string, readonly Bound[]])[] = [
  [
    'up to|as much as|as many as|as high as|at most|(?:no|not) more than|a maximum of|(?:not|no) above|not over|capped at|limited to',
    ['up to'],
  ],
  ['(?:just|slightly|a little|well) (?:over|above|more than)', ['more than', 'about']],
  [
    'just (?:under|below)|a little (?:under|less than)|slightly (?:under|less than|below)',
    ['less than', 'about'],
  ],
  ['nearly|almost|not quite|close to', ['about', 'less than']],
  ['upwards? of', ['more than', 'at least']],
  ['at least|(?:no|not) (?:less|fewer) than|a minimum of', ['at least']],
  [
    'more than|greater than|in excess of|exceed(?:s|ed|ing)?|over|above|beyond|(?:sur)?pass(?:es|ed|ing)?|top(?:s|ped|ping)?',
    ['more than'],
  ],
  ['less than|fewer than|under|below|short of', ['less than']],
  [
    'about|around|roughly|approximately|some|an estimated|estimated(?: at)?|near|circa|in the region of|in the order of|on the order of',
    ['about'],
  ],
];

/** Words after a figure. */
const AFTER: readonly (readonly [string, readonly Bound[]])[] = [
  [
    'or (?:more|above|over|higher)(?! than)|and (?:up|upwards|more|above)(?! than)|at least|at a minimum',
    ['at least'],
  ],
  ['or (?:less|fewer|below|under)(?! than)|at most|at the most|at a maximum', ['up to']],
  ['or so|or thereabouts|approximately', ['about']],
];

/** Words that bound from elsewhere in the sentence. They can satisfy, never contradict. */
const FREE: readonly (readonly [RegExp, readonly Bound[]])[] = [
  [
    /\b(?:limit(?:ed|s)?|ceiling|cap(?:ped)?|maximum|(?:could|may|might) (?:reach|grow to|rise to))\b/iu,
    ['up to'],
  ],
  [/\bminimum\b|\bfrom\b.*\bup(?:wards?)?\b/iu, ['at least']],
  [/\b(?:estimat\w+|approximat\w+)\b/iu, ['about']],
];

/** What may stand between a bound word and its figure. */
const GAP_BEFORE =
  /^\s*(?:(?:a|an|the|its|their|of|total|further|another|additional|extra|initial|combined|reported|only|just|US|by|at)\s+)*$/iu;
const GAP_AFTER = /^(?:[\s,-]+\p{L}[\p{L}’-]*){0,3}[\s,]*$/u;
/** What a length of time is counted in. */
const PERIOD = /^[\s-]*(?:second|minute|hour|day|week|month|quarter|year|decade)s?\b/iu;

/**
 * Whether a text bounds a figure as a value says.
 * @param matching the figures that equal the value
 * @param all every figure of the text
 */
export function fitBound(
  text: string,
  bound: Bound,
  matching: readonly Figure[],
  all: readonly Figure[],
): BoundFit {
  const phrases = findPhrases(text, all);
  const fits = matching.map((figure) => fitOne(text, bound, figure, phrases));
  return fits.find((fit) => fit.kind === 'fits') ?? fits[0] ?? { kind: 'fits' };
}

function fitOne(
  text: string,
  bound: Bound,
  figure: Figure,
  phrases: readonly BoundPhrase[],
): BoundFit {
  const own = phrases.filter((phrase) => phrase.figure === figure);
  if (own.some((phrase) => phrase.bounds.includes(bound))) return { kind: 'fits' };
  const isFree = phrases.some(
    (phrase) => phrase.figure === undefined && phrase.bounds.includes(bound),
  );
  const other = own[0];
  if (other !== undefined && !isFree) {
    return { kind: 'differs', phrase: other.text, says: other.bounds[0] ?? 'exactly' };
  }
  if (bound === 'exactly' || isFree) return { kind: 'fits' };
  if (FREE.some(([words, bounds]) => bounds.includes(bound) && words.test(text))) {
    return { kind: 'fits' };
  }
  // A range leaves open where in it the truth lies.
  return figure.to !== undefined && bound === 'about' ? { kind: 'fits' } : { kind: 'missing' };
}

function findPhrases(text: string, figures: readonly Figure[]): readonly BoundPhrase[] {
  const phrases: BoundPhrase[] = [];
  const add = (words: string, bounds: readonly Bound[], isBefore: boolean) => {
    for (const match of text.matchAll(
      new RegExp(`(?<![\\p{L}-])(?:${words})(?![\\p{L}-])`, 'giu'),
    )) {
      const start = match.index;
      const end = start + match[0].length;
      // Longer phrases come first: “no more than” is not also “more than”.
      if (phrases.some((phrase) => start < phrase.end && phrase.start < end)) continue;
      const figure = isBefore
        ? figureAfter(text, end, figures)
        : figureBefore(text, start, figures);
      // “at least 5” after another figure belongs to the 5.
      if (!isBefore && (figure === undefined || figureAfter(text, end, figures))) continue;
      if (figure !== undefined && isPreposition(match[0], text, figure)) continue;
      phrases.push({ text: match[0], bounds, start, end, figure });
    }
  };
  for (const [words, bounds] of AFTER) add(words, bounds, false);
  for (const [words, bounds] of BEFORE) add(words, bounds, true);
  return phrases;
}

/** “over ten years” says how long, “spread over three chips” says where: neither is a bound. */
function isPreposition(word: string, text: string, figure: Figure): boolean {
  if (!/^(?:over|under|beyond|above|below|near|around)$/iu.test(word)) return false;
  const isInWords = /^\p{L}/u.test(text.slice(figure.start)) && figure.amount < 20;
  return isInWords || PERIOD.test(text.slice(figure.end));
}

function figureAfter(text: string, end: number, figures: readonly Figure[]): Figure | undefined {
  const next = figures.find((figure) => figure.start >= end);
  return next !== undefined && GAP_BEFORE.test(text.slice(end, next.start)) ? next : undefined;
}

function figureBefore(text: string, start: number, figures: readonly Figure[]): Figure | undefined {
  const last = figures.findLast((figure) => figure.end <= start);
  return last !== undefined && GAP_AFTER.test(text.slice(last.end, start)) ? last : undefined;
}
