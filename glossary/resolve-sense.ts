/**
 * Weighs what one context says for each reading of a form. `resolve-page.ts` judges: it sees all
 * mentions of the form on the page.
 */
import { bit, type CompiledRecord, wordEntry } from './compiled-record.ts';
import { type ContextWindow, readGap } from './context-window.ts';
import { cuesUnder, keysOf, matchCues, stands, type TableCue } from './cue-matching.ts';
import { HYPHEN } from './cue-syntax.ts';
import { WEIGHTS } from './sense-weights.ts';
import { weighSpelling } from './spelling-evidence.ts';
import { count, type Hit, type Weighing } from './weighing.ts';

/** Weighs all that the text around a mention says. */
export function weighContext(
  window: ContextWindow,
  compiled: CompiledRecord,
  surface: string,
): Weighing {
  const hits: Hit[] = [];
  weighNear(window, compiled, hits);
  weighBeside(window, compiled, hits);
  weighSpelling(window, compiled, surface, hits);
  return hits;
}

/** Weighs only what stands directly beside a mention: enough to contradict the rest of the page. */
export function weighNeighbours(
  window: ContextWindow,
  compiled: CompiledRecord,
  surface: string,
): Weighing {
  const hits: Hit[] = [];
  weighBeside(window, compiled, hits);
  weighSpelling(window, compiled, surface, hits);
  return hits;
}

/** A topic's cue that was met. */
interface MetTopic {
  readonly topic: number;
  factor: number;
  /** Readings that have the same word as a cue of their own. */
  taken: number;
}

function weighNear(window: ContextWindow, compiled: CompiledRecord, hits: Hit[]): void {
  const { split, lower } = window;
  const factors = new Map<TableCue, number>();
  const topics = new Map<TableCue, MetTopic>();
  const [next, nextFactor] = findBeside(window, 1);
  const [previous, previousFactor] = findBeside(window, -1);
  const factorOf = ({ words }: TableCue, i: number) => {
    const last = i + words.length - 1;
    if (i < split && last >= split) return 0;
    if (i === next) return nextFactor;
    return last === previous ? previousFactor : distanceFactor(window, i);
  };
  const met: TableCue[] = [];
  for (let i = 0; i < lower.length; i++) {
    const entry = wordEntry(compiled.shared, lower[i] as string);
    met.length = 0;
    matchCues(compiled.near, entry, window, i, 'anywhere', met);
    let taken = 0;
    // One cue per reading and place: “iPhone” is not `iphone` and `iphone*` and `=iPhone`.
    if (met.length > 1) met.sort((a, b) => b.weight - a.weight);
    for (const cue of met) {
      if (taken & bit(cue.slot)) continue;
      taken |= bit(cue.slot);
      const factor = factorOf(cue, i);
      if (factor > (factors.get(cue) ?? 0)) factors.set(cue, factor);
    }
    for (const { cue, topic } of entry.topics) {
      if (!stands(cue, window, i, 'anywhere')) continue;
      const known = topics.get(cue);
      const factor = factorOf(cue, i);
      if (known === undefined) {
        topics.set(cue, { topic, factor, taken });
      } else if (factor > known.factor) {
        known.factor = factor;
        known.taken = taken;
      }
    }
  }
  for (const [{ source, slot, weight }, factor] of factors) {
    if (factor > 0) count(hits, slot, source, 'near', weight * factor);
  }
  weighTopics(topics, compiled, hits);
}

function weighTopics(
  topics: ReadonlyMap<TableCue, MetTopic>,
  compiled: CompiledRecord,
  hits: Hit[],
): void {
  const { readingsOf, rivals, candidateBits, firstTopic, foreign } = compiled;
  const sums: number[] = [];
  for (const [cue, { topic, factor, taken }] of topics) {
    if (factor === 0 || isForm(cue, compiled.words)) continue;
    const speaksFor = (readingsOf[topic] ?? 0) & ~taken;
    for (let slot = 0; speaksFor >> slot; slot++) {
      if ((speaksFor & bit(slot)) === 0) continue;
      const sum = sums[slot] ?? 0;
      const grown = sum + WEIGHTS.topic * factor;
      sums[slot] = grown;
      count(hits, slot, cue.source, 'near', bend(grown) - bend(sum));
    }
    if (rivals[topic] !== undefined && (taken & candidateBits) === 0) {
      count(hits, firstTopic + topic, cue.source, 'near', foreign * factor);
    }
  }
}

/** A form is no evidence for itself. */
export function isForm({ phrase, stem }: TableCue, form: string): boolean {
  return phrase === form || (stem && form.startsWith(phrase));
}

function bend(sum: number): number {
  return (sum * WEIGHTS.topicBend) / (sum + WEIGHTS.topicBend);
}

function distanceFactor(window: ContextWindow, i: number): number {
  const start = window.starts[i] as number;
  const end = window.ends[i] as number;
  const distance = end <= window.at ? window.at - end : start - window.at - 1;
  if (distance > WEIGHTS.farOff) return WEIGHTS.farFactor;
  const inSentence = start >= window.sentenceStart && end <= window.sentenceEnd;
  return distance <= WEIGHTS.closeBy || inSentence ? WEIGHTS.closeFactor : 1;
}

const LINKING = new Set(['and', 'or', 'vs', 'versus', 'plus', 's']);

/** The nearest word on one side that is no linking word, and what a cue there is multiplied by. */
function findBeside(window: ContextWindow, step: 1 | -1): readonly [word: number, factor: number] {
  let from = window.at + (step > 0 ? 1 : 0);
  let factor: number = WEIGHTS.besideFactor;
  for (let k = step > 0 ? window.split : window.split - 1; ; k += step) {
    const word = window.lower[k];
    if (word === undefined) return [-1, 1];
    const start = window.starts[k] as number;
    const end = window.ends[k] as number;
    const gap = step > 0 ? readGap(window.text, from, start) : readGap(window.text, end, from);
    if (gap === 'parted') return [-1, 1];
    if (gap === 'listed' || (LINKING.has(word) && word !== 's')) factor = WEIGHTS.listFactor;
    if (!LINKING.has(word)) return [k, factor];
    from = step > 0 ? end : start;
  }
}

function weighBeside(window: ContextWindow, compiled: CompiledRecord, hits: Hit[]): void {
  const { split, at, text, lower, starts, ends } = window;
  const after: TableCue[] = [];
  // “Oracle’s CEO” is “Oracle CEO”.
  const skipped = lower[split] === 's' && /^['’]$/.test(text.slice(at + 1, starts[split])) ? 1 : 0;
  for (let i = split; i <= split + skipped && i < lower.length; i++) {
    const from = i === split ? at + 1 : (ends[i - 1] as number);
    if (readGap(text, from, starts[i] as number) !== 'joined') break;
    matchCues(compiled.follows, keysOf(lower[i] as string), window, i, 'after', after);
  }
  if (after.length === 0 && /^[-\u2010\u2011]\p{L}/u.test(text.slice(at + 1, at + 3))) {
    after.push(...cuesUnder(compiled.follows, HYPHEN));
  }
  const before: TableCue[] = [];
  for (let i = split - 1; i >= 0; i--) {
    const to = i === split - 1 ? at : (starts[i + 1] as number);
    if (readGap(text, ends[i] as number, to) !== 'joined') break;
    matchCues(compiled.precedes, keysOf(lower[i] as string), window, i, 'before', before);
    if (lower[i] !== 's') break;
  }
  countLongest(after, 'after', hits);
  countLongest(before, 'before', hits);
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
