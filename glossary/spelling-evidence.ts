/**
 * What capitals, articles, glued signs and spelt-out acronyms say: evidence that needs no word list,
 * and often the only evidence against readings that nobody thought of.
 */
import type { CompiledRecord } from './compiled-record.ts';
import { type ContextWindow, endOf, readGap, type Word } from './context-window.ts';
import { ACRONYM, MAY_SPELL_OUT, readExpansion } from './expansion.ts';
import type { FormRecord } from './sense-record.ts';
import * as weights from './sense-weights.ts';
import { count, type Hit } from './weighing.ts';

/** Kinds whose names take no article: “the Amazon” is none of them. */
const NAMED = new Set(['company', 'model', 'product', 'platform', 'person']);
/** Kinds whose name is often followed by the name of something of theirs: “Oracle Database”. */
const OWNERS = new Set(['company', 'organisation', 'platform']);
/** What may follow a noun that stands alone, as no noun of a compound does. */
const AFTER_NOUN = new Set(
  (
    'and or but is was are were has had will would can could of in on at to for from by with as ' +
    'that which who whose where when while because into than then'
  ).split(' '),
);

/** What the spelling of a form and the kinds of its terms let the resolver look for. */
export interface SpellingTraits {
  readonly isLowerCase: boolean;
  /** Only an acronym is spelt out. */
  readonly isAcronym: boolean;
  /** All its terms have names that take no article. */
  readonly isNamed: boolean;
  /** One of its terms has things that are called after it. */
  readonly isOwner: boolean;
  /** Its terms are persons: others bear the name, too. */
  readonly isPerson: boolean;
  /** Candidates that a capital within a sentence speaks for. */
  readonly byCapital: readonly number[];
}

/** Worked out once per form: a page may hold thousands of mentions. */
export function readTraits({ form, candidates }: FormRecord): SpellingTraits {
  const byCapital: number[] = [];
  if (MIXED_CASE.test(form)) {
    candidates.forEach(({ prior, kind }, slot) => {
      if (prior > 0 && kind !== 'person') byCapital.push(slot);
    });
  }
  return {
    isLowerCase: form === form.toLowerCase(),
    isAcronym: ACRONYM.test(form),
    isNamed: !ENDS_IN_NOUN.test(form) && candidates.every(({ kind }) => NAMED.has(kind)),
    isOwner: candidates.some(({ kind }) => OWNERS.has(kind)),
    isPerson: candidates.every(({ kind }) => kind === 'person'),
    byCapital,
  };
}

const MIXED_CASE = /^[A-Z][a-z]+$/;
/** “a Lambda function” */
const ENDS_IN_NOUN = /[\s-][a-z]+$/;

export function weighSpelling(
  window: ContextWindow,
  compiled: CompiledRecord,
  surface: string,
  hits: Hit[],
): void {
  const { at, text } = window;
  const { unlisted, traits } = compiled;
  const { form, candidates } = compiled.record;
  if (!traits.isLowerCase && surface === surface.toLowerCase()) {
    count(hits, unlisted, surface, 'case', weights.lowerCase);
  }
  // An everyday word with a capital within a sentence is part of a name: “Private Cloud Compute”.
  const isRaised = traits.isLowerCase && isCapital(surface, 0);
  if (isRaised && candidates.every(({ frame }) => frame) && isWithinSentence(window)) {
    count(hits, unlisted, surface, 'case', weights.otherFullName);
  }
  const glued = text.charAt(at - 1);
  if (glued === '@' || glued === '#') count(hits, unlisted, glued, 'before', weights.handle);
  if (traits.isAcronym && MAY_SPELL_OUT.test(text)) {
    const expansion = readExpansion(text.replace('\0', form), form);
    if (expansion !== undefined) {
      const own = candidates.findIndex(({ names }) =>
        names?.some((name) => isSameName(name, expansion)),
      );
      count(hits, own < 0 ? unlisted : own, expansion, 'anchor', weights.expansion);
    }
  }
  weighNames(window, compiled, hits);
}

/** True also where the text has “market” for “markets”. */
function isSameName(name: string, expansion: string): boolean {
  const stems = (text: string) => text.replace(/\S+/g, (word) => word.slice(0, 5));
  return stems(expansion).endsWith(stems(name));
}

function weighNames(window: ContextWindow, compiled: CompiledRecord, hits: Hit[]): void {
  const { split, at, text, words, starts } = window;
  const { unlisted, traits } = compiled;
  const nextStart = starts[split];
  const previousEnd = split > 0 ? endOf(window, split - 1) : undefined;
  const next = nextStart === at + 2 && isSpace(text, at + 1);
  const previous = previousEnd === at - 1 && isSpace(text, at - 1);
  const article = words[split - 1]?.word ?? '';
  const nextWord = words[split]?.word ?? '';
  if (traits.isNamed && previous && (article === 'the' || article === 'a' || article === 'an')) {
    const isBare = !next || AFTER_NOUN.has(nextWord);
    if (isBare && !isExplained(hits, 'before', article, compiled)) {
      const other = otherBeside('before', hits, compiled);
      count(hits, other ?? unlisted, article, 'before', weights.article);
    }
  }
  if (traits.byCapital.length > 0) weighCapital(window, compiled, hits);
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
 * An acronym is written so wherever it stands: “AWS Copilot”, “X Windows”. “A” and “I” are words, and
 * longer ones may be shouted.
 */
function isShortAcronym(word: string): boolean {
  return word.length <= 3 && word === word.toUpperCase() && word !== 'A' && word !== 'I';
}

/** True where a word is the first of its sentence, and has its capital from there. */
function opensSentence(window: ContextWindow, i: number): boolean {
  const start = window.starts[i] as number;
  return i < 1 || readGap(window.text, endOf(window, i - 1), start) === 'parted';
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

/**
 * A capital within a sentence makes a name of what is also a common word: for forms that mostly are
 * the term's, it counts.
 */
function weighCapital(window: ContextWindow, compiled: CompiledRecord, hits: Hit[]): void {
  if (!isWithinSentence(window)) return;
  for (const slot of compiled.traits.byCapital) {
    count(hits, slot, compiled.record.form, 'case', weights.capital);
  }
}

/** True where a capital tells something: after a word of the sentence, and in no heading. */
function isWithinSentence(window: ContextWindow): boolean {
  const { split, at, text, sentenceStart } = window;
  const previousEnd = split > 0 ? endOf(window, split - 1) : 0;
  const isAfterWord = previousEnd > sentenceStart && OPENING.test(text.slice(previousEnd, at));
  return isAfterWord && !isTitleCase(window);
}

const OPENING = /^[ ([“"'’]+$/;

function isSpace(text: string, at: number): boolean {
  return text.charCodeAt(at) === 0x20;
}

function isCapital(text: string, at: number): boolean {
  const letter = text.charAt(at);
  return letter !== letter.toLowerCase();
}

/** True in a heading with capitals throughout, where they tell nothing. */
function isTitleCase(window: ContextWindow): boolean {
  const { split, starts, words, text, sentenceStart, sentenceEnd } = window;
  let long = 0;
  let capital = 0;
  for (let i = Math.max(0, split - 6); i < split + 6; i++) {
    const start = starts[i];
    if (start === undefined || start < sentenceStart || start > sentenceEnd) continue;
    if ((words[i]?.word ?? '').length < 4) continue;
    long++;
    if (isCapital(text, start)) capital++;
  }
  return long > 1 && capital / long > 0.6;
}
