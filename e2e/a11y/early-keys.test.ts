import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { CARD_TEXT } from '../../components/strings.ts';
import { inCard, readCard, waitForLabel, waitForNoCard } from '../card.ts';
import { runCommand } from '../commands.ts';
import { describeInBrowsers, pause } from '../each-browser.ts';
import { stopBackground, wakeBackground } from '../extension-life.ts';
import { frameOf, waitForFrameCard, waitForFrameMarks } from '../frame-marks.ts';
import { waitForMarks } from '../marks.ts';
import { until } from '../patience.ts';
import { htmlPage } from '../server.ts';

const TEXT = 'Trainium is a chip, and so is Inferentia.';
/** Longer than a key waits for a page, in ms. */
const WAITED = 4500;

describeInBrowsers('a tour key that comes early', (context) => {
  const serve = (path: string, body: string) =>
    context.server.serve(path, htmlPage(body, '<style>body{font:18px/1.7 serif}</style>'));
  const next = (page: Page) => runCommand(context.running, page, 'next-term');
  const isFocused = (page: Page) =>
    inCard<boolean>(context.running, page, `return root?.activeElement?.localName === 'h2';`);
  /** What stands in the notice, and what is read out. */
  const notice = (page: Page) =>
    inCard<{ text: string; said: string; bottom: number } | null>(
      context.running,
      page,
      `const toast = root?.querySelector('.gl-toast');
       return toast ? { text: toast.innerText.trim(), said: root.querySelector('[role=status]').textContent.trim(),
         bottom: toast.getBoundingClientRect().bottom } : null;`,
    );

  test('a key pressed while the page is on its way opens the first term once it is read', async () => {
    const filler = '<p>Nothing of note is said in this line.</p>'.repeat(4000);
    const url = serve('/early', `<button id="first">before</button><p>${TEXT}</p>${filler}`);
    const page = await context.open('about:blank');
    for (let round = 0; round < 3; round++) {
      await page.goto(`${url}?${round}`, { waitUntil: 'domcontentloaded' });
      await next(page);
      await waitForLabel(context.running, page, 'Trainium');
      await until(
        () => isFocused(page),
        (seen) => seen,
        'the headline has no focus',
      );
      await page.keyboard.press('Escape');
      await waitForNoCard(context.running, page);
    }
  });

  test('text that comes a moment after the key has its card, once', async () => {
    const page = await context.open(serve('/late-text', '<p></p>'));
    await next(page);
    await pause(600);
    await page.$eval('p', (each, text) => each.replaceChildren(text), TEXT);
    await waitForLabel(context.running, page, 'Trainium');
    await page.keyboard.press('Escape');
    await waitForNoCard(context.running, page);
    // Its wait is over: nothing of it comes later.
    await pause(WAITED);
    expect(await readCard(context.running, page)).toBeNull();
    expect(await notice(page)).toBeNull();
  });

  test('of two keys pressed early, one card comes: that of the first term', async () => {
    const page = await context.open(serve('/twice', '<p></p>'));
    await next(page);
    await next(page);
    await page.$eval('p', (each, text) => each.replaceChildren(text), TEXT);
    await waitForLabel(context.running, page, 'Trainium');
    await pause(WAITED);
    expect((await readCard(context.running, page))?.label).toBe('Trainium');
  });

  test('a page without a term says so, and is as it was', async () => {
    const page = await context.open(serve('/none', '<button>before</button><p>Nothing here.</p>'));
    const before = await page.content();
    await page.focus('button');
    await next(page);
    const { text, bottom } = (await until(
      () => notice(page),
      (seen) => seen !== null && seen.said !== '',
      'nothing is said',
    )) as { text: string; bottom: number };
    expect(text).toBe(CARD_TEXT.none);
    expect((await notice(page))?.said).toBe(CARD_TEXT.none);
    expect(bottom).toBeGreaterThan(600);
    expect(bottom).toBeLessThan(800);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('button');
    await until(
      () => notice(page),
      (seen) => seen === null,
      'the notice stays',
    );
    expect(await page.content()).toBe(before);
    expect(context.faults).toEqual([]);
  });

  test('a background that was asleep finds the term of an inner frame', async () => {
    const page = await context.open(
      serve('/asleep-frame', `<iframe width="600" height="400" srcdoc="<p>${TEXT}</p>"></iframe>`),
    );
    const frame = await frameOf(page, 'iframe');
    await waitForFrameMarks(frame);
    // It has been told of the terms by then, and forgets.
    await pause(1000);
    await stopBackground(context.running);
    await wakeBackground(context.running);
    await next(page);
    await waitForFrameCard(frame);
  });

  test('a site that is switched off keeps still', async () => {
    const page = await context.open(serve('/off', `<p>${TEXT}</p>`));
    await waitForMarks(page);
    await runCommand(context.running, page, 'toggle-site');
    await waitForMarks(page, (marks) => marks.length === 0);
    try {
      await next(page);
      await pause(WAITED);
      expect(await readCard(context.running, page)).toBeNull();
      expect(await notice(page)).toBeNull();
    } finally {
      await runCommand(context.running, page, 'toggle-site');
    }
    await waitForMarks(page);
  });
});
