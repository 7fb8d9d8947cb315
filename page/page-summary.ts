/** What the popup and the badge say of a page. Plain data: it travels in messages. */
import type { TermId } from '../data/schema.ts';
import { type Annotation, termOf } from './annotation-store.ts';
import { elementAround } from './shadow-roots.ts';

export interface PageSummary {
  /** Terms that are marked here, by first mention, with how often each is named. */
  readonly terms: readonly { readonly id: TermId; readonly count: number }[];
  /** Forms left unmarked because they mean something else; `reads` names it where that is clear. */
  readonly unmarked: readonly {
    readonly form: string;
    readonly reads: string | null;
    readonly count: number;
  }[];
  readonly isScanning: boolean;
  /** Reading it took too much: it is read when the reader asks for it. */
  readonly isOnDemand: boolean;
}

/**
 * @param isVisible asked until a term is found to be seen, and not for all its mentions.
 * @param limit no more than so many are counted.
 * @returns how many terms the page shows.
 */
export function countTerms(
  annotations: readonly Annotation[],
  isVisible: (element: Element) => boolean,
  limit: number,
): number {
  const found = new Set<TermId>();
  const asked = new Map<Element, boolean>();
  for (const annotation of annotations) {
    if (found.size >= limit) break;
    const termId = termOf(annotation);
    if (termId === undefined || found.has(termId)) continue;
    const element = elementAround(annotation.pieces[0].node);
    if (element === null) continue;
    const known = asked.get(element) ?? isVisible(element);
    asked.set(element, known);
    if (known) found.add(termId);
  }
  return found.size;
}

/**
 * @param annotations in document order.
 * @param isVisible asked once per element; hidden text does not count.
 */
export function summarisePage(
  annotations: readonly Annotation[],
  isScanning: boolean,
  isOnDemand: boolean,
  isVisible: (element: Element) => boolean,
): PageSummary {
  const visible = new Map<Element, boolean>();
  const isSeen = ({ pieces }: Annotation) => {
    const element = elementAround(pieces[0].node);
    if (element === null) return false;
    const known = visible.get(element) ?? isVisible(element);
    visible.set(element, known);
    return known;
  };
  const terms = new Map<TermId, number>();
  const unmarked = new Map<string, { form: string; reads: string | null; count: number }>();
  for (const annotation of annotations) {
    if (annotation.resolution === undefined || !isSeen(annotation)) continue;
    const termId = termOf(annotation);
    if (termId !== undefined) {
      terms.set(termId, (terms.get(termId) ?? 0) + 1);
      continue;
    }
    const { form, resolution } = annotation;
    const reads = resolution.kind === 'other' ? resolution.name : null;
    const key = `${form}\t${reads}`;
    const entry = unmarked.get(key) ?? { form, reads, count: 0 };
    entry.count++;
    unmarked.set(key, entry);
  }
  return {
    terms: [...terms].map(([id, count]) => ({ id, count })),
    unmarked: [...unmarked.values()].sort((a, b) => b.count - a.count),
    isScanning,
    isOnDemand,
  };
}
