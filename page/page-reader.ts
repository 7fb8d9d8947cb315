/**
 * Reads a page for as long as it is open: once when it comes, and again where it changes. It knows
 * where forms of terms stand and nothing of mentions or marks; whoever does comes when there is one.
 */
import type { AliasIndex } from '../glossary/alias-index.ts';
import { createFormFinder } from '../glossary/form-finder.ts';
import type { FoundForms } from './find-in-chunk.ts';
import { whenScrolled } from './first-view.ts';
import { createScanner } from './scanner.ts';
import { createShadowRoots, type ShadowRootOf, type ShadowRoots } from './shadow-roots.ts';
import { later } from './slices.ts';
import { createTextObserver, type TextChanges } from './text-observer.ts';
import { BUDGET, createWorkBudget, type WorkBudget } from './work-budget.ts';

/** Hears of a page's text as it is read. */
export interface ReadingListener {
  /** Forms in the order of the page, those of one chunk at a time. */
  onFound(found: FoundForms): void;
  /** Text that is about to be read again: what was found in it counts no more. */
  onStale(node: Text): void;
  /** The page is another than a moment ago: what was known of its order may be wrong. */
  onTouched(records: readonly MutationRecord[]): void;
  /** The changes of a batch; what is new in the page is read after this. */
  onChanges(changes: PageChanges): void;
  /** Some was read. @param isDone all there is; it may be told so again when the page changes. */
  onSlice(isDone: boolean): void;
  /** The page is left alone: reading it took too much, or even hearing of its changes does. */
  onLeft(isForGood: boolean): void;
  /** What was found counts no more: all is read anew. */
  onReadAgain(): void;
}

export interface PageChanges {
  /** Inserted trees that are still there. */
  readonly trees: readonly Node[];
  /** Whether anything left the document. */
  readonly hasRemovals: boolean;
  /** Trees and texts that stand elsewhere than before: what was found in them is out of order. */
  readonly moved: readonly Node[];
}

export interface PageReader {
  /** The first scan is under way. */
  isScanning(): boolean;
  /** Reading this page took too much: it is read when the reader asks for it. */
  isOnDemand(): boolean;
  /** Hands over what was found so far, and from then on all that is. */
  listen(listener: ReadingListener): void;
  /** Reads a page that was left alone, now and from now on. */
  readNow(): void;
  readonly shadows: Pick<ShadowRoots, 'look' | 'all'>;
  /** The packed lexicon whose forms are looked for. */
  readonly lexicon: string;
}

export interface PageReaderOptions {
  readonly view: Window & typeof globalThis;
  readonly index: AliasIndex;
  readonly shadowRootOf: ShadowRootOf;
  /** A term may be named on this page: somebody should come and listen. */
  onFirstFind(): void;
  /** The document was emptied and written anew: its listeners are gone. */
  onRewritten(): void;
  readonly signal: AbortSignal;
}

/**
 * A page that is read in so many slices is done before it would matter where it is scrolled: to be told
 * of its first frame costs half a ms.
 */
const SHORT = 2;
/** A page that reports more changes than this in a batch while it is left alone is left for good. */
const FLOOD = 5000;

const bodyOf = (document: Document): Node => document.body ?? document;

export function createPageReader(options: PageReaderOptions): PageReader {
  const { view, signal } = options;
  const { document } = view;
  const reading = createWorkBudget(BUDGET.reading);
  const hearing = createWorkBudget(BUDGET.hearing);
  let listener: ReadingListener | undefined;
  let isScanning = true;
  let isOnDemand = false;
  let isAsked = false;
  let slices = 0;
  let rootElement = document.documentElement;

  const shadows = createShadowRoots(
    view,
    options.shadowRootOf,
    (root) => {
      observer.observe(root);
      if (!isOnDemand) scanner.read(root);
    },
    signal,
  );

  const scanner = createScanner({
    view,
    finder: createFormFinder(options.index),
    listener: () => listener,
    onFound() {
      if (isAsked) return;
      isAsked = true;
      options.onFirstFind();
    },
    onSlice(ms, isDone) {
      if (isScanning) {
        if (isDone) endFirstScan();
        else if (++slices === SHORT) lookWhereScrolled();
      } else if (!spend(reading, ms)) {
        return;
      }
      listener?.onSlice(isDone);
    },
    signal,
  });

  function lookWhereScrolled(): void {
    whenScrolled(view, (from) => scanner.readFirst(bodyOf(document), from), signal);
  }

  function endFirstScan(): void {
    isScanning = false;
    later(view, shadows.searchAll);
  }

  /** @returns false where it was too much, and the page has been left alone for it. */
  function spend(budget: WorkBudget, ms: number): boolean {
    if (budget.spend(ms, view.performance.now())) return true;
    isOnDemand = true;
    isScanning = false;
    scanner.stop();
    listener?.onLeft(false);
    return false;
  }

  function readAll(): void {
    isScanning = true;
    scanner.read(bodyOf(document));
    if (!isOnDemand) return;
    isOnDemand = false;
    for (const shadow of shadows.all()) scanner.read(shadow);
  }

  function onTextChanges({ dirty, added, hasRemovals, moved, count, ms }: TextChanges): void {
    const start = view.performance.now();
    if (hasRemovals) shadows.prune();
    if (document.documentElement !== rootElement) {
      rootElement = document.documentElement;
      options.onRewritten();
    }
    const trees = isOnDemand ? [] : [...added].filter((node) => node.isConnected);
    if (!isOnDemand) shadows.search(trees);
    listener?.onChanges({ trees, hasRemovals, moved });
    // A page may change so fast that its scans never get their turn, and hearing of it is the work.
    const isLeft = isOnDemand || !spend(hearing, ms + view.performance.now() - start);
    if (isLeft && listener !== undefined) for (const node of dirty) listener.onStale(node);
    // What has gone is shown no more at once; what came follows when it is read.
    listener?.onSlice(false);
    if (!isLeft) {
      scanner.readChanges(dirty, trees);
      return;
    }
    if (count <= FLOOD) return;
    observer.stop();
    listener?.onLeft(true);
  }

  const observer = createTextObserver(
    view,
    (records) => listener?.onTouched(records),
    onTextChanges,
    signal,
  );
  observer.observe(document);
  readAll();

  return {
    isScanning: () => isScanning,
    isOnDemand: () => isOnDemand,
    listen(next) {
      listener = next;
      scanner.handOver();
    },
    readNow() {
      if (!isOnDemand) return;
      reading.reset();
      hearing.reset();
      listener?.onReadAgain();
      observer.observe(document);
      for (const shadow of shadows.all()) observer.observe(shadow);
      readAll();
    },
    shadows,
    lexicon: options.index.packed,
  };
}
