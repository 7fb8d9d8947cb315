import { expect, test } from 'vitest';
import { inCard, readCard, waitForCard, waitForNoCard } from '../card.ts';
import { describeInBrowsers, pause } from '../each-browser.ts';
import { hoverCard } from '../hover.ts';
import { waitForMarks } from '../marks.ts';
import { until } from '../patience.ts';
import { htmlPage } from '../server.ts';

const STYLE = '<style>body{font:18px/1.7 serif;margin:30px}</style>';
const BODY = '<p>A line above.</p><p id="word">Trainium is a chip.</p><p>A line below.</p>';

describeInBrowsers('touched and pinched', (context) => {
  const load = (path: string, body = BODY, head = STYLE) =>
    context.open(context.server.serve(path, htmlPage(body, head)));

  test('A27 touch: a tap on a mark opens a sheet, a tap beside closes it and presses nothing; links stay links, a long press the browser’s', async () => {
    const page = await load(
      '/touch',
      `${BODY}<button id="under" style="position:fixed;top:10px;left:10px;width:300px;height:60px">under</button>
       <p style="margin-top:40px"><a href="#went">Inferentia as a link in a sentence</a> with words around it.</p>`,
      `${STYLE}<style>body{padding-top:80px}</style><script>window.presses = 0; addEventListener('click', (event) => { if (event.target.id === 'under') presses++; })</script>`,
    );
    const marks = await waitForMarks(page, (found) => found.length >= 1);
    const trainium = marks.find(({ text }) => text === 'Trainium');
    const touch = page.touchscreen;
    await touch.tap(trainium?.x ?? 0, trainium?.y ?? 0);
    await waitForCard(context.running, page);
    await pause(200);
    await touch.tap(100, 40);
    await waitForNoCard(context.running, page);
    expect(await page.evaluate(() => (window as never as { presses: number }).presses)).toBe(0);
    await touch.tap(100, 40);
    await pause(200);
    expect(await page.evaluate(() => (window as never as { presses: number }).presses)).toBe(1);
    // A long press is the browser's own: its menu, or words to select.
    await page.evaluate(() => {
      addEventListener('contextmenu', (event) => {
        (window as never as { prevented: boolean }).prevented = event.defaultPrevented;
      });
    });
    await touch.touchStart(trainium?.x ?? 0, trainium?.y ?? 0);
    await pause(900);
    await touch.touchEnd();
    await pause(400);
    expect(await readCard(context.running, page)).toBeNull();
    expect(
      await page.evaluate(() => (window as never as { prevented?: boolean }).prevented ?? false),
    ).toBe(false);
    const link = await page.$eval('a', (each) => each.getBoundingClientRect().toJSON());
    await touch.tap(link.x + 30, link.y + link.height / 2);
    await page.waitForFunction(() => location.hash === '#went');
  });

  test('A28 with a pinch the card stays in what is seen; at any pixel density the gap is 8 px', async () => {
    const page = await load('/density');
    for (const deviceScaleFactor of [1.25, 2]) {
      await page.setViewport({ width: 1100, height: 800, deviceScaleFactor });
      await page.mouse.move(700, 600);
      await hoverCard(context.running, page, (await waitForMarks(page))[0]);
      // It fades in from a little lower.
      await until(
        () =>
          inCard<number>(
            context.running,
            page,
            `return root.querySelector('.gl-card').getAnimations({ subtree: true }).length;`,
          ),
        (count) => count === 0,
        'still fading in',
      );
      const card = await waitForCard(context.running, page);
      const bottom = await page.evaluate(() => {
        const range = document.createRange();
        range.setStart(document.querySelector('#word')?.firstChild as Text, 0);
        range.setEnd(document.querySelector('#word')?.firstChild as Text, 8);
        return range.getBoundingClientRect().bottom;
      });
      expect(Math.abs(card.box.y - bottom - 8), `at ${deviceScaleFactor}`).toBeLessThanOrEqual(1);
      await page.keyboard.press('Escape');
      await waitForNoCard(context.running, page);
      await page.mouse.move(700, 600, { steps: 2 });
    }
    await page.setViewport({ width: 1100, height: 800 });
    if (context.running.name === 'firefox') return;
    const client = await page.createCDPSession();
    await client.send('Emulation.setPageScaleFactor', { pageScaleFactor: 2 });
    await page.waitForFunction(() => visualViewport?.scale === 2);
    await page.mouse.move(20, 300);
    const [mark] = await waitForMarks(page);
    await hoverCard(context.running, page, mark);
    const { card, view } = {
      card: await inCard<{ x: number; y: number; width: number } | null>(
        context.running,
        page,
        `const card = root?.querySelector('.gl-card'); if (!card) return null;
         const { x, y, width } = card.getBoundingClientRect(); return { x, y, width };`,
      ),
      view: await page.evaluate(() => ({
        left: visualViewport?.offsetLeft ?? 0,
        top: visualViewport?.offsetTop ?? 0,
        width: visualViewport?.width ?? 0,
        height: visualViewport?.height ?? 0,
      })),
    };
    expect(card).not.toBeNull();
    expect(card?.x ?? -1).toBeGreaterThanOrEqual(view.left);
    expect((card?.x ?? 0) + (card?.width ?? 0)).toBeLessThanOrEqual(view.left + view.width + 1);
    expect(card?.y ?? -1).toBeLessThan(view.top + view.height);
  });
});
