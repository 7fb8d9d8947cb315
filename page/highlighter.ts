/**
 * Paints annotations through the CSS Custom Highlight API: the document gets no node, no attribute
 * and no style of ours. Only marks near the viewport are registered, because the browser checks
 * every registered range again after any change to the page; the rest are numbers.
 */
import { placeOf } from '../glossary/place-of.ts';
import type { Annotation } from './annotation-store.ts';
import { type Area, createMarkAreas, heirOf, NOTHING } from './mark-areas.ts';
import { later } from './slices.ts';

/** Names are fixed: a page can read them, so they must say nothing of the reader. */
export const HIGHLIGHT = 'glosslight';
export const ACTIVE_HIGHLIGHT = 'glosslight-active';

export interface Highlighter {
  /** Marks some annotations and marks others no more. */
  update(shown: readonly Annotation[], hidden: readonly Annotation[]): void;
  isMarked(annotation: Annotation): boolean;
  /** Shows which mark the open card speaks of; undefined for none. */
  setActive(annotation: Annotation | undefined): void;
  /** Puts back what the page may have cleared, a few times; then its word stands. */
  restore(): void;
  /** Takes every highlight out of the registry. */
  clear(): void;
}

/** Part of the window's height by which the registered area reaches beyond it, above and below. */
const MARGIN = 0.6;
/** A page that clears the registry this often means it. */
const MAX_RESTORES = 5;
/** From so many marks on, an element's are registered by where they are and not all together. */
const MANY = 120;
/** Registered at most out of one element. */
const MAX_WINDOW = 300;
/** After the last scroll event, in ms. */
const SCROLL_MS = 60;
/** Marks registered before the first frame has told what is near: reading begins with what is. */
const UNSEEN = 60;

/**
 * @param view the window of the document, for its observers and registry.
 * @param signal ends it: highlights go, observers stop.
 * @param rectsOf line rectangles of an annotation, viewport px.
 */
