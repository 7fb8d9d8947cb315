import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { inCard, readCard } from './card.ts';
import { describeInBrowsers } from './each-browser.ts';
import { openPopupFor } from './extension-tabs.ts';
import { hoverCard } from './hover.ts';
import { waitForMarks } from './marks.ts';
import { until } from './patience.ts';
import { htmlPage } from './server.ts';

const dated = (date: string) => `<meta property="article:published_time" content="${date}">`;
const BODY = `<p>News: Amazon’s investment in Anthropic, and Microsoft’s partnership with OpenAI.
  The start-up trains on Trainium.</p>`;

/** What a card says where the page's day is told, or cannot be. */
const DATED = /since this article|date unknown|no recorded change|newer than our facts/iu;

describeInBrowsers('since this article', (context) => {
  const hover = async (page: Page, word: string) => {
    const marks = await waitForMarks(page, (found) =>
      found.some(({ text }) => text.includes(word)),
    );
    await hoverCard(
      context.running,
      page,
      marks.find(({ text }) => text.includes(word)),
    );
    // The page's date is looked for while the card opens, and comes into it.
    const { text } = await until(
      () => readCard(context.running, page).then((card) => card ?? { text: '' }),
      (card) => DATED.test(card.text),
      'the card says nothing of the date',
    );
    return text;
  };
  const press = (page: Page, name: string) =>
    inCard(
      context.running,
      page,
      `[...root.querySelectorAll('button')].find((button) =>
         (button.getAttribute('aria-label') ?? button.textContent).includes(${JSON.stringify(name)})).click();`,
    );
  const hasEditor = (page: Page, isWanted: boolean) =>
    until(
      () =>
        inCard<boolean>(
          context.running,
          page,
          `return root.querySelector('.gl-date-editor') !== null;`,
        ),
      (isThere) => isThere === isWanted,
      'the date is not set',
    );
  const setYear = async (page: Page, year: string) => {
    await hasEditor(page, true);
    await inCard(
      context.running,
      page,
      `for (const select of root.querySelectorAll('.gl-date-editor select')) {
         const wanted = [...select.options].some((o) => o.value === '${year}') ? '${year}' : '';
         select.value = wanted;
         select.dispatchEvent(new Event('change', { bubbles: true }));
       }`,
    );
    await press(page, 'Use this date');
    await hasEditor(page, false);
    return (await readCard(context.running, page))?.text ?? '';
  };

  test('an article of 25 September 2023 shows the later sums as changes', async () => {
    const page = await context.open(
      context.server.serve('/2023', htmlPage(BODY, dated('2023-09-25T12:00:00-04:00'))),
    );
    const text = await hover(page, 'investment in Anthropic');
    expect(text).toMatch(/since this article/iu);
    expect(text).toMatch(/25\sSep\s2023/u);
    expect(text).toMatch(/\$(?:8|13|33)\s?(?:bn|billion)/u);
  });

  test('both figures of Microsoft and OpenAI stand side by side with their sources', async () => {
    const page = await context.open(
      context.server.serve('/both', htmlPage(BODY, dated('2023-09-25'))),
    );
    const text = await hover(page, 'partnership with OpenAI');
    expect(text).toMatch(/sources differ/iu);
    expect(text).toMatch(/\$10\s?bn/u);
    expect(text).toMatch(/\$13\s?bn/u);
  });

  test('an undated page says so; set by hand, the card follows at once', async () => {
    const page = await context.open(context.server.serve('/undated', htmlPage(BODY)));
    expect(await hover(page, 'Trainium')).toMatch(/date unknown/iu);
    await press(page, 'Set date');
    expect(await setYear(page, '2021')).toMatch(/since this article/iu);
    await press(page, 'Change the article');
    expect(await setYear(page, '2026')).not.toMatch(/2025:/u);
  });

  test('the popup says how many terms have changed, most changed first', async () => {
    const page = await context.open(
      context.server.serve('/changes', htmlPage(BODY, dated('2023-09-25'))),
    );
    await waitForMarks(page);
    const popup = await openPopupFor(context.running, page);
    await popup.waitForFunction(() => /changed since/u.test(document.body.textContent ?? ''));
    const counts = await popup.evaluate(() =>
      [...document.body.innerText.matchAll(/(\d+) changes? since/gu)].map((match) =>
        Number(match[1]),
      ),
    );
    expect(counts.length).toBeGreaterThan(0);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    await popup.close();
  });
});
