/**
 * Reads the page's text in slices and keeps what was found up to date: one queue for the first scan
 * and for every later change, so that they never add up to a long task.
 */

import type { Matcher } from '../glossary/matcher.ts';
import { findInChunk, type PlacedMention } from './find-in-chunk.ts';
import { isBlock, textsBeside } from './inline.ts';
import {
  createTextReader,
  type ReadingOrder,
  readRun,
  type TextChunk,
  type TextReader,
} from './read-text.ts';
import type { Sections } from './sections.ts';
import { runInSlices } from './slices.ts';

export interface ScannerOptions {
  readonly view: Window;
  readonly matcher: Matcher;
  /** Text that is about to be read again: what was found in it counts no more. */
  onStale(node: Text): void;
  readonly sections: Sections;
  /** Mentions in the order of the page, those of one chunk at a time, and the section of each. */
  onFound(placed: readonly PlacedMention[], sections: readonly Node[]): void;
  /** Work was done for so long, in ms; all is read where `isDone`. */
  onSlice(ms: number, isDone: boolean): void;
  readonly signal: AbortSignal;
}

export interface Scanner {
  /** Reads a tree for the first time. */
  read(root: Node, order?: ReadingOrder): void;
  /** Reads text that came and text that changed, with what it reads as one with. */
  readChanges(dirty: Iterable<Text>, added: Iterable<Node>): void;
  /** Forgets what is waiting to be read. */
  stop(): void;
}

type Job =
  | {
      readonly kind: 'tree';
      readonly root: Node;
      readonly reader: TextReader;
      readonly isNew: boolean;
      /** What its first text stands under; undefined where that is not known. */
      section?: Node | undefined;
    }
  | { readonly kind: 'run'; readonly node: Text };

export function createScanner(options: ScannerOptions): Scanner {
  const { view, matcher, sections, signal } = options;
  let jobs: Job[] = [];
  let next = 0;
  let isRunning = false;
  /** Runs read since the queue was last empty: several changes often fall into one. */
  let read = new Set<Text>();

  /** @returns what the end of the chunk stands under, where it is known. */
  function take(chunk: TextChunk, isNew: boolean, before: Node | undefined): Node | undefined {
    if (!isNew) {
      chunk.nodes.forEach((node, index) => {
        // The later parts of a very long node are not to wipe out the earlier ones.
        if (index > 0 || chunk.offset === 0) options.onStale(node);
      });
    }
    const placed = findInChunk(chunk, matcher);
    const starts: number[] = [];
    const headings: Element[] = [];
    chunk.nodes.forEach((node, index) => {
      const heading = sections.startingAt(node);
      if (heading === undefined) return;
      starts.push(chunk.starts[index] as number);
      headings.push(heading);
    });
    if (placed.length > 0) {
      let at = -1;
      let section = before;
      const each = placed.map(({ context, pieces }) => {
        while (at + 1 < starts.length && (starts[at + 1] as number) <= context.start) {
          section = headings[++at];
        }
        section ??= sections.of(pieces[0].node);
        return section;
      });
      options.onFound(placed, each);
      return headings.at(-1) ?? section;
    }
    return headings.at(-1) ?? before;
  }

  function step(): boolean {
    const job = jobs[next];
    if (job === undefined) return false;
    switch (job.kind) {
      case 'tree': {
        const chunk = job.reader.next();
        if (chunk === undefined) next++;
        else job.section = take(chunk, job.isNew, job.section);
        if (chunk === undefined) handOn(job);
        break;
      }
      case 'run':
        next++;
        takeRun(job.node);
        break;
    }
    return next < jobs.length;
  }

  /** Trees that came side by side stand under one another's headings. */
  function handOn({ root, section }: Extract<Job, { kind: 'tree' }>): void {
    const following = jobs[next];
    if (following?.kind === 'tree' && following.root.previousSibling === root) {
      following.section ??= section;
    }
  }

  function takeRun(node: Text): void {
    if (read.has(node) || !node.isConnected) return;
    const chunk = readRun(node, node.getRootNode());
    if (chunk === undefined) {
      read.add(node);
      jobs.push({ kind: 'tree', root: node, reader: createTextReader(node), isNew: false });
      return;
    }
    for (const each of chunk.nodes) read.add(each);
    take(chunk, false, undefined);
  }

  function run(): void {
    if (isRunning || jobs.length === 0) return;
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
    read(root, order) {
      const section = order?.from === undefined ? root.getRootNode() : undefined;
      const reader = createTextReader(root, order);
      jobs.push({ kind: 'tree', root, reader, isNew: true, section });
      run();
    },
    readChanges(dirty, added) {
      const trees = new Set(added);
      const runs = new Set(dirty);
      for (const tree of trees) {
        if (!tree.isConnected || hasParentIn(tree, trees)) continue;
        for (const text of textsBeside(tree)) runs.add(text);
        jobs.push({ kind: 'tree', root: tree, reader: createTextReader(tree), isNew: false });
        if (isBlock(tree as Element)) continue;
        for (const text of edgesOf(tree)) runs.add(text);
      }
      for (const node of runs) jobs.push({ kind: 'run', node });
      run();
    },
    stop() {
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

const SHOW_TEXT = 4;

/** First and last text node of an inserted tree: their runs may reach beyond it. */
function edgesOf(tree: Node): Text[] {
  const walker = (tree.ownerDocument as Document).createTreeWalker(tree, SHOW_TEXT);
  const first = walker.nextNode() as Text | null;
  if (first === null) return [];
  let last: Node = tree;
  while (last.lastChild !== null) last = last.lastChild;
  walker.currentNode = last;
  const end = last.nodeType === 3 ? (last as Text) : (walker.previousNode() as Text | null);
  return end === null || end === first ? [first] : [first, end];
}
