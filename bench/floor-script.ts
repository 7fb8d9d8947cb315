import { readFloor } from './floor-page.ts';

/** In place of the extension's own script, so that it runs where and when that does. */
export const FLOOR_SCRIPT = `setTimeout(() => {
  console.timeStamp('floor-first');
  (${readFloor})();
});`;
