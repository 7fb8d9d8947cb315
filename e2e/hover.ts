/** The hand: moves onto a mark and waits for its card. */
import type { Page } from 'puppeteer-core';
import type { Running } from './browsers.ts';
import { readCard, type SeenCard } from './card.ts';
import type { SeenMark } from './marks.ts';
import { PATIENCE, pause } from './patience.ts';

/** A resting hand stirs now and then. Longer than any dwell, so that one dwell is enough, in ms. */
const STIR_MS = 1500;

/** Moves onto a mark in steps, slowing down on the word. */
export async function moveOnto(page: Page, mark: SeenMark | undefined): Promise<void> {
  if (mark === undefined) throw new Error('no such mark');
  await page.mouse.move(mark.x - 8, mark.y, { steps: 4 });
  await page.mouse.move(mark.x, mark.y, { steps: 3 });
}

/**
 * Hovers a mark until its card is there. On a slow machine a pointer may be on the word before the
 * page has all of the extension, which then learns of it with the pointer's next move.
 */
export async function hoverCard(
  running: Running,
  page: Page,
  mark: SeenMark | undefined,
): Promise<SeenCard> {
  await moveOnto(page, mark);
  let seen: SeenCard | null = null;
  await hoverUntil(page, mark as SeenMark, async () => {
    seen = await readCard(running, page);
    return seen !== null && seen.box.width > 0;
  });
  return seen as unknown as SeenCard;
}

/** Stays on a mark, with a hand that is alive, until something is seen. */
export async function hoverUntil(
  page: Page,
  { x, y }: SeenMark,
  isThere: () => Promise<boolean>,
): Promise<void> {
  const end = Date.now() + PATIENCE;
  let stirred = Date.now();
  let by = 0;
  while (!(await isThere())) {
    if (Date.now() > end) throw new Error('no card came');
    if (Date.now() - stirred > STIR_MS) {
      stirred = Date.now();
      by = 1 - by;
      await page.mouse.move(x + by, y);
    }
    await pause(25);
  }
}

/** How long a hand may be under way from a word to its card, in ms; the card waits some longer. */
const WAY_MS = 450;
const WAY_STEPS = 12;
/** A card that was given up on the way is gone by then, in ms. */
const SETTLE_MS = 700;

/**
 * Goes from a word to its card in a straight line, at a hand's pace. The card has to stay; only where
 * the machine was slower than any hand, the way is gone once more.
 * @param from the word, whose card is open.
 * @param ms that the way takes, below `WAY_MS`.
 */
export async function goToCard(
  running: Running,
  page: Page,
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
  ms = 240,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const start = Date.now();
    for (let step = 1; step <= WAY_STEPS; step++) {
      const share = step / WAY_STEPS;
      await page.mouse.move(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share);
      await pause(Math.max(0, start + ms * share - Date.now()));
    }
    const isAHand = Date.now() - start < WAY_MS;
    await pause(SETTLE_MS);
    if ((await readCard(running, page)) !== null) return;
    if (isAHand || attempt === 10) throw new Error('the card has not waited');
    await hoverCard(running, page, { text: '', ...from });
  }
}
