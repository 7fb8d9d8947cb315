/** The hand: moves onto a mark and waits for its card. */
import type { Page } from 'puppeteer-core';
import type { Running } from './browsers.ts';
import { type SeenCard, waitForCard } from './card.ts';
import type { SeenMark } from './marks.ts';

/** Moves onto a mark in steps, slowing down on the word. */
export async function moveOnto(page: Page, mark: SeenMark | undefined): Promise<void> {
  if (mark === undefined) throw new Error('no such mark');
  await page.mouse.move(mark.x - 8, mark.y, { steps: 4 });
  await page.mouse.move(mark.x, mark.y, { steps: 3 });
}

/** Hovers a mark until its card is there. */
export async function hoverCard(
  running: Running,
  page: Page,
  mark: SeenMark | undefined,
): Promise<SeenCard> {
  await moveOnto(page, mark);
  return waitForCard(running, page);
}
