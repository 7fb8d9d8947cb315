import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutWords, endOf, linesOf, PLAIN, readContextWindow, readGap } from './context-window.ts';

describe('cutWords', () => {
  test('keeps letters and digits of any script, lower-cased, with their places', () => {
    const words = cutWords('Größe: GPT‑4 “naïve”', PLAIN);
    expect(words.words.map(({ word }) => word)).toEqual(['größe', 'gpt', '4', 'naïve']);
    expect(words.starts.map((start, i) => words.text.slice(start, endOf(words, i)))).toEqual([
      'Größe',
      'GPT',
      '4',
      'naïve',
    ]);
  });

  test('offsets point at the same letters in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const cut = cutWords(text, PLAIN);
        cut.words.forEach(({ word }, i) => {
          const start = cut.starts[i] as number;
          expect(start).toBeGreaterThanOrEqual(i > 0 ? endOf(cut, i - 1) : 0);
          expect(text.slice(start, endOf(cut, i))).toHaveLength(word.length);
        });
      }),
    );
  });

  test('a letter that grows in lower case moves nothing', () => {
    const { text, starts } = cutWords('İİİ AWS', PLAIN);
    expect(text.startsWith('AWS', starts.at(-1))).toBe(true);
  });
});

describe('readContextWindow', () => {
  test('puts the mention between its two sides', () => {
    const window = readContextWindow('We use \0 at work.', 7, PLAIN);
    expect(window.words.map(({ word }) => word)).toEqual(['we', 'use', 'at', 'work']);
    expect(window.split).toBe(2);
    expect(window.at).toBe(7);
  });

  test('ends the sentence where a look at every character does', () => {
    const unit = fc.constantFrom(...'ab7    \n.!?:"”’)],-é中');
    const side = fc.string({ unit, maxLength: 60 });
    fc.assert(
      fc.property(side, side, (before, after) => {
        const text = `${before}\0${after}`;
        const { sentenceStart, sentenceEnd } = readContextWindow(text, before.length, PLAIN);
        const ends = [...before.matchAll(/\n|(?<=[.!?:]["”’)\]]*) /g)];
        expect(sentenceStart).toBe(ends.length > 0 ? (ends.at(-1)?.index ?? 0) + 1 : 0);
        const end = /\n|[.!?:](?=["”’)\]]*\s)/.exec(after);
        expect(sentenceEnd).toBe(end ? before.length + 1 + end.index : text.length);
      }),
      { numRuns: 2000 },
    );
  });

  test('knows the sentence', () => {
    const before = 'It rained. We use ';
    const window = readContextWindow(`${before}\0 here. It is dry.`, before.length, PLAIN);
    const text = window.text.slice(window.sentenceStart, window.sentenceEnd);
    expect(text).toBe('We use \0 here');
  });
});

test('the lines of a window are as if cut by themselves', () => {
  const unit = fc.constantFrom(...'aB7    \n\n.!?:"”)中');
  const side = fc.string({ unit, maxLength: 60 });
  fc.assert(
    fc.property(side, side, (before, after) => {
      const text = `${before}\0${after}`;
      const at = before.length;
      const start = text.lastIndexOf('\n', at) + 1;
      const lineEnd = text.indexOf('\n', at);
      const end = lineEnd < 0 ? text.length : lineEnd;
      const lines = linesOf(readContextWindow(text, at, PLAIN), start, end);
      const { sentenceEnd, ...alone } = readContextWindow(
        text.slice(start, end),
        at - start,
        PLAIN,
      );
      expect(lines).toMatchObject(alone);
      // A stop at the end of a text ends no sentence before it.
      expect(text.slice(start + lines.sentenceEnd, start + sentenceEnd)).toMatch(
        /^([.!?:]["”)]*)?$/,
      );
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['Amazon Bedrock', 'joined'],
  ['Minecraft: Bedrock', 'joined'],
  ['Authority (CMA', 'joined'],
  ['ChatGPT, Claude', 'listed'],
  ['Google/DeepMind', 'listed'],
  ['end. Start', 'parted'],
  ['heading\ntext', 'parted'],
])('the gap in “%s” is %s', (text, gap) => {
  const words = cutWords(text, PLAIN);
  expect(readGap(text, endOf(words, 0), words.starts[1] ?? 0)).toBe(gap);
});
