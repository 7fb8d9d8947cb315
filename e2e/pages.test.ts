import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { describeInBrowsers, pause } from './each-browser.ts';
import { moveOnto } from './hover.ts';
import { readMarks } from './marks.ts';

/** Saved pages of the web, kept beside the project; without them there is nothing to test here. */
const FOLDER = path.resolve(fileURLToPath(new URL('../../shared/pages', import.meta.url)));
const files = existsSync(FOLDER)
  ? readdirSync(FOLDER).filter((name) => name.endsWith('.html'))
  : [];

/** A sentence with terms, so that every page has marks to hover. */
const SENTENCE = '<p id="gl-probe">Trainium, Inferentia and ChatGPT are terms.</p>';
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

describe.skipIf(files.length === 0)('saved pages of the web', () => {
  if (files.length === 0) {
    test('skipped: the folder of saved pages is not there', () => {});
    return;
  }
  describeInBrowsers('each page', (context) => {
    const html = (page: Page) => page.evaluate(() => document.documentElement.outerHTML);

    test.each(files)('%s: scanned, hovered, changed, left, and as it was', async (file) => {
      const source = readFileSync(path.join(FOLDER, file), 'utf8');
      const url = context.server.serve(`/${file}`, source, { 'content-security-policy': POLICY });
      const page = await context.running.browser.newPage();
      const faults: string[] = [];
      page.on('pageerror', (error) => {
        if (!/Content-Security-Policy|^Error: Security Error/u.test(String(error)))
          faults.push(String(error));
      });
      await page.goto(url, { waitUntil: 'domcontentloaded' });
      const isShown = await page.evaluate((probe) => {
        document.body.insertAdjacentHTML('afterbegin', probe);
        return document
          .querySelector('#gl-probe')
          ?.checkVisibility({ opacityProperty: true, visibilityProperty: true });
      }, SENTENCE);
      const before = await html(page);
      const end = Date.now() + 6000;
      let marks = await readMarks(page);
      while (isShown && marks.length < 3 && Date.now() < end) {
        await pause(60);
        marks = await readMarks(page);
      }
      // Some pages show nothing without their scripts.
      if (isShown) expect(marks.length).toBeGreaterThanOrEqual(3);
      for (const mark of marks.slice(0, 3)) {
        await moveOnto(page, mark);
        await pause(420);
      }
      await page.keyboard.press('Escape');
      await page.mouse.move(2, 790);
      await pause(500);
      expect(await html(page)).toBe(before);
      await page.evaluate(() => {
        document.querySelector('#gl-probe')?.replaceChildren('OpenAI');
        document.body.append(document.createElement('p'));
        document.body.lastElementChild?.remove();
      });
      await pause(250);
      await page.goto('about:blank');
      expect(faults).toEqual([]);
      await page.close();
    });

    test('ten visits leave no more nodes and listeners than one', async () => {
      if (context.running.name === 'firefox') return;
      const page = await context.running.browser.newPage();
      const client = await page.createCDPSession();
      await client.send('Performance.enable');
      const count = async () => {
        await client.send('HeapProfiler.collectGarbage');
        const { metrics } = await client.send('Performance.getMetrics');
        const of = (name: string) => metrics.find((each) => each.name === name)?.value ?? 0;
        return { nodes: of('Nodes'), listeners: of('JSEventListeners') };
      };
      const url = context.server.serve('/visits', `<!doctype html><title>x</title>${SENTENCE}`);
      const visit = async () => {
        await page.goto(url);
        await pause(350);
        const [mark] = await readMarks(page);
        await moveOnto(page, mark);
        await pause(500);
        await page.mouse.move(700, 700);
        await page.goto('about:blank');
      };
      await visit();
      await visit();
      const first = await count();
      for (let round = 0; round < 10; round++) await visit();
      const last = await count();
      expect(last.nodes).toBeLessThanOrEqual(first.nodes + 20);
      expect(last.listeners).toBeLessThanOrEqual(first.listeners + 5);
      await page.close();
    });
  });
});
