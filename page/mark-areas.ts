/**
 * Which elements are watched for whether they come near the viewport, and the marks in each. The
 * browser looks at every watched element in every frame that lays out, so there are few: where marks
 * stand in more, larger ones are watched in their place.
 */
import { type Annotation, insertInOrder, precedes } from './annotation-store.ts';
import { elementAround } from './shadow-roots.ts';

/** An element that is watched, and the marks in it. */
export interface Area {
  readonly element: Element;
  /** In document order. */
  marks: Annotation[];
  isNear: boolean;
  /** Of the marks that are registered, the first and the one after the last. */
  window: readonly [from: number, to: number];
  /** The larger area that has taken its place. */
  heir: Area | undefined;
}

/** @returns the area that is watched for what was put into this one. */
export function heirOf(area: Area | undefined): Area | undefined {
  let last = area;
  while (last?.heir !== undefined) last = last.heir;
  return last;
}

export interface MarkAreas {
  /** Puts a mark into the area it stands in. @returns undefined for one that stands nowhere. */
  put(annotation: Annotation): Area | undefined;
  of(element: Element): Area | undefined;
  all(): Iterable<Area>;
  /** There are more than should be watched. */
  areTooMany(): boolean;
  /** Takes larger elements, so that there are fewer. */
  coarsen(): void;
  delete(area: Area): void;
  clear(): void;
}

/** Elements watched at a time. */
const MAX_AREAS = 600;
/** Steps up to larger elements at most. */
const MAX_LEVELS = 12;

export const NOTHING = [0, 0] as const;

export function createMarkAreas(): MarkAreas {
  const areas = new Map<Element, Area>();
  /** Steps from a mark's element up to the one that is watched for it. */
  let level = 0;

  function areaAt(element: Element): Area {
    let area = areas.get(element);
    if (area === undefined) {
      area = { element, marks: [], isNear: false, window: NOTHING, heir: undefined };
      areas.set(element, area);
    }
    return area;
  }

  const areTooMany = () => areas.size > MAX_AREAS;

  return {
    put(annotation) {
      let element = elementAround(annotation.pieces[0].node);
      for (let step = 0; step < level && element !== null; step++) element = larger(element);
      if (element === null) return undefined;
      const area = areaAt(element);
      insert(area, annotation);
      return area;
    },
    of: (element) => areas.get(element),
    all: () => areas.values(),
    areTooMany,
    coarsen() {
      /** Most areas follow each other as their marks do: then there is nothing to sort. */
      const mixed = new Set<Area>();
      for (; areTooMany() && level < MAX_LEVELS; level++) {
        const small = [...areas.values()];
        areas.clear();
        for (const each of small) {
          const area = areaAt(larger(each.element));
          if (!append(area, each.marks) || mixed.has(each)) mixed.add(area);
          area.isNear ||= each.isNear;
          each.heir = area;
          each.marks = [];
        }
      }
      for (const { marks } of mixed) marks.sort((one, other) => one.order - other.order);
    },
    delete(area) {
      areas.delete(area.element);
    },
    clear() {
      areas.clear();
      level = 0;
    },
  };
}

/** @returns whether the marks followed those that the area had. */
function append(area: Area, marks: readonly Annotation[]): boolean {
  const last = area.marks.at(-1);
  const [first] = marks;
  for (const mark of marks) area.marks.push(mark);
  return last === undefined || first === undefined || precedes(last, first);
}

function insert(area: Area, annotation: Annotation): void {
  const { marks, window: known } = area;
  const at = insertInOrder(marks, annotation, precedes);
  if (at === marks.length - 1) return;
  const shift = (index: number) => (index > at ? index + 1 : index);
  area.window = [shift(known[0]), shift(known[1])];
}

/** The next element to watch in its place; itself where there is no larger one but the whole page. */
function larger(element: Element): Element {
  const { parentElement } = element;
  return parentElement === null || parentElement.localName === 'body' ? element : parentElement;
}
