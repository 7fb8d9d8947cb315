/**
 * The extension API as a page's script sees it, without the polyfill: nine kilobytes that every
 * frame would load for promises that Manifest V3 gives anyway.
 */
import type { Browser } from 'webextension-polyfill';

type ContentApi = Pick<Browser, 'runtime' | 'storage'>;

/** `browser` where there is one, else `chrome`; both return promises in Manifest V3. */
export const native: ContentApi =
  (globalThis as unknown as { browser?: ContentApi; chrome: ContentApi }).browser ??
  (globalThis as unknown as { chrome: ContentApi }).chrome;

/** @returns false in a page whose extension was updated, disabled or removed under it. */
export function isConnected(): boolean {
  try {
    return native.runtime?.id !== undefined;
  } catch {
    return false;
  }
}
