/**
 * A card that stays as long as it is wanted: a whole minute, which no clock can be made to jump over
 * in both browsers. The minute runs once, for all of them together.
 */
import { afterAll, expect, test } from 'vitest';
import { launch, type Running } from '../browsers.ts';
import { readCard, waitForCard } from '../card.ts';
import { runCommand } from '../commands.ts';
import { wantedBrowsers } from '../each-browser.ts';
import type { BrowserName } from '../find-browser.ts';
import { hoverCard } from '../hover.ts';
import { waitForMarks } from '../marks.ts';
import { pause } from '../patience.ts';
import { htmlPage, startServer } from '../server.ts';

const MINUTE = 60_000;
const BODY = '<p style="font:18px/1.7 serif;margin:30px">Trainium is a chip.</p>';

/** Two browsers of each kind: only one page at a time is really in front. */
const KINDS = wantedBrowsers().flatMap((name) => [
  { name, how: 'hovered' as const },
  { name, how: 'focused' as const },
]);
const running: Running[] = [];

afterAll(() => Promise.all(running.map((each) => each.close())));

test.skipIf(KINDS.length === 0)(
  'A3 a card stays for a minute while it is hovered or focused',
  { timeout: 240_000 },
  async () => {
    const server = await startServer();
    const url = server.serve('/lasting', htmlPage(BODY));
    const open = async (name: BrowserName, how: 'hovered' | 'focused') => {
      const browser = await launch(name);
      running.push(browser);
      const page = await browser.browser.newPage();
      await page.goto(url);
      const [mark] = await waitForMarks(page);
      if (how === 'hovered') await hoverCard(browser, page, mark);
      else await runCommand(browser, page, 'next-term');
      await waitForCard(browser, page);
      return { browser, page };
    };
    const opened = [];
    for (const { name, how } of KINDS) opened.push({ name, how, ...(await open(name, how)) });
    await pause(MINUTE);
    for (const { name, how, browser, page } of opened) {
      const card = await readCard(browser, page);
      expect(card?.label, `${name}, ${how}`).toBe('Trainium');
    }
    await server.close();
  },
);
