import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { describeInBrowsers, pause } from './each-browser.ts';
import { hoverUntil, moveOnto } from './hover.ts';
import { readMarks, type SeenMark } from './marks.ts';
import { until } from './patience.ts';

/** Saved pages of the web, kept beside the project; without them there is nothing to test here. */
const FOLDER = path.resolve(fileURLToPath(new URL('../../shared/pages', import.meta.url)));
const files = existsSync(FOLDER)
  ? readdirSync(FOLDER).filter((name) => name.endsWith('.html'))
  : [];

/** A sentence with terms, so that every page has marks to hover. */
const SENTENCE = '<p id="gl-probe">Trainium, Inferentia and ChatGPT are terms.</p>';
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
/** Long enough for a card where one comes at all; for marks that something of the page covers. */
const DWELL_MS = 420;

describe.skipIf(files.length === 0)('saved pages of the web', () => {
  if (files.length === 0) {
    test('skipped: the folder of saved pages is not there', () => {});
    return;
  }
  describeInBrowsers('each page', (context) => {
    const html = (page: Page) => page.evaluate(() => document.documentElement.outerHTML);

    test.each(files)('%s: scanned, hovered, changed, left, and as it was', async (file) => {
      const source = readFileSync(path.join(FOLDER, file), 'utf8');
      const url = context.server.serve(`/${file}`, source, { 'content-security-policy': POLICY });
      const page = await context.running.browser.newPage();
      const faults: string[] = [];
      page.on('pageerror', (error) => {
        if (!/Content-Security-Policy|^Error: Security Error/u.test(String(error)))
          faults.push(String(error));
      });
      await page.goto(url, { waitUntil: 'domcontentloaded' });
      const isShown = await page.evaluate((probe) => {
        document.body.insertAdjacentHTML('afterbegin', probe);
        return document
          .querySelector('#gl-probe')
          ?.checkVisibility({ opacityProperty: true, visibilityProperty: true });
      }, SENTENCE);
      const before = await html(page);
      // Some pages show nothing without their scripts.
      const marks = isShown ? await waitFor(page, (found) => found.length >= 3) : [];
      for (const mark of marks.slice(0, 3)) await hoverMark(page, mark);
      await page.keyboard.press('Escape');
      await page.mouse.move(2, 790);
      await page.waitForFunction(() => document.querySelector('[popover=manual]') === null);
      expect(await html(page)).toBe(before);
      await page.evaluate(() => {
        document.querySelector('#gl-probe')?.replaceChildren('OpenAI');
        document.body.append(document.createElement('p'));
        document.body.lastElementChild?.remove();
      });
      if (isShown) await waitFor(page, (found) => found.some(({ text }) => text === 'OpenAI'));
      await page.goto('about:blank');
      expect(faults).toEqual([]);
      await page.close();
    });
  });
});

function waitFor(
  page: Page,
  isEnough: (marks: readonly SeenMark[]) => boolean,
): Promise<SeenMark[]> {
  return until(() => readMarks(page), isEnough, 'not the marks that should be');
}

/** Hovers a mark; where nothing of the page lies over it, its card has to come. */
async function hoverMark(page: Page, mark: SeenMark): Promise<void> {
  await moveOnto(page, mark);
  const isOnTop = await page.evaluate(
    (x, y) => document.elementFromPoint(x, y)?.id === 'gl-probe',
    mark.x,
    mark.y,
  );
  if (!isOnTop) return pause(DWELL_MS);
  await hoverUntil(page, mark, () =>
    page.evaluate((text) => {
      let shown = '';
      CSS.highlights.get('glosslight-active')?.forEach((range) => {
        const { startContainer, startOffset, endOffset } = range;
        shown += startContainer.textContent?.slice(startOffset, endOffset) ?? '';
      });
      return shown === text && document.querySelector('[popover=manual]') !== null;
    }, mark.text),
  );
}
