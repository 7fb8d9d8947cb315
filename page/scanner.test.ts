// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { TermId } from '../data/schema.ts';
import { HIT } from '../glossary/form-finder.ts';
import { createMatcher } from '../glossary/matcher.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { createScanner } from './scanner.ts';

const { findForms } = createMatcher({
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
  let isThere = true;
  const scanner = createScanner({
    view,
    finder: { findForms },
    listener() {
      if (!isThere) return undefined;
      return {
        onFound({ chunk, hits, isGone }) {
          for (let at = 0; at < hits.length; at += HIT) {
            const [{ node }] = piecesOf(chunk, hits[at] as number, hits[at + 1] as number) as [
              Piece,
            ];
            if (!isGone?.(node)) found.push(node.data.charAt(7));
          }
        },
        onStale: (node) => void stale.push(node),
      };
    },
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
  return {
    scanner,
    slice,
    finish,
    textOf,
    stale,
    isDone: () => isDone,
    leave() {
      isThere = false;
    },
    come() {
      isThere = true;
      scanner.handOver();
    },
  };
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

describe('what was found before anybody came', () => {
  test('is given first, in order, and once', () => {
    const { scanner, slice, finish, leave, come, isDone } = setUp();
    leave();
    scanner.read(document.body);
    slice();
    slice();
    come();
    expect(isDone()).toBe(false);
    expect(finish()).toBe('012345');
    expect(isDone()).toBe(true);
  });

  test('is told to be all where all was read', () => {
    const { scanner, finish, leave, come } = setUp();
    leave();
    scanner.read(document.body);
    expect(finish()).toBe('');
    come();
    expect(finish()).toBe('012345');
  });

  test('counts no more where it changed or went meanwhile', () => {
    const { scanner, finish, leave, come, textOf } = setUp();
    leave();
    scanner.read(document.body);
    finish();
    textOf(1).data = `Zyxlux 7${' and so on'.repeat(900)}`;
    textOf(2).data = 'nothing';
    document.querySelectorAll('p')[4]?.remove();
    scanner.readChanges([textOf(1), textOf(2)], []);
    finish();
    come();
    expect(finish()).toBe('0357');
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
