/**
 * The gold set through the real thing: every sentence is a page of its own, in a frame, read, resolved
 * and painted by the extension.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeInBrowsers, pause } from './each-browser.ts';
import { changeSettings } from './extension-tabs.ts';
import { PATIENCE } from './patience.ts';
import { htmlPage } from './server.ts';

interface GoldItem {
  readonly text: string;
  readonly title?: string;
  readonly means: string | null;
}

const folder = join(import.meta.dirname, '..', 'glossary', 'gold');
const items = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .flatMap((name): GoldItem[] => JSON.parse(readFileSync(join(folder, name), 'utf8')));

/** Frames side by side, all within the window: marks are painted only where they can be seen. */
const FRAMES = 48;
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Whether each frame's place is marked. Runs in the page. */
function readFrames(places: readonly number[]): boolean[] {
  return [...document.querySelectorAll('iframe')].map((frame, index) => {
    const inner = frame.contentWindow as (Window & typeof globalThis) | null;
    let isMarked = false;
    inner?.CSS.highlights.get('glosslight')?.forEach((range) => {
      const at = places[index] as number;
      if (range.startOffset <= at && at < range.endOffset) isMarked = true;
    });
    return isMarked;
  });
}

/** So long nothing may change where all is as it should be, and where something is missing, in ms. */
const QUIET = { right: 300, missing: 1200 } as const;

/** Waits until marks have stopped coming. */
async function settled(
  read: () => Promise<boolean[]>,
  wanted: readonly boolean[],
): Promise<boolean[]> {
  const end = Date.now() + PATIENCE;
  const most = wanted.filter((each) => each).length;
  let marked: boolean[] = [];
  let since = Date.now();
  for (;;) {
    const now = await read();
    if (now.join() !== marked.join()) since = Date.now();
    marked = now;
    const missing = wanted.filter((each, at) => each && !marked[at]).length;
    // Where most is missing, the frames are still being read.
    const isRead = missing <= most / 4;
    const quiet = Date.now() - since;
    if (isRead && quiet > (missing === 0 ? QUIET.right : QUIET.missing)) return marked;
    if (Date.now() > end) return marked;
    await pause(100);
  }
}

describeInBrowsers(
  'gold set',
  (context) => {
    test('is marked as it means, in the page', { timeout: 240_000 }, async () => {
      await changeSettings(context.running, { density: 'every' });
      let right = 0;
      let wrong = 0;
      let missed = 0;
      const faults: string[] = [];
      for (let from = 0; from < items.length; from += FRAMES) {
        const batch = items.slice(from, from + FRAMES);
        const frames = batch.map(({ text, title = '' }, index) => {
          const words = text.replace('[[', '').replace(']]', '');
          const inner = context.server.serve(
            `/gold/${from + index}`,
            `<!doctype html><title>${escaped(title)}</title><p>${escaped(words)}</p>`,
          );
          return `<iframe src="${inner}" style="width:310px;height:300px;border:0"></iframe>`;
        });
        const page = await context.open(
          context.server.serve(`/gold-page/${from}`, htmlPage(frames.join(''))),
        );
        await page.setViewport({ width: 2600, height: 2200 });
        const places = batch.map(({ text }) => text.indexOf('[['));
        const marked = await settled(
          () => page.evaluate(readFrames, places),
          batch.map(({ means }) => means !== null),
        );
        marked.forEach((isMarked, index) => {
          const item = batch[index] as GoldItem;
          if (isMarked === (item.means !== null)) right += item.means === null ? 0 : 1;
          else {
            faults.push(`${isMarked ? 'wrong' : 'missed'}: ${item.text}`);
            if (isMarked) wrong += 1;
            else missed += 1;
          }
        });
        await page.close();
      }
      const listed = faults.join('\n');
      expect(right / (right + wrong), listed).toBeGreaterThanOrEqual(0.985);
      expect(right / (right + missed), listed).toBeGreaterThanOrEqual(0.975);
    });
  },
  { width: 2600, height: 2200 },
);
