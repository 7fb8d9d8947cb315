import type { Runtime } from 'webextension-polyfill';
import { ask } from '../../extension/content-data.ts';
import { type Hindrance, PAGE_PORT, type PageReport } from '../../extension/messages.ts';
import { native } from '../../extension/native.ts';
import { readPageRequest } from '../../extension/page-request.ts';
import type { PageSummary } from '../../page/page-summary.ts';
import type { PageDay } from './page-day.ts';
import type { Session } from './session.ts';

/** Reports wait for each other: a page that changes all the time must not flood the popup, in ms. */
const REPORT_MS = 150;

const NOTHING: PageSummary = { terms: [], unmarked: [], isScanning: false, isOnDemand: false };

/** Answers the popup, and keeps it and the badge up to date. */
export function servePopup(
  current: () => Session | undefined,
  pageDay: PageDay,
  hindrance: () => Hindrance | null,
  signal: AbortSignal,
) {
  const frame = crypto.randomUUID?.() ?? String(Math.random());
  const ports = new Set<Runtime.Port>();
  let lastCount = 0;
  let isFirst = true;
  let timer = 0;

  function compose(): PageReport {
    const session = current();
    const summary = session?.summary() ?? NOTHING;
    const isTop = window.top === window;
    const known = isTop ? pageDay.known() : undefined;
    const pageDate = known?.date ?? null;
    const isDateSet = known?.origin === 'reader';
    const isOn = session !== undefined;
    return { frame, isTop, isOn, pageDate, isDateSet, hindrance: hindrance(), ...summary };
  }

  function send(): void {
    timer = 0;
    if (signal.aborted) return;
    if (ports.size > 0) {
      const report = compose();
      for (const port of ports) port.postMessage(report);
    }
    const session = current();
    const count = session === undefined ? 0 : session.count();
    if (count === undefined || count === lastCount) return;
    lastCount = count;
    ask('reportCount', { count: lastCount, isFirst }).catch(() => {});
    isFirst = false;
  }

  function report(): void {
    if (timer === 0) timer = window.setTimeout(send, REPORT_MS);
  }

  const onConnect = (port: Runtime.Port) => {
    // Only the extension's own pages: nothing else may ask what is on a page.
    if (port.name !== PAGE_PORT || port.sender?.id !== native.runtime.id) return;
    ports.add(port);
    port.onDisconnect.addListener(() => ports.delete(port));
    port.onMessage.addListener((message: unknown) => {
      const request = readPageRequest(message);
      if (request === undefined) return;
      if (request.kind === 'openTerm') current()?.openTerm(request.termId);
      if (request.kind === 'setDate') {
        pageDay.set(request.date);
        report();
      }
      if (request.kind === 'read') {
        current()?.readNow();
        port.postMessage(compose());
      }
    });
    port.postMessage(compose());
    // The popup tells what has changed since the page was written: now its day is wanted.
    if (window.top === window) pageDay.read().then(report, () => {});
  };
  native.runtime.onConnect.addListener(onConnect);
  signal.addEventListener('abort', () => {
    try {
      native.runtime.onConnect.removeListener(onConnect);
    } catch {
      // The extension is gone, and its listeners with it.
    }
  });

  return { report };
}
