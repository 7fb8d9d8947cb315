import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { LAMP_PACK } from '../../glossary/lamp-pack.fixture.ts';
import { openExtensionPage } from '../browsers.ts';
import { inCard, readCard, waitForNoCard } from '../card.ts';
import { composeAndEscape } from '../compose.ts';
import { describeInBrowsers } from '../each-browser.ts';
import { zoomTo } from '../extension-tabs.ts';
import { goToCard, hoverCard } from '../hover.ts';
import { type SeenMark, waitForMarks } from '../marks.ts';
import { until } from '../patience.ts';
import { htmlPage } from '../server.ts';

const STYLE = '<style>body{font:18px/1.7 serif;margin:30px}</style>';

/** What a reader may lay over every text (WCAG 1.4.12). */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`;

/** Names of elements that hide a part of their text: cut by their own box, or out of the card. */
const CUT = `
  const card = root.querySelector('.gl-card');
  const edge = card.getBoundingClientRect();
  const isUnseen = (each) => each.closest('.gl-unseen') !== null || !each.checkVisibility({ visibilityProperty: true });
  const cut = [];
  for (const each of [card, ...card.querySelectorAll('*')]) {
    if (isUnseen(each) || each.closest('svg') || each.textContent.trim() === '') continue;
    const { overflowX, overflowY } = getComputedStyle(each);
    const hides = (way) => way === 'hidden' || way === 'clip';
    const name = each.localName + '.' + each.className + ' ' + each.textContent.trim().slice(0, 40);
    if (hides(overflowX) && each.scrollWidth > each.clientWidth + 1) cut.push('wide ' + name);
    if (hides(overflowY) && each.scrollHeight > each.clientHeight + 2) cut.push('high ' + name);
    const { left, right } = each.getBoundingClientRect();
    if (left < edge.left - 1 || right > edge.right + 1) cut.push('out ' + name);
  }
  return cut;`;

describeInBrowsers('what it means', (context) => {
  const load = (at: string, body: string, head = '') =>
    context.open(context.server.serve(at, htmlPage(body, `${STYLE}${head}`)));
  const hover = async (page: Page, word: string) => {
    const marks = await waitForMarks(page, (all) => all.some(({ text }) => text.includes(word)));
    return hoverCard(
      context.running,
      page,
      marks.find(({ text }) => text.includes(word)),
    );
  };

  const BESIDE = 'writing-mode:vertical-rl;height:500px;position:absolute;top:20px';
  test.each([
    ['below', '<p>Trainium is a chip.</p>'],
    ['above', '<div style="height:680px"></div><p>Trainium is a chip.</p>'],
    ['right', `<div style="${BESIDE};left:40px"><p>A chip, Trainium.</p></div>`],
    ['left', `<div style="${BESIDE};right:40px"><p>A chip, Trainium.</p></div>`],
  ])('A2 the pointer gets to a card %s at 0.2 px/ms, and may stay', async (side, body) => {
    const page = await load(`/way-${side}`, body);
    const [mark] = (await waitForMarks(page)) as [SeenMark];
    const { box } = await hoverCard(context.running, page, mark);
    const isBeside = side === 'left' || side === 'right';
    const inside = 20;
    const to = {
      x: isBeside ? (box.x > mark.x ? box.x + inside : box.x + box.width - inside) : mark.x,
      y: isBeside ? mark.y : box.y > mark.y ? box.y + inside : box.y + box.height - inside,
    };
    expect({
      below: to.y > mark.y,
      above: to.y < mark.y,
      right: to.x > mark.x,
      left: to.x < mark.x,
    }).toHaveProperty(side, true);
    const length = Math.hypot(to.x - mark.x, to.y - mark.y);
    await goToCard(context.running, page, mark, to, length / 0.2);
    expect((await readCard(context.running, page))?.label).toBe('Trainium');
    await page.mouse.move(500, 400, { steps: 3 });
    await page.mouse.move(550, 5, { steps: 3 });
  });

  test('A12 a disagreement, a change and old facts are said in words', async () => {
    const page = await load(
      '/words',
      '<p>Trainium, and Microsoft’s partnership with OpenAI.</p>',
      '<meta property="article:published_time" content="2023-09-25">',
    );
    const changed = await hover(page, 'Trainium');
    expect(changed.text).toMatch(/since this article/iu);
    await page.keyboard.press('Escape');
    await waitForNoCard(context.running, page);
    expect((await hover(page, 'partnership')).text).toMatch(/sources differ/iu);

    // Facts of a pack that nobody has looked after for years.
    const old = {
      ...LAMP_PACK,
      info: { ...LAMP_PACK.info, checked: '2020-01-01' },
      sources: LAMP_PACK.sources.map((each) => ({ ...each, published: '2019-10-01' })),
      terms: LAMP_PACK.terms.map((term) => ({
        ...term,
        claims: term.claims.map((claim) => ({
          ...claim,
          asOf: '2019-10-01',
          confidence: 'medium',
        })),
      })),
    };
    const file = path.join(tmpdir(), `glosslight-${process.pid}-old.json`);
    writeFileSync(file, JSON.stringify(old));
    const options = await openExtensionPage(context.running, 'options.html');
    const input = await options.waitForSelector('input[type="file"]');
    await (input as ElementHandle<HTMLInputElement>).uploadFile(file);
    await options.waitForSelector('.gl-preview');
    await options.$$eval('.gl-preview button', (all) =>
      all.find((each) => each.textContent === 'Import')?.click(),
    );
    await options.waitForSelector('[data-pack="lamp-makers"]');
    await options.close();
    const lamps = await load('/lamps', '<p>Zyxlux sells lamps.</p>');
    const { text } = await hover(lamps, 'Zyxlux');
    expect(text).toMatch(/may be out of date/iu);
    expect(text).toMatch(/medium confidence/iu);
  });

  test('A16 with wide spacing, and at 200 %, nothing of the text is cut off', async () => {
    const page = await load(
      '/spacing',
      '<p>Trainium, and Microsoft’s partnership with OpenAI.</p>',
      '<meta property="article:published_time" content="2023-09-25">',
    );
    for (const zoom of [1, 2]) {
      await zoomTo(context.running, page, zoom);
      for (const word of ['Trainium', 'partnership']) {
        await page.mouse.move(500, 380);
        await hover(page, word);
        await inCard(
          context.running,
          page,
          `const style = document.createElement('style'); style.textContent = ${JSON.stringify(SPACING)}; root.append(style);`,
        );
        await until(
          () => inCard<string[]>(context.running, page, CUT),
          (cut) => cut.length === 0,
          `cut off at ${zoom * 100} %`,
        );
        await page.keyboard.press('Escape');
        await waitForNoCard(context.running, page);
      }
    }
    await zoomTo(context.running, page, 1);
  });

  test('A22 Escape in a composition is the page’s, and the card stays', async () => {
    const page = await load(
      '/compose',
      `<p>Trainium is a chip.</p><input id="field"><script>window.keys = [];
       addEventListener('keydown', ({ key, isComposing, defaultPrevented }) => keys.push([key, isComposing, defaultPrevented].join()))</script>`,
    );
    await waitForMarks(page);
    await page.focus('#field');
    await hover(page, 'Trainium');
    await composeAndEscape(context.running, page);
    const keys = await until(
      () => page.evaluate(() => (window as never as { keys: string[] }).keys),
      (seen) => seen.length > 0,
      'the page has seen no key',
    );
    expect(keys).toEqual(['Escape,true,false']);
    expect((await readCard(context.running, page))?.label).toBe('Trainium');
  });

  test.each([
    ['timeline', 'data-figure'],
    ['graph', 'data-edge'],
  ])('A29 the %s’s table says the same and is reached by keyboard', async (hash, key) => {
    const page = await openExtensionPage(context.running, `explore.html#${hash}`);
    await page.waitForSelector(`svg [${key}]`);
    const drawn = await page.$$eval(
      `svg [${key}]`,
      (all, name) =>
        all.map((each) => [each.getAttribute(name), each.querySelector('title')?.textContent]),
      key,
    );
    const rows = await page.$$eval(
      `tr[${key}]`,
      (all, name) =>
        all.map((each) => [each.getAttribute(name), each.querySelector('th')?.textContent ?? '']),
      key,
    );
    expect(drawn.map(([id]) => id).toSorted()).toEqual(rows.map(([id]) => id).toSorted());
    if (hash === 'timeline') {
      const said = new Map(rows as [string, string][]);
      for (const [id, title] of drawn) expect(title).toContain(said.get(id as string));
    }
    await page.bringToFront();
    await page.evaluate(() => document.querySelector<HTMLElement>('main h1')?.focus());
    const at = () =>
      page.evaluate((name) => {
        const { activeElement } = document;
        if (activeElement?.closest(`tr[${name}] a`)) return 'link';
        const fold = activeElement?.closest('summary')?.parentElement as HTMLDetailsElement | null;
        return fold && !fold.open && fold.querySelector(`tr[${name}]`) ? 'closed' : '';
      }, key);
    let where = '';
    for (let press = 0; press < 300 && where !== 'link'; press++) {
      await page.keyboard.press('Tab');
      where = await at();
      if (where === 'closed') await page.keyboard.press('Enter');
    }
    expect(where).toBe('link');
    await page.close();
  });
});
