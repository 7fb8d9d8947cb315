/** What the neighbours of a form say by their spelling: an article, a first name, an owner, another name. */
import { isCapital, isShortAcronym, isTitleCase, opensSentence } from './capitals.ts';
import type { CompiledRecord } from './compiled-record.ts';
import { type ContextWindow, endOf, type Word } from './context-window.ts';
import * as weights from './sense-weights.ts';
import { count, type Hit } from './weighing.ts';

const ARTICLE = /^(?:the|an?)$/;
/** “The Oracle told …” */
const SPEAKS = /^(?:said|says|told|asked)$/;
/** What may follow a noun that stands alone, as no noun of a compound does. */
const AFTER_NOUN = new Set(
  (
    'and or but is was are were has had will would can could of in on at to for from by with as ' +
    'that which who whose where when while because into than then'
  ).split(' '),
);

/** Weighs the words directly beside a form that make a name with it, or show that it is none. */
export function weighNames(window: ContextWindow, compiled: CompiledRecord, hits: Hit[]): void {
  const { split, at, text, words, starts } = window;
  const { unlisted, traits } = compiled;
  const nextStart = starts[split];
  const previousEnd = split > 0 ? endOf(window, split - 1) : undefined;
  const next = nextStart === at + 2 && isSpace(text, at + 1);
  const previous = previousEnd === at - 1 && isSpace(text, at - 1);
  const article = words[split - 1]?.word ?? '';
  const nextWord = words[split]?.word ?? '';
  if (traits.isNamed && previous && ARTICLE.test(article)) {
    weighArticle(article, next ? nextWord : '', hits, compiled);
  }
  const nextIsName = next && isCapital(text, nextStart);
  const start = starts[split - 1] ?? 0;
  const previousIsName = previous && isCapital(text, start);
  if (!nextIsName && !previousIsName) return;
  if (previousIsName && traits.isPerson && weighGivenName(window, compiled, hits)) return;
  const opens = previousIsName && opensSentence(window, split - 1);
  const isTitle = isTitleCase(window);
  const mayOwn = previousIsName && (!opens || isShortAcronym(text.slice(start, previousEnd)));
  if (mayOwn) weighOwner(article, hits, compiled, isTitle);
  if (isTitle) return;
  if (nextIsName && !isExplained(hits, 'after', nextWord, compiled)) {
    const other = otherBeside('after', hits, compiled);
    if (other !== undefined) count(hits, other, nextWord, 'after', weights.otherName);
    const weight = traits.isOwner ? weights.nameAfterOwner : weights.nameAfter;
    count(hits, unlisted, text.slice(nextStart, endOf(window, split)), 'after', weight);
  }
  if (!previousIsName || opens) return;
  if (isExplained(hits, 'before', article, compiled)) return;
  count(hits, unlisted, text.slice(start, previousEnd), 'before', weights.nameBefore);
}

/**
 * An article before a name that takes none: what speaks behind one is surely no firm.
 * @param next - The word directly behind; empty where there is none.
 */
function weighArticle(article: string, next: string, hits: Hit[], compiled: CompiledRecord): void {
  const speaks = SPEAKS.test(next);
  const isBare = next === '' || speaks || AFTER_NOUN.has(next);
  if (!isBare || isExplained(hits, 'before', article, compiled)) return;
  const other = otherBeside('before', hits, compiled) ?? compiled.unlisted;
  count(hits, other, article, 'before', speaks ? weights.articleOfSpeaker : weights.article);
}

/**
 * A first name before a surname is another person's, for the person's own is part of an alias.
 * @returns whether one stands there.
 */
function weighGivenName(window: ContextWindow, compiled: CompiledRecord, hits: Hit[]): boolean {
  const { split, text, words, starts } = window;
  const other = otherBeside('before', hits, compiled);
  const { word } = words[split - 1] as Word;
  const given = text.slice(starts[split - 1], endOf(window, split - 1));
  if (other === undefined) {
    if (opensSentence(window, split - 1) || AT.has(words[split - 2]?.word ?? '')) return false;
    if (!isGivenName(given, word) || isExplained(hits, 'before', word, compiled)) return false;
    if (isTitleCase(window) && !standsInList(window)) return false;
  }
  count(hits, other ?? compiled.unlisted, given, 'before', weights.otherGivenName);
  return true;
}

/** @returns the other sense that has the neighbour for a cue, if one has. */
function otherBeside(
  place: 'before' | 'after',
  hits: readonly Hit[],
  compiled: CompiledRecord,
): number | undefined {
  return findOther(hits, compiled, ({ where }) => where === place);
}

/** @returns the other sense that the first such hit speaks for. */
function findOther(
  hits: readonly Hit[],
  { record }: CompiledRecord,
  isSuch: (hit: Hit) => boolean,
): number | undefined {
  const first = record.candidates.length;
  const last = first + record.others.length;
  return hits.find((hit) => hit.slot >= first && hit.slot < last && isSuch(hit))?.slot;
}

/**
 * A capitalised word directly before may make a name that is known for another's: “Minecraft Bedrock”,
 * “the Big Apple”. In a heading any word has a capital: there only strong evidence makes one.
 * @param word - In lower case.
 */
function weighOwner(word: string, hits: Hit[], compiled: CompiledRecord, isTitle: boolean): void {
  const named = findOther(
    hits,
    compiled,
    ({ where, cue, weight }) =>
      where === 'near' &&
      weight >= weights.strong * weights.besideFactor &&
      cue.replace(/^=|\*$/g, '').toLowerCase() === word,
  );
  const listed = isTitle
    ? undefined
    : findOther(
        hits,
        compiled,
        ({ where, weight }) => where === 'before' && weight >= weights.precedes,
      );
  const owner = named ?? listed;
  if (owner === undefined || isExplained(hits, 'before', word, compiled)) return;
  const weight = named === undefined ? weights.otherName : weights.otherFullName;
  count(hits, owner, word, 'before', weight);
}

/** True between commas, as a full name stands in a list of them. */
function standsInList({ text, at, starts, split }: ContextWindow): boolean {
  return /,\s*$/.test(text.slice(0, starts[split - 1])) && /^[,;.)\n]|^$/.test(text.slice(at + 1));
}

/** @param word - The same in lower case. */
function isGivenName(given: string, word: string): boolean {
  return word.length > 1 && given.slice(1) === word.slice(1) && !NO_NAMES.has(word);
}

/** “On Monday Musk …”, “in Texas Altman …”. */
const AT = new Set(['at', 'in', 'on', 'since', 'via']);
/** What else may have a capital before a surname. */
const NO_NAMES = new Set(
  (
    'mr mrs ms dr sir president chairman chair chief founder director minister secretary senator ' +
    'billionaire entrepreneur researcher economist monday tuesday wednesday thursday friday ' +
    'saturday sunday that when while and or but if'
  ).split(' '),
);

/** True where a candidate has the word, or something in that place, for a cue. */
function isExplained(
  hits: readonly Hit[],
  place: 'before' | 'after',
  word: string,
  { record }: CompiledRecord,
): boolean {
  return hits.some(
    ({ slot, where, cue }) =>
      slot < record.candidates.length &&
      (where === place || (where === 'near' && holdsWord(cue.toLowerCase(), word))),
  );
}

/** A short word may stand in many: “X” in “linux”. */
function holdsWord(cue: string, word: string): boolean {
  return word.length > 2 ? cue.includes(word) : cue.split(/[^\p{L}\p{N}]/u).includes(word);
}

function isSpace(text: string, at: number): boolean {
  return text.charCodeAt(at) === 0x20;
}
