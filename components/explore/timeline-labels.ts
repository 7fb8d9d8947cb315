/** Which figures of a timeline are named in the picture, and where. */
import type { DatedFigure } from '../../glossary/timeline.ts';
import { formatValue } from '../format.ts';
import { type Box, type PlacedLabel, placeLabels } from './place-labels.ts';
import { FONT, textWidth } from './text-width.ts';
import type { Point } from './timeline-scales.ts';

/** Type size of a label, px. */
export const LABEL_SIZE = 11.5;
const TYPE = `${LABEL_SIZE}px ${FONT}`;
/** From the middle of a mark to its edge, px: a dot, and the diamond of a disputed figure. */
const REACH = 5;
const WIDE_REACH = 10;
/** In a narrower picture figures are named by their amount alone, px. */
const WIDE = 500;
const LONGEST = 48;

/**
 * The largest are named first, and by their full name where there is room for it.
 * @param places where each point stands, px.
 * @param frame the room for labels, px.
 */
export function chooseLabels(
  points: readonly Point[],
  places: readonly { readonly x: number; readonly y: number }[],
  frame: Box,
): readonly PlacedLabel<DatedFigure>[] {
  const reaches = points.map(({ figure }) => (figure.dispute === undefined ? REACH : WIDE_REACH));
  const taken = places.map(({ x, y }, at): Box => {
    const half = (reaches[at] ?? REACH) + 2;
    return { x: x - half, y: y - half, width: 2 * half, height: 2 * half };
  });
  points.forEach(({ figure: { value } }, at) => {
    const { x = 0, y = 0 } = places[at] ?? {};
    const isDown = value.bound === 'up to' || value.bound === 'less than';
    const isUp = value.bound === 'at least' || value.bound === 'more than';
    if (isDown || isUp) taken.push({ x: x - 4, y: isUp ? y - 18 : y, width: 8, height: 18 });
  });
  const wishes = points
    .map(({ figure }, at) => {
      const short = formatValue(figure.value);
      const full = `${short} ${figure.measure}`;
      const texts = (full.length <= LONGEST && frame.width > WIDE ? [full, short] : [short]).map(
        (words) => ({
          text: words,
          width: textWidth(words, TYPE) + 4,
        }),
      );
      const { x = 0, y = 0 } = places[at] ?? {};
      return { item: figure, x, y, reach: reaches[at] ?? REACH, texts };
    })
    .sort((a, b) => b.item.value.amount - a.item.value.amount);
  return placeLabels(wishes, taken, frame);
}