export function createHighlighter(
  view: Window & typeof globalThis,
  signal: AbortSignal,
  rectsOf: (annotation: Annotation) => readonly DOMRect[],
): Highlighter {
  const registry = view.CSS.highlights;
  const marks = new view.Highlight();
  const active = new view.Highlight();
  const ranges = new Map<number, AbstractRange[]>();
  /** The areas that marks were put into, by number; larger ones may have taken their place. */
  const marked = new Map<number, Area | undefined>();
  const areas = createMarkAreas();
  let registered = 0;
  let isBlind = true;
  let restores = 0;
  let isGivenUp = false;
  let isCoarsening = false;
  let scrollTimer = 0;
  const contrast = view.matchMedia('(forced-colors: active)');
  // In forced-colours mode Chromium paints any registered highlight as selected text. The answer is
  // kept: to give it, the browser brings the page's styles up to date.
  const mayPaintNow = () => !(isChromium(view) && contrast.matches);
  let mayPaint = mayPaintNow();

  const observer = new view.IntersectionObserver(
    (entries) => {
      isBlind = false;
      for (const { target, isIntersecting } of entries) {
        const area = areas.of(target);
        if (area === undefined) continue;
        area.isNear = isIntersecting;
        refresh(area);
      }
    },
    { rootMargin: `${MARGIN * 100}% 0px` },
  );

  function register(annotation: Annotation): void {
    if (ranges.has(annotation.id)) return;
    const made = staticRanges(view, annotation);
    ranges.set(annotation.id, made);
    registered += made.length;
    for (const range of made) marks.add(range);
  }

  function unregister(id: number): void {
    const made = ranges.get(id);
    if (made === undefined) return;
    ranges.delete(id);
    registered -= made.length;
    for (const range of made) marks.delete(range);
  }

  /** Registers what is near of an area's marks, and takes out the rest. */
  function refresh(area: Area): void {
    const all = [0, area.marks.length] as const;
    const [from, to] = !area.isNear ? NOTHING : all[1] <= MANY ? all : findWindow(area);
    const [oldFrom, oldTo] = area.window;
    for (let at = oldFrom; at < oldTo; at++) {
      const annotation = area.marks[at];
      if (annotation !== undefined && (at < from || at >= to)) unregister(annotation.id);
    }
    for (const annotation of area.marks.slice(from, to)) register(annotation);
    area.window = [from, to];
  }

  /** Text mostly runs downwards: of many marks in order, those near are found by halving. */
  function findWindow(area: Area): [number, number] {
    const { length } = area.marks;
    const margin = MARGIN * view.innerHeight;
    const topOf = (index: number) => {
      for (let at = index; at < Math.min(length, index + 8); at++) {
        const [rect] = rectsOf(area.marks[at] as Annotation);
        if (rect !== undefined) return rect.top;
      }
      return undefined;
    };
    const from = placeOf(length, (index) => (topOf(index) ?? 0) < -margin);
    const to = placeOf(length, (index) => (topOf(index) ?? 0) < view.innerHeight + margin);
    // Columns and grids do not run straight down: some more on both sides.
    const spare = Math.max(0, MANY - (to - from)) >> 1;
    const start = Math.max(0, from - spare);
    return [start, Math.min(length, to + spare, start + MAX_WINDOW)];
  }

  /** Soon: where many marks are, looking for those near takes a while. */
  function refreshLarge(): void {
    if (scrollTimer !== 0) return;
    scrollTimer = view.setTimeout(() => {
      scrollTimer = 0;
      for (const area of areas.all()) {
        if (area.isNear && area.marks.length > MANY) refresh(area);
      }
    }, SCROLL_MS);
  }
  const passive = { capture: true, passive: true, signal } as const;
  view.addEventListener('scroll', refreshLarge, passive);

  /** In a task of its own: it follows a slice of work, and takes several ms in a long page. */
  function coarsenSoon(): void {
    if (isCoarsening) return;
    isCoarsening = true;
    later(view, coarsen);
  }

  /** A page may have tens of thousands of marks: only those that are registered are looked at. */
  function coarsen(): void {
    isCoarsening = false;
    observer.disconnect();
    areas.coarsen();
    for (const area of areas.all()) observer.observe(area.element);
    // What is registered stays so until it is known to be far away.
    for (const area of new Set([...ranges.keys()].map((id) => heirOf(marked.get(id))))) {
      if (area === undefined) continue;
      const from = area.marks.findIndex(({ id }) => ranges.has(id));
      const to = area.marks.findLastIndex(({ id }) => ranges.has(id)) + 1;
      area.window = [from, to];
    }
  }

  function hide(annotation: Annotation): Area | undefined {
    const area = heirOf(marked.get(annotation.id));
    marked.delete(annotation.id);
    unregister(annotation.id);
    return area;
  }

  function publish(): void {
    if (isGivenUp || !mayPaint) return;
    if (marked.size > 0 && registry.get(HIGHLIGHT) !== marks) registry.set(HIGHLIGHT, marks);
    if (marked.size === 0) registry.delete(HIGHLIGHT);
  }

  function clear(): void {
    observer.disconnect();
    view.clearTimeout(scrollTimer);
    scrollTimer = 0;
    areas.clear();
    ranges.clear();
    marked.clear();
    marks.clear();
    active.clear();
    registered = 0;
    registry.delete(HIGHLIGHT);
    registry.delete(ACTIVE_HIGHLIGHT);
  }
  signal.addEventListener('abort', clear);
  // The reader may switch the system's contrast theme on and off while the page is open.
  contrast.addEventListener(
    'change',
    () => {
      mayPaint = mayPaintNow();
      registry.delete(HIGHLIGHT);
      registry.delete(ACTIVE_HIGHLIGHT);
      publish();
    },
    { signal },
  );

  return {
    update(shown, hidden) {
      if (shown.length === 0 && hidden.length === 0) return;
      const emptied = new Set<Area>();
      const again = new Set<Area>();
      for (const annotation of hidden) {
        const area = hide(annotation);
        if (area !== undefined) emptied.add(area);
      }
      for (const area of emptied) {
        for (const { id } of area.marks.slice(...area.window)) unregister(id);
        area.window = NOTHING;
        area.marks = area.marks.filter(({ id }) => marked.has(id));
        if (area.isNear) again.add(area);
        if (area.marks.length > 0) continue;
        areas.delete(area);
        again.delete(area);
        observer.unobserve(area.element);
      }
      for (const annotation of shown) {
        if (marked.has(annotation.id)) continue;
        const area = areas.put(annotation);
        marked.set(annotation.id, area);
        if (area !== undefined) again.add(area);
      }
      if (areas.areTooMany()) {
        coarsenSoon();
      } else {
        for (const area of again) {
          if (!area.isNear) observer.observe(area.element);
          if (isBlind && registered < UNSEEN) area.isNear = true;
          // Watched already: what is near is known, and only what is new has to be painted.
          if (!area.isNear) continue;
          if (area.marks.length > MANY) refreshLarge();
          else refresh(area);
        }
      }
      publish();
    },
    isMarked: ({ id }) => marked.has(id),
    setActive(annotation) {
      active.clear();
      if (annotation === undefined || isGivenUp || !mayPaint) {
        registry.delete(ACTIVE_HIGHLIGHT);
        return;
      }
      for (const range of staticRanges(view, annotation)) active.add(range);
      active.priority = 1;
      registry.set(ACTIVE_HIGHLIGHT, active);
    },
    restore() {
      if (marked.size === 0 || isGivenUp || !mayPaint) return;
      if (registry.get(HIGHLIGHT) === marks && marks.size >= registered) return;
      isGivenUp = ++restores > MAX_RESTORES;
      if (isGivenUp) {
        registry.delete(HIGHLIGHT);
        registry.delete(ACTIVE_HIGHLIGHT);
        return;
      }
      for (const made of ranges.values()) for (const range of made) marks.add(range);
      registry.set(HIGHLIGHT, marks);
    },
    clear,
  };
}

/** Static ranges: a live one would slow down every later change of the page, a thousandfold. */
function staticRanges(view: Window & typeof globalThis, annotation: Annotation): AbstractRange[] {
  return annotation.pieces.map(
    ({ node, start, end }) =>
      new view.StaticRange({
        startContainer: node,
        startOffset: start,
        endContainer: node,
        endOffset: end,
      }),
  );
}

function isChromium(view: Window): boolean {
  return 'chrome' in view || /Chrom(?:e|ium)\//u.test(view.navigator.userAgent);
}
