import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { findBarriers } from './axe.ts';
import { openExtensionPage } from './browsers.ts';
import { describeInBrowsers } from './each-browser.ts';
import { PATIENCE } from './patience.ts';

describeInBrowsers('explore', (context) => {
  const open = async (address: string): Promise<Page> => {
    const page = await openExtensionPage(context.running, address);
    await page.waitForSelector('main h1');
    return page;
  };
  const texts = (page: Page, selector: string) =>
    page.$$eval(selector, (all) => all.map((each) => each.textContent ?? ''));
  const attributes = (page: Page, selector: string, name: string) =>
    page.$$eval(selector, (all, key) => all.map((each) => each.getAttribute(key as string)), name);

  test('search forgives typing errors and leads to the term', async () => {
    const page = await open('explore.html?q=antropic');
    await page.waitForSelector('[data-term="anthropic"]');
    expect((await attributes(page, '[data-term]', 'data-term'))[0]).toBe('anthropic');
    await page.focus('.gl-search input');
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      () => document.querySelector('main h1')?.textContent === 'Anthropic',
    );
    expect(await page.title()).toBe('Anthropic · Glosslight');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await page.close();
  });

  test('the slider shows the card as it would have read', async () => {
    const page = await open('explore.html#anthropic');
    await page.waitForSelector('.gl-as-of input');
    const now = await texts(page, '.gl-facts .gl-claim');
    await page.focus('.gl-as-of input');
    await page.keyboard.press('Home');
    await page.waitForSelector('.gl-then');
    const first = await texts(page, '.gl-facts .gl-claim');
    expect(first.length).toBeGreaterThan(0);
    expect(first.length).toBeLessThan(now.length);
    const input = await page.$eval('.gl-as-of input', (element) => ({
      text: element.getAttribute('aria-valuetext'),
      value: (element as HTMLInputElement).value,
    }));
    expect(input.value).toBe('0');
    expect(input.text).toMatch(/^(\d+ )?(\w+ )?\d{4}$/u);
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(
      (count) => document.querySelectorAll('.gl-facts .gl-claim').length > (count as number) - 1,
      {},
      first.length,
    );
    await page.keyboard.press('End');
    await page.waitForFunction(() => document.querySelector('.gl-then') === null);
    expect(await texts(page, '.gl-facts .gl-claim')).toEqual(now);
    await page.close();
  });

  test('the timeline draws the figures of its table, each in its place', async () => {
    const page = await open('explore.html#timeline');
    await page.waitForSelector('svg [data-figure]');
    const rows = await page.$$eval('tr[data-figure]', (all) =>
      all.map((row) => ({
        id: row.getAttribute('data-figure') as string,
        amount: Number(row.getAttribute('data-amount')),
        isDisputed: row.querySelector('.gl-differ') !== null,
      })),
    );
    const dots = await page.$$eval('svg [data-figure]', (all) =>
      all.map((dot) => {
        const { x, y, width, height } = dot.getBoundingClientRect();
        return {
          id: dot.getAttribute('data-figure') as string,
          label: dot.querySelector('title')?.textContent ?? '',
          isDisputed: dot.closest('.gl-dots-disputed') !== null,
          x: x + width / 2,
          y: y + height / 2,
        };
      }),
    );
    expect(rows.length).toBeGreaterThan(20);
    expect(dots.map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id).sort());
    const byId = new Map(dots.map((dot) => [dot.id, dot]));
    const inOrder = rows.map((row) => ({ ...row, dot: byId.get(row.id) as (typeof dots)[0] }));
    // The table is by date: time runs to the right.
    inOrder.reduce((before, after) => {
      expect(after.dot.x).toBeGreaterThanOrEqual(before.dot.x - 0.5);
      return after;
    });
    // Amounts run upwards.
    inOrder
      .toSorted((a, b) => a.amount - b.amount)
      .reduce((lower, higher) => {
        expect(higher.dot.y).toBeLessThanOrEqual(lower.dot.y + 0.5);
        return higher;
      });
    expect(inOrder.some(({ isDisputed }) => isDisputed)).toBe(true);
    for (const { isDisputed, dot } of inOrder) {
      expect(dot.isDisputed).toBe(isDisputed);
      // Not by shape and colour alone.
      expect(dot.label.includes('sources differ')).toBe(isDisputed);
    }
    await page.close();
  });

  test('arrow keys step through the timeline and read each figure out', async () => {
    const page = await open('explore.html#timeline');
    await page.waitForSelector('svg [data-figure]');
    await page.focus('.gl-plot-cursor');
    const spoken = () =>
      page.$eval('.gl-plot-cursor', (input) => input.getAttribute('aria-valuetext') ?? '');
    const first = await spoken();
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(
      (before) =>
        document.querySelector('.gl-plot-cursor')?.getAttribute('aria-valuetext') !== before,
      {},
      first,
    );
    const second = await spoken();
    const figures = await texts(page, 'tr[data-figure] th');
    expect(first).toContain(figures[0]);
    expect(second).toContain(figures[1]);
    expect((await texts(page, '.gl-chosen'))[0]).toContain(figures[1]);
    await page.close();
  });

  test.each(['graph', 'graph:anthropic', 'graph:~part-of'])(
    '#%s draws the relations of its table, every name a link',
    async (hash) => {
      const page = await open(`explore.html#${hash}`);
      await page.waitForSelector('svg [data-edge]');
      const drawn = await attributes(page, 'svg [data-edge]', 'data-edge');
      const listed = await attributes(page, 'tr[data-edge]', 'data-edge');
      expect(drawn.toSorted()).toEqual(listed.toSorted());
      const nodes = await page.$$eval('svg a[data-node]', (all) =>
        all.map((node) => {
          const { x, y, right, bottom } = node.getBoundingClientRect();
          return {
            id: node.getAttribute('data-node'),
            href: node.getAttribute('href'),
            x,
            y,
            right,
            bottom,
          };
        }),
      );
      const ends = new Set(
        listed.flatMap((edge) => [edge?.split(' ')[0], edge?.split(' ').at(-1)]),
      );
      expect(nodes.map(({ id }) => id).toSorted()).toEqual([...ends].toSorted());
      for (const { id, href } of nodes) expect(href).toBe(`#${id}`);
      // No name covers another.
      nodes.forEach((a, at) => {
        for (const b of nodes.slice(at + 1)) {
          const isApart = a.right <= b.x || b.right <= a.x || a.bottom <= b.y || b.bottom <= a.y;
          expect(isApart, `${a.id} and ${b.id}`).toBe(true);
        }
      });
      await page.close();
    },
  );

  test('a name in the graph leads to its facts by keyboard', async () => {
    const page = await open('explore.html#graph');
    await page.waitForSelector('svg a[data-node="anthropic"]');
    await page.$eval('svg a[data-node="anthropic"]', (node) =>
      (node as unknown as SVGAElement).focus(),
    );
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      () => document.querySelector('main h1')?.textContent === 'Anthropic',
    );
    await page.close();
  });

  test('saves the picture as SVG and the table as CSV', async () => {
    const page = await open('explore.html#timeline');
    await page.waitForSelector('svg [data-figure]');
    const saved = await page.evaluate(async () => {
      const files: { name: string; blob: Promise<Blob> }[] = [];
      HTMLAnchorElement.prototype.click = function click() {
        files.push({ name: this.download, blob: fetch(this.href).then((file) => file.blob()) });
      };
      for (const button of document.querySelectorAll<HTMLElement>('main .gl-figure-bar button')) {
        button.click();
      }
      return Promise.all(
        files.map(async ({ name, blob }) => ({ name, text: await (await blob).text() })),
      );
    });
    const [svg, csv] = saved;
    expect(svg?.name).toMatch(/\.svg$/u);
    expect(svg?.text).toMatch(/^<svg[^>]+xmlns="http:\/\/www\.w3\.org\/2000\/svg"/u);
    // On its own it has no style sheet to look colours up in.
    expect(svg?.text).not.toContain('var(--');
    expect(csv?.name).toMatch(/\.csv$/u);
    const rows = await page.$$eval('tr[data-figure]', (all) => all.length);
    expect(csv?.text.trimEnd().split('\r\n')).toHaveLength(rows + 1);
    await page.close();
  });

  test.each([
    'explore.html',
    'explore.html#anthropic',
    'explore.html#trainium',
    'explore.html#timeline',
    'explore.html#graph',
    'explore.html?q=nothing-like-it#no-such-term',
  ])('%s holds up no one, in light and dark', async (address) => {
    const page = await open(address);
    for (const theme of ['light', 'dark']) {
      await page.evaluate((name) => {
        document.documentElement.dataset.theme = name as string;
      }, theme);
      expect(await findBarriers(page), theme).toEqual([]);
    }
    await page.close();
  });

  test('needs no sideways scrolling at 360 px', async () => {
    for (const hash of ['', '#anthropic', '#timeline', '#graph']) {
      const page = await open(`explore.html${hash}`);
      await page.setViewport({ width: 360, height: 740 });
      await page.waitForFunction(
        () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
        { timeout: PATIENCE },
      );
      await page.close();
    }
  });
});
