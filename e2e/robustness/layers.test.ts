import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { inCard, readCard, waitForNoCard } from '../card.ts';
import { describeInBrowsers, pause } from '../each-browser.ts';
import { hoverCard, hoverUntil, moveOnto } from '../hover.ts';
import { type SeenMark, waitForMarks } from '../marks.ts';
import { until } from '../patience.ts';
import { htmlPage } from '../server.ts';

const TEXT = '<p style="font:18px/1.7 serif;margin:30px">Trainium is a chip.</p>';

describeInBrowsers('dialogs, popovers, fullscreen', (context) => {
  const load = async (path: string, body: string) => {
    const page = await context.open(context.server.serve(path, htmlPage(body)));
    return page;
  };
  const hover = async (page: Page, text = 'Trainium') => {
    const marks = await waitForMarks(page, (found) => found.some((mark) => mark.text === text));
    return hoverCard(context.running, page, marks.filter((each) => each.text === text).at(-1));
  };
  /** Goes to the card's Keep open button by hand and presses it. */
  const pin = async (page: Page) => {
    const spot = await inCard<{ x: number; y: number }>(
      context.running,
      page,
      `const { x, y, width, height } = root.querySelector('[aria-pressed]').getBoundingClientRect();
       return { x: x + width / 2, y: y + height / 2 };`,
    );
    await page.mouse.move(spot.x, spot.y, { steps: 12 });
    await page.mouse.click(spot.x, spot.y);
    const pressed = () =>
      inCard<string>(
        context.running,
        page,
        `return root?.querySelector('[aria-pressed]')?.getAttribute('aria-pressed') ?? 'no card';`,
      );
    await until(pressed, (seen) => seen === 'true', 'the pin is not pressed');
  };

  test('in a modal dialog the card can be used; the first Escape closes it, the second the dialog', async () => {
    const page = await load(
      '/modal',
      `<p>Outside</p><dialog>${TEXT}</dialog><script>document.querySelector('dialog').showModal()</script>`,
    );
    await hover(page);
    await pin(page);
    await page.keyboard.press('Escape');
    await waitForNoCard(context.running, page);
    expect(await page.$eval('dialog', (dialog) => dialog.open)).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.$eval('dialog', (dialog) => dialog.open)).toBe(false);
  });

  test('in a popover the card can be used and the popover stays', async () => {
    const page = await load(
      '/popover',
      `<p>Outside</p><div popover="auto" id="p" style="margin:20px">${TEXT}</div><script>document.querySelector('#p').showPopover()</script>`,
    );
    await hover(page);
    await pin(page);
    expect(await page.$eval('#p', (each) => each.matches(':popover-open'))).toBe(true);
    await page.keyboard.press('Escape');
    await waitForNoCard(context.running, page);
    expect(await page.$eval('#p', (each) => each.matches(':popover-open'))).toBe(true);
  });

  test('in a fullscreen element the card can be used', async () => {
    const page = await load(
      '/fullscreen',
      `<div id="f" style="background:#fff"><button>go</button>${TEXT}</div><script>
        document.querySelector('button').onclick = () => document.querySelector('#f').requestFullscreen();</script>`,
    );
    await page.click('button');
    await page.waitForFunction(() => document.fullscreenElement !== null);
    await hover(page);
    await pin(page);
    await page.keyboard.press('Escape');
    await waitForNoCard(context.running, page);
  });

  test('a dialog in a shadow tree', async () => {
    const page = await load(
      '/shadow-modal',
      `<p>Outside</p><x-dialog></x-dialog><script>
        const root = document.querySelector('x-dialog').attachShadow({ mode: 'closed' });
        root.innerHTML = ${JSON.stringify(`<dialog>${TEXT}</dialog>`)};
        window.layer = root.querySelector('dialog');
        window.layer.showModal();</script>`,
    );
    const [mark] = await waitForMarks(page);
    await moveOnto(page, mark);
    await hoverUntil(page, mark as SeenMark, () =>
      page.evaluate(
        () => (window as never as { layer: Element }).layer.querySelector('[data-theme]') !== null,
      ),
    );
    const isOpen = () =>
      page.evaluate(() => (window as never as { layer: HTMLDialogElement }).layer.open);
    await page.keyboard.press('Escape');
    await pause(200);
    expect(await isOpen()).toBe(true);
    expect(
      await page.evaluate(() => (window as never as { layer: Element }).layer.children.length),
    ).toBe(1);
    await page.keyboard.press('Escape');
    await pause(200);
    expect(await isOpen()).toBe(false);
  });

  test('a dialog that opens above an open card closes the card; one that closes takes it along', async () => {
    const page = await load(
      '/over',
      `${TEXT}<dialog>${TEXT.replace('Trainium', 'Inferentia')}</dialog>`,
    );
    await hover(page);
    await page.$eval('dialog', (dialog) => dialog.showModal());
    await waitForNoCard(context.running, page);
    await hover(page, 'Inferentia');
    await page.$eval('dialog', (dialog) => dialog.close());
    await waitForNoCard(context.running, page);
    expect(await page.$eval('dialog', (dialog) => dialog.children.length)).toBe(1);
    await hover(page);
    expect((await readCard(context.running, page))?.label).toBe('Trainium');
    expect(context.faults).toEqual([]);
  });

  test('Escape with no card open belongs to the page', async () => {
    const page = await load(
      '/escape',
      `${TEXT}<script>window.keys = []; addEventListener('keydown', (event) => keys.push(event.key + event.defaultPrevented))</script>`,
    );
    await waitForMarks(page);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => (window as never as { keys: string[] }).keys)).toEqual([
      'Escapefalse',
    ]);
  });
});
