/**
 * From a chunk of text to mentions with their places in the document: what crosses the end of a
 * block is no mention, what stands in code, in a field or in a menu isn't looked at.
 */
import { BLOCK_BREAK, isWordCode } from '../glossary/characters.ts';
import type { Matcher, Mention } from '../glossary/matcher.ts';
import { createExclusions, type Exclusions } from './exclusions.ts';
import { isBrokenBetween } from './inline.ts';
import type { MentionContext } from './mention-context.ts';
import type { Piece, TextChunk } from './read-text.ts';

export interface PlacedMention {
  readonly mention: Mention;
  readonly pieces: readonly [Piece, ...Piece[]];
  readonly context: MentionContext;
}

/** A list that runs over block ends at every line is searched again so often at most. */
const MAX_MENDS = 8;

/** @returns the chunk's mentions, in order. */
export function findInChunk(chunk: TextChunk, matcher: Matcher): PlacedMention[] {
  let exclusions: Exclusions | undefined;
  let text = chunk.text;
  for (let mends = 0; ; mends++) {
    const placed: PlacedMention[] = [];
    let mended = text;
    for (const mention of matcher.findMentions(text)) {
      const pieces = chunk.piecesOf(mention.start, mention.end);
      const [first] = pieces;
      if (first === undefined) continue;
      const broken = brokenJoin(pieces);
      if (broken !== undefined) {
        mended = breakAt(mended, chunk.starts[chunk.nodes.indexOf(broken)] as number);
        continue;
      }
      exclusions ??= createExclusions(first.node.ownerDocument);
      if (exclusions.has(first.node)) continue;
      placed.push({
        mention,
        pieces: pieces as [Piece, ...Piece[]],
        context: { text, start: mention.start, end: mention.end, starts: chunk.starts },
      });
    }
    if (mended === text || mends === MAX_MENDS) return placed;
    text = mended;
  }
}

/** The node before which a block ends inside the mention; undefined where it is one run. */
function brokenJoin(pieces: readonly Piece[]): Text | undefined {
  for (let at = 1; at < pieces.length; at++) {
    const [left, right] = [pieces[at - 1] as Piece, pieces[at] as Piece];
    if (isBrokenBetween(left.node, right.node)) return right.node;
  }
  return undefined;
}

/**
 * Writes a block break over the character beside a join. One of the two is no letter: between two
 * letters the reader has put a break already. Lengths stay, so offsets do.
 */
function breakAt(text: string, join: number): string {
  const at = isWordCode(text.charCodeAt(join - 1)) ? join : join - 1;
  return text.slice(0, at) + BLOCK_BREAK + text.slice(at + 1);
}
