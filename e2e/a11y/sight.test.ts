import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { inCard, readCard, waitForCard, waitForNoCard } from '../card.ts';
import { runCommand } from '../commands.ts';
import { describeInBrowsers, pause } from '../each-browser.ts';
import { goToCard, hoverCard } from '../hover.ts';
import { waitForMarks } from '../marks.ts';
import { forceColours, reduceMotion } from '../media.ts';
import { until } from '../patience.ts';
import { htmlPage } from '../server.ts';

const STYLE = '<style>body{font:18px/1.7 serif;margin:30px}</style>';
const BODY = '<p>A line above.</p><p id="word">Trainium is a chip.</p><p>A line below.</p>';

/** Smallest contrast of any text in the card with what is painted under it, and of its smallest target. */
const MEASURE = `
  const parse = (color) => (color.match(/[\\d.]+/g) ?? []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((c) => c / 255)
    .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const under = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = parse(getComputedStyle(at).backgroundColor);
      if (color.length === 3 || color[3] > 0.99) return color;
    }
    return [255, 255, 255];
  };
  const shown = [...root.querySelectorAll('.gl-card *')].filter((each) => each.checkVisibility({ visibilityProperty: true }));
  let contrast = 99;
  for (const element of shown) {
    const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!hasText || element.closest('.gl-unseen')) continue;
    const [a, b] = [light(parse(getComputedStyle(element).color)), light(under(element))].sort((x, y) => y - x);
    contrast = Math.min(contrast, (a + 0.05) / (b + 0.05));
  }
  const targets = shown.filter((each) => each.matches('button,summary,select,input'))
    .map((each) => each.getBoundingClientRect())
    .filter(({ width }) => width > 0).map(({ width, height }) => Math.min(width, height));
  return { contrast, target: Math.min(...targets) };`;

/** What is wrong with the ring around the focused element: too thin, or cut off by a box. */
const RING = `
  const element = root?.activeElement;
  if (!element) return null;
  const name = element.localName + ' ' + (element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 40);
  const { outlineWidth, outlineStyle, outlineOffset } = getComputedStyle(element);
  const width = parseFloat(outlineWidth);
  let fault = outlineStyle === 'none' || width < 2 ? 'no ring' : '';
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const grow = width + parseFloat(outlineOffset) - 0.5;
  for (let at = element.parentElement; at && fault === ''; at = at.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(at);
    const edge = at.getBoundingClientRect();
    const [x, y] = [edge.left + at.clientLeft, edge.top + at.clientTop];
    const isCut =
      (overflowX !== 'visible' && (left - grow < x || right + grow > x + at.clientWidth)) ||
      (overflowY !== 'visible' && (top - grow < y || bottom + grow > y + at.clientHeight));
    if (isCut) fault = 'cut off by ' + at.className + ' ' + JSON.stringify([left - x, x + at.clientWidth - right, top - y, y + at.clientHeight - bottom].map(Math.round));
  }
  return { name, fault };`;

