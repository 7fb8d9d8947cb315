/** The popup's line to the page in the active tab: reports of all its frames, and requests to them. */
import browser, { type Runtime } from 'webextension-polyfill';
import { COMPANION_SCRIPT, inject } from './frame-scripts.ts';
import { PAGE_PORT, type PageReport, type PageRequest } from './messages.ts';
import { siteOf } from './site-rules.ts';

export interface ActivePage {
  readonly tabId: number;
  /** Undefined for pages that no extension may read. */
  readonly site: string | undefined;
}

/** @returns the page that the popup was opened over. */
export async function findActivePage(): Promise<ActivePage | undefined> {
  // A popup opened as a tab, as tests do, names its page itself.
  const named = new URLSearchParams(location.search).get('tab');
  const tab =
    named === null
      ? (await browser.tabs.query({ active: true, currentWindow: true }))[0]
      : await browser.tabs.get(Number(named));
  if (tab?.id === undefined) return undefined;
  return { tabId: tab.id, site: tab.url === undefined ? undefined : siteOf(tab.url) };
}

export interface PageLink {
  ask(request: PageRequest): void;
  close(): void;
}

/**
 * @param onReports gets the newest report of every frame, the top one first.
 * @param onSilence is called when no frame is listening.
 */
export function connectToPage(
  tabId: number,
  onReports: (reports: readonly PageReport[]) => void,
  onSilence: () => void,
): PageLink {
  const reports = new Map<string, PageReport>();
  let port: Runtime.Port | undefined;
  let isClosed = false;

  function connect(): void {
    if (isClosed) return;
    port = browser.tabs.connect(tabId, { name: PAGE_PORT });
    port.onMessage.addListener((message) => {
      const report = message as PageReport;
      reports.set(report.frame, report);
      onReports([...reports.values()].sort((a, b) => Number(b.isTop) - Number(a.isTop)));
    });
    port.onDisconnect.addListener(onSilence);
  }

  // Frames without a term have nobody yet who could answer.
  const target = { tabId, allFrames: true };
  inject(COMPANION_SCRIPT, target).then(connect, connect);
  return {
    ask: (request) => port?.postMessage(request),
    close() {
      isClosed = true;
      port?.disconnect();
    },
  };
}
