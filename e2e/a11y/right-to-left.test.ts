import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { openExtensionPage } from '../browsers.ts';
import { inCard, readCard } from '../card.ts';
import { describeInBrowsers } from '../each-browser.ts';
import { openPopupFor } from '../extension-tabs.ts';
import { hoverCard } from '../hover.ts';
import { waitForMarks } from '../marks.ts';
import { PATIENCE, until } from '../patience.ts';
import { htmlPage } from '../server.ts';

const ARABIC = 'شريحة Trainium من أمازون';
/** A term whose card has a change from one figure to another. */
const DATED = '<meta property="article:published_time" content="2023-05-01">';

/**
 * What a test looks at, as source: it runs in pages and in the card's shadow tree. The words are
 * English and stay so; only the side on which a line begins changes.
 */
const LOOK = `
  const box = (each) => each.getBoundingClientRect();
  const isMirrored = (icon) => new DOMMatrix(getComputedStyle(icon).transform).a === -1;
  /** Whether the first letter of a text stands left of its last, on one line. */
  const runsRight = (element) => {
    const range = document.createRange();
    const texts = document.createTreeWalker(element, 4);
    const first = texts.nextNode();
    let last = first;
    for (let node = first; node; node = texts.nextNode()) if (node.data.trim()) last = node;
    const at = (node, offset) => { range.setStart(node, offset); range.setEnd(node, offset + 1); return box(range); };
    const [a, b] = [at(first, 0), at(last, last.data.trimEnd().length - 1)];
    return Math.abs(a.top - b.top) > 4 || a.left < b.left;
  };
  const fits = (element) => element.scrollWidth <= element.clientWidth + 1;`;

