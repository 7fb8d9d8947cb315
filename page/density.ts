/**
 * Which annotations are marked. A page full of underlines is worse than one with none: by default a
 * term is marked where a section first speaks of it. Kept up to date by what comes and goes, since a
 * long page can't be gone through again at every change.
 */
import { type Annotation, placeOf, precedes, termOf } from './annotation-store.ts';
import type { BareLinks } from './bare-link.ts';
import { isBefore } from './shadow-roots.ts';

export type Density = 'section' | 'page' | 'every';

const HEADINGS = 'h1,h2,h3,h4,h5,h6,[role="heading"]';

export interface MarkChooser {
  add(annotations: Iterable<Annotation>): void;
  remove(annotations: Iterable<Annotation>): void;
  /** Headings may have come or gone. */
  divideAgain(): void;
  /** In document order. */
  headings(): readonly Element[];
  /** Links may have become others. */
  lookAgain(): void;
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

/** @param document whose headings divide it into sections. */
export function createMarkChooser(
  density: Density,
  document: Document,
  bareLinks: BareLinks,
): MarkChooser {
  const groups = new Map<Node, Map<string, Group>>();
  /** Where each annotation was put. */
  const places = new Map<number, Group>();
  const touched = new Set<Group>();
  let headings: Element[] = [];
  let last = -1;
  let isDivided = false;
  let everyShown: Annotation[] = [];
  let everyHidden: Annotation[] = [];
  const every = new Set<number>();


  function startsBefore(index: number, node: Node): boolean {
    const heading = headings[index];
    return heading !== undefined && isBefore(heading, node);
  }

  /** The heading above a node, or the document. The next node mostly has the same. */
  function sectionOf(node: Node): Node {
    if (headings.length === 0 || density !== 'section') return document;
    const isSame = (last < 0 || startsBefore(last, node)) && !startsBefore(last + 1, node);
    if (!isSame) last = placeOf(headings.length, (index) => startsBefore(index, node)) - 1;
    return headings[last] ?? document;
  }

  function groupOf(annotation: Annotation, termId: string): Group {
    const section = sectionOf(annotation.pieces[0].node);
    let terms = groups.get(section);
    if (terms === undefined) {
      terms = new Map();
      groups.set(section, terms);
    }
    let group = terms.get(termId);
    if (group === undefined) {
      group = { section, list: [], marked: undefined, isStale: false };
      terms.set(termId, group);
    }
    return group;
  }

  function put(annotation: Annotation): void {
    const termId = termOf(annotation);
    if (termId === undefined || places.has(annotation.id)) return;
    if (!isDivided) divide();
    const group = groupOf(annotation, termId);
    const list = cleanList(group);
    const final = list.at(-1);
    if (final === undefined || precedes(final, annotation)) list.push(annotation);
    else {
      const at = placeOf(list.length, (index) => precedes(list[index] as Annotation, annotation));
      list.splice(at, 0, annotation);
    }
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

  /** Only sections beside a heading that came or went hold other annotations than before. */
  function divide(): void {
    isDivided = true;
    const before = headings;
    headings = [...document.querySelectorAll(HEADINGS)];
    last = -1;
    const [old, now] = [new Set<Node>(before), new Set<Node>(headings)];
    const affected = new Set<Node>(before.filter((heading) => !now.has(heading)));
    headings.forEach((heading, index) => {
      if (old.has(heading)) return;
      let above = index - 1;
      while (above >= 0 && !old.has(headings[above] as Node)) above--;
      affected.add(headings[above] ?? document);
    });
    for (const section of affected) {
      for (const group of groups.get(section)?.values() ?? []) {
        const moved = cleanList(group);
        for (const annotation of moved) take(annotation);
        for (const annotation of moved) put(annotation);
      }
    }
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
    divideAgain() {
      isDivided = false;
    },
    headings() {
      if (!isDivided) divide();
      return headings;
    },
    lookAgain() {
      bareLinks.forget();
    },
    changes() {
      if (!isDivided) divide();
      const shown = everyShown.filter(({ id }) => every.has(id));
      const hidden = everyHidden;
      everyShown = [];
      everyHidden = [];
      for (const group of touched) {
        const { marked, section } = group;
        const list = cleanList(group);
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
