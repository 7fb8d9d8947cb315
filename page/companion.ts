/**
 * The scanner's companion: what a page needs only once a term was found in it. It comes as a script of
 * its own, so that the many frames without a term never load it.
 */
import type { resolvePage } from '../glossary/resolve-page.ts';
import type { createCardController } from './card-controller.ts';
import type { createTermTour } from './term-tour.ts';

export interface Companion {
  readonly resolvePage: typeof resolvePage;
  readonly createCardController: typeof createCardController;
  readonly createTermTour: typeof createTermTour;
}

/** Where the script leaves itself in the extension's world. */
const KEY = 'glosslightCompanion';

export function offerCompanion(companion: Companion): void {
  (globalThis as Record<string, unknown>)[KEY] = companion;
}

export function takeCompanion(): Companion | undefined {
  return (globalThis as Record<string, unknown>)[KEY] as Companion | undefined;
}
