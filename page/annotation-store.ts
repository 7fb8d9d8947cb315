/**
 * The page's annotations as plain numbers beside its text nodes. Nothing here keeps the document
 * from changing or makes a change dearer: no live ranges, no elements.
 */
import type { TermId } from '../data/schema.ts';
import { placeOf } from '../glossary/place-of.ts';
import type { Resolution } from '../glossary/resolve-page.ts';
import type { MentionContext } from './mention-context.ts';
import type { Piece } from './pieces.ts';
import { isBefore } from './shadow-roots.ts';

/** A mention with its place and, once settled, its sense. */
export interface Annotation {
  readonly id: number;
  readonly pieces: readonly [Piece, ...Piece[]];
  /** The alias as the lexicon writes it. */
  readonly form: string;
  /** For telling senses apart; undefined where the form has one sense. */
  readonly context: MentionContext | undefined;
  /** The one term that the form stands for; undefined where it has several senses. */
  readonly onlyTermId: TermId | undefined;
  /** Undefined while the evidence isn't in. */
  resolution: Resolution | undefined;
  /** The heading it stands under, or the document. */
  section: Node;
  /** Grows along the page; the store gives it. Comparing places in a long page is slow. */
  order: number;
}

/** @returns the term that a mention means; undefined where it means another or is undecided. */
export function termOf({ resolution }: Annotation): TermId | undefined {
  return resolution?.kind === 'resolved' ? (resolution.termId as TermId) : undefined;
}

/** @returns whether one stored annotation comes before another in the page. */
export function precedes(one: Annotation, other: Annotation): boolean {
  return one.order <= other.order;
}

function isPlacedBefore(one: Annotation, other: Annotation): boolean {
  const [a, b] = [one.pieces[0], other.pieces[0]];
  if (a.node === b.node) return a.start <= b.start;
  return isBefore(a.node, b.node);
}

export interface AnnotationStore {
  /** In document order. */
  all(): readonly Annotation[];
  /** @param annotations in document order, with no older one between them. */
  add(annotations: readonly Annotation[]): void;
  /** Forgets the annotations that touch a text node. @returns those forgotten. */
  removeNode(node: Text): readonly Annotation[];
  /** Forgets those whose text has left the document. @returns those forgotten. */
  sweep(): readonly Annotation[];
  /**
   * Puts all in the order of the page again, where nodes were moved while others were still unread.
   * @returns whether any was out of place.
   */
  restoreOrder(): boolean;
  size(): number;
  /** @returns those that cover this offset of the node, both ends included: two at a seam. */
  at(node: Text, offset: number): readonly Annotation[];
  get(id: number): Annotation | undefined;
  clear(): void;
}

const NONE: readonly Annotation[] = [];
const LEAST_STEP = 1e-6;

export function createAnnotationStore(): AnnotationStore {
  /** Those of a node by where they start in it. */
  const byNode = new Map<Text, Annotation[]>();
  const byId = new Map<number, Annotation>();
  let ordered: Annotation[] = [];
  let isStale = false;

  function forget(annotation: Annotation, besides?: Text): void {
    if (!byId.delete(annotation.id)) return;
    isStale = true;
    for (const { node } of annotation.pieces) {
      if (node === besides) continue;
      const rest = byNode.get(node)?.filter((each) => each !== annotation) ?? NONE;
      if (rest.length === 0) byNode.delete(node);
      else byNode.set(node, rest as Annotation[]);
    }
  }

  function compact(): void {
    if (!isStale) return;
    ordered = ordered.filter((annotation) => byId.has(annotation.id));
    isStale = false;
  }

  /** New ones mostly follow all others or fall into one gap: one search for the first of them. */
  function insert(annotations: readonly Annotation[]): void {
    const first = annotations[0];
    if (first === undefined) return;
    const last = ordered.at(-1);
    if (last === undefined || (byId.has(last.id) && isPlacedBefore(last, first))) {
      append(annotations);
      return;
    }
    compact();
    const at = placeOf(ordered.length, (index) =>
      isPlacedBefore(ordered[index] as Annotation, first),
    );
    if (at === ordered.length) {
      append(annotations);
      return;
    }
    const before = ordered[at - 1]?.order ?? (ordered[at] as Annotation).order - 1;
    const step = ((ordered[at] as Annotation).order - before) / (annotations.length + 1);
    annotations.forEach((annotation, index) => {
      annotation.order = before + step * (index + 1);
    });
    ordered = [...ordered.slice(0, at), ...annotations, ...ordered.slice(at)];
    // Halving gaps comes to an end: then all are numbered anew.
    if (step >= LEAST_STEP) return;
    for (const [index, annotation] of ordered.entries()) annotation.order = index;
  }

  function append(annotations: readonly Annotation[]): void {
    let order = ordered.at(-1)?.order ?? 0;
    for (const annotation of annotations) {
      annotation.order = ++order;
      ordered.push(annotation);
    }
  }

  function link(annotation: Annotation, { node, start }: Piece): void {
    const list = byNode.get(node);
    if (list === undefined) {
      byNode.set(node, [annotation]);
      return;
    }
    insertInOrder(list, annotation, (before) => pieceIn(before, node).start <= start);
  }

  function removeNode(node: Text): readonly Annotation[] {
    const list = byNode.get(node);
    if (list === undefined) return NONE;
    byNode.delete(node);
    for (const annotation of list) forget(annotation, node);
    return list;
  }

  return {
    all() {
      compact();
      return ordered;
    },
    add(annotations) {
      insert(annotations);
      for (const annotation of annotations) {
        byId.set(annotation.id, annotation);
        for (const piece of annotation.pieces) link(annotation, piece);
      }
    },
    removeNode,
    sweep() {
      const removed: Annotation[] = [];
      for (const node of byNode.keys()) {
        if (node.isConnected) continue;
        for (const annotation of removeNode(node)) removed.push(annotation);
      }
      return removed;
    },
    restoreOrder() {
      compact();
      const isRight = (annotation: Annotation, index: number) =>
        index === 0 || isPlacedBefore(ordered[index - 1] as Annotation, annotation);
      if (ordered.every(isRight)) return false;
      ordered.sort((a, b) => (isPlacedBefore(a, b) ? -1 : 1));
      ordered.forEach((annotation, index) => {
        annotation.order = index;
      });
      return true;
    },
    size: () => byId.size,
    at(node, offset) {
      const list = byNode.get(node);
      if (list === undefined) return NONE;
      const next = placeOf(
        list.length,
        (index) => pieceIn(list[index] as Annotation, node).start <= offset,
      );
      const near = list.slice(Math.max(0, next - 2), next);
      return near.filter((annotation) => pieceIn(annotation, node).end >= offset);
    },
    get: (id) => byId.get(id),
    clear() {
      byNode.clear();
      byId.clear();
      ordered = [];
      isStale = false;
    },
  };
}

function pieceIn({ pieces }: Annotation, node: Text): Piece {
  return pieces.find((piece) => piece.node === node) ?? pieces[0];
}

/**
 * Puts an annotation behind all that it comes after; they mostly come in order.
 * @returns its index.
 */
export function insertInOrder(
  list: Annotation[],
  annotation: Annotation,
  isBefore: (one: Annotation, annotation: Annotation) => boolean,
): number {
  const last = list.at(-1);
  const at =
    last === undefined || isBefore(last, annotation)
      ? list.length
      : placeOf(list.length, (index) => isBefore(list[index] as Annotation, annotation));
  if (at === list.length) list.push(annotation);
  else list.splice(at, 0, annotation);
  return at;
}
