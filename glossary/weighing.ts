/**
 * Points found for the readings of a form, each with its reason.
 */
import type { Evidence } from './sense-record.ts';

/** Evidence for one reading. */
export interface Hit extends Evidence {
  /** The reading's number; see `CompiledRecord`. */
  readonly slot: number;
}

/** What one place (a context, a title, the terms of the page) says. */
export type Weighing = readonly Hit[];

/** What a mention's context says. */
export interface Reading {
  readonly context: Weighing;
  /** Slots of foreign subjects that something speaks for, ascending. */
  readonly subjects: readonly number[];
  /** Number of words in the context; 0 where no more than the neighbours was looked at. */
  readonly words: number;
  readonly isClose: boolean;
}

/** What the page says for all mentions of a form, added up by slot. */
export interface PageWeighing {
  readonly hits: Weighing;
  readonly sums: Float64Array;
  /** As in `Reading`. */
  readonly subjects: readonly number[];
}

/** Where the slots of subjects begin and end. */
interface Slots {
  readonly firstTopic: number;
  readonly unlisted: number;
}

export function count(
  hits: Hit[],
  slot: number,
  cue: string,
  where: Evidence['where'],
  weight: number,
): void {
  hits.push({ slot, cue, where, weight });
}

export function weighingOfPage(hits: Weighing, slots: Slots): PageWeighing {
  const sums = addUp(hits, new Float64Array(slots.unlisted + 1));
  return { hits, sums, subjects: subjectsOf(hits, slots) };
}

/** @returns the slots of foreign subjects among these hits, ascending. */
export function subjectsOf(hits: Weighing, { firstTopic, unlisted }: Slots): readonly number[] {
  let found: number[] | undefined;
  for (const { slot } of hits) {
    if (slot < firstTopic || slot >= unlisted) continue;
    if (found === undefined) found = [slot];
    else if (!found.includes(slot)) found.push(slot);
  }
  if (found === undefined) return NONE;
  return found.length > 1 ? found.sort((a, b) => a - b) : found;
}

const NONE: readonly number[] = [];

/** Adds the points of hits to sums by slot. */
export function addUp(hits: Weighing, sums: Float64Array): Float64Array {
  for (const { slot, weight } of hits) sums[slot] = (sums[slot] ?? 0) + weight;
  return sums;
}
