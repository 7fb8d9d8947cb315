/** The way from term to card: a pointer on it is still with the card. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Room left and right of the straight way, in px: hands don't draw with a ruler. */
const SPREAD = 8;

/**
 * @param exit where the pointer left the term.
 * @param from, @param to two pointer positions, the later last.
 * @returns whether the pointer is between exit and card and comes no farther from the card.
 */
export function isHeadingFor(exit: Point, from: Point, to: Point, card: Box): boolean {
  const isCloser = distance(to, card) < distance(from, card) + 0.5;
  return isCloser && isInside(to, corridor(exit, card));
}

/** Triangle from the exit to the near side of the card, widened by `SPREAD`. */
function corridor(exit: Point, card: Box): readonly Point[] {
  const left = card.left - SPREAD;
  const right = card.right + SPREAD;
  const top = card.top - SPREAD;
  const bottom = card.bottom + SPREAD;
  if (exit.y <= card.top)
    return fan(exit, { x: left, y: card.top }, { x: right, y: card.top }, 'y');
  if (exit.y >= card.bottom) {
    return fan(exit, { x: left, y: card.bottom }, { x: right, y: card.bottom }, 'y');
  }
  const x = exit.x <= card.left ? card.left : card.right;
  return fan(exit, { x, y: top }, { x, y: bottom }, 'x');
}

function fan(exit: Point, one: Point, two: Point, along: 'x' | 'y'): readonly Point[] {
  const spread = along === 'y' ? { x: SPREAD, y: 0 } : { x: 0, y: SPREAD };
  return [
    { x: exit.x - spread.x, y: exit.y - spread.y },
    { x: exit.x + spread.x, y: exit.y + spread.y },
    two,
    one,
  ];
}

/** Ray casting; the corners are in order around the shape. */
function isInside(point: Point, corners: readonly Point[]): boolean {
  let inside = false;
  corners.forEach((a, index) => {
    const b = corners[(index + 1) % corners.length] as Point;
    const crosses = a.y > point.y !== b.y > point.y;
    if (crosses && point.x < ((b.x - a.x) * (point.y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  });
  return inside;
}

function distance(point: Point, box: Box): number {
  const dx = Math.max(box.left - point.x, 0, point.x - box.right);
  const dy = Math.max(box.top - point.y, 0, point.y - box.bottom);
  return Math.hypot(dx, dy);
}
