/**
 * Reads the page's text in slices and keeps what was found up to date: one queue for the first scan
 * and for every later change, so that they never add up to a long task.
 */

import type { Matcher } from '../glossary/matcher.ts';
import { findInChunk, type PlacedMention } from './find-in-chunk.ts';
import { isBlock, lastText, textsAround } from './inline.ts';
import type { ReadingListener } from './page-reader.ts';
import { createTextReader, readRun, type TextChunk, type TextReader } from './read-text.ts';
import { later, runInSlices } from './slices.ts';

export interface ScannerOptions {
  readonly view: Window;
  readonly matcher: Matcher;
  /** Who takes what is found; undefined while nobody has come: then it is kept. */
  listener(): Pick<ReadingListener, 'onFound' | 'onStale'> | undefined;
  /** There is something to take. */
  onFound(): void;
  /** Work was done for so long, in ms; all is read where `isDone`. */
  onSlice(ms: number, isDone: boolean): void;
  readonly signal: AbortSignal;
}

export interface Scanner {
  /** Reads a tree for the first time. */
  read(root: Node): void;
  /** Goes on in a tree that is being read with a text further down, and does the rest afterwards. */
  readFirst(root: Node, from: Text): void;
  /** Reads text that came and text that changed, with what it reads as one with. */
  readChanges(dirty: Iterable<Text>, added: Iterable<Node>): void;
  /** Gives what was kept to the listener, ahead of what is still to be read; tells of a slice. */
  handOver(): void;
  /** How many text nodes have been read so far. */
  texts(): number;
  /** Forgets what is waiting to be read, and what was found where the text is another by now. */
  stop(): void;
}

type Job =
  | { readonly kind: 'tree'; readonly reader: TextReader; readonly isNew: boolean }
  | { readonly kind: 'run'; readonly node: Text }
  | { readonly kind: 'kept' };

export function createScanner(options: ScannerOptions): Scanner {
  const { view, matcher, signal } = options;
  let jobs: Job[] = [];
  let next = 0;
  let isRunning = false;
  /** Runs read since the queue was last empty: several changes often fall into one. */
  let read = new Set<Text>();
  /** What was found before anybody came to take it, by chunk. */
  let kept: PlacedMention[][] = [];
  let texts = 0;

  function take(chunk: TextChunk, isNew: boolean): void {
    texts += chunk.nodes.length;
    if (!isNew) {
      chunk.nodes.forEach((node, index) => {
        // The later parts of a very long node are not to wipe out the earlier ones.
        if (index > 0 || chunk.offset === 0) forget(node);
      });
    }
    const placed = findInChunk(chunk, matcher);
    if (placed.length === 0) return;
    const listener = options.listener();
    if (listener === undefined || kept.length > 0) kept.push(placed);
    else listener.onFound(placed);
    options.onFound();
  }

  function forget(node: Text): void {
    options.listener()?.onStale(node);
    if (kept.length === 0) return;
    const isElsewhere = ({ pieces }: PlacedMention) => pieces.every((piece) => piece.node !== node);
    kept = kept.map((placed) => placed.filter(isElsewhere));
  }

  /** A chunk that waited: the page may have changed under it. */
  function takeKept(): void {
    const placed = kept
      .shift()
      ?.filter(({ pieces }) => pieces.every(({ node }) => node.isConnected));
    if (placed?.length) options.listener()?.onFound(placed);
    if (kept.length === 0) next++;
  }

  function step(): boolean {
    const job = jobs[next];
    if (job === undefined) return false;
    switch (job.kind) {
      case 'tree': {
        const chunk = job.reader.next();
        if (chunk === undefined) next++;
        else take(chunk, job.isNew);
        break;
      }
      case 'run':
        next++;
        takeRun(job.node);
        break;
      case 'kept':
        takeKept();
        break;
    }
    return next < jobs.length;
  }

  function takeRun(node: Text): void {
    if (read.has(node) || !node.isConnected) return;
    const chunk = readRun(node, node.getRootNode());
    if (chunk === undefined) {
      read.add(node);
      forget(node);
      jobs.push({ kind: 'tree', reader: createTextReader(node), isNew: false });
      return;
    }
    for (const each of chunk.nodes) read.add(each);
    take(chunk, false);
  }

  function run(): void {
    if (isRunning || jobs.length === 0 || signal.aborted) return;
    isRunning = true;
    runInSlices(view, step, signal, (ms) => {
      const isDone = next >= jobs.length;
      if (isDone) {
        isRunning = false;
        jobs = [];
        next = 0;
        read = new Set();
      }
      options.onSlice(ms, isDone);
    });
  }

  return {
    read(root) {
      jobs.push({ kind: 'tree', reader: createTextReader(root), isNew: true });
      // Not at once: whoever asks was called by the browser for something else.
      later(view, run);
    },
    readFirst(root, from) {
      const at = jobs.findIndex((job, i) => i >= next && job.kind === 'tree' && job.isNew);
      const job = jobs[at];
      if (job?.kind !== 'tree' || !job.reader.endBefore(from)) return;
      jobs.splice(at, 0, { kind: 'tree', reader: createTextReader(root, from), isNew: true });
    },
    readChanges(dirty, added) {
      const trees = new Set(added);
      const runs = new Set(dirty);
      for (const tree of trees) {
        if (!tree.isConnected || hasParentIn(tree, trees)) continue;
        const { parentNode, previousSibling, nextSibling } = tree;
        for (const text of textsAround(parentNode as Node, previousSibling, nextSibling)) {
          runs.add(text);
        }
        jobs.push({ kind: 'tree', reader: createTextReader(tree), isNew: false });
        if (isBlock(tree as Element)) continue;
        for (const text of edgesOf(tree)) runs.add(text);
      }
      for (const node of runs) jobs.push({ kind: 'run', node });
      run();
    },
    handOver() {
      jobs.splice(next, 0, { kind: 'kept' });
      run();
    },
    texts: () => texts,
    stop() {
      for (const job of jobs.slice(next)) if (job.kind === 'run') forget(job.node);
      jobs = jobs.slice(next).filter(({ kind }) => kind === 'kept');
      next = 0;
    },
  };
}

/** Levels looked up through: deeper ones are read twice, which is right all the same. */
const MAX_LEVELS = 12;

function hasParentIn(tree: Node, trees: ReadonlySet<Node>): boolean {
  let at = tree.parentNode;
  for (let level = 0; level < MAX_LEVELS && at !== null; level++) {
    if (trees.has(at)) return true;
    at = at.parentNode;
  }
  return false;
}

const SHOW_TEXT = 4;

/** First and last text node of an inserted tree: their runs may reach beyond it. */
function edgesOf(tree: Node): Text[] {
  const walker = (tree.ownerDocument as Document).createTreeWalker(tree, SHOW_TEXT);
  const first = walker.nextNode() as Text | null;
  if (first === null) return [];
  const end = lastText(walker, tree);
  return end === null || end === first ? [first] : [first, end];
}
