/**
 * Weighs what one context says for each reading of a form. `resolve-page.ts` judges: it sees all
 * mentions of the form on the page.
 */
import { isSpaceCode } from './characters.ts';
import {
  bit,
  type CompiledRecord,
  cuesNear,
  NO_TOPICS,
  topicsOf,
  type WordEntry,
} from './compiled-record.ts';
import { type ContextWindow, endOf, readGap } from './context-window.ts';
import { cuesUnder, matchCues, NO_CUES, stands, type TableCue } from './cue-matching.ts';
import { HYPHEN, NUMBER } from './cue-syntax.ts';
import * as weights from './sense-weights.ts';
import { weighSpelling } from './spelling-evidence.ts';
import { count, type Hit, type Reading, subjectsOf, type Weighing } from './weighing.ts';

/** A context that is weighed from the mention outwards. */
export interface OutwardWeighing {
  /** @param reach - Characters on each side; no fewer than at the call before. */
  upTo(reach: number): Reading;
}

/** Weighs the text around a mention: what was weighed once is not weighed again for a wider reading. */
export function weighOutwards(
  window: ContextWindow<WordEntry>,
  compiled: CompiledRecord,
  surface: string,
): OutwardWeighing {
  const { at, split, words, starts } = window;
  const met = createMet(window);
  let beside: Hit[] | undefined;
  let first = split;
  let last = split - 1;
  return {
    upTo(reach) {
      const wasFirst = first;
      while (first > 0 && (starts[first - 1] as number) >= at - reach) first--;
      weighWords(window, compiled, first, wasFirst, met);
      const next = last + 1;
      while (last + 1 < words.length && endOf(window, last + 1) <= at + 1 + reach) last++;
      weighWords(window, compiled, next, last + 1, met);
      const context: Hit[] = [];
      countMet(met, compiled, context);
      if (beside === undefined) {
        // A neighbour may be explained by a cue nearby.
        const near = context.length;
        weighBeside(window, compiled, context);
        weighSpelling(window, compiled, surface, context);
        beside = context.slice(near);
      } else context.push(...beside);
      const subjects = subjectsOf(context, compiled);
      return { context, subjects, words: last + 1 - first, isClose: true };
    },
  };
}

/** Weighs only what stands directly beside a mention: enough to contradict the rest of the page. */
export function weighNeighbours(
  window: ContextWindow<WordEntry>,
  compiled: CompiledRecord,
  surface: string,
): Weighing {
  const hits: Hit[] = [];
  weighBeside(window, compiled, hits);
  weighSpelling(window, compiled, surface, hits);
  return hits;
}

/** Cues that were met, each with the best factor of its places. */
interface MetCues {
  readonly cues: TableCue[];
  readonly factors: number[];
}

/** The same of topics' cues. */
interface MetTopics extends MetCues {
  readonly topics: number[];
  /** Readings that have the same word as a cue of their own. */
  readonly taken: number[];
}

/** What was met in a context so far. */
interface Met {
  readonly own: MetCues;
  readonly topical: MetTopics;
  readonly next: Beside;
  readonly previous: Beside;
}

function createMet(window: ContextWindow<WordEntry>): Met {
  return {
    own: { cues: [], factors: [] },
    topical: { cues: [], factors: [], topics: [], taken: [] },
    next: findBeside(window, 1),
    previous: findBeside(window, -1),
  };
}

