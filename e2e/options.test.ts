import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { LAMP_PACK } from '../glossary/lamp-pack.fixture.ts';
import { findBarriers } from './axe.ts';
import { findOpenPage, openExtensionPage } from './browsers.ts';
import { readCard } from './card.ts';
import { describeInBrowsers } from './each-browser.ts';
import { hoverCard } from './hover.ts';
import { readMarks, waitForMarks } from './marks.ts';
import { PATIENCE } from './patience.ts';
import { htmlPage } from './server.ts';

const [LAMP_TERM] = LAMP_PACK.terms;

/** A term of its own that claims a known form too, and one that is known already. */
const PACK = {
  ...LAMP_PACK,
  terms: [
    {
      ...LAMP_TERM,
      aliases: [
        { text: 'Zyxlux', kind: 'name' },
        { text: 'Trainium', kind: 'name' },
      ],
      related: [{ to: 'amazon', relation: 'competes with' }],
    },
    {
      id: 'anthropic',
      label: 'A wrong Anthropic',
      kind: 'company',
      gloss: 'Not what it is.',
      aliases: [{ text: 'Zyxthropic', kind: 'name' }],
      claims: [
        {
          id: 'anthropic-wrong',
          text: 'This must never be shown.',
          asOf: '2026-10-01',
          sources: [{ source: 'lamp-news', locator: 'paragraph 2' }],
          confidence: 'high',
        },
      ],
      related: [],
    },
  ],
};

