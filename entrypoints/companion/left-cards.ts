import { shadowRootOf } from '../../extension/native.ts';

/** A page that has been open for less, in ms, has hardly seen a dialog with a card in it. */
const YOUNG_MS = 2000;

/** To search a page takes half a millisecond in a fresh frame, and cards stand behind the body. */
function mayHoldLeftCard(): boolean {
  return performance.now() > YOUNG_MS || document.body?.nextElementSibling !== null;
}

/**
 * Removes the card of a script whose world has died with its extension: it could not clean up. The
 * companion comes where one is, since a card names a term.
 */
export function removeLeftCards(): void {
  if (!mayHoldLeftCard()) return;
  for (const host of document.querySelectorAll('div[popover="manual"][data-theme]')) {
    if (shadowRootOf(host)?.querySelector('.gl-card')) host.remove();
  }
}
