/** Where reading begins: what the reader sees comes first. */
import { isBlock } from './inline.ts';

/** A frame that isn't painted tells nothing of its viewport: then reading begins at the top, in ms. */
const PATIENCE_MS = 150;
/** Places of the viewport, as parts of its width and height, at which its first text is looked for. */
const POINTS = [
  [0.5, 0.05],
  [0.5, 0.3],
  [0.25, 0.15],
  [0.5, 0.6],
] as const;
const SHOW_TEXT = 4;

/**
 * Waits for the first frame, since asking for a position before it would make the browser lay out the
 * page for us.
 * @param start gets the first text in view where the page is scrolled, and undefined at its top.
 */
export function whenInView(
  view: Window & typeof globalThis,
  start: (from: Text | undefined) => void,
  signal: AbortSignal,
): void {
  const { document } = view;
  let isOver = false;
  const go = (from: Text | undefined) => {
    if (isOver || signal.aborted) return;
    isOver = true;
    observer.disconnect();
    view.clearTimeout(timer);
    start(from);
  };
  const observer = new view.IntersectionObserver(([entry]) => {
    const isScrolled = entry !== undefined && entry.boundingClientRect.top < -view.innerHeight / 2;
    go(isScrolled ? firstTextInView(view) : undefined);
  });
  const timer = view.setTimeout(() => go(undefined), PATIENCE_MS);
  signal.addEventListener('abort', () => observer.disconnect());
  observer.observe(document.documentElement);
}

function firstTextInView(view: Window): Text | undefined {
  const { document, innerWidth, innerHeight } = view;
  for (const [x, y] of POINTS) {
    let element = document.elementFromPoint(x * innerWidth, y * innerHeight);
    while (element !== null && !isBlock(element)) element = element.parentElement;
    if (element === null || element === document.body) continue;
    const node = document.createTreeWalker(element, SHOW_TEXT).nextNode() as Text | null;
    if (node !== null) return node;
  }
  return undefined;
}