function packFile(name: string, content: unknown): string {
  const file = path.join(tmpdir(), `glosslight-${process.pid}-${name}.json`);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

describeInBrowsers('options', (context) => {
  const open = async (): Promise<Page> => {
    const page = await openExtensionPage(context.running, 'options.html');
    await page.waitForSelector('[data-pack]');
    return page;
  };
  const offer = async (page: Page, file: string) => {
    const input = (await page.$('input[type="file"]')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(file);
    await page.waitForSelector('.gl-preview');
    return page.$eval('.gl-preview', (element) => element.textContent ?? '');
  };
  const press = (page: Page, within: string, text: string) =>
    page.$$eval(
      `${within} button`,
      (all, wanted) =>
        all.find((each) => each.textContent === wanted || each.title === wanted)?.click(),
      text,
    );
  const storedSettings = (page: Page) =>
    page.evaluate(async () => {
      const api =
        (globalThis as unknown as { browser?: Api; chrome: Api }).browser ??
        (globalThis as unknown as { chrome: Api }).chrome;
      type Api = { storage: { local: { get(key: string): Promise<Record<string, unknown>> } } };
      return (await api.storage.local.get('settings')).settings as Record<string, unknown>;
    });

  test('a change is stored at once and can be taken back', async () => {
    const page = await open();
    await page.click('input[value="every"]');
    await page.waitForSelector('.gl-toast button');
    expect(await storedSettings(page)).toMatchObject({ density: 'every' });
    await page.click('.gl-toast button');
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('input[value="section"]')?.checked,
    );
    expect(await storedSettings(page)).toMatchObject({ density: 'section' });
    await page.close();
  });

  test('the dark theme is applied to the page itself', async () => {
    const page = await open();
    await page.click('input[value="dark"]');
    await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
    await page.click('#look input[value="page"]');
    await page.waitForFunction(() => document.documentElement.dataset.theme === undefined);
    await page.close();
  });

  test('a site’s rule and a rejected meaning are listed and can be removed', async () => {
    const page = await open();
    await page.evaluate(async () => {
      type Api = { storage: { local: { set(items: object): Promise<void> } } };
      const api =
        (globalThis as unknown as { browser?: Api; chrome: Api }).browser ??
        (globalThis as unknown as { chrome: Api }).chrome;
      const rejections = [{ form: 'Bedrock', termId: 'bedrock', host: null }];
      await api.storage.local.set({ settings: { sites: { 'example.com': 'off' }, rejections } });
    });
    await page.waitForFunction(() =>
      document.querySelector('#meanings')?.textContent?.includes('Amazon Bedrock'),
    );
    await press(page, '#where', 'Remove the rule for example.com');
    await press(page, '#meanings', 'Let “Bedrock” stand for Amazon Bedrock again');
    await page.waitForFunction(
      () => document.querySelectorAll('#where table, #meanings table').length === 0,
    );
    expect(await storedSettings(page)).toMatchObject({ sites: {}, rejections: [] });
    await page.close();
  });

  test('a pack is shown before it is taken, works as ours do, and can be removed', async () => {
    const page = await open();
    const preview = await offer(page, packFile('lamps', PACK));
    expect(preview).toContain('Import “Makers of lamps”?');
    expect(preview).toContain('1 new term');
    expect(preview).toContain('2 clashes');
    expect(preview).toContain('The term “A wrong Anthropic” is known already');
    expect(preview).toContain('“Trainium” (Zyxlux) keeps standing for Trainium');
    expect(await findBarriers(page)).toEqual([]);

    const html = htmlPage('<p>Zyxlux sells lamps, not Trainium chips nor Zyxthropic.</p>');
    const url = context.server.serve('/lamps', html);
    const before = await context.open(url);
    await waitForMarks(before);
    expect((await readMarks(before)).map(({ text }) => text)).toEqual(['Trainium']);

    await page.bringToFront();
    await press(page, '.gl-preview', 'Import');
    await page.waitForSelector('[data-pack="lamp-makers"]');
    const article = await context.open(url);
    const marks = await waitForMarks(article, (all) => all.length > 1);
    expect(marks.map(({ text }) => text)).toEqual(['Zyxlux', 'Trainium']);
    const card = await hoverCard(context.running, article, marks[0]);
    expect(card.label).toBe('Zyxlux');
    expect(card.text).toContain('Zyxlux opened in October 2026.');
    expect(card.text).toContain('Amazon');

    const explore = await openExtensionPage(context.running, 'explore.html#zyxlux');
    await explore.waitForFunction(
      () => document.querySelector('main h1')?.textContent === 'Zyxlux',
    );
    expect(await explore.$eval('main', (main) => main.textContent)).toContain('Makers of lamps');
    await explore.evaluate(() => {
      location.hash = 'anthropic';
    });
    await explore.waitForFunction(
      () => document.querySelector('main h1')?.textContent === 'Anthropic',
    );
    expect(await explore.$eval('main', (main) => main.textContent)).not.toContain('never be shown');
    await explore.close();

    // A page behind draws no frames, which is what a wait goes by.
    await page.bringToFront();
    await press(page, '[data-pack="lamp-makers"]', 'Remove the pack Makers of lamps');
    await page.waitForFunction(() => document.querySelector('[data-pack="lamp-makers"]') === null);
    const after = await context.open(url);
    await waitForMarks(after);
    expect((await readMarks(after)).map(({ text }) => text)).toEqual(['Trainium']);
    expect(await readCard(context.running, after)).toBeNull();
    await page.close();
  });

  test('a file that is no pack is refused with the reason', async () => {
    const page = await open();
    expect(await offer(page, packFile('broken', '{ "info": '))).toMatch(/not a JSON file/u);
    await press(page, '.gl-preview', 'Cancel');
    const { sources: _, ...rest } = PACK;
    expect(await offer(page, packFile('part', rest))).toContain('The field “sources” is missing.');
    await press(page, '.gl-preview', 'Cancel');
    const text = await offer(page, packFile('unsourced', { ...PACK, sources: [] }));
    expect(text).toContain('lamp-news');
    await press(page, '.gl-preview', 'Cancel');
    const large = packFile('large', `"${'x'.repeat(5 * 1024 * 1024)}"`);
    expect(await offer(page, large)).toContain('larger than 5 MB');
    await page.close();
  });

  test('erasing asks first and leaves everything as it was at the start', async () => {
    const page = await open();
    await page.click('input[value="calm"]');
    await page.waitForSelector('.gl-toast button');
    await press(page, '#data', 'Erase everything');
    await page.waitForSelector('dialog[open]');
    await press(page, 'dialog', 'Erase');
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('input[value="normal"]')?.checked,
    );
    const article = await context.open(
      context.server.serve('/still', htmlPage('<p>Trainium still works.</p>')),
    );
    expect((await waitForMarks(article)).map(({ text }) => text)).toEqual(['Trainium']);
    await page.close();
  });

  test.each(['light', 'dark'])('holds up no one when it is %s', async (theme) => {
    const page = await open();
    await page.evaluate((name) => {
      document.documentElement.dataset.theme = name as string;
    }, theme);
    expect(await findBarriers(page)).toEqual([]);
    await page.close();
  });
});

describeInBrowsers('welcome', (context) => {
  test.each(['light', 'dark'])('shows a real card and holds up no one, %s', async (theme) => {
    const page = await openExtensionPage(context.running, 'welcome.html');
    await page.waitForSelector('.gl-sample button');
    await page.evaluate((name) => {
      document.documentElement.dataset.theme = name as string;
    }, theme);
    await page.focus('.gl-sample button');
    await page.waitForSelector('.gl-card');
    const card = await page.$eval('.gl-card', (element) => element.textContent ?? '');
    expect(card).toContain('Anthropic');
    expect(card).toContain('Since this article');
    expect(await findBarriers(page)).toEqual([]);
    await page.close();
  });
});

describeInBrowsers(
  'after installation',
  (context) => {
    test('the welcome opens by itself', async () => {
      const { browser } = context.running;
      expect(await findOpenPage(browser, '/welcome.html', PATIENCE)).toBeDefined();
    });
  },
  { keepsWelcome: true },
);
