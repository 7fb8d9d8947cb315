import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BLOCK_BREAK } from '../glossary/characters.ts';
import { readContext } from './mention-context.ts';

/** The text nodes of a chunk, the mention between square brackets. */
function read(...nodes: readonly string[]) {
  const starts: number[] = [];
  let text = '';
  for (const node of nodes) {
    starts.push(text.replace(/[[\]]/g, '').length);
    text += node;
  }
  const start = text.indexOf('[');
  const end = text.indexOf(']') - 1;
  return readContext({ text: text.replace(/[[\]]/g, ''), start, end, starts }, 400);
}

describe('the text around a mention', () => {
  test('a wrapped line of the source goes on', () => {
    expect(read('A report by the\n      [CMA]\nsays that Amazon’s\r\ncloud is large.')).toEqual({
      before: 'A report by the ',
      after: ' says that Amazon’s cloud is large.',
    });
  });

  test('a blank line parts', () => {
    expect(read('Gold rose.\n \n[CMA] fell.').before).toBe('Gold rose.\n \n');
    expect(read('[CMA] fell.\n\nGold rose.').after).toBe(' fell.\n\nGold rose.');
  });

  test('white space at the edge of a text node parts, for a block may end there', () => {
    expect(read('Gold rose.', '\n  ', '[CMA] fell.').before).toBe('Gold rose.\n  ');
    expect(read('Gold rose.\n', '[CMA] fell.').before).toBe('Gold rose.\n');
    expect(read('Gold rose.', '\n[CMA] fell.').before).toBe('Gold rose.\n');
    expect(read('[CMA] fell.\n').after).toBe(' fell.\n');
    expect(read('Prices of ', 'gold\nin [CMA] ', 'fell.').before).toBe('Prices of gold in ');
  });

  test('the reader’s own break parts', () => {
    expect(read('Gold', `${BLOCK_BREAK}[CMA]`, `${BLOCK_BREAK}fell`)).toMatchObject({
      before: 'Gold\n',
      after: '\nfell',
    });
  });

  test('wrapped text reads as it did before it was wrapped, of 400 characters at most', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { maxLength: 120 });
    fc.assert(
      fc.property(words, words, fc.integer({ min: 10, max: 90 }), (before, after, width) => {
        const text = [...before, '[CMA]', ...after].join(' ');
        let column = 0;
        const wrapped = text.replace(/\S+ ?/g, (word) => {
          column += word.length;
          if (column < width || !word.endsWith(' ')) return word;
          column = 0;
          return `${word.slice(0, -1)}\n`;
        });
        const context = read(wrapped);
        expect(context).toEqual(read(text));
        expect(context.before.length).toBeLessThanOrEqual(400);
      }),
    );
  });
});
