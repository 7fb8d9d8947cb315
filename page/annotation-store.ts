/**
 * The page's annotations as plain numbers beside its text nodes. Nothing here keeps the document
 * from changing or makes a change dearer: no live ranges, no elements, weak where it can be.
 */
import type { TermId } from '../data/schema.ts';
import type { Resolution } from '../glossary/resolve-page.ts';
import type { Piece } from './read-text.ts';
import { isBefore } from './shadow-roots.ts';

/** A mention with its place and, once settled, its sense. */
export interface Annotation {
  readonly id: number;
  readonly surface: string;
  readonly pieces: readonly [Piece, ...Piece[]];
  /** The alias as the lexicon writes it. */
  readonly form: string;
  /** Context for telling senses apart; absent where the form has one sense. */
  readonly context?: { readonly before: string; readonly after: string };
  /** Undefined while the evidence isn't in. */
  resolution: Resolution | undefined;
}

/** @returns the term that a mention means; undefined where it means another or is undecided. */
export function termOf({ resolution }: Annotation): TermId | undefined {
  return resolution?.kind === 'resolved' ? (resolution.termId as TermId) : undefined;
}

export interface AnnotationStore {
  /** In document order. */
  all(): readonly Annotation[];
  add(annotations: readonly Annotation[]): void;
  /** Forgets the annotations that touch a text node. @returns those forgotten. */
  removeNode(node: Text): readonly Annotation[];
  /** Forgets those for which the test holds. */
  removeWhere(test: (annotation: Annotation) => boolean): readonly Annotation[];
  hasNode(node: Text): boolean;
  size(): number;
  /** @returns the annotation that covers this offset of the node, both ends included. */
  at(node: Text, offset: number): Annotation | undefined;
  get(id: number): Annotation | undefined;
  clear(): void;
}

export function createAnnotationStore(): AnnotationStore {
  const byNode = new Map<Text, Annotation[]>();
  const byId = new Map<number, Annotation>();
  let ordered: Annotation[] = [];
  let isStale = false;

  function forget(annotation: Annotation): void {
    if (!byId.delete(annotation.id)) return;
    isStale = true;
    for (const { node } of annotation.pieces) {
      const rest = byNode.get(node)?.filter((each) => each !== annotation) ?? [];
      if (rest.length === 0) byNode.delete(node);
      else byNode.set(node, rest);
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
    compact();
    let low = 0;
    let high = ordered.length;
    if (high > 0 && precedes(ordered[high - 1] as Annotation, first)) low = high;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (precedes(ordered[middle] as Annotation, first)) low = middle + 1;
      else high = middle;
    }
    if (low === ordered.length) ordered.push(...annotations);
    else ordered.splice(low, 0, ...annotations);
  }

  return {
    all() {
      compact();
      return ordered;
    },
    add(annotations) {
      for (const annotation of annotations) {
        byId.set(annotation.id, annotation);
        for (const { node } of annotation.pieces) {
          const list = byNode.get(node);
          if (list === undefined) byNode.set(node, [annotation]);
          else list.push(annotation);
        }
      }
      insert(annotations);
    },
    removeNode(node) {
      const list = byNode.get(node);
      if (list === undefined) return [];
      for (const annotation of [...list]) forget(annotation);
      return list;
    },
    removeWhere(test) {
      const removed = [...byId.values()].filter(test);
      for (const annotation of removed) forget(annotation);
      return removed;
    },
    hasNode: (node) => byNode.has(node),
    size: () => byId.size,
    at(node, offset) {
      return byNode
        .get(node)
        ?.find(({ pieces }) =>
          pieces.some(
            (piece) => piece.node === node && piece.start <= offset && offset <= piece.end,
          ),
        );
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

function precedes(one: Annotation, other: Annotation): boolean {
  const [a, b] = [one.pieces[0], other.pieces[0]];
  if (a.node === b.node) return a.start <= b.start;
  return isBefore(a.node, b.node);
}
