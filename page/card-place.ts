/** Where a card stands: by its word, in the window, in the layer that is alive. */
import { computePosition, flip, offset, type Placement, shift, size } from '@floating-ui/dom';
import type { CardView } from './card-bundle.ts';
import type { Point } from './corridor.ts';
import { elementAround } from './shadow-roots.ts';

/** Distance of the card from the word, and of the card from the window's edge, in px. */
const GAP = 8;
const PAD = 12;

/** Puts the host beside its word, or for a sheet along the window's lower edge. */
export async function placeCard(
  view: Window,
  element: HTMLElement,
  current: Pick<CardView, 'anchor' | 'isSheet' | 'pointer' | 'rects'>,
): Promise<void> {
  if (current.isSheet) {
    element.style.setProperty('inset', 'auto 0 0 0', 'important');
    element.style.setProperty('width', 'auto', 'important');
    return;
  }
  const line = lineNear(current.rects, current.pointer);
  if (view.document.body === null) {
    // A drawing: what places cards elsewhere takes a body for granted.
    element.style.setProperty('left', `${Math.round(line.left)}px`, 'important');
    element.style.setProperty('top', `${Math.round(line.bottom + GAP)}px`, 'important');
    return;
  }
  const anchor = { getBoundingClientRect: () => line };
  const { x, y } = await computePosition(anchor, element, {
    strategy: 'fixed',
    placement: sideOf(view, current.anchor),
    middleware: [
      offset(GAP),
      // Along the line `shift` makes room; only above and below are weighed here.
      flip({ padding: PAD, crossAxis: false, fallbackAxisSideDirection: 'end' }),
      shift({ padding: PAD }),
      size({
        padding: PAD,
        apply: ({ availableHeight }) => {
          const room = `${Math.max(160, Math.floor(availableHeight))}px`;
          // Even the same value would have the card's styles worked out again.
          if (element.style.getPropertyValue('--gl-room') === room) return;
          element.style.setProperty('--gl-room', room, 'important');
        },
      }),
    ],
  });
  element.style.setProperty('left', `${Math.round(x)}px`, 'important');
  element.style.setProperty('top', `${Math.round(y)}px`, 'important');
}

/** Below the line and flush with its start; beside the line where lines run from top to bottom. */
function sideOf(view: Window, anchor: Node): Placement {
  const element = anchor.nodeType === 1 ? (anchor as Element) : elementAround(anchor);
  if (element === null) return 'bottom-start';
  const { direction, writingMode } = view.getComputedStyle(element);
  if (writingMode === 'vertical-lr') return 'right-start';
  if (/^(?:vertical|sideways)/u.test(writingMode)) return 'left-start';
  // The host's own direction says nothing of the page's.
  return direction === 'rtl' ? 'bottom-end' : 'bottom-start';
}

/** A popover outside an open modal dialog or fullscreen element would be painted but dead. */
export function layerFor(anchor: Node, document: Document): Element {
  let at: Element | null = anchor.nodeType === 1 ? (anchor as Element) : elementAround(anchor);
  while (at !== null) {
    const layer = at.closest(':modal, :popover-open');
    if (layer) return layer;
    const root = at.getRootNode();
    at = root.nodeType === 11 && 'host' in root ? (root as ShadowRoot).host : null;
  }
  return document.documentElement;
}

/** The line of a wrapped mention that the pointer is on, or the first. */
function lineNear(rects: readonly DOMRect[], pointer: Point | undefined): DOMRect {
  const first = rects[0] ?? new DOMRect();
  if (pointer === undefined) return first;
  const distance = (rect: DOMRect) =>
    Math.hypot(
      Math.max(rect.left - pointer.x, 0, pointer.x - rect.right),
      Math.max(rect.top - pointer.y, 0, pointer.y - rect.bottom),
    );
  return rects.reduce((best, rect) => (distance(rect) < distance(best) ? rect : best), first);
}
