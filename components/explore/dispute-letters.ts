import type { DatedFigure } from '../../glossary/timeline.ts';

/** A letter for each thing that sources differ on, in the order in which the figures come. */
export function disputeLetters(figures: readonly DatedFigure[]): ReadonlyMap<string, string> {
  const letters = new Map<string, string>();
  for (const { dispute } of figures) {
    if (dispute === undefined || letters.has(dispute)) continue;
    letters.set(dispute, letterAt(letters.size));
  }
  return letters;
}

/** A, B, …, Z, A1, B1, … */
function letterAt(index: number): string {
  const round = Math.floor(index / 26);
  return `${String.fromCharCode(65 + (index % 26))}${round === 0 ? '' : round}`;
}
