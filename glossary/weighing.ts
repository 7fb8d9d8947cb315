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

export function count(
  hits: Hit[],
  slot: number,
  cue: string,
  where: Evidence['where'],
  weight: number,
): void {
  hits.push({ slot, cue, where, weight });
}

/** Adds the points of hits to sums by slot. */
export function addUp(hits: Weighing, sums: number[]): number[] {
  for (const { slot, weight } of hits) sums[slot] = (sums[slot] ?? 0) + weight;
  return sums;
}
