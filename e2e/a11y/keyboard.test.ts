import type { Frame, Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import {
  inCard,
  readCard,
  waitForCard,
  waitForLabel as waitForLabelOf,
  waitForNoCard,
} from '../card.ts';
import { runCommand } from '../commands.ts';
import { describeInBrowsers, pause } from '../each-browser.ts';
import { badgeOf, changeSettings, tabIdOf } from '../extension-tabs.ts';
import { waitForFrameCard, waitForFrameMarks } from '../frame-marks.ts';
import { hoverCard } from '../hover.ts';
import { readMarks, waitForMarks } from '../marks.ts';
import { PATIENCE, until } from '../patience.ts';
import { htmlPage } from '../server.ts';

const STYLE = '<style>body{font:18px/1.7 serif;margin:30px}</style>';
const BODY = `<button id="first">before</button><p id="one">Trainium is a chip.</p>
  <p id="two">So is Inferentia, <a href="#x">says a link</a>.</p>
  <div style="height:2600px"></div><p id="three">ChatGPT is none.</p><button>after</button>`;

describeInBrowsers('keyboard and screen readers', (context) => {
  const load = (path: string, body = BODY) =>
    context.open(context.server.serve(path, htmlPage(body, STYLE)));
  const focused = (page: Page) =>
    inCard<string>(
      context.running,
      page,
      `return root?.activeElement ? root.activeElement.localName + ':' + (root.activeElement.getAttribute('aria-label') ?? root.activeElement.textContent).trim() : 'none';`,
    );
  const waitForLabel = (page: Page, label: string) => waitForLabelOf(context.running, page, label);
  const waitForFocus = (page: Page, what: string) =>
    until(
      () => focused(page),
      (seen) => seen === what,
      `no focus on ${what}`,
    );
  /** A test of the switch that fails must not leave all others without marks. */
  const switchSitesOn = () => changeSettings(context.running, { sites: {} });
  const next = (page: Page) => runCommand(context.running, page, 'next-term');
  const previous = (page: Page) => runCommand(context.running, page, 'previous-term');

  test('A5 the tour goes from term to term, takes the focus, and Escape puts all back', async () => {
    const page = await load('/tour');
    await waitForMarks(page);
    await page.focus('#first');
    await next(page);
    await waitForFocus(page, 'h2:Trainium');
    await next(page);
    await waitForFocus(page, 'h2:Inferentia');
    await next(page);
    await waitForLabel(page, 'ChatGPT');
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(1500);
    await previous(page);
    await waitForLabel(page, 'Inferentia');
    await page.keyboard.press('Escape');
    await waitForNoCard(context.running, page);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('first');
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  test('A5 it starts at the selection, at the caret, else in the window', async () => {
    const page = await load('/starts');
    await waitForMarks(page);
    await page.evaluate(() => {
      const text = document.querySelector('#two')?.firstChild as Text;
      document.getSelection()?.setBaseAndExtent(text, 6, text, 16);
    });
    await next(page);
    await waitForLabel(page, 'Inferentia');
    await page.keyboard.press('Escape');
    await waitForNoCard(context.running, page);
    await page.evaluate(() => {
      document.getSelection()?.collapse(document.querySelector('#one')?.firstChild ?? null, 12);
    });
    await next(page);
    await waitForLabel(page, 'Inferentia');
    await page.keyboard.press('Escape');
    await page.evaluate(() => {
      document.getSelection()?.removeAllRanges();
      scrollTo(0, document.documentElement.scrollHeight);
    });
    await waitForMarks(page, (marks) => marks.some(({ text }) => text === 'ChatGPT'));
    await next(page);
    await waitForLabel(page, 'ChatGPT');
  });

  test('A5 it takes the focus where the pointer has the card open', async () => {
    const page = await load('/open-already', '<button id="first">before</button><p>Trainium.</p>');
    const [mark] = await waitForMarks(page);
    await page.focus('#first');
    await hoverCard(context.running, page, mark);
    await next(page);
    await waitForFocus(page, 'h2:Trainium');
    await page.keyboard.press('Escape');
    await waitForNoCard(context.running, page);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('first');
  });

  test('A5, A6 Tab reaches every control in order and leaves at either end', async () => {
    const page = await load('/tab');
    await waitForMarks(page);
    await page.focus('#first');
    await next(page);
    await waitForFocus(page, 'h2:Trainium');
    const stops = await inCard<number>(
      context.running,
      page,
      `return [...root.querySelectorAll('a[href],button,input,select,summary')]
         .filter((each) => each.tabIndex >= 0 && !each.disabled && each.checkVisibility({ visibilityProperty: true })).length;`,
    );
    const seen: string[] = [];
    for (let press = 0; press < stops; press++) {
      await page.keyboard.press('Tab');
      seen.push(await focused(page));
    }
    expect(seen).not.toContain('none');
    expect(new Set(seen).size).toBeGreaterThan(stops / 2);
    // A part that scrolls is a stop of its own in some browsers.
    await page.keyboard.press('Tab');
    if ((await readCard(context.running, page)) !== null) await page.keyboard.press('Tab');
    await waitForNoCard(context.running, page);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('first');
    // The tour goes on where it was left.
    await next(page);
    await waitForFocus(page, 'h2:Inferentia');
    await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    await page.keyboard.up('Shift');
    await waitForNoCard(context.running, page);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('first');
  });

  test('A6 what is pressed may go: a related term, more facts; the card stays and has the focus', async () => {
    const page = await load('/pressed');
    await waitForMarks(page);
    await next(page);
    await waitForFocus(page, 'h2:Trainium');
    const tabTo = async (what: RegExp) => {
      const seen: string[] = [];
      while (seen.length < 80) {
        await page.keyboard.press('Tab');
        const now = await focused(page);
        if (what.test(now)) return now;
        seen.push(now);
      }
      throw new Error(`nothing like ${what} in ${seen.join(' | ')}`);
    };
    const facts = (await readCard(context.running, page))?.claims ?? 0;
    await tabTo(/^button:\d+ more facts$/u);
    await page.keyboard.press('Enter');
    await until(
      () => readCard(context.running, page),
      (card) => (card?.claims ?? 0) > facts,
      'no more facts',
    );
    await waitForFocus(page, 'h2:Trainium');
    await tabTo(/^button:.*Annapurna/u);
    await page.keyboard.press('Enter');
    await waitForFocus(page, 'h2:Annapurna Labs');
    await page.keyboard.press('Escape');
    await waitForNoCard(context.running, page);
  });

  test('A7, A9, A31 a dialog named by its headline; spoken of once, after a command only', async () => {
    const page = await load('/dialog');
    const [mark] = await waitForMarks(page);
    const read = () =>
      inCard<{ role: string; modal: string | null; name: string; lang: string; said: string }>(
        context.running,
        page,
        `const card = root.querySelector('.gl-card');
         return { role: card.getAttribute('role'), modal: card.getAttribute('aria-modal'), lang: card.lang,
           name: root.getElementById(card.getAttribute('aria-labelledby')).textContent,
           said: [...root.querySelectorAll('[role=status],[aria-live]')].map((each) => each.textContent).join('') };`,
      );
    await hoverCard(context.running, page, mark);
    // What is said would be said by now.
    await pause(400);
    expect(await read()).toEqual({
      role: 'dialog',
      modal: null,
      name: 'Trainium',
      lang: 'en',
      said: '',
    });
    await page.keyboard.press('Escape');
    await next(page);
    await waitForCard(context.running, page);
    const { said } = await until(read, (seen) => seen.said !== '', 'nothing is said');
    expect(said).toBe('Trainium, term 1 of 3');
    expect(said.split(/\s+/u).length).toBeLessThanOrEqual(20);
  });

  test('A8 nothing is added to the page: no attribute, no element, no title', async () => {
    const page = await load('/untouched');
    const before = await page.content();
    await waitForMarks(page);
    await next(page);
    await waitForCard(context.running, page);
    const during = await page.evaluate(() => {
      const copy = document.documentElement.cloneNode(true) as Element;
      copy.querySelector('[popover=manual]')?.remove();
      return copy.outerHTML;
    });
    expect(`<!DOCTYPE html>${during}`).toBe(before);
    await page.keyboard.press('Escape');
    await waitForNoCard(context.running, page);
    expect(await page.content()).toBe(before);
  });

  test('A4, A21 hovering takes no focus and no selection, and keys stay the page’s', async () => {
    const page = await load('/keys');
    const [mark] = await waitForMarks(page);
    await page.focus('#first');
    await hoverCard(context.running, page, mark);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('first');
    const keys = await page.evaluate(() => {
      const seen: string[] = [];
      (window as never as { seen: string[] }).seen = seen;
      addEventListener('keydown', (event) => seen.push(event.key + event.defaultPrevented));
      return seen;
    });
    expect(keys).toEqual([]);
    for (const key of ['j', 'k', '?', '/', 'p', 'ArrowDown'] as const)
      await page.keyboard.press(key);
    expect(await page.evaluate(() => (window as never as { seen: string[] }).seen)).toEqual(
      ['j', 'k', '?', '/', 'p', 'ArrowDown'].map((key) => `${key}false`),
    );
    expect((await readCard(context.running, page))?.label).toBe('Trainium');
  });

  test('the site’s key switches the site off and on', async () => {
    await switchSitesOn();
    const page = await load('/site');
    await waitForMarks(page);
    const tab = await tabIdOf(context.running, page);
    await page.bringToFront();
    await runCommand(context.running, page, 'toggle-site');
    await waitForMarks(page, (marks) => marks.length === 0);
    await expect.poll(() => badgeOf(context.running, tab), { timeout: PATIENCE }).toBe('off');
    await page.bringToFront();
    await next(page);
    await pause(500);
    expect(await readCard(context.running, page)).toBeNull();
    await runCommand(context.running, page, 'toggle-site');
    await waitForMarks(page);
  });

  test('the tour goes through frames and shadow trees, in the order of the page', async () => {
    await switchSitesOn();
    const page = await load(
      '/tour-shadow',
      `<p>OpenAI</p><x-one></x-one><p>ChatGPT</p><script>
        document.querySelector('x-one').attachShadow({ mode: 'closed' }).innerHTML = '<p>Trainium</p>'</script>`,
    );
    await waitForMarks(page, (marks) => marks.length === 3);
    for (const label of ['OpenAI', 'Trainium', 'ChatGPT', 'OpenAI']) {
      await next(page);
      await waitForLabel(page, label);
    }
    await page.keyboard.press('Escape');
    const framed = await load(
      '/tour-frame',
      `<iframe width="600" height="400" srcdoc="<p>Inferentia</p>"></iframe>`,
    );
    const frame = framed.frames()[1] as Frame;
    await waitForFrameMarks(frame);
    // Which frames have terms, the background learns a moment later; its button tells when.
    const tab = await tabIdOf(context.running, framed);
    await expect.poll(() => badgeOf(context.running, tab), { timeout: PATIENCE }).toBe('1');
    await next(framed);
    await waitForFrameCard(frame);
    expect((await readMarks(frame as never)).length).toBe(1);
  });
});
