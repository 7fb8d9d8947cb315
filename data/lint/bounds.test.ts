import { describe, expect, test } from 'vitest';
import type { Value } from '../schema.ts';
import { fitBound } from './bounds.ts';
import { readFigures } from './figures.ts';

/** How the text's words fit the bound of the figure with this amount. */
function judge(text: string, amount: number, bound: Value['bound']) {
  const figures = readFigures(text);
  const matching = figures.filter((figure) => figure.amount === amount || figure.to === amount);
  const result = fitBound(text, bound, matching, figures);
  return result.kind === 'differs' ? `differs: ${result.phrase} = ${result.says}` : result.kind;
}

describe('fitBound', () => {
  test.each<[string, number, Value['bound']]>([
    ['Amazon put $4 billion into it.', 4e9, 'exactly'],
    ['It invests up to $4 billion.', 4e9, 'up to'],
    ['It invests as much as a further $4 billion.', 4e9, 'up to'],
    ['The ceiling was $4 billion.', 4e9, 'up to'],
    ['No more than 5 firms.', 5, 'up to'],
    ['It has about 190 people.', 190, 'about'],
    ['Nearly three quarters, 75 percent, or so.', 75, 'about'],
    ['It cost almost $2 million.', 2e6, 'less than'],
    ['It had at least 40 customers.', 40, 'at least'],
    ['It had 40 customers or more.', 40, 'at least'],
    ['It is built for models from 100 billion parameters up.', 100e9, 'at least'],
    ['Sales exceeded $3 billion.', 3e9, 'more than'],
    ['Models of between 7 and 65 billion parameters.', 7e9, 'about'],
    ['It spends $100 billion over ten years.', 10, 'exactly'],
    ['Work is spread over three kinds of chip.', 3, 'exactly'],
    ['It pays $100 billion for up to five gigawatts.', 1e11, 'exactly'],
  ])('fits: %s (%d, %s)', (text, amount, bound) => {
    expect(judge(text, amount, bound)).toBe('fits');
  });

  test.each<[string, number, Value['bound'], string]>([
    ['It invests up to $4 billion.', 4e9, 'exactly', 'differs: up to = up to'],
    ['It invests up to $4 billion.', 4e9, 'about', 'differs: up to = up to'],
    ['It serves more than 40 firms.', 40, 'about', 'differs: more than = more than'],
    ['No more than 5 firms.', 5, 'more than', 'differs: No more than = up to'],
    ['Some 190 people.', 190, 'exactly', 'differs: Some = about'],
    ['It had 40 customers or more.', 40, 'exactly', 'differs: or more = at least'],
    ['It invests $4 billion.', 4e9, 'up to', 'missing'],
    ['It pays $100 billion for up to five gigawatts.', 1e11, 'up to', 'missing'],
  ])('does not fit: %s (%d, %s)', (text, amount, bound, result) => {
    expect(judge(text, amount, bound)).toBe(result);
  });
});
