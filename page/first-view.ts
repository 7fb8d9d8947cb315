/** What the reader sees comes first, where that isn't the beginning of the page. */
import { isBlock } from './inline.ts';
import { textWalker } from './texts-in.ts';

/** Places of the viewport, as parts of its width and height, at which its first text is looked for. */
const POINTS = [
  [0.5, 0.05],
  [0.5, 0.3],
  [0.25, 0.15],
  [0.5, 0.6],
] as const;

/**
 * Waits for the first frame, since asking for a position before it would make the browser lay out the
 * page for us.
 * @param tell gets the first text in view where the page is scrolled; at its top it isn't called.
 */
export function whenScrolled(
  view: Window & typeof globalThis,
  tell: (first: Text) => void,
  signal: AbortSignal,
): void {
  const observer = new view.IntersectionObserver(([entry]) => {
    observer.disconnect();
    if (entry === undefined || entry.boundingClientRect.top >= -view.innerHeight / 2) return;
    const first = firstTextInView(view);
    if (first !== undefined) tell(first);
  });
  signal.addEventListener('abort', () => observer.disconnect());
  observer.observe(view.document.documentElement);
}

function firstTextInView(view: Window): Text | undefined {
  const { document, innerWidth, innerHeight } = view;
  for (const [x, y] of POINTS) {
    let element = document.elementFromPoint(x * innerWidth, y * innerHeight);
    while (element !== null && !isBlock(element)) element = element.parentElement;
    if (element === null || element === document.body) continue;
    const node = textWalker(element).nextNode() as Text | null;
    if (node !== null) return node;
  }
  return undefined;
}
