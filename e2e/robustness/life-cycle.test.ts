import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import type { Browser as BrowserApi } from 'webextension-polyfill';
import { findOpenPage, openExtensionPage } from '../browsers.ts';
import { readCard, waitForNoCard } from '../card.ts';
import { describeInBrowsers, pause } from '../each-browser.ts';
import { countOf, removeExtension, stopBackground, updateExtension } from '../extension-life.ts';
import { changeSettings, tabIdOf } from '../extension-tabs.ts';
import { hoverCard } from '../hover.ts';
import { type SeenMark, waitForMarks } from '../marks.ts';
import { PATIENCE, until } from '../patience.ts';
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
  /** As the reader's button does; drivers lose sight of a page that comes out of the cache. */
  const goBack = (page: Page) =>
    page.evaluate(() => {
      setTimeout(() => history.back(), 50);
    });
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

  test('sense records that were damaged in storage are asked for anew', async () => {
    const asker = await openExtensionPage(context.running, 'popup.html?tab=0');
    const damaged = await asker.evaluate(async () => {
      const scope = globalThis as unknown as { browser?: BrowserApi; chrome: BrowserApi };
      const { local } = (scope.browser ?? scope.chrome).storage;
      const TABLES = ['table', 'near', 'follows', 'precedes', 'page'];
      const keys = ['sense:Bedrock', 'sense:@ai-cloud'];
      const stored = (await local.get(keys)) as Record<string, Record<string, unknown>>;
      for (const [key, record] of Object.entries(stored)) {
        const cut = Object.entries(record).map(([name, value]) =>
          TABLES.includes(name) ? [name, String(value).slice(0, 40)] : [name, value],
        );
        await local.set({ [key]: Object.fromEntries(cut) });
      }
      return Object.keys(stored);
    });
    await asker.close();
    expect(damaged).toHaveLength(2);
    const page = await load(
      '/damaged-senses',
      `<p style="font:18px/1.7 serif;margin:30px">Our agent calls the model through Bedrock, with an
        IAM role, a guardrail and a prompt, and we pay by the token.</p>`,
    );
    const marks = await waitForMarks(page, (found) => texts(found).includes('Bedrock'));
    const at = texts(marks).indexOf('Bedrock');
    expect((await hoverCard(context.running, page, marks[at])).label).toBe('Amazon Bedrock');
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
    await page.waitForFunction(() => location.pathname === '/spa/ChatGPT');
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
    await waitForNoCard(context.running, page);
    await expectWhole(page);
  });

  test('back out of the back-forward cache: marks, cards and settings are up to date', async () => {
    const first = context.server.serve(
      '/first',
      htmlPage(
        `${TEXT}<p>Trainium again.</p>`,
        `<script>addEventListener('pageshow', ({ persisted }) => { document.title = 'kept ' + persisted })</script>`,
      ),
    );
    const second = context.server.serve('/second', htmlPage('<p>OpenAI</p>'));
    const page = await context.open(first);
    const [mark] = await waitForMarks(page);
    await hoverCard(context.running, page, mark);
    await page.goto(second);
    await waitForMarks(page, (found) => texts(found).join() === 'OpenAI');
    await changeSettings(context.running, { density: 'every' });
    await page.bringToFront();
    await goBack(page);
    await page.waitForFunction(() => document.title === 'kept true');
    expect(await page.evaluate(() => document.querySelector('[popover=manual]'))).toBeNull();
    await expectWhole(page, ['Trainium', 'Inferentia', 'Trainium']);
    await changeSettings(context.running, { density: 'section' });
  });

  test('left before it was ready, a page out of the back-forward cache has its cards', async () => {
    const first = context.server.serve(
      '/hasty',
      htmlPage(
        TEXT,
        `<script>addEventListener('pageshow', ({ persisted }) => { document.title = 'kept ' + persisted })</script>`,
      ),
    );
    const second = context.server.serve('/second', htmlPage('<p>OpenAI</p>'));
    for (const delay of [0, 60, 150]) {
      const page = await context.open(first);
      await pause(delay);
      await page.goto(second);
      await goBack(page);
      await page.waitForFunction(() => document.title === 'kept true');
      await expectWhole(page);
      await page.close();
    }
  });

  test('a page that was rendered before it was wanted', async () => {
    const next = context.server.serve(
      '/next',
      htmlPage(TEXT, '<script>window.isAhead = document.prerendering</script>'),
    );
    const page = await load(
      '/prerender',
      '<p>OpenAI</p>',
      `<script type="speculationrules">{"prerender":[{"urls":["${new URL(next).pathname}"],"eagerness":"immediate"}]}</script>`,
    );
    await waitForMarks(page);
    // Firefox renders nothing ahead: there it is a page like any other.
    const isAhead = context.running.name === 'chromium';
    if (isAhead) {
      await until(
        async () => context.server.requests.filter((path) => path === '/next').length,
        (count) => count === 1,
        'not asked for ahead',
      );
      await pause(300);
    }
    await Promise.all([
      page.waitForNavigation().catch(() => undefined),
      page.evaluate((url) => location.assign(url), next),
    ]);
    await page.waitForFunction(() => location.pathname === '/next');
    await expectWhole(page);
    const seen = await page.evaluate(() => ({
      isAhead: (window as never as { isAhead?: boolean }).isAhead ?? false,
      activated: (
        performance.getEntriesByType('navigation')[0] as { activationStart?: number } | undefined
      )?.activationStart,
    }));
    expect(seen.isAhead).toBe(isAhead);
    if (isAhead) expect(seen.activated).toBeGreaterThan(0);
    expect(context.server.requests.filter((path) => path === '/next')).toHaveLength(1);
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
      const [asleep] = (await tabs.query({})).filter((each) => each.id === (kept?.id ?? id));
      if (asleep?.discarded !== true) throw new Error('the tab has not been put to sleep');
      await tabs.update(asleep.id, { active: true });
    }, tab);
    const active = await until(
      () =>
        asker.evaluate(async () => {
          const api = globalThis as never as { browser?: never; chrome: never } as {
            browser?: typeof import('webextension-polyfill');
            chrome: typeof import('webextension-polyfill');
          };
          const all = await (api.browser ?? api.chrome).tabs.query({});
          const tab = all.find(({ url }) => url?.endsWith('/asleep'));
          return tab?.discarded === false && tab.status === 'complete' ? tab.id : undefined;
        }),
      (id) => id !== undefined,
      'the tab sleeps on',
    );
    await asker.close();
    const popup = await openExtensionPage(context.running, `popup.html?tab=${active}`);
    await popup.waitForFunction(() => document.body.textContent?.includes('Inferentia'));
    await popup.close();
    // Drivers lose sight of a page that sleeps: it is another one to them afterwards.
    const woken = await findOpenPage(context.running.browser, '/asleep', PATIENCE);
    if (woken === undefined) throw new Error('no page is awake');
    await woken.bringToFront();
    await expectWhole(woken);
    await woken.close();
  });

  test('an update under open pages: the old script goes, the new one takes over, nothing is double', async () => {
    const page = await load('/update', TEXT);
    const marks = await waitForMarks(page);
    await hoverCard(context.running, page, marks[0]);
    await page.mouse.move(700, 500, { steps: 3 });
    for (let round = 0; round < 2; round++) {
      // What the old script has painted says nothing of the new one.
      await page.evaluate(() => CSS.highlights.clear());
      await updateExtension(context.running);
      await waitForMarks(page, (found) => found.length === 2);
      await page.evaluate(() => document.body.append(' '));
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
    // The script looks once a second at most whether its extension is still there.
    await pause(1100);
    await page.mouse.move(700, 500, { steps: 4 });
    await page.mouse.move(mark?.x ?? 0, mark?.y ?? 0, { steps: 4 });
    if (context.running.name === 'chromium') await waitForMarks(page, (all) => all.length === 0);
    await page.mouse.move((mark?.x ?? 0) + 1, mark?.y ?? 0);
    await pause(800);
    expect(await readCard(context.running, page)).toBeNull();
    expect(await page.evaluate(() => document.documentElement.children.length)).toBe(2);
    expect(context.faults).toEqual([]);
  });
});
