import { describe, expect, test } from 'vitest';
import type { TermId } from '../data/schema.ts';
import { compileRecord, shareTopics } from './compiled-record.ts';
import { tabulate } from './cue-table.ts';
import {
  type KnownMentions,
  knownReadings,
  look,
  type MentionReadings,
  NOTHING,
  readClosely,
  readParagraph,
} from './mention-readings.ts';
import { type AmbiguousMention, MentionInText } from './mention-text.ts';
import type { Weighing } from './weighing.ts';

const compiled = compileRecord(
  {
    form: 'Iris',
    needs: [],
    candidates: [{ termId: 'iris' as TermId, kind: 'concept', prior: 0 }],
    others: [],
    near: tabulate('Iris', [{ slot: 0, cues: ['rhizome', 'soil'], class: '.' }]),
    follows: tabulate('Iris', [{ slot: 0, cues: ['bulbs'], class: '>' }]),
    precedes: '',
    page: '',
    topicsFor: {},
  },
  shareTopics([]),
);

const text = (before: string, after: string, surface = 'Iris'): AmbiguousMention =>
  new MentionInText('Iris', surface, `${before}${surface}${after}`, before.length);
const nothingKnown = (): KnownMentions => ({ readings: new Map(), looks: new Map() });
const fresh = (mention: AmbiguousMention): MentionReadings =>
  knownReadings(nothingKnown(), mention);
const cuesOf = (reading: { readonly context: readonly { cue: string }[] } | undefined) =>
  reading?.context.map(({ cue }) => cue);

describe('what is known of a mention', () => {
  test('the same text is the same mention, another surface or context is not', () => {
    const known = nothingKnown();
    const first = knownReadings(known, text('Plant the ', ' in soil.'));
    expect(knownReadings(known, text('Plant the ', ' in soil.'))).toBe(first);
    expect(knownReadings(known, text('Plant an ', ' in soil.'))).not.toBe(first);
    expect(knownReadings(known, text('Plant the ', ' in soil.', 'IRIS'))).not.toBe(first);
    expect(knownReadings(known, text('Plant the ', `${' '.repeat(60)}x`))).not.toBe(
      knownReadings(known, text('Plant the ', `${' '.repeat(60)}y`)),
    );
  });

  test('a page of nothing but different mentions does not fill the memory', () => {
    const known = nothingKnown();
    for (let i = 0; i < 5000; i++) {
      knownReadings(known, text('', ` number ${i}`));
      look(known, text('', ` bulbs number ${i}`), compiled);
    }
    expect(known.readings.size).toBeLessThan(1100);
    expect(known.looks.size).toBeLessThan(1100);
  });
});

describe('readings', () => {
  const far = `${'x '.repeat(100)}soil `;
  const near = (mention: MentionReadings) => readClosely(mention, compiled, () => true);
  const sum = (hits: Weighing) => hits.reduce((points, { weight }) => points + weight, 0);
  const all = (mention: MentionReadings) => readClosely(mention, compiled, () => false);

  test('the first takes in what is near, the full one all', () => {
    const mention = fresh(text(`rhizome ${'x '.repeat(100)}`, ' in soil'));
    expect(cuesOf(near(mention))).toEqual(['soil']);
    expect(cuesOf(all(mention))).toEqual(['rhizome', 'soil']);
    expect(all(mention)).toBe(all(mention));
    expect(near(mention)).toBe(near(mention));
  });

  test('a wider reading finds what it would have found at once', () => {
    const mention = () => fresh(text(`rhizome soil ${far}`, ` bulbs in soil ${far} rhizome`));
    const { context, words } = all(mention());
    const known = mention();
    near(known);
    const atOnce = all(known);
    expect(words).toBe(atOnce.words);
    expect(sum(context)).toBeCloseTo(sum(atOnce.context));
    expect(new Set(context)).toEqual(new Set(atOnce.context));
  });

  test('a word that the nearer part cuts off is read whole, with the wider part', () => {
    const cutOff = `in ${'-'.repeat(110)} rhizomatous`;
    expect(cuesOf(near(fresh(text('the ', ` ${cutOff}`))))).toEqual([]);
    expect(all(fresh(text('the ', ` ${cutOff}`))).words).toBe(3);
  });

  test('where the first has taken in all, it is the full one', () => {
    const mention = fresh(text('the ', ' in soil'));
    expect(all(mention)).toBe(near(mention));
  });

  test('a look is at the neighbours only', () => {
    const lookAt = (mention: AmbiguousMention) => look(nothingKnown(), mention, compiled);
    expect(cuesOf(lookAt(text('soil ', ' bulbs')))).toEqual(['bulbs']);
    expect(lookAt(text('soil for ', ' in soil'))).toBe(NOTHING);
  });

  test('a paragraph ends at its line ends; without one there is none', () => {
    const mention = fresh(text('soil\nthe ', ' rhizome\nsoil'));
    expect(cuesOf(readParagraph(mention, compiled))).toEqual(['rhizome']);
    expect(readParagraph(fresh(text(far, ' rhizome')), compiled)).toBeUndefined();
  });
});
