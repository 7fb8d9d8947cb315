/**
 * Watches for text that comes, goes and changes, and hands it on in batches: a page that streams or
 * animates must not be read again at every step.
 */
import { textsAround } from './inline.ts';
import { isOwn } from './own-element.ts';

export interface TextChanges {
  /** Text nodes whose own text or neighbourhood changed. */
  readonly dirty: ReadonlySet<Text>;
  /** Elements that were inserted. */
  readonly added: ReadonlySet<Node>;
  /** Whether anything left the document. */
  readonly hasRemovals: boolean;
  /** What left its place and is in the document again. */
  readonly moved: readonly Node[];
  /** Changes that the browser reported, however many of them cancelled each other out. */
  readonly count: number;
  /** What hearing of them took, in ms. */
  readonly ms: number;
}

/** All that may change a page's text. */
export const OBSERVED = { childList: true, subtree: true, characterData: true } as const;

/** Long enough to gather a burst, short enough to feel immediate, in ms. */
const BATCH_MS = 100;

/**
 * @param onTouched gets what has changed as soon as it has. @param onChanges gets each batch.
 * @param signal ends the watch.
 */
export function createTextObserver(
  view: Window & typeof globalThis,
  onTouched: (records: readonly MutationRecord[]) => void,
  onChanges: (changes: TextChanges) => void,
  signal: AbortSignal,
): { observe(root: Document | ShadowRoot): void; stop(): void } {
  let dirty = new Set<Text>();
  let added = new Set<Node>();
  let removed = new Set<Node>();
  let isQueued = false;
  let count = 0;
  let ms = 0;

  const observer = new view.MutationObserver((records) => {
    const start = view.performance.now();
    onTouched(records);
    gather(records);
    count += records.length;
    ms += view.performance.now() - start;
    if (isQueued || removed.size + dirty.size + added.size === 0) return;
    isQueued = true;
    view.setTimeout(flush, BATCH_MS);
  });

  function gather(records: readonly MutationRecord[]): void {
    for (const record of records) {
      if (record.type === 'characterData') {
        if (record.target.nodeType === 3) dirty.add(record.target as Text);
        continue;
      }
      const isCardGone = record.removedNodes.length === 1 && isOwn(record.removedNodes[0] as Node);
      if (record.removedNodes.length > 0 && !isCardGone) {
        for (const node of record.removedNodes) removed.add(node);
        // What was parted by it may read as one now; what has come in its place is read anyway.
        if (record.addedNodes.length === 0) {
          const { target, previousSibling, nextSibling } = record;
          for (const text of textsAround(target, previousSibling, nextSibling)) dirty.add(text);
        }
      }
      for (const node of record.addedNodes) {
        if (node.nodeType === 3) dirty.add(node as Text);
        else if (node.nodeType === 1 && !isOwn(node)) added.add(node);
      }
    }
  }

  function flush(): void {
    isQueued = false;
    if (signal.aborted) return;
    const moved = [...removed].filter((node) => node.isConnected);
    const changes = { dirty, added, hasRemovals: removed.size > 0, moved, count, ms };
    count = 0;
    ms = 0;
    dirty = new Set();
    added = new Set();
    removed = new Set();
    onChanges(changes);
  }

  signal.addEventListener('abort', () => observer.disconnect());
  return {
    observe(root) {
      observer.observe(root, OBSERVED);
    },
    stop() {
      observer.disconnect();
      dirty.clear();
      added.clear();
      removed.clear();
    },
  };
}
