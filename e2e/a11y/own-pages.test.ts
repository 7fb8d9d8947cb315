import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { openExtensionPage } from '../browsers.ts';
import { describeInBrowsers, pause } from '../each-browser.ts';
import { openPopupFor } from '../extension-tabs.ts';
import { waitForMarks } from '../marks.ts';
import { htmlPage } from '../server.ts';

const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** Serious faults that axe finds: rule, and the first element that has it. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = window as never as {
      axe: {
        run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>;
      };
    };
    const { violations } = await axe.run();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`);
  });
}

describeInBrowsers('the extension’s own pages', (context) => {
  test('A10, A30 the popup over a page with terms', async () => {
    const page = await context.open(
      context.server.serve('/axe', htmlPage('<p>Trainium, Inferentia and ChatGPT.</p>')),
    );
    await waitForMarks(page);
    const popup = await openPopupFor(context.running, page);
    await popup.waitForFunction(() => document.body.textContent?.includes('Inferentia'));
    await pause(300);
    expect(await faultsOf(popup)).toEqual([]);
    // Name, meaning and number of each term are in the name of its button.
    const names = await popup.$$eval('ul button', (all) =>
      all.map((each) => each.textContent ?? ''),
    );
    expect(names.length).toBe(3);
    for (const name of names) expect(name).toMatch(/\w+.*,.*,.*\d/su);
    await popup.close();
  });

  test.each(['options.html', 'welcome.html', 'explore.html', 'sidepanel.html'])(
    'A30 %s has no serious fault and its headings are in order',
    async (file) => {
      const page = await openExtensionPage(context.running, file);
      await pause(1200);
      expect(await faultsOf(page)).toEqual([]);
      const levels = await page.$$eval('h1,h2,h3,h4', (all) =>
        all.filter((each) => each.checkVisibility()).map((each) => Number(each.localName[1])),
      );
      levels.forEach((level, at) => {
        expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1);
      });
      await page.close();
    },
  );
});
