/** Frames without a word in them, which are most frames of some pages, cost one look. */
import { isSilent } from './read-text.ts';
import { OBSERVED } from './text-observer.ts';
import { textWalker } from './texts-in.ts';

/** How often a frame that changes is looked at again, in ms. */
const LOOK_MS = 200;
/** Nodes looked at for a word. */
const MAX_NODES = 200;

/** @returns whether a document has any text to read; true where it would take long to tell. */
export function hasText(document: Document): boolean {
  const walker = textWalker(document.body ?? document);
  for (let count = 0; count < MAX_NODES; count++) {
    const node = walker.nextNode() as Text | null;
    if (node === null) return false;
    if (node.data.trim() !== '' && !isSilent(node)) return true;
  }
  return true;
}

/**
 * @param hasShadowTree whether there may be text that no walk over the document finds.
 * @returns when the document has text; never where it never has.
 */
export function whenText(
  view: Window & typeof globalThis,
  hasShadowTree: () => boolean,
  signal: AbortSignal,
): Promise<void> {
  const { document } = view;
  const isReady = () => hasText(document) || hasShadowTree();
  return new Promise((resolve) => {
    if (isReady()) return resolve();
    let timer = 0;
    const observer = new view.MutationObserver(() => {
      if (timer !== 0) return;
      timer = view.setTimeout(() => {
        timer = 0;
        if (signal.aborted || !isReady()) return;
        observer.disconnect();
        resolve();
      }, LOOK_MS);
    });
    observer.observe(document, OBSERVED);
    signal.addEventListener('abort', () => {
      observer.disconnect();
      view.clearTimeout(timer);
    });
  });
}
