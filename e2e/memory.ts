/** Counts what is alive in a browser: DOM nodes and event listeners, after a clean-up. */
import type { Page } from 'puppeteer-core';
import type { Running } from './browsers.ts';
import { inFirefoxChrome } from './extension-life.ts';

export interface Alive {
  /** Chromium counts nodes, Firefox the bytes that they take. */
  readonly nodes: number;
  readonly listeners: number;
  /** Documents of the given origin that are still held; Chromium doesn't list them by address. */
  readonly documents: number;
}

/**
 * @param page through which Chromium is asked; it counts per process, not per page.
 * @param origin whose documents are looked for.
 */
export function countAlive(running: Running, page: Page, origin: string): Promise<Alive> {
  return running.name === 'chromium' ? countInChromium(page) : countInFirefox(running, origin);
}

async function countInChromium(page: Page): Promise<Alive> {
  const client = await page.createCDPSession();
  await client.send('Performance.enable');
  await client.send('HeapProfiler.collectGarbage');
  const { metrics } = await client.send('Performance.getMetrics');
  await client.detach();
  const of = (name: string) => metrics.find((each) => each.name === name)?.value ?? 0;
  return { nodes: of('Nodes'), listeners: of('JSEventListeners'), documents: 0 };
}

/** What `about:memory` tells: of all pages and of the extension's own, the browser's window aside. */
async function countInFirefox(running: Running, origin: string): Promise<Alive> {
  const counted = await inFirefoxChrome(
    running,
    `const manager = Cc['@mozilla.org/memory-reporter-manager;1'].getService(Ci.nsIMemoryReporterManager);
     Services.obs.notifyObservers(null, 'child-mmu-request');
     await new Promise((done) => manager.minimizeMemoryUsage(done));
     const sums = { nodes: 0, listeners: 0 };
     const documents = new Set();
     const origin = ${JSON.stringify(origin)}.replaceAll('/', '\\\\');
     const count = (process, path, kind, units, amount) => {
       if (!/^(?:web|extension)/i.test(process)) return;
       if (/\\/dom\\/(?:element|text)-nodes$/.test(path)) sums.nodes += amount;
       if (/^event-counts\\/.*\\/dom\\/event-listeners$/.test(path)) sums.listeners += amount;
       if (path.startsWith('event-counts/') && path.includes(origin)) documents.add(path);
     };
     await new Promise((done) => manager.getReports(count, null, done, null, false));
     return JSON.stringify({ ...sums, documents: documents.size });`,
  );
  return JSON.parse(String(counted)) as Alive;
}
