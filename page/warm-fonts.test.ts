import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FAMILY, SIZES, WEIGHTS } from './warm-fonts.ts';

const folder = new URL('../components/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const card = readdirSync(folder)
  .filter((name) => /^card.*\.css$/.test(name))
  .map(read)
  .join('\n');
const numbers = (pattern: RegExp) =>
  [...card.matchAll(pattern)].map(([, number]) => Number(number));

test('every font of the card’s styles is warmed, and none else', () => {
  expect(read('tokens.css')).toContain(`--gl-font: ${FAMILY};`);
  expect(new Set(numbers(/font-weight: (\d+)/gu))).toEqual(new Set(WEIGHTS));
  const sizes = new Set([1, ...numbers(/font-size: ([\d.]+)em/gu)]);
  expect(sizes).toEqual(new Set(SIZES));
});
