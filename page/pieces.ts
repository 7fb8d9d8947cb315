/** The way back from an offset in a chunk of text to its text nodes. */
import { placeOf } from '../glossary/place-of.ts';
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
  const { starts, text } = chunk;
  // The last node that begins at or before the start.
  const first = Math.max(0, placeOf(starts.length, (at) => (starts[at] as number) <= start) - 1);
  if (end <= (starts[first + 1] ?? text.length)) {
    // Nearly all stand in one node, and an array that grows takes room for many.
    const only = pieceAt(chunk, first, start, end);
    return only === undefined ? [] : [only];
  }
  const pieces: Piece[] = [];
  for (let at = first; at < starts.length && (starts[at] as number) < end; at++) {
    const piece = pieceAt(chunk, at, start, end);
    if (piece !== undefined) pieces.push(piece);
  }
  return pieces;
}

/** @returns what one of the chunk's nodes has of a stretch; undefined where it is nothing. */
function pieceAt(chunk: TextChunk, at: number, start: number, end: number): Piece | undefined {
  const { nodes, starts, offset, text } = chunk;
  const from = starts[at] as number;
  const node = nodes[at];
  if (node === undefined) return undefined;
  const skipped = at === 0 ? offset : 0;
  const next = starts[at + 1] ?? text.length;
  const pieceEnd = Math.min(end, next, from + node.length - skipped);
  const pieceStart = Math.max(start, from);
  if (pieceEnd <= pieceStart) return undefined;
  return { node, start: pieceStart - from + skipped, end: pieceEnd - from + skipped };
}