/** Looks for cues that begin at the words `[from, to)`. */
function weighWords(
  window: ContextWindow<WordEntry>,
  compiled: CompiledRecord,
  from: number,
  to: number,
  { own, topical, next, previous }: Met,
): void {
  const { words } = window;
  const met: TableCue[] = [];
  for (let i = from; i < to; i++) {
    const entry = words[i] as WordEntry;
    const near = cuesNear(compiled, entry);
    const topics = entry.topics ?? topicsOf(compiled.shared, entry);
    if (near === NO_CUES && topics === NO_TOPICS) continue;
    met.length = 0;
    for (const cue of near) if (stands(cue, window, i, 'anywhere')) met.push(cue);
    let taken = 0;
    // One cue per reading and place: “iPhone” is not `iphone` and `iphone*` and `=iPhone`.
    if (met.length > 1) met.sort((a, b) => b.weight - a.weight);
    for (const cue of met) {
      if (taken & bit(cue.slot)) continue;
      taken |= bit(cue.slot);
      const factor = factorOf(cue, i, window, next, previous);
      const at = own.cues.indexOf(cue);
      if (at >= 0) own.factors[at] = Math.max(factor, own.factors[at] as number);
      else if (factor > 0) own.factors[own.cues.push(cue) - 1] = factor;
    }
    for (const { cue, topic } of topics) {
      if (!stands(cue, window, i, 'anywhere')) continue;
      const factor = factorOf(cue, i, window, next, previous);
      let at = topical.cues.indexOf(cue);
      if (at >= 0 && factor <= (topical.factors[at] as number)) continue;
      if (at < 0) at = topical.cues.push(cue) - 1;
      topical.topics[at] = topic;
      topical.factors[at] = factor;
      topical.taken[at] = taken;
    }
  }
}

function countMet({ own, topical }: Met, compiled: CompiledRecord, hits: Hit[]): void {
  own.cues.forEach(({ source, slot, weight }, at) => {
    count(hits, slot, source, 'near', weight * (own.factors[at] as number));
  });
  weighTopics(topical, compiled, hits);
}

/** What a cue at word `i` is multiplied by: 0 where the mention stands in the midst of it. */
function factorOf(
  { words }: TableCue,
  i: number,
  window: ContextWindow<WordEntry>,
  next: Beside,
  previous: Beside,
): number {
  const { split } = window;
  const last = i + words.length - 1;
  if (i < split && last >= split) return 0;
  if (i === next.word) return next.factor;
  return last === previous.word ? previous.factor : distanceFactor(window, i);
}

function weighTopics(
  { cues, factors, topics, taken }: MetTopics,
  compiled: CompiledRecord,
  hits: Hit[],
): void {
  const { readingsOf, rivals, candidateBits, firstTopic, foreign } = compiled;
  const sums: number[] = [];
  for (let at = 0; at < cues.length; at++) {
    const cue = cues[at] as TableCue;
    const topic = topics[at] as number;
    const factor = factors[at] as number;
    const own = taken[at] as number;
    if (factor === 0 || isForm(cue, compiled.words)) continue;
    const speaksFor = (readingsOf[topic] ?? 0) & ~own;
    for (let slot = 0; speaksFor >> slot; slot++) {
      if ((speaksFor & bit(slot)) === 0) continue;
      const sum = sums[slot] ?? 0;
      const grown = sum + weights.topic * factor;
      sums[slot] = grown;
      count(hits, slot, cue.source, 'near', bend(grown) - bend(sum));
    }
    if (rivals[topic] !== undefined && (own & candidateBits) === 0) {
      count(hits, firstTopic + topic, cue.source, 'near', foreign * factor);
    }
  }
}

/** A form is no evidence for itself. */
export function isForm({ phrase, stem }: TableCue, form: string): boolean {
  return phrase === form || (stem && form.startsWith(phrase));
}

function bend(sum: number): number {
  return (sum * weights.topicBend) / (sum + weights.topicBend);
}

function distanceFactor(window: ContextWindow<WordEntry>, i: number): number {
  const start = window.starts[i] as number;
  const end = endOf(window, i);
  const distance = end <= window.at ? window.at - end : start - window.at - 1;
  if (distance > weights.farOff) return weights.farFactor;
  const inSentence = start >= window.sentenceStart && end <= window.sentenceEnd;
  return distance <= weights.closeBy || inSentence ? weights.closeFactor : 1;
}

const LINKING = new Set(['and', 'or', 'vs', 'versus', 'plus', 's']);

