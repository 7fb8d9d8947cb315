/**
 * Judges one mention: sums what was found for each reading and lets the readings compete.
 */
import type { CompiledRecord } from './compiled-record.ts';
import type { Evidence, Resolution } from './sense-record.ts';
import { WEIGHTS } from './sense-weights.ts';
import { addUp, type Weighing } from './weighing.ts';

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
 * @param context - What the mention's context says.
 * @param page - What the page says for all mentions of the form.
 */
export function stand(compiled: CompiledRecord, context: Weighing, page: Weighing): Standing {
  const { firstTopic, unlisted } = compiled;
  const { candidates } = compiled.record;
  const sums = addUp(context, addUp(page, new Array(unlisted + 1).fill(0)));
  let best = 0;
  let bestTotal = Number.NEGATIVE_INFINITY;
  candidates.forEach(({ prior }, slot) => {
    const total = at(sums, slot) + prior * WEIGHTS.prior;
    if (total > bestTotal) [best, bestTotal] = [slot, total];
  });
  let rival = strongestSlot(sums, candidates.length, firstTopic);
  let rivalPoints = at(sums, rival);
  // The reading that nobody listed: a foreign subject, a surname, another full form.
  const subject = strongestSlot(sums, firstTopic, unlisted);
  let unnamed = at(sums, unlisted) + at(sums, subject);
  for (let slot = firstTopic; slot < unlisted; slot++) {
    if (slot !== subject) unnamed += at(sums, slot) * WEIGHTS.foreignRest;
  }
  if (unnamed > rivalPoints) [rival, rivalPoints] = [unlisted, unnamed];
  const beside = sumBeside(context, best);
  const rivalBeside = sumBeside(context, rival);
  // What stands beside a mention outweighs what the page is about.
  let lead = bestTotal - rivalPoints;
  if (beside >= WEIGHTS.precedes && rivalBeside === 0)
    lead += sumOf(page, rival, rival === unlisted ? subject : rival);
  const rivalAround = sumOf(context, rival, rival === unlisted ? subject : rival);
  const around = sumOf(context, best, best) - rivalAround;
  return {
    best,
    points: at(sums, best),
    rival,
    rivalPoints,
    subject,
    lead,
    beside,
    rivalBeside,
    around,
    rivalAround,
  };
}

/**
 * @param hits - All that was weighed for the mention.
 * @param words - Number of words in the mention's context.
 * @param pull - Points from the other mentions of the form: for the best candidate, or against it.
 */
export function decide(
  compiled: CompiledRecord,
  hits: Weighing,
  standing: Standing,
  words: number,
  pull: number,
): Resolution {
  const { best, points, rival, rivalPoints, subject, beside } = standing;
  const { candidates, others, form } = compiled.record;
  const candidate = candidates[best];
  if (candidate === undefined) return { kind: 'undecided', evidence: [] };
  const { rivals, firstTopic, unlisted } = compiled;
  const lead = standing.lead + pull;
  const share = Math.max(WEIGHTS.neededLeast, Math.min(1, words / WEIGHTS.fullWindow));
  const needed = (WEIGHTS.needed[candidate.prior + 1] ?? 0) * share;
  const isLicensed = !candidate.frame || (beside > 0 && points - beside >= WEIGHTS.frameNear);
  const evidence = (...slots: number[]) => collect(hits, slots, form, pull);
  if (lead > 0 && points + Math.max(0, pull) >= needed && isLicensed) {
    return { kind: 'resolved', termId: candidate.termId, evidence: evidence(best) };
  }
  const rivalSlots = rival === unlisted ? [subject, unlisted] : [rival];
  if (lead <= 0 && rivalPoints >= WEIGHTS.named) {
    const against = evidence(...rivalSlots);
    const expansion = against.find(({ where }) => where === 'anchor')?.cue;
    const name =
      rival === unlisted
        ? (expansion ?? rivals[subject - firstTopic])
        : others[rival - candidates.length]?.name;
    if (name !== undefined) return { kind: 'other', name, evidence: against };
  }
  return { kind: 'undecided', evidence: evidence(best, ...rivalSlots) };
}

function at(points: readonly number[], slot: number): number {
  return points[slot] ?? 0;
}

function strongestSlot(sums: readonly number[], from: number, to: number): number {
  let strongest = from;
  for (let slot = from; slot < to; slot++) {
    if (at(sums, slot) > at(sums, strongest)) strongest = slot;
  }
  return to > from ? strongest : -1;
}

function sumOf(hits: Weighing, slot: number, orSlot: number): number {
  let sum = 0;
  for (const hit of hits) if (hit.slot === slot || hit.slot === orSlot) sum += hit.weight;
  return sum;
}

function sumBeside(hits: Weighing, wanted: number): number {
  let sum = 0;
  for (const { slot, where, weight } of hits) {
    if (slot === wanted && (where === 'before' || where === 'after')) sum += weight;
  }
  return sum;
}

function collect(hits: Weighing, slots: readonly number[], form: string, pull: number): Evidence[] {
  const evidence: Evidence[] = [];
  if (pull !== 0) evidence.push({ cue: form, where: 'elsewhere', weight: pull });
  for (const { slot, cue, where, weight } of hits) {
    if (slots.includes(slot)) evidence.push({ cue, where, weight });
  }
  return evidence.sort((a, b) => b.weight - a.weight).slice(0, EVIDENCE_SHOWN);
}
