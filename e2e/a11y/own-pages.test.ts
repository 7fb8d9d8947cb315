import { expect, test } from 'vitest';
import { findBarriers } from '../axe.ts';
import { openExtensionPage } from '../browsers.ts';
import { describeInBrowsers } from '../each-browser.ts';
import { openPopupFor } from '../extension-tabs.ts';
import { waitForMarks } from '../marks.ts';
import { htmlPage } from '../server.ts';

describeInBrowsers('the extension’s own pages', (context) => {
  test('A10, A30 the popup over a page with terms', async () => {
    const page = await context.open(
      context.server.serve('/axe', htmlPage('<p>Trainium, Inferentia and ChatGPT.</p>')),
    );
    await waitForMarks(page);
    const popup = await openPopupFor(context.running, page);
    await popup.waitForFunction(() => document.body.textContent?.includes('Inferentia'));
    expect(await findBarriers(popup)).toEqual([]);
    // Name, meaning and number of each term are in the name of its button.
    const names = await popup.$$eval('ul button', (all) =>
      all.map((each) => each.textContent ?? ''),
    );
    expect(names.length).toBe(3);
    for (const name of names) expect(name).toMatch(/\w+.*,.*,.*\d/su);
    await popup.close();
  });

  test.each([
    ['options.html', '[data-pack]'],
    ['welcome.html', '.gl-sample button'],
    ['explore.html', 'main h1'],
    ['sidepanel.html', '.gl-popup'],
  ])('A30 %s has no serious fault and its headings are in order', async (file, whole) => {
    const page = await openExtensionPage(context.running, file);
    await page.waitForSelector(whole);
    expect(await findBarriers(page)).toEqual([]);
    const levels = await page.$$eval('h1,h2,h3,h4', (all) =>
      all.filter((each) => each.checkVisibility()).map((each) => Number(each.localName[1])),
    );
    levels.forEach((level, at) => {
      expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1);
    });
    await page.close();
  });
});
