/** A mention in a frame without room for a card, as the top frame gets it: where it is, what it means. */
import type { TermId } from '../data/schema.ts';
import type { Point } from './corridor.ts';

export interface LentMention {
  readonly termId: TermId;
  readonly form: string;
  readonly why: string;
  /** How its card is open: under the pointer, held by a click, or from the keyboard. */
  readonly mode: 'hover' | 'pinned' | 'focused' | 'sheet';
  /** Line rectangles as left, top, width, height, in px of the frame's own viewport. */
  readonly rects: readonly (readonly [number, number, number, number])[];
  /** The frame's viewport, in px. */
  readonly width: number;
  readonly height: number;
  /** From the frame's viewport to the screen, in px, as its last pointer event told; null without. */
  readonly screen: Point | null;
}

/** What a frame without room asks of the top frame. */
export interface CardLender {
  /** @returns false where it can't be shown there. */
  lend(mention: LentMention): Promise<boolean>;
  /** The pointer has left the frame, perhaps for the card. */
  release(): void;
  takeBack(): void;
}

/** Frames in the top document that are looked through; more are hardly a page. */
const MAX_FRAMES = 500;

/**
 * Finds a frame in the top document by its size, and among several of that size by the screen.
 * @param own from the top viewport to the screen, in px; undefined before any pointer event.
 * @returns the mention's rectangles in the top viewport and a node near them; undefined where the
 *   frame can't be told.
 */
export function placeLent(
  document: Document,
  mention: LentMention,
  own: Point | undefined,
): { rects: DOMRect[]; anchor: Element } | undefined {
  const guess =
    own && mention.screen
      ? { x: mention.screen.x - own.x, y: mention.screen.y - own.y }
      : undefined;
  const frames = [...document.querySelectorAll('iframe,frame,object,embed')]
    .slice(0, MAX_FRAMES)
    .map((element) => ({ element, box: contentBox(element as HTMLElement) }))
    .filter(
      ({ box }) => isNear(box.ownWidth, mention.width) && isNear(box.ownHeight, mention.height),
    );
  const far = ({ box }: (typeof frames)[number]) =>
    guess === undefined ? 0 : Math.hypot(box.left - guess.x, box.top - guess.y);
  frames.sort((a, b) => far(a) - far(b));
  const [best] = frames;
  const isSure = best !== undefined && (frames.length === 1 || guess !== undefined);
  // A frame inside a frame is not in this document: there the screen is all there is.
  const origin = isSure
    ? { ...best.box, anchor: best.element }
    : guess && frames.length === 0
      ? { left: guess.x, top: guess.y, scale: 1, anchor: document.documentElement }
      : undefined;
  if (origin === undefined) return undefined;
  const { left, top, scale, anchor } = origin;
  return {
    rects: mention.rects.map(
      ([x, y, width, height]) =>
        new DOMRect(left + x * scale, top + y * scale, width * scale, height * scale),
    ),
    anchor,
  };
}

/** Where a frame's content is and how large it is drawn: without border, padding and transform. */
function contentBox(element: HTMLElement) {
  const rect = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const scale = element.offsetWidth > 0 ? rect.width / element.offsetWidth : 1;
  const [left, right, top, bottom] = [
    style.paddingLeft,
    style.paddingRight,
    style.paddingTop,
    style.paddingBottom,
  ].map((length) => Number.parseFloat(length) || 0) as [number, number, number, number];
  return {
    left: rect.left + (element.clientLeft + left) * scale,
    top: rect.top + (element.clientTop + top) * scale,
    ownWidth: element.clientWidth - left - right,
    ownHeight: element.clientHeight - top - bottom,
    scale,
  };
}

const isNear = (one: number, other: number) => Math.abs(one - other) <= 1;
