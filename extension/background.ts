/** The background: unpacks the dataset, serves facts and the card's script, keeps the badge. */
import browser from 'webextension-polyfill';
import { startCommands } from './commands.ts';
import { readCard, readLexicon, readSummaries, sensesOf, unpack } from './dataset.ts';
import { callTop, tellFrame } from './frame-calls.ts';
import { CARD_SCRIPT, COMPANION_SCRIPT, inject } from './frame-scripts.ts';
import { createListener, type Handlers } from './messages.ts';
import { isTermId } from './page-request.ts';
import { readSettings } from './settings.ts';
import { isSiteOn, siteOf } from './site-rules.ts';
import { SETTINGS_KEY } from './storage-keys.ts';

const WELCOME_PAGE = 'welcome.html';

const handlers: Handlers = {
  getLexicon: () => readLexicon(),
  getSenses: ({ forms }) => sensesOf(forms.filter((form) => typeof form === 'string')),
  async prepareCard({ termId, needsScript }, sender) {
    const [record] = await Promise.all([
      readCard(termId),
      needsScript ? injectInto(sender, CARD_SCRIPT) : undefined,
    ]);
    return record;
  },
  async loadCompanion({ needsTop }, sender) {
    const top = needsTop === true ? injectInto({ ...sender, frameId: 0 }, COMPANION_SCRIPT) : null;
    await Promise.all([injectInto(sender, COMPANION_SCRIPT), top?.catch(() => {})]);
    return null;
  },
  async loadCardScript(_request, sender) {
    await injectInto(sender, CARD_SCRIPT);
    return null;
  },
  async reportCount({ count, isFirst }, { tab, frameId = 0 }) {
    if (tab?.id === undefined || typeof count !== 'number') return null;
    // The top frame's first word comes from a new page: what the old one's frames said is over.
    if (frameId === 0 && isFirst) counts.delete(tab.id);
    await showCount(tab.id, frameId, count, siteOf(tab.url ?? ''));
    return null;
  },
  getSite: (_request, { tab }) => (tab?.url === undefined ? null : (siteOf(tab.url) ?? null)),
  callTop,
  tellFrame,
  getSummaries: () => readSummaries(),
  async openExplore({ termId }) {
    if (!isTermId(termId)) return null;
    await browser.tabs.create({ url: browser.runtime.getURL(`explore.html#${termId}`) });
    return null;
  },
};

type Sender = Parameters<Handlers['prepareCard']>[1];

async function injectInto({ tab, frameId = 0 }: Sender, file: string): Promise<void> {
  if (tab?.id !== undefined) await inject(file, { tabId: tab.id, frameIds: [frameId] });
}

/** Counts by tab and frame; lost when the background sleeps, and told again by the pages. */
const counts = new Map<number, Map<number, number>>();

async function showCount(
  tabId: number,
  frameId: number,
  count: number,
  site: string | undefined,
): Promise<void> {
  const frames = counts.get(tabId) ?? new Map<number, number>();
  frames.set(frameId, count);
  counts.set(tabId, frames);
  const stored = await browser.storage.local.get(SETTINGS_KEY);
  const total = [...frames.values()].reduce((sum, each) => sum + each, 0);
  const settings = readSettings(stored[SETTINGS_KEY]);
  const isOff = site !== undefined && !isSiteOn(site, settings);
  const text = isOff ? 'off' : total > 99 ? '99+' : total > 0 ? String(total) : '';
  await browser.action.setBadgeText({ tabId, text: settings.hasBadge || isOff ? text : '' });
}

/** Starts everything; called at the top level, so that a woken background hears what woke it. */
export function startBackground(): void {
  browser.runtime.onMessage.addListener(
    createListener(handlers, browser.runtime.id) as Parameters<
      typeof browser.runtime.onMessage.addListener
    >[0],
  );
  startCommands((tabId) =>
    [...(counts.get(tabId) ?? [])].flatMap(([id, n]) => (n > 0 ? [id] : [])),
  );
  browser.tabs.onRemoved.addListener((tabId) => counts.delete(tabId));
  void browser.action.setBadgeBackgroundColor({ color: '#6f6b64' });
  const { version } = browser.runtime.getManifest();
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void unpack(version, { isForced: true });
    if (reason === 'update' || reason === 'install') void enterOpenTabs();
    if (reason === 'install') void browser.tabs.create({ url: WELCOME_PAGE });
  });
  browser.runtime.onStartup.addListener(() => void unpack(version));
}

/** Pages that were open before: Firefox reaches them by itself, Chromium doesn't. */
async function enterOpenTabs(): Promise<void> {
  if (import.meta.env.FIREFOX) return;
  const { content_scripts: scripts } = browser.runtime.getManifest();
  const [{ js = [], css = [] } = {}] = scripts ?? [];
  for (const tab of await browser.tabs.query({ url: ['http://*/*', 'https://*/*'] })) {
    if (tab.id === undefined || tab.discarded) continue;
    const target = { tabId: tab.id, allFrames: true };
    await browser.scripting.insertCSS({ target, files: css }).catch(() => {});
    await browser.scripting.executeScript({ target, files: js }).catch(() => {});
  }
}
