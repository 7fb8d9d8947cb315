import type { Page } from 'puppeteer-core';
import { beforeEach, expect, test } from 'vitest';
import { inCard, readCard, waitForCard, waitForLabel, waitForNoCard } from './card.ts';
import { describeInBrowsers, pause } from './each-browser.ts';
import { goToCard, hoverCard } from './hover.ts';
import { type SeenMark, waitForMarks } from './marks.ts';
import { htmlPage } from './server.ts';

const BODY = `<div style="max-width:560px;font:18px/1.7 serif">
  <p>A first line with nothing to look at.</p>
  <p>Trainium is a chip, as is Inferentia, and ChatGPT is not.</p>
  <p style="height:1500px">The end.</p></div>`;

describeInBrowsers('card', (context) => {
  let page: Page;
  let marks: SeenMark[];
  const mark = (text: string) => marks.find((each) => each.text === text) as SeenMark;
  /** As a hand does it: in steps, slowing down on the word. */
  const moveTo = async ({ x, y }: { x: number; y: number }) => {
    await page.mouse.move(x - 6, y, { steps: 4 });
    await page.mouse.move(x, y, { steps: 3 });
  };
  const open = (text: string) => hoverCard(context.running, page, mark(text));

  beforeEach(async () => {
    page = await context.open(context.server.serve('/card', htmlPage(BODY)));
    marks = await waitForMarks(page, (found) => found.length === 3);
    await page.mouse.move(2, 2);
  });

  test('comes with gloss, dated claims and https sources, leaves on leaving', async () => {
    const card = await open('Trainium');
    expect(card.label).toBe('Trainium');
    expect(card.dates.length).toBeGreaterThan(0);
    expect(card.links.length).toBeGreaterThan(0);
    expect(card.links.every((link) => link.startsWith('https://'))).toBe(true);
    const rels = await inCard<string[]>(
      context.running,
      page,
      `return [...root.querySelectorAll('a[href]')].map(({ rel }) => rel);`,
    );
    expect(new Set(rels)).toEqual(new Set(['noopener noreferrer']));
    // It keeps clear of its word's line.
    const word = mark('Trainium');
    expect(card.box.y > word.y || card.box.y + card.box.height < word.y).toBe(true);
    await page.mouse.move(900, 20, { steps: 8 });
    await waitForNoCard(context.running, page);
    expect(await page.evaluate(() => document.documentElement.children.length)).toBe(2);
  });

  test('the way to the card keeps it open, and so does staying on it', async () => {
    const { box } = await open('Trainium');
    const from = mark('Trainium');
    const to = { x: box.x + 40, y: box.y + 30 };
    await goToCard(context.running, page, from, to, 240);
    expect((await readCard(context.running, page))?.label).toBe('Trainium');
  });

  test('a quick leave and return always ends with a card', async () => {
    for (const gap of [20, 110, 260, 320, 500, 900]) {
      await open('Trainium');
      await page.mouse.move(700, 30);
      await pause(gap);
      await moveTo(mark('Trainium'));
      // Whichever card this is, the one that was left would be gone by then.
      await pause(450);
      expect((await waitForCard(context.running, page)).label).toBe('Trainium');
      await page.mouse.move(700, 30);
      await waitForNoCard(context.running, page);
    }
  });

  test('Escape closes it, and it stays shut until the pointer has been away', async () => {
    await open('Trainium');
    await page.keyboard.press('Escape');
    await waitForNoCard(context.running, page);
    const { x, y } = mark('Trainium');
    await page.mouse.move(x + 2, y + 1);
    await pause(900);
    expect(await readCard(context.running, page)).toBeNull();
    await page.mouse.move(700, 30);
    await pause(1100);
    expect((await open('Trainium')).label).toBe('Trainium');
  });

  test('passing over a word opens nothing', async () => {
    const { x, y } = mark('Inferentia');
    // All at once, so that a slow machine makes no slow hand.
    await Promise.all(
      Array.from({ length: 12 }, (_, step) => page.mouse.move(x - 200 + step * 40, y)),
    );
    await pause(600);
    expect(await readCard(context.running, page)).toBeNull();
  });

  test('from one word to the next the card changes', async () => {
    await open('Trainium');
    await moveTo(mark('Inferentia'));
    await waitForLabel(context.running, page, 'Inferentia');
  });

  test('hovering changes neither focus nor selection', async () => {
    await page.evaluate(() => document.getSelection()?.removeAllRanges());
    await open('ChatGPT');
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body');
    expect(await page.evaluate(() => document.getSelection()?.rangeCount)).toBe(0);
  });

  test('a click on the word pins the card; scrolling leaves a pinned one, closes another', async () => {
    const { x, y } = mark('Trainium');
    await open('Trainium');
    await page.mouse.click(x, y);
    await page.mouse.move(800, 400);
    await page.mouse.wheel({ deltaY: 120 });
    await pause(600);
    expect((await readCard(context.running, page))?.label).toBe('Trainium');
    await page.keyboard.press('Escape');
    await waitForNoCard(context.running, page);
  });

  test('related terms open inside the card, and back leads back', async () => {
    await open('Trainium');
    const press = async (selector: string) => {
      const spot = await inCard<{ x: number; y: number; text: string }>(
        context.running,
        page,
        `const button = root.querySelector('${selector}');
         const { x, y, width, height } = button.getBoundingClientRect();
         return { x: x + width / 2, y: y + height / 2, text: button.textContent };`,
      );
      await page.mouse.move(spot.x, spot.y, { steps: 12 });
      await page.mouse.click(spot.x, spot.y);
      return spot.text;
    };
    await waitForLabel(context.running, page, await press('.gl-chip'));
    await press('[aria-label=Back]');
    await waitForLabel(context.running, page, 'Trainium');
    // Its words can be pressed, which takes the focus from its controls: it stays.
    await press('.gl-gloss');
    await pause(300);
    expect((await readCard(context.running, page))?.label).toBe('Trainium');
    // A press on the page is for the page.
    await page.mouse.click(900, 700);
    await waitForNoCard(context.running, page);
  });

  test('close button', async () => {
    await open('Trainium');
    await inCard(
      context.running,
      page,
      `[...root.querySelectorAll('button')].find((b) => /close/i.test(b.getAttribute('aria-label') ?? '')).click();`,
    );
    await waitForNoCard(context.running, page);
  });

  test('the page sees no shadow root and no id of ours', async () => {
    await open('Trainium');
    const seen = await page.evaluate(() => {
      const host = document.querySelector('[popover=manual]') as HTMLElement;
      return { root: host.shadowRoot, html: host.innerHTML, id: host.id };
    });
    expect(seen).toEqual({ root: null, html: '', id: '' });
    expect(context.faults).toEqual([]);
  });
});
