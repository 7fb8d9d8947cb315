import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { findBarriers } from './axe.ts';
import { openExtensionPage } from './browsers.ts';
import { waitForCard } from './card.ts';
import { describeInBrowsers } from './each-browser.ts';
import { waitForMarks } from './marks.ts';
import { PATIENCE } from './patience.ts';
import { htmlPage } from './server.ts';

/** A tab that isn't in front draws no frames to wait for. */
const BEHIND = { polling: 100, timeout: PATIENCE };

/** The panel as a tab of its own: it follows the tabs of its window wherever it stands. */
describeInBrowsers('side panel', (context) => {
  const article = (path: string, body: string) =>
    context.open(context.server.serve(path, htmlPage(body)));
  const listed = (panel: Page, ...labels: string[]) =>
    panel.waitForFunction(
      (wanted) => {
        const text = document.querySelector('.gl-main')?.textContent ?? '';
        return (wanted as string[]).every((label) => text.includes(label));
      },
      BEHIND,
      labels,
    );

  test('lists the terms of the page that is in front, and follows the tabs', async () => {
    const first = await article('/first', '<p>Trainium and Inferentia.</p>');
    await waitForMarks(first);
    const panel = await openExtensionPage(context.running, 'sidepanel.html');
    await first.bringToFront();
    await listed(panel, 'Trainium', 'Inferentia');
    const second = await article('/second', '<p>Nothing but ChatGPT.</p>');
    await second.bringToFront();
    await listed(panel, 'ChatGPT');
    expect(await panel.$eval('.gl-main', (main) => main.textContent)).not.toContain('Trainium');
    await panel.close();
  });

  test('shows a chosen term’s full page, and leads to it in the text and back', async () => {
    const page = await article(
      '/long',
      `<p>First words.</p><div style="height:3000px"></div><p>Here is Trainium.</p>`,
    );
    const panel = await openExtensionPage(context.running, 'sidepanel.html');
    await page.bringToFront();
    await listed(panel, 'Trainium');
    await panel.$$eval('.gl-main button', (rows) =>
      rows.find((row) => row.textContent?.includes('Trainium'))?.click(),
    );
    await panel.waitForFunction(
      () => document.querySelector('main h1')?.textContent === 'Trainium',
      BEHIND,
    );
    expect(await panel.$$eval('.gl-facts .gl-claim', (all) => all.length)).toBeGreaterThan(3);
    await panel.$$eval('.gl-side-bar button', (all) =>
      all.find((each) => each.textContent === 'Show in the text')?.click(),
    );
    expect((await waitForCard(context.running, page)).label).toBe('Trainium');
    await panel.$$eval('.gl-side-bar button', (all) =>
      all.find((each) => each.textContent === 'This page')?.click(),
    );
    await listed(panel, 'Trainium');
    await panel.close();
  });

  test('holds up no one, as a list and as a term', async () => {
    const page = await article('/axe', '<p>Trainium and Inferentia.</p>');
    const panel = await openExtensionPage(context.running, 'sidepanel.html');
    await panel.setViewport({ width: 380, height: 800 });
    await page.bringToFront();
    await listed(panel, 'Trainium');
    await panel.bringToFront();
    for (const hash of ['', 'anthropic']) {
      await panel.evaluate((to) => {
        location.hash = to as string;
      }, hash);
      await panel.waitForSelector(hash === '' ? '.gl-popup' : '.gl-term');
      for (const theme of ['light', 'dark']) {
        await panel.evaluate((name) => {
          document.documentElement.dataset.theme = name as string;
        }, theme);
        expect(await findBarriers(panel), `${hash} ${theme}`).toEqual([]);
      }
    }
    await panel.close();
  });
});
