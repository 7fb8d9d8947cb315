/** The way back from an offset in a chunk of text to its text nodes. */
import type { TextChunk } from './read-text.ts';

/** A stretch of a chunk that lies in one text node. */
export interface Piece {
  readonly node: Text;
  /** Offset in the node, UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

/** @returns the stretches of text nodes that [start, end) of a chunk covers, in order. */
export function piecesOf(chunk: TextChunk, start: number, end: number): Piece[] {
  const { nodes, starts, offset, text } = chunk;
  const first = indexOf(starts, start);
  const from = starts[first] as number;
  if (first > 0 && end <= (starts[first + 1] ?? text.length)) {
    const node = nodes[first] as Text;
    // An array that grows takes room for many, and nearly all mentions stand in one node.
    if (end - from <= node.length) return [{ node, start: start - from, end: end - from }];
  }
  const pieces: Piece[] = [];
  for (let at = first; at < nodes.length; at++) {
    const from = starts[at] as number;
    if (from >= end) break;
    const node = nodes[at] as Text;
    const skipped = at === 0 ? offset : 0;
    const next = starts[at + 1] ?? text.length;
    const pieceEnd = Math.min(end, next, from + node.length - skipped);
    const pieceStart = Math.max(start, from);
    if (pieceEnd > pieceStart) {
      pieces.push({ node, start: pieceStart - from + skipped, end: pieceEnd - from + skipped });
    }
  }
  return pieces;
}

/** Index of the last start at or before an offset. */
function indexOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
