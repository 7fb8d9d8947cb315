/**
 * Which annotations are marked. A page full of underlines is worse than one with none: by default a
 * term is marked where a section first speaks of it. Kept up to date by what comes and goes, since a
 * long page can't be gone through again at every change.
 */
import { type Annotation, insertInOrder, precedes, termOf } from './annotation-store.ts';
import type { BareLinks } from './bare-link.ts';

export type Density = 'section' | 'page' | 'every';

export interface MarkChooser {
  add(annotations: Iterable<Annotation>): void;
  remove(annotations: Iterable<Annotation>): void;
  /**
   * What stands in these sections may stand in others now.
   * @param hasRemovals whether headings may have gone, and their sections with them.
   */
  divideAgain(
    sections: ReadonlySet<Node>,
    hasRemovals: boolean,
    sectionOf: (node: Node) => Node,
  ): void;
  /** @returns what to mark and what to mark no more, since the last time. */
  changes(): { readonly shown: readonly Annotation[]; readonly hidden: readonly Annotation[] };
}

/** Annotations of one term in one section, in document order. */
interface Group {
  readonly section: Node;
  list: Annotation[];
  marked: Annotation | undefined;
  /** Some of the list have gone. */
  isStale: boolean;
}

/** @param document stands for the section before the first heading. */
export function createMarkChooser(
  density: Density,
  document: Document,
  bareLinks: BareLinks,
): MarkChooser {
  const groups = new Map<Node, Map<string, Group>>();
  /** Where each annotation was put. */
  const places = new Map<number, Group>();
  const touched = new Set<Group>();
  let everyShown: Annotation[] = [];
  let everyHidden: Annotation[] = [];
  const every = new Set<number>();

  /** A list that is made with its first member has room for one: most terms have no more in a section. */
  function groupOf(annotation: Annotation, termId: string): Group {
    const section = density === 'section' ? annotation.section : document;
    let terms = groups.get(section);
    if (terms === undefined) {
      terms = new Map();
      groups.set(section, terms);
    }
    let group = terms.get(termId);
    if (group === undefined) {
      group = { section, list: [annotation], marked: undefined, isStale: false };
      terms.set(termId, group);
    }
    return group;
  }

  function put(annotation: Annotation): void {
    const termId = termOf(annotation);
    if (termId === undefined || places.has(annotation.id)) return;
    const group = groupOf(annotation, termId);
    const list = cleanList(group);
    if (list.at(-1) !== annotation) insertInOrder(list, annotation, precedes);
    places.set(annotation.id, group);
    touched.add(group);
  }

  function take(annotation: Annotation): void {
    const group = places.get(annotation.id);
    if (group === undefined) return;
    places.delete(annotation.id);
    group.isStale = true;
    touched.add(group);
  }

  /** What has gone is taken out together: one by one would be slow for a term named everywhere. */
  function cleanList(group: Group): Annotation[] {
    if (group.isStale) group.list = group.list.filter(({ id }) => places.get(id) === group);
    group.isStale = false;
    return group.list;
  }

  return {
    add(annotations) {
      if (density !== 'every') {
        for (const annotation of annotations) put(annotation);
        return;
      }
      for (const annotation of annotations) {
        if (termOf(annotation) === undefined || every.has(annotation.id)) continue;
        if (bareLinks.has(annotation.pieces[0].node)) continue;
        every.add(annotation.id);
        everyShown.push(annotation);
      }
    },
    remove(annotations) {
      for (const annotation of annotations) {
        if (density !== 'every') take(annotation);
        else if (every.delete(annotation.id)) everyHidden.push(annotation);
      }
    },
    divideAgain(sections, hasRemovals, sectionOf) {
      if (density !== 'section') return;
      const gone = hasRemovals ? [...groups.keys()].filter((each) => !each.isConnected) : [];
      for (const section of [...sections, ...gone]) {
        for (const group of [...(groups.get(section)?.values() ?? [])]) {
          const moved = cleanList(group);
          for (const annotation of moved) {
            take(annotation);
            annotation.section = sectionOf(annotation.pieces[0].node);
          }
          for (const annotation of moved) put(annotation);
        }
      }
    },
    changes() {
      const shown = everyShown.filter(({ id }) => every.has(id));
      const hidden = everyHidden;
      everyShown = [];
      everyHidden = [];
      for (const group of touched) {
        const { marked, section } = group;
        const list = cleanList(group);
        if (list[0] !== undefined && list[0] === marked) continue;
        const first = list.find(({ pieces }) => !bareLinks.has(pieces[0].node));
        if (first === marked) continue;
        if (marked !== undefined) hidden.push(marked);
        if (first !== undefined) shown.push(first);
        group.marked = first;
        if (list.length === 0 && !(section as Element).isConnected) groups.delete(section);
      }
      touched.clear();
      return { shown, hidden };
    },
  };
}
