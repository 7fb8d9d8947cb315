/** Tabs as the extension knows them. */
import type { Page } from 'puppeteer-core';
import type { Browser as BrowserApi } from 'webextension-polyfill';
import { openExtensionPage, type Running } from './browsers.ts';

interface Scope {
  readonly browser?: BrowserApi;
  readonly chrome: BrowserApi;
}

/** @returns the number under which the extension knows a page's tab. */
export async function tabIdOf(running: Running, page: Page): Promise<number> {
  const asker = await openExtensionPage(running, 'popup.html?tab=0');
  const id = await asker.evaluate(async (url) => {
    const scope = globalThis as unknown as Scope;
    const tabs = await (scope.browser ?? scope.chrome).tabs.query({});
    return tabs.findLast((tab) => tab.url === url)?.id;
  }, page.url());
  await asker.close();
  if (id === undefined) throw new Error(`no tab shows ${page.url()}`);
  return id;
}

/** Opens the popup as a tab, pointed at a page: the same document that the toolbar opens. */
export async function openPopupFor(running: Running, page: Page): Promise<Page> {
  return openExtensionPage(running, `popup.html?tab=${await tabIdOf(running, page)}`);
}

/** @returns what the toolbar button shows for a tab. */
export async function badgeOf(running: Running, tabId: number): Promise<string> {
  const asker = await openExtensionPage(running, 'popup.html?tab=0');
  const text = await asker.evaluate((id) => {
    const scope = globalThis as unknown as Scope;
    return (scope.browser ?? scope.chrome).action.getBadgeText({ tabId: id });
  }, tabId);
  await asker.close();
  return text;
}

/** Changes settings from a page of the extension, as the options page does. */
export async function changeSettings(
  extensionPage: Page,
  change: Readonly<Record<string, unknown>>,
): Promise<void> {
  await extensionPage.evaluate(async (fields) => {
    const scope = globalThis as unknown as Scope;
    const { local } = (scope.browser ?? scope.chrome).storage;
    const { settings = {} } = await local.get('settings');
    await local.set({ settings: { ...(settings as object), ...fields } });
  }, change);
}
