/**
 * Watches for text that comes, goes and changes, and hands it on in batches: a page that streams or
 * animates must not be read again at every step.
 */

export interface TextChanges {
  /** Text nodes whose own text or neighbourhood changed. */
  readonly dirty: ReadonlySet<Text>;
  /** Elements that were inserted. */
  readonly added: ReadonlySet<Node>;
  /** Whether anything left the document. */
  readonly hasRemovals: boolean;
}

/** Long enough to gather a burst, short enough to feel immediate, in ms. */
const BATCH_MS = 100;

/** @param onChanges gets each batch. @param signal ends the watch. */
export function createTextObserver(
  view: Window & typeof globalThis,
  onChanges: (changes: TextChanges) => void,
  signal: AbortSignal,
): { observe(root: Document | ShadowRoot): void } {
  let dirty = new Set<Text>();
  let added = new Set<Node>();
  let hasRemovals = false;
  let isQueued = false;

  const observer = new view.MutationObserver((records) => {
    for (const record of records) {
      if (record.type === 'characterData') {
        if (record.target.nodeType === 3) dirty.add(record.target as Text);
        continue;
      }
      if (record.removedNodes.length > 0) {
        hasRemovals = true;
        markText(record.previousSibling);
        markText(record.nextSibling);
      }
      for (const node of record.addedNodes) {
        if (node.nodeType === 3) dirty.add(node as Text);
        else if (node.nodeType === 1) added.add(node);
      }
    }
    if (!isQueued && (hasRemovals || dirty.size > 0 || added.size > 0)) {
      isQueued = true;
      view.setTimeout(flush, BATCH_MS);
    }
  });

  function markText(node: Node | null): void {
    if (node?.nodeType === 3) dirty.add(node as Text);
  }

  function flush(): void {
    isQueued = false;
    if (signal.aborted) return;
    const changes = { dirty, added, hasRemovals };
    dirty = new Set();
    added = new Set();
    hasRemovals = false;
    onChanges(changes);
  }

  signal.addEventListener('abort', () => observer.disconnect());
  return {
    observe(root) {
      observer.observe(root, { childList: true, subtree: true, characterData: true });
    },
  };
}
