import { expect, test } from 'vitest';
import { formatProblem, formatProblems } from './problem.ts';

const one = {
  file: 'b.json',
  field: 'claims.0',
  problem: 'It is odd.',
  fix: 'Even it.',
  rule: 'odd',
};

test('a problem in one line names file, field, fault, fix and rule', () => {
  expect(formatProblem(one)).toBe('b.json › claims.0: It is odd. Fix: Even it. [odd]');
  expect(formatProblem({ ...one, field: '' })).toBe('b.json: It is odd. Fix: Even it. [odd]');
});

test('several problems stand under their files, in order', () => {
  expect(formatProblems([one, { ...one, file: 'a.json', field: '' }, one])).toBe(
    [
      'a.json',
      '  (whole file): It is odd.',
      '    Fix: Even it.  [odd]',
      '',
      'b.json',
      '  claims.0: It is odd.',
      '    Fix: Even it.  [odd]',
      '  claims.0: It is odd.',
      '    Fix: Even it.  [odd]',
    ].join('\n'),
  );
});
