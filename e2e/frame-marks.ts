/** Marks and cards inside frames, where the page's own helpers don't reach. */
import type { Frame, Page } from 'puppeteer-core';
import { hoverUntil } from './hover.ts';
import { readMarks, type SeenMark } from './marks.ts';
import { until } from './patience.ts';

/** Waits until a frame has marks. */
export function waitForFrameMarks(frame: Frame): Promise<SeenMark[]> {
  return until(
    () => readMarks(insideOf(frame)).catch((): SeenMark[] => []),
    (marks) => marks.length > 0,
    `no marks in ${frame.url()}`,
  );
}

/** A frame evaluates as a page does; in a world of its own even where the page's scripts are off. */
function insideOf(frame: Frame | Page): Page {
  const inner = frame as unknown as { isolatedRealm?(): unknown };
  return (inner.isolatedRealm?.() ?? frame) as Page;
}

/** Finds a frame of the page by its element. */
export async function frameOf(page: Page, selector: string): Promise<Frame> {
  const element = await page.waitForSelector(selector);
  const frame = await element?.contentFrame();
  if (!frame) throw new Error(`${selector} holds no frame`);
  return frame;
}

/**
 * Moves the pointer onto a mark of a frame, slowing down as a hand does, and stays until a card is
 * there.
 * @param holder where the card is to be: the frame, or the page for a frame without room.
 */
export async function hoverInFrame(
  page: Page,
  selector: string,
  mark: SeenMark,
  holder: Frame | Page,
): Promise<void> {
  const box = await page.$eval(selector, (element) => {
    const { x, y } = element.getBoundingClientRect();
    return { x: x + element.clientLeft, y: y + element.clientTop };
  });
  const [x, y] = [box.x + mark.x, box.y + mark.y];
  await page.mouse.move(x - 12, y, { steps: 4 });
  await page.mouse.move(x, y, { steps: 3 });
  await hoverUntil(page, { text: mark.text, x, y }, () => hasCard(holder));
}

/** Whether a card is open in a frame; its root is closed, its host can be seen. */
export async function hasCard(frame: Frame | Page): Promise<boolean> {
  return insideOf(frame).evaluate(() => {
    const host = document.querySelector('[popover=manual][data-theme]');
    return host !== null && host.getBoundingClientRect().height > 0;
  });
}

/** Waits until a frame shows a card or none. */
export async function waitForFrameCard(frame: Frame | Page, isThere = true): Promise<void> {
  await until(
    () => hasCard(frame),
    (seen) => seen === isThere,
    isThere ? 'no card came' : 'the card stays',
  );
}
