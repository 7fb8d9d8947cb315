import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { readCard, waitForCard, waitForNoCard } from './card.ts';
import { describeInBrowsers, pause } from './each-browser.ts';
import { type SeenMark, waitForMarks } from './marks.ts';
import { htmlPage } from './server.ts';

/** Where the pointer rests, viewport px: on the first letters of a line of its own. */
const REST = { x: 60, y: 212 } as const;
/** Longer than the dwell and all that a first card has to fetch, in ms. */
const LONG = 1500;

/** A page whose word comes to lie where the pointer rests. */
const PAGE = (body: string) =>
  htmlPage(
    body,
    '<style>body{margin:0;font:24px/40px serif} p{margin:0;padding:0 20px} .at{position:absolute;top:192px}</style>',
  );
const WORD = '<p class="at">Trainium is a chip.</p>';

describeInBrowsers('a pointer that rests', (context) => {
  const serve = (path: string, body: string) => context.server.serve(path, PAGE(body));
  /** Nothing comes by itself; the first stir of the hand, by a pixel, brings the card. */
  const expectOnlyWhenStirred = async (page: Page) => {
    await waitForMarks(page, (marks) => isUnder(marks[0]));
    await pause(LONG);
    expect(await readCard(context.running, page)).toBeNull();
    await page.mouse.move(REST.x + 1, REST.y);
    expect((await waitForCard(context.running, page)).label).toBe('Trainium');
    await page.mouse.move(900, 700, { steps: 4 });
    await waitForNoCard(context.running, page);
  };

  test('a page that loads under a still pointer opens no card until it stirs', async () => {
    const page = await context.open(serve('/blank', '<p>Nothing.</p>'));
    await page.mouse.move(REST.x, REST.y, { steps: 3 });
    await page.goto(serve('/loaded-under', WORD));
    await expectOnlyWhenStirred(page);
  });

  test('a mark that comes to the word under a still pointer opens no card until it stirs', async () => {
    const page = await context.open(serve('/marked-under', '<p class="at">Remember me</p><i></i>'));
    await page.mouse.move(REST.x, REST.y, { steps: 3 });
    await pause(300);
    await page.$eval('p', (each) => {
      each.textContent = 'Trainium is a chip.';
    });
    await expectOnlyWhenStirred(page);
  });

  test('a word that is scrolled or pushed under a still pointer opens no card until it stirs', async () => {
    const page = await context.open(
      serve(
        '/scrolled-under',
        `<p class="at" style="top:692px">Trainium is a chip.</p>
        <div style="height:3000px"></div>`,
      ),
    );
    await waitForMarks(page);
    await page.mouse.move(REST.x, REST.y, { steps: 3 });
    await page.mouse.wheel({ deltaY: 500 });
    await page.waitForFunction(() => scrollY === 500);
    await expectOnlyWhenStirred(page);
    // The same without the reader's doing: the page moves its text itself.
    await page.evaluate(() => scrollTo(0, 0));
    await page.mouse.move(REST.x, REST.y, { steps: 3 });
    await pause(300);
    await page.$eval('p', (each) => {
      each.style.top = '192px';
    });
    await expectOnlyWhenStirred(page);
  });
});

function isUnder(mark: SeenMark | undefined): boolean {
  return mark !== undefined && Math.abs(mark.y - REST.y) < 12 && mark.x > REST.x - 40;
}
