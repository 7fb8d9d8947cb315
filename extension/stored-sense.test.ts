import { expect, test } from 'vitest';
import type { Pack } from '../data/schema.ts';
import { compileSenses } from '../glossary/compile-senses.ts';
import type { FormRecord, TopicsRecord } from '../glossary/sense-record.ts';
import { isSenseRecord } from './stored-sense.ts';

const pack = {
  info: { id: 'workshop' },
  topics: { trade: { cues: ['forge', 'hammer'] } },
  terms: [
    {
      id: 'anvil',
      label: 'Anvil',
      kind: 'platform',
      aliases: [{ text: 'Anvil', kind: 'name', ambiguous: true }],
      cues: { near: ['tenant', '@trade'] },
      related: [],
    },
  ],
} as unknown as Pack;
const records = compileSenses([pack]);

test('whole records are taken', () => {
  expect(Object.keys(records)).toEqual(['@workshop', 'Anvil']);
  for (const record of Object.values(records)) expect(isSenseRecord(record)).toBe(true);
});

test('a record whose table was cut, or is of an older kind, is none', () => {
  const [topics, form] = Object.values(records) as unknown as [TopicsRecord, FormRecord];
  expect(isSenseRecord({ ...topics, table: topics.table.slice(0, -1) })).toBe(false);
  expect(isSenseRecord({ ...form, near: form.near.slice(0, -1) })).toBe(false);
  expect(isSenseRecord({ ...form, near: 'tenant;A.~' })).toBe(false);
});
