import { describe, expect, test } from 'vitest';
import { readJson } from './json-text.ts';

describe('readJson', () => {
  test('gives the value', () => {
    expect(readJson('{"a": [1, {"b": "x, {y: \\"z\\""}]}')).toEqual({
      kind: 'value',
      value: { a: [1, { b: 'x, {y: "z"' }] },
      doubled: [],
    });
  });

  test('names line and column of a fault, and a comma too many', () => {
    const reading = readJson('{\n  "a": 1,\n}');
    expect(reading.kind === 'fault' && reading.message).toMatch(
      /^It is not JSON: line 3, column 1: .+ There is a comma before the closing bracket\.$/u,
    );
  });

  test('says when the file is empty', () => {
    expect(readJson(' \n')).toEqual({ kind: 'fault', message: 'The file is empty.' });
  });

  test('finds a key that stands twice in one object, and only there', () => {
    const text = '{"a": 1,\n"list": [{"k": 1}, {"k": 2,\n"k": 3}], "b": {"a": 1},\n"a": 2}';
    const reading = readJson(text);
    expect(reading.kind === 'value' && reading.doubled).toEqual([
      { field: 'list.1.k', line: 3 },
      { field: 'a', line: 4 },
    ]);
  });
});
