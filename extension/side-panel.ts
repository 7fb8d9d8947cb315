/** Opens the panel beside the page: Chromium calls it side panel, Firefox sidebar. */
import browser from 'webextension-polyfill';

/** The part of Chromium's API that the polyfill doesn't know. */
interface SidePanelApi {
  open(options: { readonly windowId: number }): Promise<void>;
}

/**
 * Must be called while the browser still handles a press of the reader's: both browsers refuse
 * otherwise, and Firefox already after one `await`.
 * @param windowId of the window to open it in; Firefox takes the current one by itself.
 */
export function openSidePanel(windowId: number): Promise<void> {
  if (import.meta.env.FIREFOX) return browser.sidebarAction.open();
  const { sidePanel } = (globalThis as unknown as { chrome: { sidePanel: SidePanelApi } }).chrome;
  return sidePanel.open({ windowId });
}
