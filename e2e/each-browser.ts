/** Runs the same tests in every browser that is there, each with its own fresh profile. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe } from 'vitest';
import { type LaunchOptions, launch, type Running } from './browsers.ts';
import { type BrowserName, findBrowser } from './find-browser.ts';
import { type PageServer, startServer } from './server.ts';

export interface BrowserTest {
  readonly running: Running;
  readonly server: PageServer;
  /** Opens a page; what it logs and throws is collected in `faults`. Closed after the test. */
  open(url: string): Promise<Page>;
  readonly faults: string[];
}

const ALL: readonly BrowserName[] = ['chromium', 'firefox'];

/** @returns the browsers that are there, or those that `E2E_BROWSERS` names. */
export function wantedBrowsers(): readonly BrowserName[] {
  const named = process.env.E2E_BROWSERS?.split(',').filter((name) => name !== '');
  return ALL.filter((name) => (named ? named.includes(name) : findBrowser(name) !== undefined));
}

/**
 * @param title of the suite; the browser's name is added.
 * @param define gets the running browser through an object that is filled before the first test.
 */
export function describeInBrowsers(
  title: string,
  define: (test: BrowserTest) => void,
  options: LaunchOptions = {},
): void {
  const names = wantedBrowsers();
  describe.skipIf(names.length === 0)(title, () => {
    describe.each(names)('%s', (name) => {
      const pages: Page[] = [];
      const faults: string[] = [];
      const context: { running?: Running; server?: PageServer } = {};

      beforeAll(async () => {
        context.server = await startServer();
        context.running = await launch(name, options);
      });
      beforeEach(async ({ task }) => {
        if (!task.result?.retryCount) return;
        // A second try begins as the first did: with nothing stored, in a browser that works.
        const before = context.running;
        context.running = await launch(name, options);
        before?.close().catch(() => undefined);
      });
      afterEach(async () => {
        await Promise.all(pages.splice(0).map((page) => page.close().catch(() => undefined)));
        faults.length = 0;
      });
      afterAll(async () => {
        await context.running?.close();
        await context.server?.close();
      });

      define({
        get running() {
          return context.running as Running;
        },
        get server() {
          return context.server as PageServer;
        },
        faults,
        async open(url) {
          const page = await (context.running as Running).browser.newPage();
          pages.push(page);
          page.on('pageerror', (error) => faults.push(String(error)));
          page.on('console', (message) => {
            if (message.type() === 'error') faults.push(message.text());
          });
          await page.goto(url);
          return page;
        },
      });
    });
  });
}

export { pause } from './patience.ts';
