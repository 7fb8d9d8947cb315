import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFigures } from './figures.ts';

/** What is read, in short: the figure's own text, its amount, its upper end. */
function read(text: string) {
  return readFigures(text).map(({ start, end, amount, to }) => {
    const rounded = Number(amount.toPrecision(6));
    return to === undefined
      ? [text.slice(start, end), rounded]
      : [text.slice(start, end), rounded, to];
  });
}

describe('readFigures', () => {
  test.each([
    ['up to $4 billion in all', [['$4 billion', 4e9]]],
    ['US$1.25 billion', [['US$1.25 billion', 1.25e9]]],
    ['4 billion US dollars', [['4 billion US dollars', 4e9]]],
    ['£70 million a year', [['£70 million', 70e6]]],
    ['$500,000', [['$500,000', 500_000]]],
    ['680,000 hours', [['680,000', 680_000]]],
    ['an 8.5-billion-parameter model', [['8.5-billion', 8.5e9]]],
    ['Falcon 40B', [['40B', 40e9]]],
    ['4.5 gigawatts', [['4.5', 4.5]]],
  ])('reads digits: %s', (text, figures) => {
    expect(read(text)).toEqual(figures);
  });

  test.each([
    ['four chips', [['four', 4]]],
    ['twenty-five firms', [['twenty-five', 25]]],
    ['three hundred and fifty people', [['three hundred and fifty', 350]]],
    ['a hundred thousand', [['a hundred thousand', 100_000]]],
    ['a dozen people', [['a dozen', 12]]],
    ['one and a half million', [['one and a half million', 1.5e6]]],
    ['a billion and a half', [['a billion and a half', 1.5e9]]],
    ['half a billion', [['half a billion', 5e8]]],
    ['revenue doubled', [['doubled', 2]]],
    ['no seat', [['no', 0]]],
  ])('reads words: %s', (text, figures) => {
    expect(read(text)).toEqual(figures);
  });

  test.each([
    ['a third of it', 1 / 3],
    ['two-thirds', 2 / 3],
    ['nearly three quarters of them', 0.75],
    ['half the market', 0.5],
    ['nine tenths', 0.9],
  ])('reads parts of one: %s', (text, amount) => {
    const [figure] = readFigures(text);
    expect(figure?.amount).toBeCloseTo(amount);
    expect(figure?.isPart).toBe(true);
  });

  test.each([
    ['400 to 650 million', [['400 to 650 million', 400e6, 650e6]]],
    ['between $400 million and $650 million', [['$400 million and $650 million', 400e6, 650e6]]],
    ['7–13 billion', [['7–13 billion', 7e9, 13e9]]],
    ['27 or 28 percent', [['27 or 28 percent', 27, 28]]],
    [
      '5 and 6 billion',
      [
        ['5', 5],
        ['6 billion', 6e9],
      ],
    ],
  ])('reads ranges: %s', (text, figures) => {
    expect(read(text)).toEqual(figures);
  });

  test.each([
    'On 25 September 2023, in 2024 and by March 5',
    'GPT-4, GPT-4.5, H100 and Trainium2',
    'the 20th century',
    'tens of billions',
    'a chip',
    'Xbox Two',
    'the constructor',
  ])('lets be what is no figure: %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  test('tells money and percent apart', () => {
    const [sum, share] = readFigures('€3 million for 15 per cent');
    expect([sum?.money, sum?.percent]).toEqual(['EUR', false]);
    expect([share?.money, share?.percent]).toEqual([undefined, true]);
  });

  test('reads back every amount that is written out', () => {
    const magnitudes = [
      ['', 1],
      [' million', 1e6],
      [' billion', 1e9],
    ] as const;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999 }),
        fc.constantFrom(...magnitudes),
        (amount, [word, factor]) => {
          expect(readFigures(`It paid $${amount}${word} then.`)[0]?.amount).toBe(amount * factor);
        },
      ),
    );
  });

  test('reads any text without failing, figures in order and inside it', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        let last = 0;
        for (const { start, end } of readFigures(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
    );
  });
});
