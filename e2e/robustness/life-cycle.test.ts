import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { openExtensionPage } from '../browsers.ts';
import { readCard, waitForCard, waitForNoCard } from '../card.ts';
import { describeInBrowsers, pause } from '../each-browser.ts';
import { countOf, removeExtension, stopBackground, updateExtension } from '../extension-life.ts';
import { openPopupFor, tabIdOf } from '../extension-tabs.ts';
import { hoverCard } from '../hover.ts';
import { readMarks, type SeenMark, waitForMarks } from '../marks.ts';
import { htmlPage } from '../server.ts';

const TEXT =
  '<p style="font:18px/1.7 serif;margin:30px">Trainium is a chip, and so is Inferentia.</p>';

describeInBrowsers('life-cycle', (context) => {
  const load = (path: string, body: string, head = '') =>
    context.open(context.server.serve(path, htmlPage(body, head)));
  const texts = (marks: readonly SeenMark[]) => marks.map(({ text }) => text);
  const expectWhole = async (page: Page, words: readonly string[] = ['Trainium', 'Inferentia']) => {
    const marks = await waitForMarks(page, (found) => texts(found).join() === words.join());
    await page.mouse.move(700, 500);
    await hoverCard(context.running, page, marks[0]);
    expect(await countOf(page)).toEqual({ cards: 1, marks: words.length });
    await page.mouse.move(700, 500, { steps: 3 });
    await waitForNoCard(context.running, page);
  };
  const swap = (page: Page, html: string) =>
    page.evaluate((text) => {
      document.body.innerHTML = text;
    }, html);

  test('the background stops at any moment: cards come all the same', async () => {
    const page = await load('/background', TEXT);
    const marks = await waitForMarks(page);
    await stopBackground(context.running);
    expect((await hoverCard(context.running, page, marks[0])).label).toBe('Trainium');
    await stopBackground(context.running);
    await swap(page, TEXT.replace('Trainium', 'OpenAI'));
    const again = await waitForMarks(page, (found) => texts(found).includes('OpenAI'));
    expect((await hoverCard(context.running, page, again[0])).label).toBe('OpenAI');
    expect(context.faults).toEqual([]);
  });

  test('pages of one application: pushState and other text', async () => {
    const page = await load('/spa', TEXT);
    await expectWhole(page);
    for (const word of ['OpenAI', 'ChatGPT', 'Trainium']) {
      await page.evaluate((name) => history.pushState({}, '', `/spa/${name}`), word);
      await swap(page, TEXT.replace('Trainium', word));
      await expectWhole(page, [word, 'Inferentia']);
    }
    await page.evaluate(() => history.back());
    await pause(200);
    await expectWhole(page);
  });

  test('document.open, a new body, a new html element', async () => {
    const page = await load('/rewritten', TEXT);
    await expectWhole(page);
    await page.evaluate(
      (html) => {
        document.open();
        document.write(`<!doctype html><title>x</title>${html}`);
        document.close();
      },
      TEXT.replace('Trainium', 'OpenAI'),
    );
    await expectWhole(page, ['OpenAI', 'Inferentia']);
    await page.evaluate((html) => {
      const body = document.createElement('body');
      body.innerHTML = html;
      document.body.replaceWith(body);
    }, TEXT);
    await expectWhole(page);
    await page.evaluate(
      (html) => {
        const root = document.createElement('html');
        root.innerHTML = `<head></head><body>${html}</body>`;
        document.documentElement.replaceWith(root);
      },
      TEXT.replace('Trainium', 'ChatGPT'),
    );
    await expectWhole(page, ['ChatGPT', 'Inferentia']);
    expect(context.faults).toEqual([]);
  });

  test('a document that is written anew under an open card', async () => {
    const page = await load('/under', TEXT);
    const marks = await waitForMarks(page);
    await hoverCard(context.running, page, marks[0]);
    await page.evaluate((html) => {
      document.open();
      document.write(html);
      document.close();
    }, TEXT);
    await pause(400);
    expect((await countOf(page)).cards).toBe(0);
    await expectWhole(page);
  });

  test('back out of the back-forward cache: marks, cards and settings are up to date', async () => {
    const first = context.server.serve('/first', htmlPage(TEXT));
    const second = context.server.serve('/second', htmlPage('<p>OpenAI</p>'));
    const page = await context.open(first);
    await waitForMarks(page);
    if (context.running.name === 'chromium') {
      await page.evaluate(() =>
        addEventListener('pageshow', ({ persisted }) => {
          document.title = `kept ${persisted}`;
        }),
      );
      await page.goto(second);
      await waitForMarks(page, (found) => texts(found).join() === 'OpenAI');
      await page.goBack();
      await page.waitForFunction(() => document.title === 'kept true');
      await expectWhole(page);
      return;
    }
    // The debugging protocol of Firefox loses a page that comes out of the cache: the popup tells.
    const popup = await openPopupFor(context.running, page);
    await popup.close();
    const tab = await tabIdOf(context.running, page);
    await page.evaluate((url) => location.assign(url), second);
    await pause(1200);
    await page.evaluate(() => history.back()).catch(() => undefined);
    await pause(1200);
    const after = await openExtensionPage(context.running, `popup.html?tab=${tab}`);
    await after.waitForFunction(() => document.body.textContent?.includes('Inferentia'));
    await after.close();
  });

  test('a page that was rendered before it was wanted', async () => {
    const next = context.server.serve('/next', htmlPage(TEXT));
    const page = await load(
      '/prerender',
      '<p>OpenAI</p>',
      `<script type="speculationrules">{"prerender":[{"urls":["${new URL(next).pathname}"],"eagerness":"immediate"}]}</script>`,
    );
    await waitForMarks(page);
    await pause(700);
    await Promise.all([
      page.waitForNavigation().catch(() => undefined),
      page.evaluate((url) => location.assign(url), next),
    ]);
    await expectWhole(page);
  });

  test('a tab that was put to sleep', async () => {
    const page = await load('/asleep', TEXT);
    await waitForMarks(page);
    const tab = await tabIdOf(context.running, page);
    const asker = await openExtensionPage(context.running, 'popup.html?tab=0');
    await asker.evaluate(async (id) => {
      const api = globalThis as never as { browser?: never; chrome: never } as {
        browser?: typeof import('webextension-polyfill');
        chrome: typeof import('webextension-polyfill');
      };
      const { tabs } = api.browser ?? api.chrome;
      const kept = (await tabs.discard(id)) as { id?: number } | undefined;
      await tabs.update(kept?.id ?? id, { active: true });
    }, tab);
    await pause(1500);
    const active = await asker.evaluate(async () => {
      const api = globalThis as never as { browser?: never; chrome: never } as {
        browser?: typeof import('webextension-polyfill');
        chrome: typeof import('webextension-polyfill');
      };
      const all = await (api.browser ?? api.chrome).tabs.query({});
      return all.find(({ url }) => url?.endsWith('/asleep'))?.id;
    });
    await asker.close();
    const popup = await openExtensionPage(context.running, `popup.html?tab=${active}`);
    await popup.waitForFunction(() => document.body.textContent?.includes('Inferentia'));
    await popup.close();
  });

  test('an update under open pages: the old script goes, the new one takes over, nothing is double', async () => {
    const page = await load('/update', TEXT);
    const marks = await waitForMarks(page);
    await hoverCard(context.running, page, marks[0]);
    await page.mouse.move(700, 500, { steps: 3 });
    for (let round = 0; round < 2; round++) {
      await updateExtension(context.running);
      await pause(1500);
      await page.evaluate(() => document.body.append(' '));
      await pause(400);
      await expectWhole(page);
      expect((await countOf(page)).marks).toBe(2);
    }
    expect(context.faults).toEqual([]);
  });

  test('removal under open pages: no mark and no card is left once the page is used', async () => {
    const page = await load('/removed', TEXT);
    const [mark] = await waitForMarks(page);
    await hoverCard(context.running, page, mark);
    if (context.running.name === 'firefox') {
      // There the script dies with its extension: an open card would stay.
      await page.mouse.move(700, 500, { steps: 4 });
      await waitForNoCard(context.running, page);
    }
    await removeExtension(context.running);
    await pause(1100);
    await page.mouse.move(700, 500, { steps: 4 });
    await page.mouse.move(mark?.x ?? 0, mark?.y ?? 0, { steps: 4 });
    await pause(1000);
    expect(await readCard(context.running, page)).toBeNull();
    expect(await page.evaluate(() => document.documentElement.children.length)).toBe(2);
    if (context.running.name === 'chromium') expect(await readMarks(page)).toEqual([]);
    expect(context.faults).toEqual([]);
    await waitForCard(context.running, page, 300).then(
      () => expect.unreachable(),
      () => undefined,
    );
  });
});
