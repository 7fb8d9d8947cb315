import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPacks } from '../data/read-packs.ts';
import { compileSenses } from './compile-senses.ts';
import { isTopicsRecord } from './sense-record.ts';

const { packs } = readPacks(join(import.meta.dirname, '..'));
const records = compileSenses(packs);

describe('compileSenses', () => {
  test('there is a record for every ambiguous form, and for each pack’s topics', () => {
    const forms = packs.flatMap(({ terms }) =>
      terms.flatMap((term) =>
        'aliases' in term ? term.aliases.filter(({ ambiguous }) => ambiguous) : [],
      ),
    );
    const expected = new Set([
      ...forms.map(({ text }) => text),
      ...packs.map(({ info }) => `@${info.id}`),
    ]);
    expect(new Set(Object.keys(records))).toEqual(expected);
  });

  test('a form that terms share has them all as candidates', () => {
    const record = records.Copilot;
    const candidates = record && !isTopicsRecord(record) ? record.candidates : [];
    expect(candidates.map(({ termId }) => termId).sort()).toEqual([
      'github-copilot',
      'microsoft-copilot',
    ]);
  });

  test('records are plain JSON and small', () => {
    expect(JSON.parse(JSON.stringify(records))).toEqual(records);
    const sizes = Object.values(records)
      .filter((record) => !isTopicsRecord(record))
      .map((record) => JSON.stringify(record).length)
      .sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThan(2_000);
    expect(sizes.at(-1)).toBeLessThan(18_000);
  });

  test('a topic speaks for the readings that name it, by the pack’s own name', () => {
    const record = records.Claude;
    const topicsFor = record && !isTopicsRecord(record) ? record.topicsFor : {};
    expect(Object.keys(topicsFor)).toContain('ai-cloud:models');
  });
});
