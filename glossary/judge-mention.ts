/**
 * Judges one mention: sums what was found for each reading and lets the readings compete.
 */
import type { CompiledRecord } from './compiled-record.ts';
import type { Evidence, Resolution } from './sense-record.ts';
import * as weights from './sense-weights.ts';
import { addUp, type PageWeighing, type Reading, type Weighing } from './weighing.ts';

/** How the readings of one mention stand, before the other mentions have their say. */
export interface Standing {
  /** Slot of the best candidate, and its points without the prior. */
  readonly best: number;
  readonly points: number;
  /** Slot of the best rival; `unlisted` where it is one that nobody listed. */
  readonly rival: number;
  readonly rivalPoints: number;
  /** Slot of the strongest foreign subject. */
  readonly subject: number;
  /** Points, prior included, by which the best candidate leads; negative where it trails. */
  readonly lead: number;
  /** Points of neighbours for the best candidate, and for the best rival. */
  readonly beside: number;
  readonly rivalBeside: number;
  /** Points by which the best candidate leads in the mention's own context, the page left out. */
  readonly around: number;
  /** Points of the best rival there. */
  readonly rivalAround: number;
}

/** Most pieces of evidence that a resolution carries. */
const EVIDENCE_SHOWN = 12;

/**
 * @param reading - What the mention's context says.
 * @param page - What the page says for all mentions of the form.
 */
export function stand(compiled: CompiledRecord, reading: Reading, page: PageWeighing): Standing {
  const { firstTopic, unlisted } = compiled;
  const { candidates } = compiled.record;
  const { context } = reading;
  const sums = addUp(context, copyOf(page.sums));
  let best = 0;
  let bestTotal = Number.NEGATIVE_INFINITY;
  for (let slot = 0; slot < candidates.length; slot++) {
    const total = at(sums, slot) + (candidates[slot]?.prior ?? 0) * weights.prior;
    if (total > bestTotal) {
      best = slot;
      bestTotal = total;
    }
  }
  let rival = -1;
  for (let slot = candidates.length; slot < firstTopic; slot++) {
    if (rival < 0 || at(sums, slot) > at(sums, rival)) rival = slot;
  }
  let rivalPoints = at(sums, rival);
  // The reading that nobody listed: a foreign subject, a surname, another full form.
  const subjects = joinSlots(page.subjects, reading.subjects);
  let subject = firstTopic < unlisted ? firstTopic : -1;
  for (const slot of subjects) if (at(sums, slot) > at(sums, subject)) subject = slot;
  let unnamed = at(sums, unlisted) + at(sums, subject);
  for (const slot of subjects) {
    if (slot !== subject) unnamed += at(sums, slot) * weights.foreignRest;
  }
  if (unnamed > rivalPoints) {
    rival = unlisted;
    rivalPoints = unnamed;
  }
  const orRival = rival === unlisted ? subject : rival;
  let beside = 0;
  let rivalBeside = 0;
  let own = 0;
  let rivalAround = 0;
  for (const { slot, where, weight } of context) {
    const isBeside = where === 'before' || where === 'after';
    if (slot === best) {
      own += weight;
      if (isBeside) beside += weight;
    }
    if (slot === rival && isBeside) rivalBeside += weight;
    if (slot === rival || slot === orRival) rivalAround += weight;
  }
  // What stands beside a mention outweighs what the page is about.
  let lead = bestTotal - rivalPoints;
  if (beside >= weights.precedes && rivalBeside === 0) lead += sumOf(page.hits, rival, orRival);
  return {
    best,
    points: at(sums, best),
    rival,
    rivalPoints,
    subject,
    lead,
    beside,
    rivalBeside,
    around: own - rivalAround,
    rivalAround,
  };
}

/** @returns whether a mark may be made at all: an everyday word needs a neighbour, or a text of its subject. */
export function isLicensed({ record }: CompiledRecord, standing: Standing): boolean {
  const { best, points, beside, rivalBeside } = standing;
  return (
    !record.candidates[best]?.frame ||
    (points >= weights.frameAlone && rivalBeside === 0) ||
    (beside > 0 && points - beside >= weights.frameNear)
  );
}

/**
 * @param standing - That of this reading on this page.
 * @param pull - Points from the other mentions of the form: for the best candidate, or against it.
 * @returns the answer. Its evidence is put together when it is asked for: few ever are.
 */
export function decide(
  compiled: CompiledRecord,
  { context, words }: Reading,
  page: PageWeighing,
  standing: Standing,
  pull: number,
): Resolution {
  const { best, points, rival, rivalPoints, subject } = standing;
  const { candidates, others, form } = compiled.record;
  const candidate = candidates[best];
  if (candidate === undefined) return { kind: 'undecided', evidence: [] };
  const { rivals, firstTopic, unlisted } = compiled;
  const lead = standing.lead + pull;
  const share = Math.max(weights.neededLeast, Math.min(1, words / weights.fullWindow));
  const needed = (weights.needed[candidate.prior + 1] ?? 0) * share;
  if (lead > 0 && points + Math.max(0, pull) >= needed && isLicensed(compiled, standing)) {
    return {
      kind: 'resolved',
      termId: candidate.termId,
      get evidence() {
        return collect(context, page.hits, [best], form, pull);
      },
    };
  }
  const rivalSlots = rival === unlisted ? [subject, unlisted] : [rival];
  if (lead <= 0 && rivalPoints >= weights.named) {
    const against = collect(context, page.hits, rivalSlots, form, pull);
    const expansion = against.find(({ where }) => where === 'anchor')?.cue;
    const name =
      rival === unlisted
        ? (expansion ?? rivals[subject - firstTopic])
        : others[rival - candidates.length]?.name;
    if (name !== undefined) return { kind: 'other', name, evidence: against };
  }
  return {
    kind: 'undecided',
    get evidence() {
      return collect(context, page.hits, [best, ...rivalSlots], form, pull);
    },
  };
}

/** One copy serves all mentions, one at a time: there are thousands, with a sum for each subject. */
let copy = new Float64Array(128);

function copyOf(sums: Float64Array): Float64Array {
  if (copy.length < sums.length) copy = new Float64Array(sums.length);
  copy.set(sums);
  return copy;
}

function at(points: Float64Array, slot: number): number {
  return points[slot] ?? 0;
}

/** Joins two lists in ascending order. */
function joinSlots(some: readonly number[], more: readonly number[]): readonly number[] {
  if (some.length === 0) return more;
  if (more.length === 0) return some;
  return [...new Set([...some, ...more])].sort((a, b) => a - b);
}

function sumOf(hits: Weighing, slot: number, orSlot: number): number {
  let sum = 0;
  for (const hit of hits) if (hit.slot === slot || hit.slot === orSlot) sum += hit.weight;
  return sum;
}

function collect(
  context: Weighing,
  page: Weighing,
  slots: readonly number[],
  form: string,
  pull: number,
): Evidence[] {
  const evidence: Evidence[] = [];
  if (pull !== 0) evidence.push({ cue: form, where: 'elsewhere', weight: pull });
  for (const hits of [context, page]) {
    for (const { slot, cue, where, weight } of hits) {
      if (slots.includes(slot)) evidence.push({ cue, where, weight });
    }
  }
  return evidence.sort((a, b) => b.weight - a.weight).slice(0, EVIDENCE_SHOWN);
}
