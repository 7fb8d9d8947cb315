import { expect, test } from 'vitest';
import { toCsv } from './table-csv.ts';

const body = (text: string) => text.replace(/^\ufeff/u, '');

test('begins with the mark for UTF-8 and ends each line as the standard says', () => {
  expect(toCsv(['a', 'b'], [['1', 2]])).toBe('\ufeffa,b\r\n1,2\r\n');
});

test('quotes what holds a comma, a quotation mark or a line break', () => {
  expect(body(toCsv(['x'], [['a, b'], ['say “a” "b"'], ['two\nlines']]))).toBe(
    'x\r\n"a, b"\r\n"say “a” ""b"""\r\n"two\nlines"\r\n',
  );
});

test('leaves an undefined cell empty and writes numbers as they are', () => {
  expect(body(toCsv(['a', 'b', 'c'], [[undefined, -4e9, 0.5]]))).toBe(
    'a,b,c\r\n,-4000000000,0.5\r\n',
  );
});

test.each(['=1+1', '+1', '-1', '@x', '\tx'])(
  'keeps a spreadsheet from running the text %j',
  (text) => {
    expect(body(toCsv(['a'], [[text]]))).toBe(`a\r\n'${text}\r\n`);
  },
);
