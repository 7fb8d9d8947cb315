import { expect, test } from 'vitest';
import { readExpansion } from './expansion.ts';

test.each([
  ['the Competition and Markets Authority (CMA) said', 'CMA', 'competition and markets authority'],
  ['two Country Music Association (CMA) awards', 'CMA', 'country music association'],
  ['CMA (Country Music Association) awards', 'CMA', 'country music association'],
  ['a cumulative moving average (CMA) of ten days', 'CMA', 'cumulative moving average'],
  ['Explainable AI (XAI) methods', 'XAI', 'explainable ai'],
  [
    'xAI, short for explainable artificial intelligence, is',
    'xAI',
    'explainable artificial intelligence',
  ],
  ['the CMA, which stands for the Country Music Association.', 'CMA', 'country music association'],
  [
    'The CMA is short for something. CMA stands for cash management account',
    'CMA',
    'cash management account',
  ],
  ['the CMA stands for competition', 'CMA', undefined],
  ['Federal Trade Commission (“the agency”)', 'FTC', undefined],
  ['the regulator (CMA) said', 'CMA', undefined],
  ['the CMA (which is in London) said', 'CMA', undefined],
  ['Amazon Bedrock (Bedrock)', 'Bedrock', undefined],
])('%s', (text, form, expansion) => {
  expect(readExpansion(text, form)).toBe(expansion);
});
