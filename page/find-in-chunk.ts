/**
 * From the forms found in a chunk of text to mentions with their places in the document: what crosses
 * the end of a block is no mention, what stands in code, in a field or in a menu isn't looked at.
 */
import { BLOCK_BREAK, isWordCode, UNCLEAN } from '../glossary/characters.ts';
import type { FormHits } from '../glossary/form-finder.ts';
import type { Mention, MentionReader } from '../glossary/matcher.ts';
import { createExclusions, type Exclusions } from './exclusions.ts';
import { isBrokenBetween } from './inline.ts';
import type { MentionContext } from './mention-context.ts';
import { type Piece, piecesOf } from './pieces.ts';
import type { TextChunk } from './read-text.ts';

/** A chunk of text that holds forms of the lexicon. */
export interface FoundForms {
  readonly chunk: TextChunk;
  readonly hits: FormHits;
  /** Where the chunk has waited: whether a node has gone or was read anew meanwhile. */
  readonly isGone?: (node: Text) => boolean;
}

export interface PlacedMention {
  readonly mention: Mention;
  readonly pieces: readonly [Piece, ...Piece[]];
  readonly context: MentionContext;
}

/** A list that runs over block ends at every line is searched again so often at most. */
const MAX_MENDS = 8;

/** @returns the chunk's mentions, in order. */
export function findInChunk(found: FoundForms, readMentions: MentionReader): PlacedMention[] {
  const { chunk, hits, isGone } = found;
  const { starts } = chunk;
  let exclusions: Exclusions | undefined;
  let text = chunk.text;
  /** Where blocks end inside of what would read as a mention. */
  const breaks: number[] = [];
  const isBroken = (start: number, end: number) =>
    breaks.some((join) => start < join && join < end);
  for (let mends = 0; ; mends++) {
    const placed: PlacedMention[] = [];
    const before = breaks.length;
    let mended = text;
    for (const mention of readMentions(text, hits, before > 0 ? isBroken : undefined)) {
      const { start, end } = mention;
      const pieces = piecesOf(chunk, start, end);
      const [first] = pieces;
      if (first === undefined) continue;
      const broken = brokenJoin(pieces);
      if (broken !== undefined) {
        const join = starts[chunk.nodes.indexOf(broken)] as number;
        breaks.push(join);
        mended = breakAt(mended, join);
        continue;
      }
      exclusions ??= createExclusions(first.node.ownerDocument);
      if (exclusions.has(first.node)) continue;
      if (isGone !== undefined && pieces.some(({ node }) => isGone(node))) continue;
      placed.push({
        mention,
        pieces: pieces as [Piece, ...Piece[]],
        context: { text, start, end, starts },
      });
    }
    if (breaks.length === before || mends === MAX_MENDS) return placed;
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
 * letters the reader has put a break already. Lengths stay, so offsets do; for the same reason an
 * invisible character, which the matcher doesn't count, is left as it is.
 */
function breakAt(text: string, join: number): string {
  const at = isWordCode(text.charCodeAt(join - 1)) ? join : join - 1;
  if (UNCLEAN.test(text.charAt(at))) return text;
  return text.slice(0, at) + BLOCK_BREAK + text.slice(at + 1);
}
