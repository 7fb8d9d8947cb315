/**
 * From term to term by keyboard. The page gets no focusable element for it: the tour keeps its place
 * by itself, scrolls as little as it must and puts everything back on Escape.
 */
import type { Annotation } from './annotation-store.ts';
import type { Annotator } from './annotator.ts';
import { elementAround, isBefore } from './shadow-roots.ts';

export type Step = 'next' | 'previous';

/** Place of a term among those of the page, from 1. */
export interface TourPlace {
  readonly at: number;
  readonly total: number;
}

export interface TermTour {
  /** Opens the card of the term that comes next. @returns false where the page has none. */
  step(step: Step): boolean;
  /** Undoes the tour's scrolling. */
  comeBack(): void;
  /** The reader went on by other means: what the tour remembers is no more of use. */
  forget(): void;
}

export interface TermTourOptions {
  readonly view: Window & typeof globalThis;
  readonly annotator: Pick<Annotator, 'marked' | 'hitTest' | 'resolved'>;
  open(annotation: Annotation, place: TourPlace): void;
  /** Id of the annotation whose card is open. */
  shown(): number | undefined;
}

export function createTermTour({ view, annotator, open, shown }: TermTourOptions): TermTour {
  const { document } = view;
  let last: Annotation | undefined;
  let scrolled: { element: Element; left: number; top: number }[] = [];

  function isInView(annotation: Annotation): boolean {
    const [rect] = annotator.hitTest.rectsOf(annotation);
    return rect !== undefined && rect.bottom > 0 && rect.top < view.innerHeight;
  }

  /** Where the tour stands: an index in `stops`, or between two of them. */
  function startFrom(stops: readonly Annotation[], step: Step): number {
    const open = stops.findIndex(({ id }) => id === shown());
    if (open >= 0) return open + (step === 'next' ? 1 : -1);
    const selection = document.getSelection();
    const node = selection?.anchorNode;
    if (selection && node && (node !== last?.pieces[0].node || !selection.isCollapsed)) {
      const place = fromSelection(stops, selection, node, step);
      if (place !== undefined) return place;
    }
    const before = last && stops.findIndex(({ id }) => id === last?.id);
    if (last && before !== undefined && before >= 0 && isInView(last)) {
      return before + (step === 'next' ? 1 : -1);
    }
    const visible = stops.findIndex(isInView);
    return visible < 0 ? 0 : visible;
  }

  function fromSelection(
    stops: readonly Annotation[],
    selection: Selection,
    node: Node,
    step: Step,
  ): number | undefined {
    if (!selection.isCollapsed) {
      const inside = stops.findIndex(({ pieces }) =>
        pieces.some(
          (piece) => selection.containsNode(piece.node, true) && touches(selection, piece),
        ),
      );
      return inside >= 0 ? inside : undefined;
    }
    const offset = selection.anchorOffset;
    const at = stops.findIndex(({ pieces }) =>
      pieces.some((piece) => piece.node === node && piece.start <= offset && offset <= piece.end),
    );
    if (at >= 0) return at;
    // A caret that has been scrolled away says nothing of where the reader is.
    const rect = elementAround(node)?.getBoundingClientRect();
    if (rect === undefined || rect.bottom < 0 || rect.top > view.innerHeight) return undefined;
    const after = stops.findIndex(({ pieces: [first] }) =>
      first.node === node ? first.start >= offset : isBefore(node, first.node),
    );
    if (step === 'next') return after < 0 ? 0 : after;
    return (after < 0 ? stops.length : after) - 1;
  }

  function remember(element: Element | null): void {
    if (scrolled.length > 0) return;
    for (let at = element; at !== null; at = elementAround(at)) {
      if (at.scrollHeight > at.clientHeight || at.scrollWidth > at.clientWidth) {
        scrolled.push({ element: at, left: at.scrollLeft, top: at.scrollTop });
      }
    }
  }

  return {
    step(step) {
      const marked = new Set(annotator.marked().map(({ id }) => id));
      const selection = document.getSelection();
      const isAsked = ({ pieces }: Annotation) =>
        pieces.some(
          (piece) =>
            piece.node === selection?.anchorNode ||
            (selection?.isCollapsed === false && touches(selection, piece)),
        );
      // Unmarked mentions count only where the reader points at them.
      const stops = annotator
        .resolved()
        .filter((each) => marked.has(each.id) || isAsked(each) || each.id === shown())
        .filter((each) => annotator.hitTest.rectsOf(each).length > 0);
      if (stops.length === 0) return false;
      const at = (startFrom(stops, step) + stops.length) % stops.length;
      const chosen = stops[at] as Annotation;
      last = chosen;
      const element = elementAround(chosen.pieces[0].node);
      remember(element);
      if (!isInView(chosen)) element?.scrollIntoView({ block: 'center', behavior: 'instant' });
      open(chosen, { at: at + 1, total: stops.length });
      return true;
    },
    comeBack() {
      for (const { element, left, top } of scrolled) {
        element.scrollTo({ left, top, behavior: 'instant' });
      }
      scrolled = [];
    },
    forget() {
      scrolled = [];
    },
  };
}

function touches(selection: Selection, piece: Annotation['pieces'][number]): boolean {
  if (selection.rangeCount === 0) return false;
  const range = selection.getRangeAt(0);
  try {
    return (
      range.comparePoint(piece.node, piece.end) >= 0 &&
      range.comparePoint(piece.node, piece.start) <= 0
    );
  } catch {
    // In another tree than the selection.
    return false;
  }
}
