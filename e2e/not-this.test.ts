import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { inCard } from './card.ts';
import { describeInBrowsers } from './each-browser.ts';
import { inExtensionWorld } from './extension-life.ts';
import { hoverCard } from './hover.ts';
import { waitForMarks } from './marks.ts';
import { until } from './patience.ts';
import { htmlPage } from './server.ts';

const BODY = '<p style="margin-top:60px">Inferentia beside Trainium.</p>';

describeInBrowsers('not this meaning', (context) => {
  const press = (page: Page, name: string) =>
    inCard(
      context.running,
      page,
      `const button = [...root.querySelectorAll('button')].find((each) =>
         (each.getAttribute('aria-label') ?? each.textContent).trim() === ${JSON.stringify(name)});
       button.click();`,
    );
  const reject = async (page: Page, scope: string) => {
    const marks = await waitForMarks(page, (found) => found.length === 2);
    await hoverCard(context.running, page, marks[1]);
    await press(page, 'More');
    await until(
      () =>
        inCard<boolean>(
          context.running,
          page,
          `return [...root.querySelectorAll('button')].some((each) => each.textContent.trim() === ${JSON.stringify(scope)});`,
        ),
      (isThere) => isThere,
      `no button for ${scope}`,
    );
    await press(page, scope);
    await waitForMarks(page, (found) => found.length === 1);
  };

  test.each(['Here', 'On this site', 'Everywhere'])(
    '%s: goes, and undo brings it back',
    async (scope) => {
      const page = await context.open(context.server.serve('/not-this', htmlPage(BODY)));
      await reject(page, scope);
      await press(page, 'Undo');
      await waitForMarks(page, (found) => found.length === 2);
      await page.waitForFunction(() => document.querySelector('[popover=manual]') === null);
    },
  );

  test('holds in the page even where it cannot be stored', async ({ skip }) => {
    skip(context.running.name === 'firefox', 'nobody gets into the scripts of its pages');
    const page = await context.open(context.server.serve('/full', htmlPage(BODY)));
    await waitForMarks(page, (found) => found.length === 2);
    await inExtensionWorld(
      page,
      `chrome.storage.local.set = () => Promise.reject(new Error('no room'))`,
    );
    await reject(page, 'Everywhere');
    await press(page, 'Undo');
    await waitForMarks(page, (found) => found.length === 2);
    expect(context.faults).toEqual([]);
  });

  test('on this site: holds for the next page too', async () => {
    const page = await context.open(context.server.serve('/first', htmlPage(BODY)));
    await reject(page, 'On this site');
    const next = await context.open(context.server.serve('/second', htmlPage(BODY)));
    const marks = await waitForMarks(next);
    expect(marks.map(({ text }) => text)).toEqual(['Inferentia']);
  });
});
