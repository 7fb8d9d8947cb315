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

/**
 * @returns an element's shadow root, a closed one too; null where it has none.
 */
export function shadowRootOf(element: Element): ShadowRoot | null {
  try {
    if (import.meta.env.FIREFOX) {
      return (element as unknown as ShadowHolder).openOrClosedShadowRoot ?? null;
    }
    return chromiumDom()?.openOrClosedShadowRoot(element) ?? element.shadowRoot;
  } catch {
    // Not an HTML element, or the extension is gone.
    return null;
  }
}

interface ShadowHolder {
  readonly openOrClosedShadowRoot?: ShadowRoot | null;
}

const chromiumDom = () =>
  (
    globalThis as unknown as {
      chrome?: { dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } };
    }
  ).chrome?.dom;

/** @returns false in a page whose extension was updated, disabled or removed under it. */
export function isConnected(): boolean {
  try {
    return native.runtime?.id !== undefined;
  } catch {
    return false;
  }
}
