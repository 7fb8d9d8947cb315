/** A mention in a frame without room for a card, as the top frame gets it: where it is, what it means. */
import type { TermId } from '../data/schema.ts';
import type { Point } from './corridor.ts';

/** Where a pointer event was on the screen and in a viewport, in px: tells where that viewport is. */
export interface Sighting {
  readonly screenX: number;
  readonly screenY: number;
  readonly clientX: number;
  readonly clientY: number;
  /** Device pixels in one CSS px at that time: another zoom has another one. */
  readonly ratio: number;
}

/** @returns what is worth keeping of a pointer event; it would hold on to its target. */
export function sightingOf(event: MouseEvent, view: Window): Sighting {
  const { screenX, screenY, clientX, clientY } = event;
  return { screenX, screenY, clientX, clientY, ratio: view.devicePixelRatio };
}

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
  /** The frame's last pointer event; null without. */
  readonly seen: Sighting | null;
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
 * @param own the top viewport's last pointer event; undefined before any.
 * @param zoom px of the screen, as pointer events count them, in one CSS px; null where they count
 *   CSS px there too.
 * @returns the mention's rectangles in the top viewport and a node near them; undefined where the
 *   frame can't be told.
 */
export function placeLent(
  document: Document,
  mention: LentMention,
  own: Sighting | undefined,
  zoom: number | null,
): { rects: DOMRect[]; anchor: Element } | undefined {
  const ratio = document.defaultView?.devicePixelRatio ?? 1;
  const origins = [own, mention.seen].map((seen) => seen && originOf(seen, ratio, zoom));
  const [from, to] = origins;
  const guess = from && to ? { x: to.x - from.x, y: to.y - from.y } : undefined;
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

/** Where a viewport begins on the screen, in CSS px as they are now; a sighting may be older. */
function originOf(seen: Sighting, ratio: number, zoom: number | null): Point {
  const then = seen.ratio / ratio;
  const screen = zoom === null ? then : 1 / zoom;
  return {
    x: seen.screenX * screen - seen.clientX * then,
    y: seen.screenY * screen - seen.clientY * then,
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
