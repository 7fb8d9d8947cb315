/** The text around a mention, as it reads on the page: cut out only when somebody wants it. */
import { BLOCK_BREAK } from '../glossary/characters.ts';
import { placeOf } from './annotation-store.ts';

/** Where a mention stands in its chunk's text. */
export interface MentionContext {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Offsets at which the chunk's text nodes begin, ascending. */
  readonly starts: readonly number[];
}

/** Characters of context on each side for telling senses apart. */
const CONTEXT = 400;

/** @returns up to 400 characters on either side of a mention; a line end stands where a block may end. */
export function readContext(context: MentionContext) {
  const { text, start, end } = context;
  return {
    surface: text.slice(start, end),
    before: cut(context, Math.max(0, start - CONTEXT), start),
    after: cut(context, end, end + CONTEXT),
  };
}

function cut({ text, starts }: MentionContext, from: number, to: number): string {
  const part = text.slice(from, to);
  return (part.includes('\n') ? joinLines(text, from, to, starts) : part).replaceAll(
    BLOCK_BREAK,
    '\n',
  );
}

/** @returns a part of the text, with a space for each line end that merely wraps its source. */
function joinLines(text: string, from: number, to: number, starts: readonly number[]): string {
  // With its neighbours, for a line may end right before or after the mention.
  const first = Math.max(0, from - 1);
  const last = Math.min(text.length, to + 1);
  const part = text.slice(first, last);
  let read = '';
  let done = from - first;
  LINE_END.lastIndex = 0;
  for (let line = LINE_END.exec(part); line !== null; line = LINE_END.exec(part)) {
    const end = line.index + line[0].length;
    if (!isSoft(line[0], first + line.index, first + end, starts)) continue;
    read += `${part.slice(done, line.index)} `;
    done = end;
  }
  return read + part.slice(done, to - first);
}

/** White space with a line end, between words. */
const LINE_END = /(?<=\S)[ \t\r]*\n\s*(?=\S)/g;

/**
 * Whether a line of the page's source merely ends there, as in wrapped prose. A blank line, and white
 * space that reaches the edge of a text node, may well part two blocks.
 */
function isSoft(gap: string, start: number, end: number, starts: readonly number[]): boolean {
  if (gap.indexOf('\n') !== gap.lastIndexOf('\n')) return false;
  const next = placeOf(starts.length, (index) => (starts[index] as number) < start);
  return (starts[next] ?? Number.POSITIVE_INFINITY) > end;
}
