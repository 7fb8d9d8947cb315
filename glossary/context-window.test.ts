import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutWords, PLAIN, readContextWindow, readGap } from './context-window.ts';

describe('cutWords', () => {
  test('keeps letters and digits of any script, lower-cased, with their places', () => {
    const words = cutWords('Größe: GPT‑4 “naïve”', PLAIN);
    expect(words.words.map(({ word }) => word)).toEqual(['größe', 'gpt', '4', 'naïve']);
    expect(words.starts.map((start, i) => words.text.slice(start, words.ends[i]))).toEqual([
      'Größe',
      'GPT',
      '4',
      'naïve',
    ]);
  });

  test('offsets point at the same letters in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { words, starts, ends } = cutWords(text, PLAIN);
        words.forEach(({ word }, i) => {
          expect((ends[i] ?? 0) - (starts[i] ?? 0)).toBe(word.length);
          expect(starts[i]).toBeGreaterThanOrEqual(ends[i - 1] ?? 0);
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
    const window = readContextWindow('We use ', ' at work.', PLAIN);
    expect(window.words.map(({ word }) => word)).toEqual(['we', 'use', 'at', 'work']);
    expect(window.split).toBe(2);
    expect(window.at).toBe(7);
  });

  test('knows the sentence', () => {
    const before = 'It rained. We use ';
    const window = readContextWindow(before, ' here. It is dry.', PLAIN);
    const text = window.text.slice(window.sentenceStart, window.sentenceEnd);
    expect(text).toBe('We use \0 here');
  });
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
  const { ends, starts } = cutWords(text, PLAIN);
  expect(readGap(text, ends[0] ?? 0, starts[1] ?? 0)).toBe(gap);
});
