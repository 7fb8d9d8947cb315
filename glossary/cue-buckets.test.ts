import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allBuckets, bucketFor, isCueTable, openBuckets, packBuckets } from './cue-buckets.ts';

/** A power of two of them, of any text in the lengths that tables have. */
const buckets = fc
  .integer({ min: 0, max: 6 })
  .chain((power) =>
    fc.array(fc.string({ maxLength: 300 }), { minLength: 2 ** power, maxLength: 2 ** power }),
  );

test('each bucket is found by any hash that ends in its number', () => {
  fc.assert(
    fc.property(buckets, fc.integer(), (list, hash) => {
      const table = packBuckets(list);
      expect(allBuckets(table)).toEqual(list);
      const at = ((hash % list.length) + list.length) % list.length;
      expect(bucketFor(openBuckets(table), hash)).toBe(list[at]);
    }),
  );
});

test('long buckets have room', () => {
  const list = ['a'.repeat(100_000), '', 'b'.repeat(1_000_000), 'c'];
  expect(allBuckets(packBuckets(list))).toEqual(list);
});

test('no table has nothing in it', () => {
  expect(bucketFor(openBuckets(''), 123)).toBe('');
});

test('a whole table is told from a part of one and from anything else', () => {
  fc.assert(
    fc.property(buckets, fc.nat(), (list, cut) => {
      const table = packBuckets(list);
      expect(isCueTable(table)).toBe(true);
      expect(isCueTable(`${table}x`)).toBe(false);
      const part = table.slice(0, cut % table.length);
      expect(isCueTable(part)).toBe(part === '');
    }),
  );
  for (const junk of [
    undefined,
    7,
    'x',
    '##',
    '~#',
    '~~;',
    'album;A.~stage;B.',
    '\uffff\uffff'.repeat(9),
  ]) {
    expect(isCueTable(junk)).toBe(false);
  }
});
