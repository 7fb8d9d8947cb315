import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TermId } from '../data/schema.ts';
import { DEFAULTS, readSettings } from './settings.ts';

test('nothing stored gives the defaults', () => {
  expect(readSettings(undefined)).toEqual(DEFAULTS);
});

test('a bad field falls back alone', () => {
  const raw = {
    mode: 'listed',
    density: 'lots',
    hasBadge: 'yes',
    sites: { 'a.example': 'off', 'b.example': 7, 'c.example': 'on' },
    rejections: [{ form: 'CMA', termId: 'cma', host: null }, { form: 1 }, null],
  };
  expect(readSettings(raw)).toEqual({
    ...DEFAULTS,
    mode: 'listed',
    sites: { 'a.example': 'off', 'c.example': 'on' },
    rejections: [{ form: 'CMA', termId: 'cma' as TermId, host: null }],
  });
});

test('what is written is read back', () => {
  const settings = { ...DEFAULTS, hover: 'fast', theme: 'dark', sites: { x: 'on' } } as const;
  expect(readSettings(JSON.parse(JSON.stringify(settings)))).toEqual(settings);
});

test('any junk gives whole settings and throws nothing', () => {
  fc.assert(
    fc.property(fc.anything(), (junk) => {
      expect(Object.keys(readSettings(junk)).sort()).toEqual(Object.keys(DEFAULTS).sort());
    }),
  );
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...Object.keys(DEFAULTS)), fc.anything()), (junk) => {
      const settings = readSettings(junk);
      expect(readSettings(settings)).toEqual(settings);
    }),
  );
});
