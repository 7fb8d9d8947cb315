import { describe, expect, test } from 'vitest';
import type { Pack } from '../data/schema.ts';
import { compileSenses } from './compile-senses.ts';
import { EMPTY_PAGE, readMarked } from './marked-text.fixture.ts';
import { resolvePage } from './resolve-page.ts';

const pack = {
  info: { id: 'workshop' },
  topics: {},
  sources: [],
  terms: [
    {
      id: 'temper',
      label: 'temper',
      kind: 'concept',
      aliases: [{ text: 'temper', kind: 'name', ambiguous: true }],
      cues: {
        prior: 'frame',
        near: ['steel', 'quench*'],
        strong: ['smithy', 'forge'],
        follows: ['the blade'],
      },
      otherSenses: [{ name: 'a mood', near: ['angry'], precedes: ['bad'] }],
      related: [],
    },
  ],
} as unknown as Pack;
const records = new Map(Object.entries(compileSenses([pack])));

/** The mention stands in double square brackets. @returns what it means. */
function resolve(text: string): string {
  const found = resolvePage(
    readMarked(text, () => 'temper'),
    EMPTY_PAGE,
    records,
  )[0];
  return found?.kind === 'resolved' ? found.termId : (found?.kind ?? '');
}

describe('an everyday word that a subject uses in its own way', () => {
  test('needs a neighbour where little speaks for the subject', () => {
    expect(resolve('The smithy is where we [[temper]] the blade of steel.')).toBe('temper');
    expect(resolve('The smithy is where it got its [[temper]].')).toBe('undecided');
  });

  test('needs none in a text that is plainly about the subject', () => {
    const text = 'The smithy has a forge: quenched steel gets its [[temper]] there, in oil.';
    expect(resolve(text)).toBe('temper');
  });

  test('is read on where what stands close does not suffice', () => {
    const far = 'which takes a while and a good deal of patience, as we all found out that winter';
    const text = `The forge gave quenched blades their [[temper]], ${far}, and ${far}: steel of the smithy, quenched in the smithy.`;
    expect(resolve(text)).toBe('temper');
    expect(resolve(text.replace(/: steel.*/, '.'))).toBe('undecided');
  });

  test('is not the subject’s beside a word of another sense, whatever the text is about', () => {
    const text = 'The smithy has a forge: quenched steel and a bad [[temper]] go well together.';
    expect(resolve(text)).not.toBe('temper');
  });

  test('with a capital within a sentence is part of a name', () => {
    const text = 'The smithy has a forge, and its quenched steel is sold as [[Temper]] in shops.';
    expect(resolve(text)).not.toBe('temper');
    expect(resolve(text.replace('Temper', 'temper'))).toBe('temper');
    // The first word of a sentence has its capital from there.
    expect(
      resolve(
        'Oil cools. [[Temper]] comes last, when the smithy has quenched steel from the forge.',
      ),
    ).toBe('temper');
  });

  test('behind a name in code is a thing of that code', () => {
    const text =
      'The smithy has a forge: quenched steel gets the maxHeat [[temper]] there, in oil.';
    expect(resolve(text)).not.toBe('temper');
    expect(resolve(text.replace('maxHeat', 'max_heat'))).not.toBe('temper');
    expect(resolve(text.replace('maxHeat', 'iPhone'))).toBe('temper');
  });
});
