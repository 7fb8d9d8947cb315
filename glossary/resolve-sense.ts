/**
 * Weighs what one context says for each reading of a form. Judging is `resolve-page.ts`'s: it sees
 * all mentions of a form on the page.
 */
import { type CompiledRecord, type CompiledTopics, type CueTag, isForm } from './compiled-record.ts';
import { type ContextWindow, Gap, readGap } from './context-window.ts';
import { type IndexedCue, matchCues } from './cue-matching.ts';
import type { Evidence } from './sense-record.ts';
import { WEIGHTS } from './sense-weights.ts';

/** Points for one reading, with the evidence that they are the sum of. */
export interface Tally {
  points: number;
  /** Points of neighbours alone: strong enough to contradict the rest of the page. */
  beside: number;
  readonly evidence: Evidence[];
}

/** Readings in the record's order (candidates, others), then the unnamed rivals. */
export interface Weighing {
  readonly readings: readonly Tally[];
  /** Per topic: what speaks for it as a subject foreign to the term. */
  readonly foreign: readonly Tally[];
  /** A surname, a handle, another product: something named so that nobody listed. */
  readonly unlisted: Tally;
}

export const newTally = (): Tally => ({ points: 0, beside: 0, evidence: [] });

export function count(tally: Tally, cue: string, where: Evidence['where'], weight: number): void {
  tally.points += weight;
  if (where === 'before' || where === 'after') tally.beside += weight;
  tally.evidence.push({ cue, where, weight });
}

/** Weighs the words around a mention. */
export function weighContext(
  window: ContextWindow,
  record: CompiledRecord,
  shared: CompiledTopics,
  form: string,
  surface: string,
): Weighing {
  const slots = record.candidates.length + record.others.length;
  const readings = Array.from({ length: slots }, newTally);
  const foreign = shared.topics.map(newTally);
  const weighing = { readings, foreign, unlisted: newTally() };
  weighNear(window, record, shared, weighing);
  weighBeside(window, record, weighing);
  weighSpelling(window, record, form, surface, weighing);
  return weighing;
}

/** A cue that is a mere hyphen is filed under this key. */
import { HYPHEN } from './cue-matching.ts';
const LINKING = new Set(['and', 'or', 'vs', 'versus', 'plus', 's']);

function weighNear(
  window: ContextWindow,
  record: CompiledRecord,
  shared: CompiledTopics,
  { readings, foreign }: Weighing,
): void {
  const cues = new Map<IndexedCue<CueTag>, number>();
  const topicCues = new Map<IndexedCue<number>, { factor: number; taken: number }>();
  const next = skipLinking(window, window.split, 1);
  const previous = skipLinking(window, window.split - 1, -1);
  for (let i = 0; i < window.lower.length; i++) {
    const base = distanceFactor(window, i);
    let taken = 0;
    const factorOf = (last: number) =>
      i === next || last === previous ? WEIGHTS.listFactor : base;
    matchCues(record.near, window, i, 'anywhere', (cue, last) => {
      if (last >= window.split && i < window.split) return;
      taken |= 1 << cue.tag.slot;
      const factor = factorOf(last);
      if (factor > (cues.get(cue) ?? 0)) cues.set(cue, factor);
    });
    matchCues(shared.index, window, i, 'anywhere', (cue, last) => {
      if ((last >= window.split && i < window.split) || isForm(cue.words, cue.stem, record.form)) return;
      const factor = factorOf(last);
      if (factor > (topicCues.get(cue)?.factor ?? 0)) topicCues.set(cue, { factor, taken });
    });
  }
  for (const [cue, factor] of cues) {
    const tally = readings[cue.tag.slot];
    if (tally) count(tally, cue.source, 'near', cue.tag.weight * factor);
  }
  const sums = new Float64Array(readings.length);
  for (const [cue, { factor, taken }] of topicCues) {
    for (let slot = 0; slot < readings.length; slot++) {
      if (taken & (1 << slot) || !record.topicsOf[slot]?.has(cue.tag)) continue;
      const tally = readings[slot];
      const sum = sums[slot] ?? 0;
      const grown = sum + WEIGHTS.topic * factor;
      sums[slot] = grown;
      if (tally) count(tally, cue.source, 'near', bend(grown) - bend(sum));
    }
    const isOwn = record.candidates.some((_, slot) => taken & (1 << slot));
    const rival = foreign[cue.tag];
    if (record.foreign[cue.tag] && !isOwn && rival) {
      count(rival, cue.source, 'near', WEIGHTS.foreign * factor);
    }
  }
}

const bend = (sum: number) => (sum * WEIGHTS.topicBend) / (sum + WEIGHTS.topicBend);

function distanceFactor(window: ContextWindow, i: number): number {
  const start = window.starts[i] ?? 0;
  const end = window.ends[i] ?? 0;
  const distance = end <= window.at ? window.at - end : start - window.at - 1;
  if (distance > WEIGHTS.farOff) return WEIGHTS.farFactor;
  const inSentence = start >= window.sentence[0] && end <= window.sentence[1];
  return distance <= WEIGHTS.closeBy || inSentence ? WEIGHTS.closeFactor : 1;
}

/** The first word from `i` on, in this direction, that is no linking word; −1 past a sentence end. */
function skipLinking(window: ContextWindow, i: number, step: 1 | -1): number {
  let from = window.at + (step > 0 ? 1 : 0);
  for (let k = i; k >= 0 && k < window.lower.length; k += step) {
    const start = window.starts[k] ?? 0;
    const end = window.ends[k] ?? 0;
    const gap = step > 0 ? readGap(window.text, from, start) : readGap(window.text, end, from);
    if (gap === Gap.parted) return -1;
    if (!LINKING.has(window.lower[k] ?? '')) return k;
    from = step > 0 ? end : start;
  }
  return -1;
}

