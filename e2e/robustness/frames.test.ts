import type { Frame, Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { readCard, type SeenCard, waitForCard, waitForNoCard } from '../card.ts';
import { describeInBrowsers, pause } from '../each-browser.ts';
import { zoomTo } from '../extension-tabs.ts';
import {
  frameOf,
  hasCard,
  hoverInFrame,
  waitForFrameCard,
  waitForFrameMarks,
} from '../frame-marks.ts';
import { goToCard, moveOnto } from '../hover.ts';
import { readMarks, type SeenMark } from '../marks.ts';
import { until } from '../patience.ts';
import { htmlPage } from '../server.ts';

const INNER = '<p style="font:16px/1.6 serif">Trainium is a chip of Amazon.</p>';
const BIG = 'width="620" height="420"';

describeInBrowsers('frames', (context) => {
  const { open, server } = lazily(context);

  const KINDS = {
    'cross-origin': (origin: string) =>
      `<iframe ${BIG} src="${origin.replace('127.0.0.1', 'localhost')}/inner"></iframe>`,
    srcdoc: () => `<iframe ${BIG} srcdoc='${INNER}'></iframe>`,
    'about:blank': () =>
      `<iframe ${BIG}></iframe><script>document.querySelector('iframe').contentDocument.body.innerHTML = '${INNER}'</script>`,
    'sandboxed without scripts': () => `<iframe ${BIG} sandbox src="/inner"></iframe>`,
    'sandboxed srcdoc': () => `<iframe ${BIG} sandbox srcdoc='${INNER}'></iframe>`,
    'data:': () =>
      `<iframe ${BIG} src="data:text/html,${encodeURIComponent(htmlPage(INNER))}"></iframe>`,
    'blob:': () =>
      `<iframe ${BIG}></iframe><script>document.querySelector('iframe').src =
        URL.createObjectURL(new Blob([${JSON.stringify(INNER)}], { type: 'text/html' }))</script>`,
    'frame in a frame': () =>
      `<iframe ${BIG} srcdoc='<iframe width=580 height=380 src="/inner"></iframe>'></iframe>`,
  } as const;

  test.each(Object.keys(KINDS) as (keyof typeof KINDS)[])('%s: marks and card', async (kind) => {
    server().serve('/inner', htmlPage(INNER));
    const page = await open(server().serve('/frames', htmlPage(KINDS[kind](server().origin))));
    let frame = await frameOf(page, 'iframe');
    if (kind === 'frame in a frame') frame = await frameOf(frame as never, 'iframe');
    const [mark] = await waitForFrameMarks(frame);
    expect(mark?.text).toBe('Trainium');
    if (mark === undefined) return;
    const inset = kind === 'frame in a frame' ? 10 : 0;
    await hoverInFrame(page, 'iframe', { ...mark, x: mark.x + inset, y: mark.y + inset }, frame);
    expect(await hasCard(page)).toBe(false);
    await page.mouse.move(900, 700, { steps: 6 });
    await waitForFrameCard(frame, false);
  });

  test('a frameset works frame by frame', async () => {
    server().serve('/inner', htmlPage(INNER));
    const page = await open(
      server().serve(
        '/frameset',
        '<html><frameset cols="60%,40%"><frame name="one" src="/inner"><frame src="/inner"></frameset></html>',
      ),
    );
    const frame = await frameOf(page, 'frame[name=one]');
    const [mark] = await waitForFrameMarks(frame);
    await hoverInFrame(page, 'frame[name=one]', mark as never, frame);
  });

  test('a frame without room shows its card in the top frame, beside the word', async () => {
    server().serve('/inner', htmlPage(INNER));
    const page = await open(
      server().serve(
        '/tiny',
        htmlPage(
          `<div style="height:150px"></div><iframe id="tiny" width="330" height="90" style="margin-left:100px;border:5px solid"
             src="${server().origin.replace('127.0.0.1', 'localhost')}/inner"></iframe>`,
        ),
      ),
    );
    const frame = await frameOf(page, '#tiny');
    const [mark] = await waitForFrameMarks(frame);
    if (mark === undefined) throw new Error('no mark');
    await page.mouse.move(30, 30);
    await hoverInFrame(page, '#tiny', mark, page);
    const card = await waitForCard(context.running, page);
    expect(card.label).toBe('Trainium');
    expect(await hasCard(frame)).toBe(false);
    const box = await page.$eval('#tiny', (element) => element.getBoundingClientRect().toJSON());
    const word = { x: box.x + 5 + mark.x, y: box.y + 5 + mark.y };
    expect(Math.abs(card.box.y - (word.y + 16 * 0.8 + 8))).toBeLessThan(14);
    expect(card.box.x).toBeLessThan(word.x);
    expect(card.box.x + card.box.width).toBeGreaterThan(word.x);

    // From the word to the card, which lies outside the frame.
    await pause(200);
    await goToCard(context.running, page, word, {
      x: card.box.x + 60,
      y: card.box.y + card.box.height / 2,
    });
    expect((await readCard(context.running, page))?.label).toBe('Trainium');
    await page.mouse.move(1000, 20, { steps: 5 });
    await waitForNoCard(context.running, page);

    // Leaving the word inside the frame closes it as well, and Escape does wherever the focus is.
    await hoverInFrame(page, '#tiny', mark, page);
    await page.mouse.move(word.x + 150, word.y, { steps: 3 });
    await waitForNoCard(context.running, page);
    await hoverInFrame(page, '#tiny', mark, page);
    await page.keyboard.press('Escape');
    await waitForNoCard(context.running, page);
  });

  test('the way from a small frame to its card may begin the moment it comes', async () => {
    server().serve('/inner', htmlPage(INNER));
    const tiny =
      '<iframe id="tiny" width="330" height="90" style="border:0" src="/inner"></iframe>';
    const page = await open(server().serve('/hasty-way', htmlPage(tiny)));
    const [mark] = (await waitForFrameMarks(await frameOf(page, '#tiny'))) as [SeenMark];
    const { x, y } = await page.$eval('#tiny', (each) => each.getBoundingClientRect().toJSON());
    const word = { x: x + mark.x, y: y + mark.y };
    await hoverInFrame(page, '#tiny', mark, page);
    // Below the word there is room: the card is there.
    await goToCard(context.running, page, word, { x: word.x, y: word.y + 230 });
    expect((await readCard(context.running, page))?.label).toBe('Trainium');
  });

  test('of two small frames of one size, the right one gets the card', async () => {
    server().serve('/inner', htmlPage(INNER));
    const tiny = '<iframe width="330" height="90" src="/inner"></iframe>';
    const page = await open(
      server().serve(
        '/twins',
        htmlPage(
          `<p>Two notes.</p><div id="a">${tiny}</div><div style="height:60px"></div><div id="b">${tiny}</div>`,
        ),
      ),
    );
    await page.mouse.move(700, 30);
    await page.mouse.move(705, 32);
    const frame = await frameOf(page, '#b iframe');
    const [mark] = await waitForFrameMarks(frame);
    await hoverInFrame(page, '#b iframe', mark as never, page);
    const card = await waitForCard(context.running, page);
    const top = await page.$eval('#b iframe', (each) => each.getBoundingClientRect().top);
    // Border, half a line of 26 px, and the gap of 8; the other frame lies more than 100 px higher.
    expect(Math.abs(card.box.y - (top + 2 + (mark?.y ?? 0) + 17))).toBeLessThan(14);
  });

  describe.each([100, 150, 200, 50])('zoomed to %i per cent', (percent) => {
    test.each([
      ['a word of the page itself', []],
      ['a small frame', ['#tiny']],
      ['a small frame in a frame', ['#middle', '#tiny']],
    ])('%s has its card beside the word, in the top frame', async (_, path) => {
      server().serve('/inner', htmlPage(INNER));
      const tiny =
        '<iframe id="tiny" width="330" height="90" style="border:0;margin:20px 0 0 30px" src="/inner"></iframe>';
      const inner = [INNER, tiny][path.length] ?? '';
      const body =
        path.length < 2
          ? `<div style="margin:20px 0 0 60px">${inner}</div>`
          : `<iframe id="middle" width="500" height="260" style="border:0;margin:20px 0 0 60px" srcdoc='<body style="margin:0">${tiny}</body>'></iframe>`;
      const page = await open(server().serve(`/zoom-${percent}-${path.length}`, htmlPage(body)));
      await zoomTo(context.running, page, percent / 100);
      try {
        const [frame, place] = await within(page, path);
        const [mark] = (await waitForFrameMarks(frame)) as [SeenMark];
        const word = { text: mark.text, x: place.x + mark.x, y: place.y + mark.y };
        const { box, label } = await cardFromOutside(page, word);
        expect(label).toBe('Trainium');
        if (path.length > 0) expect(await hasCard(frame)).toBe(false);
        expect(box.x).toBeLessThan(word.x);
        expect(box.x + box.width).toBeGreaterThan(word.x);
        // Half a line of 26 px, and the gap of 8.
        expect(Math.abs(box.y - (word.y + 17))).toBeLessThan(12);
      } finally {
        await zoomTo(context.running, page, 1);
      }
    });
  });

  /**
   * Comes from the page onto a word. The top frame tells by the pointer where it is on the screen: a
   * pointer that was there before it listened comes once more.
   */
  async function cardFromOutside(page: Page, word: SeenMark): Promise<SeenCard> {
    let card: SeenCard | null = null;
    await until(
      async () => {
        await page.mouse.move(12, 12);
        await page.mouse.move(20, 20);
        // A card that came in the small frame itself is gone by then.
        await pause(600);
        await moveOnto(page, word);
        await pause(1200);
        card = await readCard(context.running, page);
        return card !== null;
      },
      (isThere) => isThere,
      'no card came',
    );
    return card as unknown as SeenCard;
  }

  test('frames of an advert’s size are left alone, until they are no longer', async () => {
    server().serve('/inner', htmlPage(INNER));
    const page = await open(
      server().serve(
        '/advert',
        htmlPage('<iframe width="300" height="250" src="/inner" style="border:0"></iframe>'),
      ),
    );
    const frame = await frameOf(page, 'iframe');
    await frame.waitForSelector('p');
    // As long as it takes another frame to be marked, and more.
    await pause(1000);
    expect(await readMarks(frame as never)).toEqual([]);
    await page.$eval('iframe', (element) => element.setAttribute('height', '420'));
    await waitForFrameMarks(frame);
    await page.$eval('iframe', (element) => element.setAttribute('height', '250'));
    await until(
      () => readMarks(frame as never),
      (marks) => marks.length === 0,
      'still marked',
    );
  });

  test('a frame that is taken away leaves nothing behind and nothing is thrown', async () => {
    server().serve('/inner', htmlPage(INNER));
    const page = await open(
      server().serve(
        '/gone',
        htmlPage(`<iframe id="tiny" width="330" height="90" src="/inner"></iframe><p>x</p>`),
      ),
    );
    const frame = await frameOf(page, '#tiny');
    const [mark] = await waitForFrameMarks(frame);
    await hoverInFrame(page, '#tiny', mark as never, page);
    await page.$eval('#tiny', (element) => element.remove());
    await page.mouse.move(1000, 600, { steps: 5 });
    await waitForNoCard(context.running, page);
    expect(context.faults).toEqual([]);
  });
});

/** @returns the innermost of frames in frames, and where it is in the top viewport. */
async function within(
  page: Page,
  selectors: readonly string[],
): Promise<[Frame, { x: number; y: number }]> {
  let frame: Frame = page.mainFrame();
  const place = { x: 0, y: 0 };
  for (const selector of selectors) {
    const inner = await frameOf(frame as never, selector);
    const { x, y } = await frame.$eval(selector, (each) => each.getBoundingClientRect().toJSON());
    place.x += x;
    place.y += y;
    frame = inner;
  }
  return [frame, place];
}

/** The running browser is there only once the tests run. */
function lazily(context: Parameters<Parameters<typeof describeInBrowsers>[1]>[0]) {
  return { open: context.open, server: () => context.server };
}
