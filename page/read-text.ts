/**
 * Reads a tree's text in chunks, each with where its text nodes begin in it. Adjacent
 * nodes are joined as they stand; only where that would glue two words together is it asked whether
 * a block ends between them. The plain walk without a filter is the fastest there is: a node's
 * surroundings are looked at only where a mention was found in it.
 */
import { BLOCK_BREAK } from '../glossary/characters.ts';
import { isBrokenBetween } from './inline.ts';
import { isBeforeInTree } from './shadow-roots.ts';
import { textWalker } from './texts-in.ts';

export interface TextChunk {
  readonly text: string;
  /** Every text node that has a part in the chunk. */
  readonly nodes: readonly Text[];
  /** Offset in `text` at which each node's part begins. */
  readonly starts: readonly number[];
  /** Offset in the first node at which its part begins: over 0 in later parts of a very long one. */
  readonly offset: number;
}

export interface TextReader {
  /** @returns the next chunk, or undefined at the end. */
  next(): TextChunk | undefined;
  /**
   * Ends the reading before a node.
   * @returns false where the reader has come there already: then it reads on.
   */
  endBefore(node: Text): boolean;
}

/** Characters a chunk aims at: large enough to make calls rare, small enough to stop in time. */
const CHUNK = 8192;
/** A chunk does not wait for a block's end beyond this. */
const CHUNK_MAX = 4 * CHUNK;

/**
 * Up to this code nothing is glued: where both sides of a join are over it, “chip.” and “Trainium” of
 * two paragraphs would read as an address.
 */
const SPACE = 0x20;

/** From this length on it is asked whether a text is a script or a style: few are, and they are long. */
const LONG = 256;
const SILENT = new Set(['script', 'style', 'noscript', 'template', 'textarea', 'title']);

/** @returns whether a text is no text of the page. Asking costs a wrapper of the element. */
export function isSilent(node: Text): boolean {
  return SILENT.has((node.parentNode as Element | null)?.localName ?? '');
}

/** A page that takes away what is to be read next so often is read no further. */
const MAX_LOSSES = 20;

/**
 * @param root its text is read in document order; shadow trees are roots of their own.
 * @param from the text to begin with, and not the first one.
 */
export function createTextReader(root: Node, from?: Text): TextReader {
  const walker = textWalker(root);
  const advance = () => walker.nextNode() as Text | null;
  if (from !== undefined) walker.currentNode = from;
  let pending = from ?? (root.nodeType === 3 ? (root as Text) : advance());
  /** Offset in `pending` where a node too long for one chunk goes on. */
  let resume = 0;
  let until: Text | undefined;
  let chunk = new ChunkBuilder();
  let losses = 0;

  /** The page has taken away what was to be read next: from there no way leads back into the tree. */
  function findPlace(): void {
    const { last = null } = chunk;
    walker.currentNode = root.contains(last) ? (last as Text) : root;
    resume = 0;
    pending = losses++ < MAX_LOSSES ? advance() : null;
  }

  return {
    next() {
      if (pending !== null && !root.contains(pending)) findPlace();
      if (pending === null) return undefined;
      chunk = new ChunkBuilder();
      while (pending !== null && pending !== until) {
        const data: string = pending.data;
        if (data.length > LONG) {
          if (resume === 0 && isSilent(pending)) {
            pending = advance();
            continue;
          }
          if (data.length - resume > CHUNK_MAX) {
            if (chunk.last !== undefined) return chunk;
            const end = splitPoint(data, resume + CHUNK);
            chunk.add(pending, data.slice(resume, end), resume);
            resume = end;
            return chunk;
          }
        }
        const { length } = chunk.text;
        if (length >= CHUNK && (length >= CHUNK_MAX || chunk.endsBefore(pending))) return chunk;
        chunk.add(pending, resume > 0 ? data.slice(resume) : data, resume);
        resume = 0;
        pending = advance();
      }
      pending = null;
      return chunk;
    },
    endBefore(node) {
      if (pending === null || !isBeforeInTree(pending, node)) return false;
      until = node;
      return true;
    },
  };
}

/**
 * Reads the one run of text that a node stands in: its own text and that of the inline elements
 * around it, up to the next block on either side.
 * @param root where the run ends at the latest.
 * @returns undefined for a node too long to be read at once.
 */
export function readRun(node: Text, root: Node): TextChunk | undefined {
  if (node.length > CHUNK_MAX) return undefined;
  const walker = textWalker(root);
  walker.currentNode = node;
  let first: Text = node;
  let reach = node.length;
  for (;;) {
    const previous = walker.previousNode() as Text | null;
    if (previous === null || reach > CHUNK || isBrokenBetween(previous, first)) break;
    if (previous.length > CHUNK_MAX) break;
    first = previous;
    reach += previous.length;
  }
  const chunk = new ChunkBuilder();
  walker.currentNode = first;
  let last: Text = first;
  chunk.add(first, first.data, 0);
  for (;;) {
    const next = walker.nextNode() as Text | null;
    if (next === null || chunk.text.length > CHUNK_MAX || isBrokenBetween(last, next)) break;
    if (next.length > CHUNK_MAX) break;
    chunk.add(next, next.data, 0);
    last = next;
  }
  return chunk;
}

/** A class, since its one method runs for every text of a page that the browser sees the first time. */
class ChunkBuilder implements TextChunk {
  text = '';
  readonly nodes: Text[] = [];
  readonly starts: number[] = [];
  offset = 0;
  last: Text | undefined = undefined;
  private lastCode = 0;

  add(node: Text, data: string, from: number): void {
    if (data.length === 0) return;
    if (this.last === undefined) {
      this.offset = from;
    } else if (this.lastCode > SPACE && data.charCodeAt(0) > SPACE && this.endsBefore(node)) {
      this.text += BLOCK_BREAK;
    }
    this.nodes.push(node);
    this.starts.push(this.text.length);
    this.text += data;
    this.lastCode = data.charCodeAt(data.length - 1);
    this.last = node;
  }

  endsBefore(node: Text): boolean {
    return this.last === undefined || isBrokenBetween(this.last, node);
  }
}

/** A place to cut a very long node: after a line or a sentence, or else a word. */
function splitPoint(data: string, near: number): number {
  for (const gap of ['\n', '. ', ' ']) {
    const at = data.lastIndexOf(gap, near);
    if (at > near - CHUNK / 2) return at + gap.length;
  }
  return near;
}