describeInBrowsers('what can be seen', (context) => {
  const load = (path: string, body = BODY, head = STYLE, before?: (page: Page) => Promise<void>) =>
    prepared(context.open(context.server.serve(path, htmlPage(body, head))), before);
  async function prepared(opening: Promise<Page>, before?: (page: Page) => Promise<void>) {
    const page = await opening;
    if (before) {
      await before(page);
      await page.reload();
    }
    return page;
  }
  const hover = async (page: Page) => {
    const [mark] = await waitForMarks(page);
    return {
      mark: mark as NonNullable<typeof mark>,
      card: await hoverCard(context.running, page, mark),
    };
  };
  const style = <T>(page: Page, body: string) => inCard<T>(context.running, page, body);

  test('A11, A14 contrast and targets on light, dark and coloured pages', async () => {
    const backgrounds = [
      '#fff',
      '#000',
      '#777',
      '#808080',
      '#f5f0e6',
      '#123',
      '#ffff00',
      '#c00',
      '#0a0',
      '#00f',
      '#eee',
      '#1e1e1e',
    ];
    const page = await load('/contrast');
    for (const background of backgrounds) {
      await page.evaluate((color) => {
        document.body.style.background = color;
      }, background);
      await page.mouse.move(700, 500);
      await hover(page);
      const { contrast, target } = await style<{ contrast: number; target: number }>(page, MEASURE);
      expect(contrast, background).toBeGreaterThanOrEqual(4.5);
      // Measured in fractions of a pixel, which browsers round.
      expect(target).toBeGreaterThanOrEqual(23.99);
      await page.keyboard.press('Escape');
      await waitForNoCard(context.running, page);
      await page.mouse.move(700, 500, { steps: 2 });
    }
  });

  test('A13 the focus ring is there and not cut off', async () => {
    const page = await load('/ring');
    await waitForMarks(page);
    await runCommand(context.running, page, 'next-term');
    await waitForCard(context.running, page);
    await pause(150);
    const seen: string[] = [];
    for (let press = 0; press < 60; press++) {
      const ring = await style<{ name: string; fault: string } | null>(page, RING);
      if (ring === null) break;
      seen.push(ring.name);
      expect(ring.fault, ring.name).toBe('');
      await page.keyboard.press('Tab');
    }
    expect(new Set(seen).size).toBeGreaterThan(8);
  });

  test('A15 at 400 % zoom it is a sheet: whole width, no two-way scrolling, a close button in sight', async () => {
    const page = await load('/zoom');
    await page.setViewport({ width: 320, height: 256, deviceScaleFactor: 4 });
    const { card } = await hover(page);
    expect(card.box.x).toBe(0);
    expect(Math.round(card.box.width)).toBe(320);
    expect(card.box.height).toBeLessThanOrEqual(256 * 0.7 + 1);
    const seen = await style<{
      wide: boolean;
      close: { top: number; bottom: number; size: number };
    }>(
      page,
      `const card = root.querySelector('.gl-card');
       const close = [...root.querySelectorAll('button')].find((each) => /close/i.test(each.getAttribute('aria-label') ?? ''));
       const { top, bottom, height } = close.getBoundingClientRect();
       return { wide: [...card.querySelectorAll('*'), card].some((each) => each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).overflowX !== 'visible' && !each.closest('.gl-chips')),
         close: { top, bottom, size: height } };`,
    );
    expect(seen.wide).toBe(false);
    expect(seen.close.top).toBeGreaterThanOrEqual(0);
    expect(seen.close.bottom).toBeLessThanOrEqual(256);
    expect(seen.close.size).toBeGreaterThanOrEqual(43.99);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      320,
    );
    await page.setViewport({ width: 1100, height: 800 });
  });

  test('A17 with reduced motion nothing moves', async () => {
    const page = await load('/motion');
    const moves = () =>
      style<number>(
        page,
        `return root.querySelector('.gl-card').getAnimations({ subtree: true }).length +
           [...root.querySelectorAll('*')].filter((each) => getComputedStyle(each).scrollBehavior === 'smooth').length;`,
      );
    await reduceMotion(context.running, page, true);
    try {
      await hover(page);
      expect(await moves()).toBe(0);
      await runCommand(context.running, page, 'next-term');
      await waitForCard(context.running, page);
      expect(await moves()).toBe(0);
    } finally {
      await reduceMotion(context.running, page, false);
    }
  });

  test('A18 in forced colours edge, chips, focus and word can be seen; no selection is faked', async () => {
    const page = await load('/forced');
    await waitForMarks(page);
    await forceColours(context.running, page, true);
    // Chromium would paint any mark as selected text: there they go until the colours do.
    const isPainted = context.running.name === 'firefox';
    await waitForMarks(page, (marks) => marks.length === (isPainted ? 1 : 0));
    const box = await page.$eval('#word', (each) => each.getBoundingClientRect().toJSON());
    await hoverCard(context.running, page, {
      text: 'Trainium',
      x: box.x + 40,
      y: box.y + box.height / 2,
    });
    await page.mouse.move(700, 600, { steps: 2 });
    await waitForNoCard(context.running, page);
    await runCommand(context.running, page, 'next-term');
    await until(
      () => style<boolean>(page, `return root?.activeElement?.localName === 'h2';`),
      (isFocused) => isFocused,
      'no focus',
    );
    await page.keyboard.press('Tab');
    const seen = await style<Record<'edge' | 'chip' | 'ring', string>>(
      page,
      `const line = (element, name) => {
         const style = getComputedStyle(element);
         const around = getComputedStyle(element.closest('.gl-card')).backgroundColor;
         const isSeen = parseFloat(style[name + 'Width']) >= 1 && style[name + 'Color'] !== around;
         return isSeen ? style[name + 'Style'] : 'none';
       };
       return { edge: line(root.querySelector('.gl-card'), 'borderTop'),
         chip: line(root.querySelector('.gl-chips button, button.gl-chip'), 'borderTop'),
         ring: line(root.activeElement, 'outline') };`,
    );
    expect(seen).toEqual({ edge: 'solid', chip: 'solid', ring: 'solid' });
    await page.keyboard.press('Escape');
    await waitForNoCard(context.running, page);
    await forceColours(context.running, page, false);
    await waitForMarks(page);
  });

  test('A19 on a page from right to left the card is flush with the word’s start', async () => {
    const page = await load(
      '/rtl',
      '<div dir="rtl" lang="ar"><p>السطر الأول.</p><p>شريحة Trainium من أمازون</p></div>',
    );
    const { mark, card } = await hover(page);
    const right = await page.evaluate((x) => x, card.box.x + card.box.width);
    expect(right - mark.x).toBeLessThan(card.box.width / 2);
    expect(right).toBeGreaterThan(mark.x);
    expect(
      await style<string>(
        page,
        `return getComputedStyle(root.querySelector('.gl-card')).direction;`,
      ),
    ).toBe('ltr');
  });

  test('A20 beside vertical text, not over its line', async () => {
    const page = await load(
      '/vertical',
      '<div style="writing-mode:vertical-rl;height:500px;width:900px"><p lang="ja">これは Trainium という半導体です。</p><p>つぎの行。</p></div>',
    );
    const { mark, card } = await hover(page);
    const isBeside = card.box.x > mark.x + 8 || card.box.x + card.box.width < mark.x - 8;
    expect(isBeside).toBe(true);
  });

  test('A25 neither print nor PDF has a mark or a card', async () => {
    const bare = await load('/print');
    await waitForMarks(bare);
    const { length } = await bare.pdf();
    await hoverCard(context.running, bare, (await waitForMarks(bare))[0]);
    const withCard = (await bare.pdf()).length;
    // The card's text alone would make the file larger by half.
    expect(Math.abs(withCard - length)).toBeLessThan(400);
    expect((await readCard(context.running, bare))?.label).toBe('Trainium');
    await bare.keyboard.press('Escape');
    await bare.evaluate(() => CSS.highlights.clear());
    expect(Math.abs((await bare.pdf()).length - length)).toBeLessThan(60);
    if (context.running.name === 'firefox') return;
    await bare.mouse.move(700, 600);
    await bare.reload();
    await waitForMarks(bare);
    await bare.emulateMediaType('print');
    const printed = await bare.screenshot({ encoding: 'base64' });
    await bare.evaluate(() => CSS.highlights.clear());
    expect((await bare.screenshot({ encoding: 'base64' })) === printed).toBe(true);
  });

  test('A26 the copied text is the page’s own, with a card open', async () => {
    const isChromium = context.running.name === 'chromium';
    const press = async (page: Page, key: 'KeyA' | 'KeyC' | 'KeyV', command: string) => {
      await page.keyboard.down('Control');
      await page.keyboard.press(key, isChromium ? { commands: [command] } : {});
      await page.keyboard.up('Control');
      await pause(100);
    };
    /** What another page gets from the clipboard. */
    const pasted = async () => {
      const other = await load('/paste', '<textarea id="here"></textarea>');
      await other.focus('#here');
      await press(other, 'KeyV', 'Paste');
      const text = await other.$eval('#here', (field) => (field as HTMLTextAreaElement).value);
      await other.close();
      return text;
    };
    const copyAll = async (page: Page) => {
      await page.bringToFront();
      await press(page, 'KeyA', 'SelectAll');
      await press(page, 'KeyC', 'Copy');
      return pasted();
    };
    const page = await load('/copy');
    const { card } = await hover(page);
    const copied = await copyAll(page);
    await page.bringToFront();
    expect((await readCard(context.running, page))?.label).toBe(card.label);
    // The same page where nothing is read.
    const bare = await load('/bare', `<div translate="no">${BODY}</div>`);
    expect(copied).toBe(await copyAll(bare));
    expect(copied.trim().split(/\s*\n\s*/u)).toEqual([
      'A line above.',
      'Trainium is a chip.',
      'A line below.',
    ]);
    await bare.close();
    // The card's own words can be chosen, by a press in it.
    const other = await load('/choose');
    const { card: open, mark } = await hover(other);
    const line = await style<{ x: number; y: number }>(
      other,
      `const range = document.createRange(); range.selectNodeContents(root.querySelector('.gl-gloss'));
       const { left, top, height } = range.getClientRects()[0]; return { x: left + 2, y: top + height / 2 };`,
    );
    await goToCard(context.running, other, mark, line);
    await other.mouse.down();
    await other.mouse.move(line.x + 150, line.y, { steps: 6 });
    await other.mouse.up();
    await press(other, 'KeyC', 'Copy');
    const chosen = await pasted();
    expect(chosen.length).toBeGreaterThan(5);
    expect(open.text).toContain(chosen);
  });
});
