/** What a frame is to the reader: a part of the page, a nook without room for a card, or an advert. */

export type FrameRole = 'page' | 'small' | 'ignored';

/** Room that a card needs, in px; a smaller frame borrows the top frame's. */
const CARD_ROOM = { width: 400, height: 300 } as const;
/** Smaller than one line of a few words, in px: counters, sync frames, players. */
const LEAST = { width: 80, height: 16 } as const;

/**
 * Sizes that adverts are sold in (Interactive Advertising Bureau, fixed sizes), in px: each width with
 * its heights.
 */
const ADVERTS =
  ' 88x31 120x60x90x240x600 125x125 160x600 180x150 200x200 234x60 240x400 250x250 ' +
  '300x50x100x250x600x1050 320x50x100x480 336x280 468x60 580x400 728x90 750x100x200x300 930x180 ' +
  '950x90 960x90 970x66x90x250 980x90x120 ';

/** @returns the role of a window as it is now; it changes with the window's size. */
export function frameRole(view: Window): FrameRole {
  if (view.top === view) return 'page';
  const { innerWidth: width, innerHeight: height } = view;
  if (width < LEAST.width || height < LEAST.height) return 'ignored';
  if (new RegExp(` ${width}(x\\d+)*x${height}[x ]`).test(ADVERTS)) return 'ignored';
  return width < CARD_ROOM.width || height < CARD_ROOM.height ? 'small' : 'page';
}
