import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { describeInBrowsers } from './each-browser.ts';
import { hoverUntil, moveOnto } from './hover.ts';
import { type SeenMark, waitForMarks } from './marks.ts';
import { type Alive, countAlive } from './memory.ts';
import { PATIENCE, until } from './patience.ts';

const TEXT = '<p>Trainium, Inferentia and ChatGPT are terms.</p>';

describeInBrowsers('visit after visit', (context) => {
  /** Under a name that no other test has used. */
  const origin = () => context.server.origin.replace('127.0.0.1', 'localhost');
  /** Has a card open on a mark, and closed again. */
  const readCardOf = async (page: Page, mark: SeenMark | undefined) => {
    await moveOnto(page, mark);
    await hoverUntil(page, mark as SeenMark, () =>
      page.evaluate(() => document.querySelector('[popover=manual]') !== null),
    );
    await page.mouse.move(700, 700);
    await page.waitForFunction(() => document.querySelector('[popover=manual]') === null);
  };
  /** The browser cleans up when it likes, in several goes. */
  const settled = (page: Page, isDone: (alive: Alive) => boolean) =>
    until(
      () => countAlive(context.running, page, origin()),
      isDone,
      'more is alive than should be',
      2 * PATIENCE,
    );
  const steady = (page: Page, isOther: (alive: Alive) => boolean = () => true) => {
    let before: Alive | undefined;
    return settled(page, (alive) => {
      const isSteady = alive.nodes === before?.nodes && alive.listeners === before.listeners;
      before = alive;
      return isSteady && isOther(alive);
    });
  };
  // A page of this test has 8 nodes, and 10 and more of our listeners. Firefox tells nodes in bytes.
  const spare = () => ({ nodes: context.running.name === 'chromium' ? 20 : 2000, listeners: 5 });
  const isWithin = (first: Alive) => (alive: Alive) =>
    alive.nodes <= first.nodes + spare().nodes &&
    alive.listeners <= first.listeners + spare().listeners;

  test('ten visits leave no more nodes and listeners than two', async () => {
    const page = await context.running.browser.newPage();
    // Not to be kept for the way back, where it would rightly go on living.
    context.server.serve('/visits', `<!doctype html><title>x</title>${TEXT}`, {
      'cache-control': 'no-store',
    });
    const visit = async () => {
      await page.goto(`${origin()}/visits`);
      const [mark] = await waitForMarks(page, (found) => found.length >= 3);
      await readCardOf(page, mark);
      await page.goto('about:blank');
    };
    await visit();
    await visit();
    const first = await steady(page, ({ documents }) => documents === 0);
    for (let round = 0; round < 10; round++) await visit();
    await settled(page, (alive) => alive.documents === 0 && isWithin(first)(alive));
    await page.close();
  });

  test('ten pages of one application leave no more nodes and listeners than two', async () => {
    context.server.serve('/pages', `<!doctype html><title>x</title><main>${TEXT}</main>`);
    const page = await context.running.browser.newPage();
    await page.goto(`${origin()}/pages`);
    const turn = async (round: number) => {
      await page.evaluate(
        (text, at) => {
          history.pushState({}, '', `/pages/${at}`);
          const main = document.querySelector('main') as Element;
          main.innerHTML = `<h1>Page ${at}</h1>${text}`;
        },
        TEXT,
        round,
      );
      const marks = await waitForMarks(page, (found) => found.length === 3);
      for (const mark of marks) await readCardOf(page, mark);
    };
    await turn(0);
    await turn(1);
    const first = await steady(page);
    for (let round = 2; round < 12; round++) await turn(round);
    const last = await settled(page, isWithin(first));
    expect(last.listeners).toBeGreaterThan(0);
    await page.close();
  });
});
