import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildSchemaFiles } from './data-schema.ts';

const files = [...buildSchemaFiles()];

test.each(files)('%s is what data/schema.ts makes: else run npm run data:schema', (path, text) => {
  expect(readFileSync(join(import.meta.dirname, '..', path), 'utf8')).toBe(text);
});

test('the schema of a term knows its fields, limits and lists', () => {
  const schema = JSON.parse(buildSchemaFiles().get('data/term.schema.json') ?? '');
  const term = schema.else;
  expect(schema.if).toEqual({ required: ['movedTo'] });
  expect(schema.then.required).toEqual(['id', 'movedTo']);
  expect(term.additionalProperties).toBe(false);
  expect(term.properties.gloss).toMatchObject({ type: 'string', maxLength: 140 });
  expect(term.properties.kind.enum).toContain('chip');
  const claim = term.properties.claims.items;
  expect(claim.required).toEqual(['id', 'text', 'asOf', 'sources', 'confidence']);
  expect(claim.properties.asOf.pattern).toBeTypeOf('string');
  expect(claim.properties.asOf.description).toContain('as precise as the source');
  expect(claim.properties.sources.minItems).toBe(1);
});
