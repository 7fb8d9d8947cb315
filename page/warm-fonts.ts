/**
 * The first text in a font takes the browser its time, in each size anew: 9 ms of the first card's
 * first frame (Chromium). The dwell has that time, and the frame has not.
 */
import { later, runInSlices } from './slices.ts';

/** As in tokens.css. */
export const FAMILY = 'system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif';
export const WEIGHTS = [400, 650] as const;
/** Those of the card's styles, in parts of its text's 14 px. */
export const SIZES = [1, 0.857, 0.893, 0.786, 0.929, 1.143, 0.7, 0.821, 0.917, 1.214] as const;

/** Signs that style sheets write. */
const SIGNS = '▸▾·';

/**
 * Sets text in the card's fonts where nobody sees it, a little at a time.
 *
 * @param text - What will be shown: letters that a font lacks are looked for in others.
 */
export function warmFonts(view: Window & typeof globalThis, text: string): void {
  const canvas = 'OffscreenCanvas' in view ? new view.OffscreenCanvas(1, 1).getContext('2d') : null;
  if (canvas === null) return;
  const letters = [...new Set(text + SIGNS)].join('');
  const fonts = SIZES.flatMap((size) =>
    WEIGHTS.map((weight) => `${weight} ${size * 14}px ${FAMILY}`),
  );
  let next = 0;
  const step = () => {
    canvas.font = fonts[next++] as string;
    canvas.measureText(letters);
    return next < fonts.length;
  };
  later(view, () => runInSlices(view, step, new AbortController().signal));
}
