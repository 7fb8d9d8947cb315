// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { TermId } from '../data/schema.ts';
import { createAliasIndex } from '../glossary/alias-index.ts';
import { createFormFinder, HIT } from '../glossary/form-finder.ts';
import type { Lexicon } from '../glossary/lexicon.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { createScanner } from './scanner.ts';

const lexicon: Lexicon = {
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
};

const paragraph = (start: string) => `<p>${start}${' and so on'.repeat(900)}</p>`;
const SIX = Array.from({ length: 6 }, (_, number) => paragraph(`Zyxlux ${number}`)).join('');

/** @param html paragraphs too long for two to be read at once, read one chunk at a time. */
function setUp(html = SIX) {
  document.body.innerHTML = html;
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
  const finder = createFormFinder(createAliasIndex(lexicon));
  let reads = 0;
  const found: string[] = [];
  const stale: Text[] = [];
  let isDone = false;
  let isThere = true;
  const scanner = createScanner({
    view,
    finder: {
      ...finder,
      findForms(text) {
        reads++;
        return finder.findForms(text);
      },
    },
    listener() {
      if (!isThere) return undefined;
      return {
        onFound({ chunk, hits, isGone }) {
          for (let at = 0; at < hits.length; at += HIT) {
            const end = hits[at + 1] as number;
            const [{ node }] = piecesOf(chunk, hits[at] as number, end) as [Piece];
            if (!isGone?.(node)) found.push(chunk.text.charAt(end + 1));
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
    reads: () => reads,
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

describe('a long page that names nothing', () => {
  /** With elements enough for a walk to take its time. */
  const nothing = (count: number) =>
    paragraph('Nothing').repeat(count - 1) + paragraph(`Nothing${'<i>.</i>'.repeat(4000)}`);

  test('is read no further than its beginning, and looked through', () => {
    const { scanner, finish, reads, isDone } = setUp(nothing(30));
    scanner.read(document.body);
    finish();
    expect(isDone()).toBe(true);
    expect(reads()).toBe(8);
  });

  test.each([
    ['in a paragraph', paragraph('Zyxlux 1')],
    ['glued to what stands around it', '<p>a</p><p>Zyxlux 1</p><p>b</p>'],
  ])('but for its end: %s', (_, end) => {
    const { scanner, finish, reads } = setUp(nothing(20) + end);
    scanner.read(document.body);
    expect(finish()).toHaveLength(1);
    expect(reads()).toBeGreaterThan(18);
  });

  // Where one part ends and the next begins, with what is looked through twice and without.
  test.each([16_384 + 5 * 15_360, 6 * 16_384])('but for a form about character %i', (seam) => {
    const start = nothing(9);
    const length = seam - start.replace(/<[^>]*>/g, '').length;
    for (let before = 0; before <= 8; before++) {
      const { scanner, finish } = setUp(`${start}<p>${'x'.repeat(length - before)} Zyxlux 1</p>`);
      scanner.read(document.body);
      expect(finish()).toHaveLength(1);
    }
  });
});

describe('a page that takes away what is to be read next', () => {
  test('is read on', () => {
    const { scanner, slice, finish, textOf } = setUp();
    scanner.read(document.body);
    slice();
    textOf(1).parentElement?.remove();
    expect(finish()).toBe('02345');
  });

  test('with what was read last: it is read again', () => {
    const { scanner, slice, finish, textOf } = setUp();
    scanner.read(document.body);
    slice();
    textOf(0).parentElement?.remove();
    textOf(0).parentElement?.remove();
    // What was found in it has gone before it was given.
    expect(finish()).toBe('2345');
  });

  test('all the time: it is left alone in the end', () => {
    const { scanner, slice, isDone } = setUp();
    scanner.read(document.body);
    for (let count = 0; count < 60; count++) {
      document.body.innerHTML = SIX;
      slice();
    }
    expect(isDone()).toBe(true);
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