/** The nearest word on one side that is no linking word, and what a cue there is multiplied by. */
interface Beside {
  /** Its number; -1 where a sentence ends before it. */
  readonly word: number;
  readonly factor: number;
}

const NOTHING_BESIDE: Beside = { word: -1, factor: 1 };

function findBeside(window: ContextWindow<WordEntry>, step: 1 | -1): Beside {
  let from = window.at + (step > 0 ? 1 : 0);
  let factor: number = weights.besideFactor;
  for (let k = step > 0 ? window.split : window.split - 1; ; k += step) {
    const word = window.words[k]?.word;
    if (word === undefined) return NOTHING_BESIDE;
    const start = window.starts[k] as number;
    const end = endOf(window, k);
    const gap = step > 0 ? readGap(window.text, from, start) : readGap(window.text, end, from);
    if (gap === 'parted') return NOTHING_BESIDE;
    if (gap === 'listed' || (LINKING.has(word) && word !== 's')) factor = weights.listFactor;
    if (!LINKING.has(word)) return { word: k, factor };
    from = step > 0 ? end : start;
  }
}

function weighBeside(
  window: ContextWindow<WordEntry>,
  compiled: CompiledRecord,
  hits: Hit[],
): void {
  const { split, at, text, words, starts } = window;
  const { follows, precedes } = compiled;
  const after: TableCue[] = [];
  // “Oracle’s CEO” is “Oracle CEO”.
  const skipped =
    words[split]?.word === 's' && starts[split] === at + 2 && isApostrophe(text, at + 1) ? 1 : 0;
  for (let i = split; i <= split + skipped && i < words.length; i++) {
    const from = i === split ? at + 1 : endOf(window, i - 1);
    const start = starts[i] as number;
    if (readGap(text, from, start) !== 'joined' || isBracketedNumber(text, start)) break;
    matchCues(follows, words[i] as WordEntry, window, i, 'after', after);
  }
  if (after.length === 0 && isHyphened(text, at + 1)) {
    after.push(...cuesUnder(follows, HYPHEN));
  }
  const before: TableCue[] = [];
  for (let i = split - 1; i >= 0; i--) {
    const to = i === split - 1 ? at : (starts[i + 1] as number);
    if (readGap(text, endOf(window, i), to) !== 'joined') break;
    matchCues(precedes, words[i] as WordEntry, window, i, 'before', before);
    if (words[i]?.word !== 's') break;
  }
  countLongest(after, 'after', hits);
  countLongest(before, 'before', hits);
  // A word that is glued to the mention and known to follow another sense makes one name with it.
  if (starts[split] !== at + 2 || isSpaceCode(text.charCodeAt(at + 1)) || skipped > 0) return;
  const glued = after.find(
    ({ slot, words: [first = NUMBER] }) =>
      slot >= compiled.record.candidates.length && first !== NUMBER,
  );
  if (glued) count(hits, glued.slot, glued.source, 'after', weights.otherFullName);
}

function isApostrophe(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x27 || code === 0x2019;
}

/** True for a year, “(1600–1682)” or “(2019)”: a version number stands without brackets. */
function isBracketedNumber(text: string, start: number): boolean {
  const code = text.charCodeAt(start);
  return code >= 0x30 && code <= 0x39 && text.charAt(start - 1) === '(';
}

/** True where a hyphen glues a word to what stands before. */
function isHyphened(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code !== 0x2d && code !== 0x2010 && code !== 0x2011) return false;
  return /^\p{L}/u.test(text.slice(at + 1, at + 2));
}

/** Counts one neighbour per reading, the longest. */
function countLongest(met: TableCue[], where: 'before' | 'after', hits: Hit[]): void {
  if (met.length > 1) met.sort((a, b) => b.words.length - a.words.length || b.weight - a.weight);
  let done = 0;
  for (const { source, slot, weight } of met) {
    if (done & bit(slot)) continue;
    done |= bit(slot);
    count(hits, slot, source, where, weight);
  }
}
