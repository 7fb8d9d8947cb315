/**
 * Reads the page's text in slices and keeps what was found up to date: one queue for the first scan
 * and for every later change, so that they never add up to a long task.
 */

import type { FormFinder } from '../glossary/form-finder.ts';
import type { FoundForms } from './find-in-chunk.ts';
import { isBlock, lastText, textsAround } from './inline.ts';
import type { ReadingListener } from './page-reader.ts';
import { createTextReader, readRun, type TextChunk, type TextReader } from './read-text.ts';
import { later, runInSlices } from './slices.ts';
import { hasMore, textWalker } from './texts-in.ts';

export interface ScannerOptions {
  readonly view: Window;
  readonly finder: FormFinder;
  /** Who takes what is found; undefined while nobody has come: then it waits. */
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
  /** Forgets what is waiting to be read, and what was found where the text is another by now. */
  stop(): void;
}

/** A tree to read, or a run of text by one of its nodes. */
type Job = Reading | Text;

interface Reading {
  readonly root: Node;
  readonly reader: TextReader;
  readonly isNew: boolean;
  /** What is still to be looked through before any more is read. */
  glued?: string | undefined;
}

/**
 * After so many chunks that name nothing the whole tree's text is looked through first, as the browser
 * joins it: that takes half of the time of a walk, and a page that names nothing is read no further.
 */
const IN_VAIN = 8;
/** Elements from which on that is worth while, and up to which it is done within a slice. */
const LEAST_ELEMENTS = 4000;
const MOST_ELEMENTS = 20_000;
/** Characters up to which it is, those of scripts among them. */
const MOST_CHARACTERS = 2_000_000;
/** Characters looked through in a step, and so many of them twice, for a form at the seam. */
const PART = 16_384;
const SEAM = 1024;

/** @returns a tree's text as the browser joins it; undefined where a walk does as well. */
function gluedText(root: Node): string | undefined {
  const tree = root as Element;
  if (root.nodeType !== 1 || !hasMore(tree, LEAST_ELEMENTS) || hasMore(tree, MOST_ELEMENTS)) return;
  const text = tree.textContent as string;
  return text.length < MOST_CHARACTERS ? text : undefined;
}

export function createScanner(options: ScannerOptions): Scanner {
  const { view, finder, signal } = options;
  let jobs: Job[] = [];
  let next = 0;
  let isRunning = false;
  /** Runs read since the queue was last empty: several changes often fall into one. */
  let read = new Set<Text>();
  /** What was found and is still to be given. */
  const kept: FoundForms[] = [];
  /** Texts that count no more in chunks that were found before so many others. */
  let stale = new Map<Text, number>();
  let keptSoFar = 0;
  /** Chunks of new trees read while nothing had been found. */
  let inVain = 0;

  function take(chunk: TextChunk, isNew: boolean): void {
    if (!isNew) {
      chunk.nodes.forEach((node, index) => {
        // The later parts of a very long node are not to wipe out the earlier ones.
        if (index > 0 || chunk.offset === 0) forget(node);
      });
    }
    const hits = finder.findForms(chunk.text);
    if (hits.length === 0) return;
    const number = keptSoFar++;
    const isGone = (node: Text) => !node.isConnected || (stale.get(node) ?? 0) > number;
    // Given in a step of its own, so that the clock is looked at between.
    kept.push({ chunk, hits, isGone });
    options.onFound();
  }

  function forget(node: Text): void {
    options.listener()?.onStale(node);
    if (kept.length > 0) stale.set(node, keptSoFar);
  }

  /** A chunk that waited: the page may have changed under it. */
  function takeKept(): void {
    options.listener()?.onFound(kept.shift() as FoundForms);
    if (kept.length === 0) stale = new Map();
  }

  const isKeptWanted = () => kept.length > 0 && options.listener() !== undefined;

  function step(): boolean {
    const job = jobs[next];
    // What was found first is given first.
    if (isKeptWanted()) {
      takeKept();
    } else if (job === undefined) {
      return false;
    } else if ('reader' in job) {
      stepInto(job);
    } else {
      next++;
      takeRun(job);
    }
    return next < jobs.length || isKeptWanted();
  }

  function stepInto(job: Reading): void {
    const { glued, root, reader, isNew } = job;
    if (glued !== undefined) {
      const mayHold = finder.mayHold(glued.slice(0, PART));
      job.glued = mayHold ? undefined : glued.slice(PART - SEAM);
      if (!mayHold && glued.length <= PART) next++;
      return;
    }
    const chunk = reader.next();
    if (chunk === undefined) {
      next++;
    } else {
      take(chunk, isNew);
      if (isNew && keptSoFar === 0 && ++inVain === IN_VAIN) job.glued = gluedText(root);
    }
  }

  function takeRun(node: Text): void {
    if (read.has(node) || !node.isConnected) return;
    const chunk = readRun(node, node.getRootNode());
    if (chunk === undefined) {
      read.add(node);
      forget(node);
      jobs.push({ root: node, reader: createTextReader(node), isNew: false });
      return;
    }
    for (const each of chunk.nodes) read.add(each);
    take(chunk, false);
  }

  function run(): void {
    if (isRunning || signal.aborted) return;
    isRunning = true;
    runInSlices(view, step, signal, (ms) => {
      const isDone = next >= jobs.length && !isKeptWanted();
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
      jobs.push({ root, reader: createTextReader(root), isNew: true });
      // Not at once: whoever asks was called by the browser for something else.
      later(view, run);
    },
    readFirst(root, from) {
      const at = jobs.findIndex((job, i) => i >= next && 'reader' in job && job.isNew);
      const job = jobs[at];
      if (job === undefined || !('reader' in job) || job.glued !== undefined) return;
      if (!job.reader.endBefore(from)) return;
      jobs.splice(at, 0, { root, reader: createTextReader(root, from), isNew: true });
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
        jobs.push({ root: tree, reader: createTextReader(tree), isNew: false });
        if (isBlock(tree as Element)) continue;
        for (const text of edgesOf(tree)) runs.add(text);
      }
      for (const node of runs) jobs.push(node);
      if (jobs.length > 0) run();
    },
    handOver: run,
    stop() {
      for (const job of jobs.slice(next)) if (!('reader' in job)) forget(job);
      jobs = [];
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

/** First and last text node of an inserted tree: their runs may reach beyond it. */
function edgesOf(tree: Node): Text[] {
  const walker = textWalker(tree);
  const first = walker.nextNode() as Text | null;
  if (first === null) return [];
  const end = lastText(walker, tree);
  return end === null || end === first ? [first] : [first, end];
}
