/** Opens the demo page with the extension; headless, it saves pictures and says where. */
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { launch } from '../e2e/browsers.ts';
import { waitForCard, waitForNoCard } from '../e2e/card.ts';
import { openPopupFor } from '../e2e/extension-tabs.ts';
import type { BrowserName } from '../e2e/find-browser.ts';
import { waitForMarks } from '../e2e/marks.ts';
import { startServer } from '../e2e/server.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const name = (process.argv[2] ?? 'chromium') as BrowserName;
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
const isHeadless = !hasDisplay || process.argv.includes('--headless');

const server = await startServer();
const url = server.serve(
  '/2023/rented-brains',
  readFileSync(path.join(root, 'demo', 'article.html'), 'utf8'),
);
const running = await launch(name, { isHeadless });
if (isHeadless) {
  await takePictures();
  await running.close();
  await server.close();
} else {
  const [page = await running.browser.newPage()] = await running.browser.pages();
  await page.goto(url);
  console.log(`The demo page is open: ${url}\nClose the browser to end the demo.`);
  await new Promise<void>((resolve) => running.browser.once('disconnected', () => resolve()));
  await server.close();
}

async function takePictures(): Promise<void> {
  const folder = path.join(root, 'demo-pictures');
  mkdirSync(folder, { recursive: true });
  for (const theme of ['light', 'dark'] as const) {
    const page = await running.browser.newPage();
    await prefer(page, theme);
    await page.goto(url);
    // Names of several senses come a moment after the others.
    const marks = await waitForMarks(page, (found) =>
      ['Trainium', 'Bedrock'].every((word) => found.some(({ text }) => text === word)),
    );
    await shoot(page, folder, `page-${theme}`);
    for (const word of ['Trainium', 'Anthropic', 'Microsoft', 'Bedrock']) {
      const mark = marks.find(({ text }) => text === word);
      if (mark === undefined) continue;
      await page.mouse.move(mark.x - 4, mark.y);
      await page.mouse.move(mark.x, mark.y);
      await waitForCard(running, page);
      await new Promise((resolve) => setTimeout(resolve, 300));
      await shoot(page, folder, `card-${word.toLowerCase()}-${theme}`);
      await page.keyboard.press('Escape');
      await waitForNoCard(running, page);
    }
    const popup = await openPopupFor(running, page);
    await prefer(popup, theme);
    await popup.setViewport({ width: 360, height: 600, deviceScaleFactor: 2 });
    await popup.waitForFunction(() => document.body.textContent?.includes('Trainium'));
    await shoot(popup, folder, `popup-${theme}`);
    await popup.close();
    await page.close();
  }
  console.log(`No display here: ${name} ran headless. Pictures are in ${folder}`);
}

async function prefer(page: Page, theme: 'light' | 'dark'): Promise<void> {
  // Firefox follows its own setting; the pictures are then light.
  await page
    .emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }])
    .catch(() => undefined);
}

async function shoot(page: Page, folder: string, title: string): Promise<void> {
  await page.screenshot({ path: path.join(folder, `${title}.png`) as `${string}.png` });
}
