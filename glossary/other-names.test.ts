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
      id: 'anvil',
      label: 'Smithy Anvil',
      kind: 'platform',
      aliases: [
        { text: 'Smithy Anvil', kind: 'name' },
        { text: 'Anvil', kind: 'name', ambiguous: true },
        { text: 'Anvil task', kind: 'name', ambiguous: true },
      ],
      cues: {
        near: ['deploy*', 'tenant*', 'quota*', 'endpoint*'],
        strong: ['smithy', 'console'],
      },
      otherSenses: [
        {
          name: 'the board game Anvil',
          near: ['dice'],
          strong: ['dwarfland'],
          precedes: ['great', 'q', 'in the', 'the'],
        },
      ],
      related: [],
    },
  ],
} as unknown as Pack;
const records = new Map(Object.entries(compileSenses([pack])));

/** The mention stands in double square brackets. */
function resolve(text: string) {
  const page = { ...EMPTY_PAGE, title: 'Deploying tenants' };
  return resolvePage(readMarked(text), page, records)[0];
}

const ours = { kind: 'resolved', termId: 'anvil' };
const game = { kind: 'other', name: 'the board game Anvil' };
const AROUND = 'in the console, as tenants deploy to an endpoint';

describe('a name before the form', () => {
  test('that is strong evidence for another makes it another’s, whatever the page is about', () => {
    expect(resolve(`They say that [[Anvil]] is ready ${AROUND}.`)).toMatchObject(ours);
    expect(resolve(`They say that Dwarfland [[Anvil]] is ready ${AROUND}.`)).toMatchObject(game);
    expect(resolve(`Console and Dwarfland [[Anvil]] Endpoints Deployed\n${AROUND}`)).toMatchObject(
      game,
    );
  });

  test('farther off it is evidence like any other', () => {
    expect(resolve(`Unlike Dwarfland, they say, [[Anvil]] is ready ${AROUND}.`)).toMatchObject(
      ours,
    );
  });

  test('that goes with another counts by its capital, but not where a sentence begins', () => {
    const around = 'in the console';
    expect(resolve(`They say that the Great [[Anvil]] is there ${around}.`)).toMatchObject(game);
    expect(resolve(`They say that a great [[Anvil]] is there ${around}.`)).toMatchObject(ours);
    expect(resolve(`They say that Q [[Anvil]] is there ${around} with quotas.`)).toMatchObject(
      game,
    );
    expect(resolve(`They met. Great [[Anvil]] is there ${around}.`)).toMatchObject(ours);
  });

  test('that is an acronym is a name where a sentence begins, too', () => {
    const around = 'in the console with quotas';
    expect(resolve(`They met. Q [[Anvil]] is there ${around}.`)).toMatchObject(game);
    expect(resolve(`They met. A [[Anvil]] is there ${around}.`)).toMatchObject(ours);
    expect(resolve(`They met. GREAT [[Anvil]] is there ${around}.`)).toMatchObject(ours);
  });
});

test('an article speaks for the other sense that lists it', () => {
  const article = (text: string) =>
    resolve(text)?.evidence.some(({ cue, where }) => cue === 'the' && where === 'before');
  expect(resolve('They believe in the [[Anvil]], with or without quotas.')).toMatchObject(game);
  expect(article('They believe in the [[Anvil]], with or without quotas.')).toBe(true);
  expect(resolve('They believe in the [[Anvil]] console, with its quotas.')).toMatchObject(ours);
});

test('an article before a name that ends in a noun is no evidence against it', () => {
  const found = resolve('Run it as an [[Anvil task]] in the console of the tenant.');
  expect(found).toMatchObject(ours);
  expect(found?.evidence.some(({ where }) => where === 'before')).toBe(false);
});