function weighBeside(window: ContextWindow, record: CompiledRecord, weighing: Weighing): void {
  const best = new Map<number, { cue: IndexedCue<CueTag>; where: 'before' | 'after' }>();
  const keep = (where: 'before' | 'after') => (cue: IndexedCue<CueTag>) => {
    const slot = cue.tag.slot + (where === 'after' ? 32 : 0);
    const known = best.get(slot);
    if (!known || known.cue.words.length < cue.words.length) best.set(slot, { cue, where });
  };
  const { split, at } = window;
  const after =
    window.lower[split] === 's' && /^['’]$/u.test(window.text.slice(at + 1, window.starts[split]))
      ? [split, split + 1]
      : [split];
  for (const i of after) {
    const from = i === split ? at + 1 : (window.ends[split] ?? 0);
    if (
      i < window.lower.length &&
      readGap(window.text, from, window.starts[i] ?? 0) === Gap.joined
    ) {
      matchCues(record.follows, window, i, 'after', keep('after'));
    }
  }
  const before = window.lower[split - 1] === 's' ? [split - 1, split - 2] : [split - 1];
  for (const i of before) {
    if (
      i >= 0 &&
      readGap(
        window.text,
        window.ends[i] ?? 0,
        i === split - 1 ? at : (window.starts[split - 1] ?? 0),
      ) === Gap.joined
    ) {
      matchCues(record.precedes, window, i, 'before', keep('before'));
    }
  }
  if (/^[-‐‑][\p{L}]/u.test(window.text.slice(at + 1, at + 3))) {
    for (const cue of record.follows.get(HYPHEN) ?? []) {
      if (!best.has(cue.tag.slot + 32)) best.set(cue.tag.slot + 32, { cue, where: 'after' });
    }
  }
  for (const { cue, where } of best.values()) {
    const tally = weighing.readings[cue.tag.slot];
    if (tally) count(tally, cue.source, where, cue.tag.weight);
  }
}

/** Kinds whose names take no article: “the Amazon” is none. */
const NAMED = new Set(['company', 'model', 'product', 'platform', 'person']);
const FUNCTION_WORDS = new Set(
  'and or but is was are were has had will would can could of in on at to for from by with as that which who whose where when while because into than then'.split(' '),
);

/** Kinds whose name is commonly followed by the name of something of theirs: “Oracle Database”. */
const OWNERS = new Set(['company', 'organisation', 'platform']);

function weighSpelling(
  window: ContextWindow,
  record: CompiledRecord,
  form: string,
  surface: string,
  { readings, unlisted }: Weighing,
): void {
  const { split, at, text } = window;
  if (surface === surface.toLowerCase() && form !== form.toLowerCase()) {
    count(unlisted, surface, 'case', WEIGHTS.lowerCase);
  }
  if (/[@#$]$/.test(text.slice(Math.max(0, at - 1), at)))
    count(unlisted, text.slice(at - 1, at), 'before', WEIGHTS.nameAfter);
  const kind = record.candidates[0]?.kind ?? '';
  if (NAMED.has(kind) && /^(the|an?)$/.test(window.lower[split - 1] ?? '') && text.slice(window.ends[split - 1], at) === ' ') {
    const next = window.lower[split];
    if (next === undefined || text.slice(at + 1, window.starts[split]) !== ' ' || FUNCTION_WORDS.has(next)) {
      count(unlisted, window.lower[split - 1] ?? '', 'before', WEIGHTS.article);
    }
  }
  if (isTitleCase(window)) return;
  const own = (where: 'before' | 'after') =>
    record.candidates.some((_, slot) =>
      readings[slot]?.evidence.some(
        (item) =>
          item.where === where ||
          (item.where === 'near' && item.weight >= WEIGHTS.listFactor * WEIGHTS.topic),
      ),
    );
  const owner = record.candidates.some((candidate) => OWNERS.has(candidate.kind));
  const start = window.starts[split];
  if (
    start !== undefined &&
    text.slice(at + 1, start) === ' ' &&
    isCapital(text, start) &&
    !own('after')
  ) {
    count(
      unlisted,
      text.slice(start, window.ends[split]),
      'after',
      owner ? WEIGHTS.nameAfter / 5 : WEIGHTS.nameAfter,
    );
  }
  const end = window.ends[split - 1];
  if (
    end !== undefined &&
    text.slice(end, at) === ' ' &&
    isCapital(text, window.starts[split - 1] ?? 0) &&
    !own('before') &&
    (window.starts[split - 1] ?? 0) > window.sentence[0] + 1
  ) {
    count(unlisted, text.slice(window.starts[split - 1], end), 'before', WEIGHTS.nameBefore);
  }
}

function isCapital(text: string, at: number): boolean {
  const letter = text.charAt(at);
  return letter !== letter.toLowerCase();
}

function isTitleCase(window: ContextWindow): boolean {
  let long = 0;
  let capital = 0;
  for (let i = window.split - 6; i < window.split + 6; i++) {
    const start = window.starts[i];
    if (start === undefined || (window.lower[i]?.length ?? 0) < 4) continue;
    if (start < window.sentence[0] || start > window.sentence[1]) continue;
    long++;
    if (isCapital(window.text, start)) capital++;
  }
  return long > 1 && capital / long > 0.6;
}
