/** Tabs as the extension knows them. */
import type { Page } from 'puppeteer-core';
import type { Browser as BrowserApi } from 'webextension-polyfill';
import { openExtensionPage, type Running } from './browsers.ts';
import { inFirefoxChrome } from './extension-life.ts';

interface Scope {
  readonly browser?: BrowserApi;
  readonly chrome: BrowserApi;
}

/** @returns the number under which the extension knows a page's tab. */
export async function tabIdOf(running: Running, page: Page): Promise<number> {
  const id =
    running.name === 'firefox'
      ? await firefoxTabId(running, page.url())
      : await chromiumTabId(running, page.url());
  if (typeof id !== 'number') throw new Error(`no tab shows ${page.url()}`);
  return id;
}

async function chromiumTabId(running: Running, address: string): Promise<number | undefined> {
  const asker = await openExtensionPage(running, 'popup.html?tab=0');
  const id = await asker.evaluate(async (url) => {
    const scope = globalThis as unknown as Scope;
    const tabs = await (scope.browser ?? scope.chrome).tabs.query({});
    return tabs.findLast((tab) => tab.url === url)?.id;
  }, address);
  await asker.close();
  return id;
}

/** The browser itself knows it too, and is asked much faster than by way of a page. */
function firefoxTabId(running: Running, url: string): Promise<unknown> {
  return inFirefoxChrome(
    running,
    `const { WebExtensionPolicy } = Cu.getGlobalForObject(Services);
     const { extension } = WebExtensionPolicy.getByID('glosslight@glosslight.example');
     const { tabTracker } = extension.apiManager.global;
     const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');
     const tab = gBrowser.tabs.findLast((each) => each.linkedBrowser.currentURI.spec === ${JSON.stringify(url)});
     return tab && tabTracker.getId(tab);`,
  );
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

/** Zooms a page as the reader does. The browser keeps it for the site: put it back afterwards. */
export async function zoomTo(running: Running, page: Page, zoom: number): Promise<void> {
  const id = await tabIdOf(running, page);
  const before = await page.evaluate(() => innerWidth);
  const asker = await openExtensionPage(running, 'popup.html?tab=0');
  const was = await asker.evaluate(
    async (tab, to) => {
      const scope = globalThis as unknown as Scope;
      const { tabs } = scope.browser ?? scope.chrome;
      const old = await tabs.getZoom(tab);
      await tabs.setZoom(tab, to);
      return old;
    },
    id,
    zoom,
  );
  await asker.close();
  await page.bringToFront();
  if (Math.abs(was - zoom) < 0.01) return;
  await page.waitForFunction((width) => innerWidth !== width, { polling: 50 }, before);
}

/** Changes settings from a page of the extension, as the options page does. */
export async function changeSettings(
  running: Running,
  change: Readonly<Record<string, unknown>>,
): Promise<void> {
  const asker = await openExtensionPage(running, 'popup.html?tab=0');
  await asker.evaluate(async (fields) => {
    const scope = globalThis as unknown as Scope;
    const { local } = (scope.browser ?? scope.chrome).storage;
    const { settings = {} } = await local.get('settings');
    await local.set({ settings: { ...(settings as object), ...fields } });
  }, change);
  await asker.close();
}
