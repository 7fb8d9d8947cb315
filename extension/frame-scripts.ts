/** The scripts that are put into frames when they are wanted there. */
import browser from 'webextension-polyfill';

export const CARD_SCRIPT = 'card.js';
/** Doing it again does no harm: a companion that has joined stays the only one. */
export const COMPANION_SCRIPT = 'companion.js';

type Target = Parameters<typeof browser.scripting.executeScript>[0]['target'];

/** @returns ids of the frames. Rejects where one is gone or is none that an extension may enter. */
export async function inject(file: string, target: Target): Promise<readonly number[]> {
  const entered = await browser.scripting.executeScript({
    target,
    files: [file],
    injectImmediately: true,
  });
  return entered.map(({ frameId }) => frameId);
}
