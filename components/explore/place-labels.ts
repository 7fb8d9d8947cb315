/** Which labels of a plot can be written without covering each other. Pure. */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface LabelWish<T> {
  readonly item: T;
  /** The point to be named, px. */
  readonly x: number;
  readonly y: number;
  /** From the point to the edge of its mark, px. */
  readonly reach: number;
  /** The words, fullest first, with their widths in px. */
  readonly texts: readonly { readonly text: string; readonly width: number }[];
}

export interface PlacedLabel<T> {
  readonly item: T;
  readonly text: string;
  /** Start of the words, and the middle of their height. */
  readonly x: number;
  readonly y: number;
}

const HEIGHT = 15;
/** Between a mark and its label, px. */
const GAP = 4;

/**
 * @param wishes the most important first; one that finds no room is left out.
 * @param taken what must not be covered.
 * @param frame the picture's bounds.
 */
export function placeLabels<T>(
  wishes: readonly LabelWish<T>[],
  taken: readonly Box[],
  frame: Box,
): readonly PlacedLabel<T>[] {
  const boxes = [...taken];
  const placed: PlacedLabel<T>[] = [];
  for (const { item, x, y, reach, texts } of wishes) {
    const found = texts
      .flatMap(({ text, width }) => spots(x, y, reach + GAP, width).map((box) => ({ text, box })))
      .find(({ box }) => isInside(box, frame) && !boxes.some((other) => overlap(box, other)));
    if (found === undefined) continue;
    boxes.push(found.box);
    placed.push({ item, text: found.text, x: found.box.x, y: found.box.y + HEIGHT / 2 });
  }
  return placed;
}

function spots(x: number, y: number, away: number, width: number): Box[] {
  const box = (left: number, top: number): Box => ({ x: left, y: top, width, height: HEIGHT });
  return [
    box(x + away, y - HEIGHT / 2),
    box(x - away - width, y - HEIGHT / 2),
    box(x - width / 2, y - away - HEIGHT),
    box(x - width / 2, y + away),
  ];
}

function isInside(box: Box, frame: Box): boolean {
  return (
    box.x >= frame.x &&
    box.y >= frame.y &&
    box.x + box.width <= frame.x + frame.width &&
    box.y + box.height <= frame.y + frame.height
  );
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
