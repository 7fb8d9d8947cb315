/**
 * Weighs what one context says for each reading of a form. `resolve-page.ts` judges: it sees all
 * mentions of the form on the page.
 */
import { bit, type CompiledRecord, type CompiledTopics, type CueTag } from './compiled-record.ts';
import { type ContextWindow, readGap } from './context-window.ts';
import { HYPHEN, type IndexedCue, isForm, lengthOf, matchCues } from './cue-matching.ts';
import { WEIGHTS } from './sense-weights.ts';
import { weighSpelling } from './spelling-evidence.ts';
import { count, type Hit, type Weighing } from './weighing.ts';

/** Weighs all that the text around a mention says. */
export function weighContext(
  window: ContextWindow,
  record: CompiledRecord,
  shared: CompiledTopics,
  surface: string,
): Weighing {
  const hits: Hit[] = [];
  weighNear(window, record, shared, hits);
  weighBeside(window, record, hits);
  weighSpelling(window, record, surface, hits);
  return hits;
}

/** Weighs only what stands directly beside a mention: enough to contradict the rest of the page. */
export function weighNeighbours(
  window: ContextWindow,
  record: CompiledRecord,
  surface: string,
): Weighing {
  const hits: Hit[] = [];
  weighBeside(window, record, hits);
  weighSpelling(window, record, surface, hits);
  return hits;
}

interface MetTopic {
  factor: number;
  /** Readings that have the same word as a cue of their own. */
  taken: number;
}

function weighNear(
  window: ContextWindow,
  record: CompiledRecord,
  shared: CompiledTopics,
  hits: Hit[],
): void {
  const { split, lower } = window;
  const factors = new Map<IndexedCue<CueTag>, number>();
  const topics = new Map<IndexedCue<number>, MetTopic>();
  const [next, nextFactor] = findBeside(window, 1);
  const [previous, previousFactor] = findBeside(window, -1);
  const met: IndexedCue<CueTag>[] = [];
  const metTopics: IndexedCue<number>[] = [];
  for (let i = 0; i < lower.length; i++) {
    met.length = 0;
    metTopics.length = 0;
    matchCues(record.near, window, i, 'anywhere', met);
    matchCues(shared.index, window, i, 'anywhere', metTopics);
    if (met.length === 0 && metTopics.length === 0) continue;
    const distant = distanceFactor(window, i);
    const factorOf = (cue: IndexedCue<unknown>) => {
      const last = i + lengthOf(cue) - 1;
      if (i < split && last >= split) return 0;
      if (i === next) return nextFactor;
      return last === previous ? previousFactor : distant;
    };
    let taken = 0;
    // One cue per reading and place: “iPhone” is not `iphone` and `iphone*` and `=iPhone`.
    if (met.length > 1) met.sort((a, b) => b.tag.weight - a.tag.weight);
    for (const cue of met) {
      if (taken & bit(cue.tag.slot) || isForm(cue, record.words)) continue;
      taken |= bit(cue.tag.slot);
      const factor = factorOf(cue);
      if (factor > (factors.get(cue) ?? 0)) factors.set(cue, factor);
    }
    for (const cue of metTopics) {
      const factor = factorOf(cue);
      const known = topics.get(cue);
      if (known && known.factor >= factor) continue;
      if (!isForm(cue, record.words)) topics.set(cue, { factor, taken });
    }
  }
  for (const [{ source, tag }, factor] of factors) {
    if (factor > 0) count(hits, tag.slot, source, 'near', tag.weight * factor);
  }
  weighTopics(topics, record, hits);
}

function weighTopics(
  topics: ReadonlyMap<IndexedCue<number>, MetTopic>,
  record: CompiledRecord,
  hits: Hit[],
): void {
  const ownBits = bit(record.candidates.length) - 1;
  const sums: number[] = [];
  for (const [{ source, tag: topic }, { factor, taken }] of topics) {
    const speaksFor = (record.readingsOf[topic] ?? 0) & ~taken;
    for (let slot = 0; speaksFor >> slot; slot++) {
      if ((speaksFor & bit(slot)) === 0) continue;
      const sum = sums[slot] ?? 0;
      const grown = sum + WEIGHTS.topic * factor;
      sums[slot] = grown;
      count(hits, slot, source, 'near', bend(grown) - bend(sum));
    }
    if (record.foreign[topic] && (taken & ownBits) === 0) {
      count(hits, record.firstTopic + topic, source, 'near', WEIGHTS.foreign * factor);
    }
  }
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

function weighBeside(window: ContextWindow, record: CompiledRecord, hits: Hit[]): void {
  const { split, at, text, lower, starts, ends } = window;
  const after: IndexedCue<CueTag>[] = [];
  // “Oracle’s CEO” is “Oracle CEO”.
  const skipped = lower[split] === 's' && /^['’]$/.test(text.slice(at + 1, starts[split])) ? 1 : 0;
  for (let i = split; i <= split + skipped && i < lower.length; i++) {
    const from = i === split ? at + 1 : (ends[i - 1] as number);
    if (readGap(text, from, starts[i] as number) !== 'joined') break;
    matchCues(record.follows, window, i, 'after', after);
  }
  if (after.length === 0 && /^[-\u2010\u2011]\p{L}/u.test(text.slice(at + 1, at + 3))) {
    after.push(...(record.follows.words.get(HYPHEN) ?? []));
  }
  const before: IndexedCue<CueTag>[] = [];
  for (let i = split - 1; i >= 0; i--) {
    const to = i === split - 1 ? at : (starts[i + 1] as number);
    if (readGap(text, ends[i] as number, to) !== 'joined') break;
    matchCues(record.precedes, window, i, 'before', before);
    if (lower[i] !== 's') break;
  }
  countLongest(after, 'after', hits);
  countLongest(before, 'before', hits);
}

/** Counts one neighbour per reading. */
function countLongest(
  met: IndexedCue<CueTag>[],
  where: 'before' | 'after',
  hits: Hit[],
): void {
  if (met.length > 1) met.sort((a, b) => lengthOf(b) - lengthOf(a) || b.tag.weight - a.tag.weight);
  let done = 0;
  for (const { source, tag } of met) {
    if (done & bit(tag.slot)) continue;
    done |= bit(tag.slot);
    count(hits, tag.slot, source, where, tag.weight);
  }
}
