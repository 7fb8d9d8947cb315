/**
 * From a chunk of text to mentions with their places in the document: what crosses the end of a
 * block is no mention, what stands in code, in a field or in a menu isn't looked at.
 */
import { BLOCK_BREAK, isWordCode } from '../glossary/characters.ts';
import type { Matcher, Mention } from '../glossary/matcher.ts';
import { isExcluded } from './exclusions.ts';
import { isBrokenBetween } from './inline.ts';
import type { Piece, TextChunk } from './read-text.ts';

export interface PlacedMention {
  readonly mention: Mention;
  readonly pieces: readonly Piece[];
  /** Up to `CONTEXT` characters of page text on either side, block breaks as line ends. */
  readonly before: string;
  readonly after: string;
}

/** Characters of context kept on each side for telling senses apart. */
const CONTEXT = 400;

/** @returns the chunk's mentions, in order. */
export function findInChunk(chunk: TextChunk, matcher: Matcher): PlacedMention[] {
  let text = chunk.text;
  for (;;) {
    const placed: PlacedMention[] = [];
    let mended = text;
    for (const mention of matcher.findMentions(text)) {
      const pieces = chunk.piecesOf(mention.start, mention.end);
      const broken = brokenJoin(pieces);
      if (broken !== undefined) {
        mended = breakAt(mended, chunk.starts[chunk.nodes.indexOf(broken)] as number);
        continue;
      }
      const first = pieces[0];
      if (first === undefined || isExcluded(first.node)) continue;
      placed.push({
        mention,
        pieces,
        before: context(text, mention.start - CONTEXT, mention.start),
        after: context(text, mention.end, mention.end + CONTEXT),
      });
    }
    if (mended === text) return placed;
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

function context(text: string, start: number, end: number): string {
  return text.slice(Math.max(0, start), end).replaceAll(BLOCK_BREAK, '\n');
}