describeInBrowsers('from right to left', (context) => {
  const inPage = <T>(page: Page, body: string) =>
    page.evaluate(`(() => { ${LOOK} ${body} })()`) as Promise<T>;
  const inOpenCard = <T>(page: Page, body: string) =>
    inCard<T>(context.running, page, `${LOOK} ${body}`);
  /** What a translation into such a language changes: the one direction that every root is given. */
  const turn = (page: Page) =>
    page.evaluate(() => {
      const root = document.querySelector<HTMLElement>('#app [lang][dir]');
      if (root === null) throw new Error('no root');
      root.dir = 'rtl';
    });
  const openOwn = async (file: string, whole: string) => {
    const page = await openExtensionPage(context.running, file);
    await page.waitForSelector(whole, { timeout: PATIENCE });
    await turn(page);
    return page;
  };

  test.each([
    ['document', `<html dir="rtl" lang="ar"><title>x</title>`, ''],
    ['body', '<html lang="ar"><title>x</title>', 'dir="rtl"'],
  ])(
    'A19 where the %s runs from right to left, the card ends where the word begins',
    async (name, html, attribute) => {
      const page = await context.open(
        context.server.serve(
          `/rtl-${name}`,
          `<!doctype html>${html}<style>body{margin:30px 200px;font:18px/1.7 serif}</style><body ${attribute}><p>السطر</p><p>${ARABIC}</p>`,
        ),
      );
      const [mark] = await waitForMarks(page);
      const { box } = await hoverCard(context.running, page, mark);
      const right = await page.evaluate(() => {
        const range = document.createRange();
        const [abstract] = [...(CSS.highlights.get('glosslight') ?? [])];
        range.setStart(abstract?.startContainer as Node, abstract?.startOffset ?? 0);
        range.setEnd(abstract?.endContainer as Node, abstract?.endOffset ?? 0);
        return range.getBoundingClientRect().right;
      });
      expect(Math.abs(box.x + box.width - right)).toBeLessThan(3);
    },
  );

  test('A19 the card: begins on the right, icons with a direction mirrored, dates as they are', async () => {
    const page = await context.open(
      context.server.serve('/rtl-card', htmlPage('<p>Trainium is a chip.</p>', DATED)),
    );
    const [mark] = await waitForMarks(page);
    await hoverCard(context.running, page, mark);
    await page.mouse.click(mark?.x ?? 0, mark?.y ?? 0);
    const seen = await inOpenCard<Record<string, unknown>>(
      page,
      `const card = root.querySelector('.gl-card');
       card.dir = 'rtl';
       const [name, kind, close] = ['h2', '.gl-kind', '[aria-label=Close]'].map((each) => box(card.querySelector(each)));
       const chips = [...card.querySelectorAll('.gl-chip:not([hidden])')].map((each) => box(each).right);
       const times = [...card.querySelectorAll('time')].filter((each) => each.checkVisibility());
       return {
         head: name.left > kind.right - 1 && kind.left > close.right && box(card).right - name.right < 40,
         chips: chips.length > 1 && chips.every((right, at) => at === 0 || right < chips[at - 1]),
         times: times.length > 1 && times.every(runsRight),
         arrows: [...card.querySelectorAll('.gl-shift .gl-mirror')].every(isMirrored),
         fold: [...card.querySelectorAll('.gl-earlier:not([open]) > summary')].every((each) =>
           new DOMMatrix(getComputedStyle(each, '::before').transform).a === -1),
         fits: [...card.querySelectorAll('.gl-body, .gl-head, .gl-foot')].every(fits),
       };`,
    );
    expect(seen).toEqual({
      head: true,
      chips: true,
      times: true,
      arrows: true,
      fold: true,
      fits: true,
    });
    await inOpenCard(page, `root.querySelector('.gl-chip').click();`);
    await until(
      () => readCard(context.running, page),
      (card) => card !== null && card.label !== 'Trainium',
      'the card has not changed',
    );
    const back = await inOpenCard<boolean>(
      page,
      `root.querySelector('.gl-card').dir = 'rtl';
       const button = root.querySelector('[aria-label=Back]');
       return isMirrored(button.querySelector('svg')) && box(button).left > box(root.querySelector('h2')).right - 1;`,
    );
    expect(back).toBe(true);
  });

  test('A19 the popup: name on the right, switch on the left, nothing cut off', async () => {
    const page = await context.open(
      context.server.serve('/rtl-popup', htmlPage('<p>Trainium and Inferentia.</p>', DATED)),
    );
    await waitForMarks(page);
    const popup = await openPopupFor(context.running, page);
    await popup.waitForFunction(() => document.querySelectorAll('.gl-row').length === 2);
    await turn(popup);
    const seen = await inPage<Record<string, unknown>>(
      popup,
      `const one = (selector) => box(document.querySelector(selector));
       const track = getComputedStyle(document.querySelector('.gl-track'), '::after');
       const [first, second, third] = [...document.querySelectorAll('.gl-links button')].map((each) => box(each).left);
       return {
         head: one('.gl-site-name h1').right > one('.gl-switch').right,
         // Switched on, the knob is at the end of its way: on the left.
         knob: parseFloat(track.left) < parseFloat(track.right),
         row: one('.gl-row-name').right > one('.gl-row-kind').right && one('.gl-row-kind').left > one('.gl-row-count').left,
         links: first > second && second > third,
         fits: fits(document.documentElement) && fits(document.querySelector('.gl-popup')),
       };`,
    );
    expect(seen).toEqual({ head: true, knob: true, row: true, links: true, fits: true });
    await popup.close();
  });

  test('A19 a term’s page: slider and arrows from right to left, time in pictures from left to right', async () => {
    const page = await openOwn('explore.html#openai', '.gl-plot-frame svg text');
    const seen = await inPage<Record<string, unknown>>(
      page,
      `const one = (selector) => document.querySelector(selector);
       const [older, newer] = [...document.querySelectorAll('.gl-as-of-row .gl-icon-button')];
       const [before, after] = [...document.querySelectorAll('.gl-chosen-steps button')];
       const select = getComputedStyle(one('.gl-select select'));
       const [oldest, newest] = [...document.querySelectorAll('.gl-as-of-ends > *')];
       return {
         title: box(one('#gl-term-title bdi')).right > box(one('.gl-term')).right - 3,
         slider: box(older).left > box(newer).left && isMirrored(older.firstChild) && isMirrored(newer.firstChild),
         ends: box(oldest).left > box(newest).left && runsRight(newest) && runsRight(one('.gl-as-of output')),
         way: getComputedStyle(one('.gl-as-of input')).getPropertyValue('--gl-way').trim(),
         steps: box(before).left < box(after).left && !isMirrored(before.firstChild) && !isMirrored(after.firstChild),
         texts: [...document.querySelectorAll('.gl-plot-frame svg text')].every((each) => getComputedStyle(each).direction === 'ltr'),
         nodes: getComputedStyle(one('.gl-graph-frame svg')).direction,
         arrow: select.backgroundPositionX + ' ' + (parseFloat(select.paddingLeft) > parseFloat(select.paddingRight)),
         fits: fits(document.documentElement),
       };`,
    );
    expect(seen).toEqual({
      title: true,
      slider: true,
      ends: true,
      way: 'to left',
      steps: true,
      texts: true,
      nodes: 'ltr',
      arrow: '10px true',
      fits: true,
    });
    // The arrow key that points to the newer end leads there.
    await page.focus('.gl-as-of input');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowLeft');
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('.gl-as-of input')?.value === '1',
      { polling: 50 },
    );
    await page.close();
  });

  test.each([
    ['options.html', '[data-pack]'],
    ['welcome.html', '.gl-sample button'],
    ['explore.html#timeline', '.gl-plot-frame svg text'],
    ['explore.html#graph', '.gl-graph-frame svg'],
    ['sidepanel.html', '.gl-popup'],
  ])('A19 %s: nothing is cut off, and figures and dates read as they are', async (file, whole) => {
    const page = await openOwn(file, whole);
    const seen = await inPage<Record<string, unknown>>(
      page,
      `const title = document.querySelector('h1');
       return {
         fits: fits(document.documentElement),
         side: title === null || getComputedStyle(title).direction === 'rtl',
         texts: [...document.querySelectorAll('time, td bdi, th bdi')]
           .filter((each) => each.checkVisibility() && box(each).height < 30).every(runsRight),
       };`,
    );
    expect(seen).toEqual({ fits: true, side: true, texts: true });
    await page.close();
  });
});
