import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { openExtensionPage } from './browsers.ts';
import { readCard, waitForCard } from './card.ts';
import { describeInBrowsers, pause } from './each-browser.ts';
import { badgeOf, openPopupFor, tabIdOf } from './extension-tabs.ts';
import { readMarks, waitForMarks } from './marks.ts';
import { PATIENCE } from './patience.ts';
import { htmlPage } from './server.ts';

const ARTICLE = htmlPage(
  `<h1>News of chips</h1><p>Trainium and Inferentia. Trainium again, and ChatGPT.</p>
   <div style="height:3000px"></div><p>Inferentia2.</p>`,
);

describeInBrowsers('popup', (context) => {
  const openPopup = (page: Page) => openPopupFor(context.running, page);

  const rows = (popup: Page) =>
    popup.evaluate(() => document.querySelector('#app')?.textContent ?? '');

  test('lists the terms that are marked, with kinds and counts', async () => {
    const page = await context.open(context.server.serve('/popup', ARTICLE));
    await waitForMarks(page);
    const popup = await openPopup(page);
    await popup.waitForFunction(() => document.body.textContent?.includes('Inferentia'));
    const text = await rows(popup);
    for (const label of ['Trainium', 'Inferentia', 'ChatGPT', 'Inferentia2']) {
      expect(text).toContain(label);
    }
    expect(text).toMatch(/Trainium, Chip, 2/u);
    await popup.close();
  });

  test('choosing a term scrolls to it and opens its card', async () => {
    const page = await context.open(context.server.serve('/choose', ARTICLE));
    await waitForMarks(page);
    const popup = await openPopup(page);
    await popup.waitForFunction(() => document.body.textContent?.includes('Inferentia2'));
    await popup.evaluate(() => {
      const row = [...document.querySelectorAll('button')].find((button) =>
        button.textContent?.includes('Inferentia2'),
      );
      row?.click();
    });
    await page.bringToFront();
    const card = await waitForCard(context.running, page);
    expect(card.label).toBe('Inferentia2');
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(1000);
  });

  test('the switch stops everything at once and starts it again without a reload', async () => {
    const page = await context.open(context.server.serve('/switch', ARTICLE));
    const before = await waitForMarks(page);
    const popup = await openPopup(page);
    await popup.waitForSelector('[role=switch]');
    await popup.click('[role=switch]');
    await waitForMarks(page, (marks) => marks.length === 0);
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
    const { x, y } = before[0] as { x: number; y: number };
    await page.bringToFront();
    await page.mouse.move(x - 5, y);
    await page.mouse.move(x, y);
    await pause(800);
    expect(await readCard(context.running, page)).toBeNull();
    await page.evaluate(() => document.body.append('ChatGPT and Inferentia2'));
    await pause(500);
    expect(await readMarks(page)).toEqual([]);
    await popup.bringToFront();
    expect(await rows(popup)).not.toContain('Inferentia');
    await popup.click('[role=switch]');
    await page.bringToFront();
    const after = await waitForMarks(page, (marks) => marks.length >= before.length);
    expect(after.map(({ text }) => text)).toEqual(
      expect.arrayContaining(before.map(({ text }) => text)),
    );
    await popup.close();
  });

  test('search forgives a typing error, over all terms', async () => {
    const page = await context.open(context.server.serve('/search', ARTICLE));
    const popup = await openPopup(page);
    await popup.waitForSelector('input');
    await popup.type('input', 'antropic');
    await popup.waitForFunction(() => document.body.textContent?.includes('Anthropic'));
    await popup.close();
  });

  test('says so where nothing is found, and where no extension may run', async () => {
    const page = await context.open(
      context.server.serve('/empty', htmlPage('<p>Bread and jam.</p>')),
    );
    const popup = await openPopup(page);
    await popup.waitForFunction(() => /no (known )?terms/iu.test(document.body.textContent ?? ''));
    await popup.close();
    const blank = await context.open('about:blank');
    const onBlank = await openExtensionPage(context.running, 'popup.html');
    await onBlank.waitForFunction(() =>
      /cannot run|can’t run/iu.test(document.body.textContent ?? ''),
    );
    await onBlank.close();
    await blank.close();
  });

  test('the badge counts the terms', async () => {
    const page = await context.open(context.server.serve('/badge', ARTICLE));
    await waitForMarks(page);
    const tabId = await tabIdOf(context.running, page);
    await expect.poll(() => badgeOf(context.running, tabId), { timeout: PATIENCE }).toBe('4');
  });
});
