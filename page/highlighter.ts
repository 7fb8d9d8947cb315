/**
 * Paints annotations through the CSS Custom Highlight API: the document gets no node, no attribute
 * and no style of ours. Only marks near the viewport are registered, because the browser checks
 * every registered range again after any change to the page.
 */
import type { Annotation } from './annotation-store.ts';
import { isVisible } from './exclusions.ts';
import { elementAround } from './shadow-roots.ts';

/** Names are fixed: a page can read them, so they must say nothing of the reader. */
export const HIGHLIGHT = 'glosslight';
export const ACTIVE_HIGHLIGHT = 'glosslight-active';

export interface Highlighter {
  /** Makes these the marked annotations, whatever was marked before. */
  mark(annotations: readonly Annotation[]): void;
  isMarked(annotation: Annotation): boolean;
  /** Shows which mark the open card speaks of; undefined for none. */
  setActive(annotation: Annotation | undefined): void;
  /** Puts back what the page may have cleared, a few times; then its word stands. */
  restore(): void;
  /** Takes every highlight out of the registry. */
  clear(): void;
}

/** Part of the window's height by which the registered area reaches beyond it, above and below. */
const MARGIN = '60%';
/** A page that clears the registry this often means it. */
const MAX_RESTORES = 5;

/**
 * @param view the window of the document, for its observers and registry.
 * @param signal ends it: highlights go, observers stop.
 */
export function createHighlighter(
  view: Window & typeof globalThis,
  signal: AbortSignal,
): Highlighter {
  const registry = view.CSS.highlights;
  const marks = new view.Highlight();
  const active = new view.Highlight();
  /** Annotations by the element that is watched for them. */
  const watched = new Map<Element, Annotation[]>();
  const ranges = new Map<number, AbstractRange[]>();
  const marked = new Set<number>();
  let restores = 0;
  let isGivenUp = false;
  // In forced-colours mode Chromium paints any registered highlight as selected text.
  const mayPaint = () => !(isChromium(view) && view.matchMedia('(forced-colors: active)').matches);

  const observer = new view.IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const show = isIntersecting && isVisible(target);
        for (const annotation of watched.get(target) ?? []) {
          if (show) register(annotation);
          else unregister(annotation.id);
        }
      }
    },
    { rootMargin: `${MARGIN} 0px` },
  );

  function register(annotation: Annotation): void {
    if (ranges.has(annotation.id)) return;
    const made = staticRanges(view, annotation);
    ranges.set(annotation.id, made);
    for (const range of made) marks.add(range);
  }

  function unregister(id: number): void {
    for (const range of ranges.get(id) ?? []) marks.delete(range);
    ranges.delete(id);
  }

  function publish(): void {
    if (isGivenUp || !mayPaint()) return;
    if (marked.size > 0 && registry.get(HIGHLIGHT) !== marks) registry.set(HIGHLIGHT, marks);
    if (marked.size === 0) registry.delete(HIGHLIGHT);
  }

  function clear(): void {
    observer.disconnect();
    watched.clear();
    ranges.clear();
    marked.clear();
    marks.clear();
    active.clear();
    registry.delete(HIGHLIGHT);
    registry.delete(ACTIVE_HIGHLIGHT);
  }
  signal.addEventListener('abort', clear);
  // The reader may switch the system's contrast theme on and off while the page is open.
  view.matchMedia('(forced-colors: active)').addEventListener(
    'change',
    () => {
      registry.delete(HIGHLIGHT);
      registry.delete(ACTIVE_HIGHLIGHT);
      publish();
    },
    { signal },
  );

  return {
    mark(annotations) {
      const wanted = new Set(annotations.map(({ id }) => id));
      const fresh = annotations.filter(({ id }) => !marked.has(id));
      for (const id of marked) {
        if (wanted.has(id)) continue;
        marked.delete(id);
        unregister(id);
      }
      for (const [element, list] of watched) {
        const rest = list.filter(({ id }) => wanted.has(id));
        if (rest.length === list.length) continue;
        if (rest.length > 0) {
          watched.set(element, rest);
        } else {
          watched.delete(element);
          observer.unobserve(element);
        }
      }
      const again = new Set<Element>();
      for (const annotation of fresh) {
        const element = elementAround(annotation.pieces[0].node);
        if (element === null) continue;
        marked.add(annotation.id);
        const list = watched.get(element);
        if (list === undefined) watched.set(element, [annotation]);
        else list.push(annotation);
        again.add(element);
      }
      for (const element of again) {
        // An element already watched reports only changes: asking anew brings the new marks in.
        observer.unobserve(element);
        observer.observe(element);
      }
      publish();
    },
    isMarked: ({ id }) => marked.has(id),
    setActive(annotation) {
      active.clear();
      if (annotation === undefined || isGivenUp || !mayPaint()) {
        registry.delete(ACTIVE_HIGHLIGHT);
        return;
      }
      for (const range of staticRanges(view, annotation)) active.add(range);
      active.priority = 1;
      registry.set(ACTIVE_HIGHLIGHT, active);
    },
    restore() {
      if (marked.size === 0 || isGivenUp || !mayPaint()) return;
      const isWhole = registry.get(HIGHLIGHT) === marks && marks.size >= countRanges();
      if (isWhole) return;
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

  function countRanges(): number {
    let count = 0;
    for (const made of ranges.values()) count += made.length;
    return count;
  }
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
