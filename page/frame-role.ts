/** What a frame is to the reader: a part of the page, a nook without room for a card, or an advert. */

export type FrameRole = 'page' | 'small' | 'ignored';

/** Room that a card needs, in px; a smaller frame borrows the top frame's. */
const CARD_ROOM = { width: 400, height: 300 } as const;
/** Smaller than one line of a few words, in px: counters, sync frames, players. */
const LEAST = { width: 80, height: 16 } as const;

/** Sizes that adverts are sold in (Interactive Advertising Bureau, fixed sizes), in px. */
const ADVERTS =
  ' 88x31 120x60 120x90 120x240 120x600 125x125 160x600 180x150 200x200 234x60 240x400 250x250 300x50 ' +
  '300x100 300x250 300x600 300x1050 320x50 320x100 320x480 336x280 468x60 580x400 728x90 750x100 ' +
  '750x200 750x300 930x180 950x90 960x90 970x66 970x90 970x250 980x90 980x120 ';

/** @returns the role of a window as it is now; it changes with the window's size. */
export function frameRole(view: Window): FrameRole {
  if (view.top === view) return 'page';
  const { innerWidth: width, innerHeight: height } = view;
  if (width < LEAST.width || height < LEAST.height) return 'ignored';
  if (ADVERTS.includes(` ${width}x${height} `)) return 'ignored';
  return width < CARD_ROOM.width || height < CARD_ROOM.height ? 'small' : 'page';
}
