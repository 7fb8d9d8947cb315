/**
 * Point → annotation. The caret gives node and offset at a cost that doesn't grow with the number of
 * marks; because it snaps to the nearest text, the mark's own rectangles confirm.
 */
import type { Annotation, AnnotationStore } from './annotation-store.ts';
import { isVisible } from './exclusions.ts';
import { elementAround } from './shadow-roots.ts';

export interface HitTest {
  /** @param x, @param y CSS px in the viewport. */
  at(x: number, y: number): Annotation | undefined;
  /** Line rectangles of an annotation, in viewport px; empty where its text is gone or hidden. */
  rectsOf(annotation: Annotation): DOMRect[];
}

/** A 2 px underline below the line box still belongs to the word. */
const REACH_BELOW = 3;

export function createHitTest(
  document: Document,
  store: AnnotationStore,
  shadowRootsAt: (x: number, y: number) => readonly ShadowRoot[],
): HitTest {
  /** The one live range there is: made on first use, parked at the document when not in use. */
  let scratch: Range | undefined;

  function rectsOf(annotation: Annotation): DOMRect[] {
    scratch ??= document.createRange();
    const rects: DOMRect[] = [];
    for (const { node, start, end } of annotation.pieces) {
      if (!node.isConnected || end > node.length) return [];
      scratch.setStart(node, start);
      scratch.setEnd(node, end);
      rects.push(...scratch.getClientRects());
    }
    scratch.setStart(document, 0);
    scratch.collapse(true);
    return rects.filter(({ width, height }) => width > 0 && height > 0);
  }

  return {
    at(x, y) {
      if (store.size() === 0) return undefined;
      const caret = caretAt(document, x, y, shadowRootsAt(x, y));
      if (caret?.node.nodeType !== 3) return undefined;
      for (const annotation of store.at(caret.node as Text, caret.offset)) {
        const isInside = rectsOf(annotation).some(
          ({ left, right, top, bottom }) =>
            x >= left && x <= right && y >= top && y <= bottom + REACH_BELOW,
        );
        const around = isInside ? elementAround(caret.node) : null;
        if (around !== null && isVisible(around)) return annotation;
      }
      return undefined;
    },
    rectsOf,
  };
}

interface CaretDocument {
  caretPositionFromPoint?(
    x: number,
    y: number,
    options?: { shadowRoots: readonly ShadowRoot[] },
  ): { readonly offsetNode: Node; readonly offset: number } | null;
  caretRangeFromPoint?(x: number, y: number): Range | null;
}

function caretAt(
  document: Document,
  x: number,
  y: number,
  shadowRoots: readonly ShadowRoot[],
): { node: Node; offset: number } | undefined {
  const carets = document as unknown as CaretDocument;
  if (carets.caretPositionFromPoint !== undefined) {
    // An empty list costs a third of the question again.
    const found =
      shadowRoots.length === 0
        ? carets.caretPositionFromPoint(x, y)
        : carets.caretPositionFromPoint(x, y, { shadowRoots });
    return found === null ? undefined : { node: found.offsetNode, offset: found.offset };
  }
  const range = carets.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : undefined;
}
