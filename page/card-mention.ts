/** The mention that a card is of: one of this frame's, or one that a frame without room has lent. */
import type { TermId } from '../data/schema.ts';
import { type Annotation, termOf } from './annotation-store.ts';
import type { Annotator } from './annotator.ts';
import { describeEvidence } from './describe-evidence.ts';
import { type LentMention, placeLent, type Sighting } from './lent-mention.ts';

export interface CardMention {
  readonly termId: TermId;
  readonly form: string;
  readonly why: string;
  /** Line rectangles, viewport px; empty where its text is gone. */
  readonly rects: readonly DOMRect[];
  readonly anchor: Node;
  /** Absent where the mention is in another frame. */
  readonly annotation?: Annotation;
}

/** Stands for the lent mention where annotations go by their id, which start at 1. */
export const LENT_ID = 0;

/** @returns what a card says and where it belongs, for an annotation of this frame. */
export function ownMention(annotator: Annotator, id: number): CardMention | undefined {
  const annotation = annotator.get(id);
  const termId = annotation && termOf(annotation);
  if (annotation === undefined || termId === undefined) return undefined;
  return {
    termId,
    form: annotation.form,
    why: describeEvidence(annotation.resolution),
    rects: annotator.hitTest.rectsOf(annotation),
    anchor: annotation.pieces[0].node,
    annotation,
  };
}

/** @returns the same for a lent mention; undefined where its frame can't be found. */
export function lentMention(
  document: Document,
  lent: LentMention,
  seen: Sighting | undefined,
  zoom: number | null,
): CardMention | undefined {
  const placed = placeLent(document, lent, seen, zoom);
  return placed && { termId: lent.termId, form: lent.form, why: lent.why, ...placed };
}

/** @returns a mention as another frame can use it. */
export function toLent(
  view: Window,
  { termId, form, why, rects }: CardMention,
  mode: LentMention['mode'],
  seen: Sighting | undefined,
): LentMention {
  return {
    termId,
    form,
    why,
    mode,
    rects: rects
      .slice(0, MAX_RECTS)
      .map(({ left, top, width, height }) => [left, top, width, height] as const),
    width: view.innerWidth,
    height: view.innerHeight,
    seen: seen ?? null,
  };
}

/** Lines of one mention that are worth sending. */
const MAX_RECTS = 8;

/** @returns a function that tells whether a word still stands where it stood; read anew, it does. */
export function watchWord({ pieces: [{ node, start, end }] }: Annotation): () => boolean {
  const text = node.data.slice(start, end);
  return () => node.isConnected && node.data.slice(start, end) === text;
}
