import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { inCard } from './card.ts';
import { describeInBrowsers, pause } from './each-browser.ts';
import { hoverCard } from './hover.ts';
import { waitForMarks } from './marks.ts';
import { htmlPage } from './server.ts';

/** A name for the loopback address that no browser takes for a safe place, as it does `localhost`. */
const HOST = 'paper.example';

/** A page that listens to copying, adds to what is copied from it and watches its own nodes. */
const PAGE = htmlPage(
  '<p id="line" style="margin-top:60px">Trainium stands in this line.</p><p>Another line.</p>',
  `<script>
    window.heard = [];
    const spoil = (event) => {
      heard.push(event.type);
      event.preventDefault();
      event.clipboardData?.setData('text/plain', 'Read more on this site!');
      event.clipboardData?.setData('text/html', '<b>Read more on this site!</b>');
    };
    for (const type of ['copy', 'beforecopy']) {
      document.addEventListener(type, spoil, true);
      document.addEventListener(type, spoil);
      window.addEventListener(type, spoil);
    }
  </script>`,
);
const PASTE = htmlPage('<textarea id="here"></textarea>');

describeInBrowsers(
  'copying a citation',
  (context) => {
    /** As a hand does it: only a real press lets a page copy. */
    const press = async (page: Page, name: string) => {
      const point = await inCard<{ x: number; y: number }>(
        context.running,
        page,
        `const button = [...root.querySelectorAll('button')].find((each) =>
           each.textContent.trim() === ${JSON.stringify(name)});
         const { x, y, width, height } = button.getBoundingClientRect();
         return { x: x + width / 2, y: y + height / 2 };`,
      );
      await page.mouse.click(point.x, point.y);
    };
    const openCite = async (page: Page) => {
      const [mark] = await waitForMarks(page);
      await hoverCard(context.running, page, mark);
      await press(page, 'Cite');
      await pause(100);
    };
    const outcome = async (page: Page) => {
      await pause(200);
      return inCard<string>(
        context.running,
        page,
        `return root.querySelector('.gl-outcome').textContent;`,
      );
    };
    /** What another page gets from the clipboard. */
    const paste = async () => {
      const page = await context.open(context.server.serve('/paste', PASTE));
      await page.focus('#here');
      await page.keyboard.down('Control');
      await page.keyboard.press(
        'KeyV',
        context.running.name === 'chromium' ? { commands: ['Paste'] } : {},
      );
      await page.keyboard.up('Control');
      await pause(100);
      return page.$eval('#here', (field) => (field as HTMLTextAreaElement).value);
    };

    test('works without the clipboard API, and the page notices nothing', async () => {
      const { port } = new URL(context.server.serve('/plain', PAGE));
      const page = await context.open(`http://${HOST}:${port}/plain`);
      expect(await page.evaluate(() => isSecureContext)).toBe(false);
      await openCite(page);
      await page.evaluate(() => {
        const { heard } = window as unknown as { heard: string[] };
        const note = (records: readonly MutationRecord[]) => {
          heard.push(...records.map(({ type }) => type));
        };
        new MutationObserver(note).observe(document, {
          subtree: true,
          childList: true,
          attributes: true,
          characterData: true,
        });
        document.getSelection()?.selectAllChildren(document.querySelector('#line') as Element);
        document.addEventListener('selectstart', () => heard.push('selectstart'), true);
        for (const type of ['focusin', 'focusout', 'blur', 'focus']) {
          document.addEventListener(type, () => heard.push(type), true);
        }
      });
      await press(page, 'Plain text');
      expect(await outcome(page)).toBe('Copied: Plain text');
      const state = await page.evaluate(() => ({
        heard: (window as unknown as { heard: string[] }).heard,
        selected: String(document.getSelection()),
      }));
      expect(state).toEqual({ heard: [], selected: 'Trainium stands in this line.' });
      const text = await paste();
      expect(text).toMatch(/Glosslight/u);
      expect(text).toMatch(/https:\/\//u);
      expect(text).not.toMatch(/Read more/u);
      // The command is the page's own again.
      await page.bringToFront();
      await page.evaluate(() => document.execCommand('copy'));
      expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toContain(
        'copy',
      );
    });

    test('works where the page denies itself the clipboard', async () => {
      const headers = { 'permissions-policy': 'clipboard-write=()' };
      const page = await context.open(context.server.serve('/denied', PAGE, headers));
      await openCite(page);
      await press(page, 'Markdown');
      expect(await outcome(page)).toBe('Copied: Markdown');
      expect(await paste()).toMatch(/\]\(<https:\/\//u);
      expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual(
        [],
      );
    });
  },
  {
    args: [`--host-resolver-rules=MAP ${HOST} 127.0.0.1`],
    prefs: { 'network.dns.localDomains': HOST },
  },
);
