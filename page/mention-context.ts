/** The text around a mention, as it reads on the page: cut out only when somebody wants it. */
import { BLOCK_BREAK, isSpaceCode } from '../glossary/characters.ts';
import type { Surroundings } from '../glossary/mention-text.ts';
import { placeOf } from '../glossary/place-of.ts';

/** Where a mention stands in its chunk's text. */
export interface MentionContext {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Offsets at which the chunk's text nodes begin, ascending. */
  readonly starts: readonly number[];
}

/** So much text, in characters, is taken in where wrapped lines are indented deeply. */
const INDENTED = 400;

/**
 * @param reach - Characters on each side.
 * @returns at most so many of them; a line end stands where a block may end.
 */
export function readContext(context: MentionContext, reach: number): Surroundings {
  const { start, end } = context;
  const far = Math.max(reach, INDENTED);
  return {
    before: cut(context, start - reach, start, start - far, start).slice(-reach),
    after: cut(context, end, end + reach, end, end + far).slice(0, reach),
  };
}

/** @returns the text of a stretch; where its lines are wrapped, that of the farther one. */
function cut(
  { text, starts }: MentionContext,
  from: number,
  to: number,
  farFrom: number,
  farTo: number,
): string {
  const part = text.slice(Math.max(0, from), to);
  const hasLines = part.includes('\n');
  const read = hasLines ? joinLines(text, Math.max(0, farFrom), farTo, starts) : part;
  return read.includes(BLOCK_BREAK) ? read.replaceAll(BLOCK_BREAK, '\n') : read;
}

/** @returns a part of the text, with a space for each line end that merely wraps its source. */
function joinLines(text: string, from: number, to: number, starts: readonly number[]): string {
  // With its neighbours, for a line may end right before or after the mention.
  const first = Math.max(0, from - 1);
  const last = Math.min(text.length, to + 1);
  let read = '';
  let done = from;
  for (let line = text.indexOf('\n', first); line >= 0 && line < last; ) {
    let start = line;
    while (start > first && isSpaceCode(text.charCodeAt(start - 1))) start--;
    let end = line + 1;
    let lines = 1;
    for (; end < last && isSpaceCode(text.charCodeAt(end)); end++) {
      if (text.charCodeAt(end) === LINE_END) lines++;
    }
    // A blank line, and space that reaches the edge of a text node, may well part two blocks.
    if (lines === 1 && start > first && end < last && isWithinNode(start, end, starts)) {
      read += `${text.slice(done, start)} `;
      done = end;
    }
    line = text.indexOf('\n', end);
  }
  return read + text.slice(done, to);
}

const LINE_END = 0x0a;

function isWithinNode(start: number, end: number, starts: readonly number[]): boolean {
  const next = placeOf(starts.length, (index) => (starts[index] as number) < start);
  return (starts[next] ?? Number.POSITIVE_INFINITY) > end;
}
