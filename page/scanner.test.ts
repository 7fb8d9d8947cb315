// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { TermId } from '../data/schema.ts';
import { createMatcher } from '../glossary/matcher.ts';
import { createScanner } from './scanner.ts';

const MATCHER = createMatcher({
  version: 'test',
  entries: [
    {
      termId: 'lamp' as TermId,
      text: 'Zyxlux',
      matchCase: 'exact',
      ambiguous: false,
      acronym: false,
    },
  ],
});

/** A page of paragraphs too long for two to be read at once, read one chunk at a time. */
function setUp() {
  document.body.innerHTML = Array.from(
    { length: 6 },
    (_, number) => `<p>Zyxlux ${number}${' and so on'.repeat(900)}</p>`,
  ).join('');
  const tasks: (() => void)[] = [];
  let clock = 0;
  const view = {
    // Every look at the clock takes longer than a slice.
    performance: {
      now() {
        clock += 10;
        return clock;
      },
    },
    scheduler: { postTask: async (task: () => void) => void tasks.push(task) },
    setTimeout: () => 0,
    clearTimeout: () => {},
  } as unknown as Window;
  const found: string[] = [];
  const stale: Text[] = [];
  let isDone = false;
  const scanner = createScanner({
    view,
    matcher: MATCHER,
    listener: () => ({
      onFound(placed) {
        for (const { pieces } of placed) found.push(pieces[0].node.data.charAt(7));
      },
      onStale: (node) => void stale.push(node),
    }),
    onFound() {},
    onSlice(_, isAll) {
      isDone = isAll;
    },
    signal: new AbortController().signal,
  });
  const slice = () => tasks.shift()?.();
  const finish = () => {
    while (tasks.length > 0) slice();
    return found.join('');
  };
  const textOf = (number: number) => document.querySelectorAll('p')[number]?.firstChild as Text;
  return { scanner, slice, finish, textOf, stale, isDone: () => isDone };
}

describe('the order of reading', () => {
  test('from the top', () => {
    const { scanner, finish, isDone } = setUp();
    scanner.read(document.body);
    expect(isDone()).toBe(false);
    expect(finish()).toBe('012345');
    expect(isDone()).toBe(true);
  });

  test('what is in view comes first, and the rest once', () => {
    const { scanner, slice, finish, textOf } = setUp();
    scanner.read(document.body);
    slice();
    scanner.readFirst(document.body, textOf(4));
    expect(finish()).toBe('045123');
  });

  test('reading that has come there already goes on', () => {
    const { scanner, slice, finish, textOf } = setUp();
    scanner.read(document.body);
    slice();
    scanner.readFirst(document.body, textOf(0));
    expect(finish()).toBe('012345');
  });
});

test('what changed and is read no more counts no more', () => {
  const { scanner, finish, textOf, stale } = setUp();
  scanner.read(document.body);
  finish();
  scanner.readChanges([textOf(1), textOf(3)], []);
  expect(stale).toEqual([textOf(1)]);
  scanner.stop();
  expect(stale).toEqual([textOf(1), textOf(3)]);
});
