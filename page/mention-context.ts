/** The text around a mention, as it reads on the page: cut out only when somebody wants it. */
import { BLOCK_BREAK } from '../glossary/characters.ts';
import type { Surroundings } from '../glossary/mention-text.ts';
import { placeOf } from './annotation-store.ts';

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
  return {
    before: readBefore(context, reach).replaceAll(BLOCK_BREAK, '\n'),
    after: readAfter(context, reach).replaceAll(BLOCK_BREAK, '\n'),
  };
}

function readBefore({ text, start, starts }: MentionContext, reach: number): string {
  const from = Math.max(0, start - reach);
  const before = text.slice(from, start);
  if (!before.includes('\n')) return before;
  const joined = joinLines(text, from, start, starts);
  if (joined.length === before.length || reach >= INDENTED) return joined;
  return joinLines(text, Math.max(0, start - INDENTED), start, starts).slice(-reach);
}

function readAfter({ text, end, starts }: MentionContext, reach: number): string {
  const after = text.slice(end, end + reach);
  if (!after.includes('\n')) return after;
  const joined = joinLines(text, end, end + reach, starts);
  if (joined.length === after.length || reach >= INDENTED) return joined;
  return joinLines(text, end, end + INDENTED, starts).slice(0, reach);
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
    while (start > first && isBlank(text.charCodeAt(start - 1))) start--;
    let end = line + 1;
    let lines = 1;
    for (; end < last && isBlank(text.charCodeAt(end)); end++) {
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

function isBlank(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0;
}

function isWithinNode(start: number, end: number, starts: readonly number[]): boolean {
  const next = placeOf(starts.length, (index) => (starts[index] as number) < start);
  return (starts[next] ?? Number.POSITIVE_INFINITY) > end;
}
