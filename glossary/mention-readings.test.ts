import { describe, expect, test } from 'vitest';
import type { TermId } from '../data/schema.ts';
import { compileRecord, shareTopics } from './compiled-record.ts';
import { tabulate } from './cue-table.ts';
import {
  knownReadings,
  look,
  type MentionReadings,
  type MentionText,
  NOTHING,
  readFirst,
  readFully,
  readParagraph,
} from './mention-readings.ts';

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

const text = (before: string, after: string, surface = 'Iris'): MentionText => ({
  surface,
  before,
  after,
});
const fresh = (mention: MentionText): MentionReadings => knownReadings(new Map(), mention);
const cuesOf = (reading: { readonly context: readonly { cue: string }[] } | undefined) =>
  reading?.context.map(({ cue }) => cue);

describe('what is known of a mention', () => {
  test('the same text is the same mention, another surface or context is not', () => {
    const known = new Map();
    const first = knownReadings(known, text('Plant the ', ' in soil.'));
    expect(knownReadings(known, text('Plant the ', ' in soil.'))).toBe(first);
    expect(knownReadings(known, text('Plant an ', ' in soil.'))).not.toBe(first);
    expect(knownReadings(known, text('Plant the ', ' in soil.', 'IRIS'))).not.toBe(first);
    expect(knownReadings(known, text('Plant the ', `${' '.repeat(60)}x`))).not.toBe(
      knownReadings(known, text('Plant the ', `${' '.repeat(60)}y`)),
    );
  });

  test('a page of nothing but different mentions does not fill the memory', () => {
    const known = new Map();
    for (let i = 0; i < 5000; i++) knownReadings(known, text('', ` number ${i}`));
    for (let i = 0; i < 5000; i++) knownReadings(known, text(`${i}`, ' alike'));
    let kept = 0;
    for (const alike of known.values()) kept += alike.length;
    expect(kept).toBeLessThan(1100);
  });
});

describe('readings', () => {
  const far = `${'x '.repeat(100)}soil `;

  test('the first takes in what is near, the full one all', () => {
    const mention = fresh(text(`rhizome ${'x '.repeat(100)}`, ' in soil'));
    expect(cuesOf(readFirst(mention, compiled))).toEqual(['soil']);
    expect(cuesOf(readFully(mention, compiled))).toEqual(['rhizome', 'soil']);
    expect(readFully(mention, compiled)).toBe(readFully(mention, compiled));
  });

  test('where the first has taken in all, it is the full one', () => {
    const mention = fresh(text('the ', ' in soil'));
    expect(readFully(mention, compiled)).toBe(readFirst(mention, compiled));
  });

  test('a look is at the neighbours only', () => {
    expect(cuesOf(look(fresh(text('soil ', ' bulbs')), compiled))).toEqual(['bulbs']);
    expect(look(fresh(text('soil for ', ' in soil')), compiled)).toBe(NOTHING);
  });

  test('a paragraph ends at its line ends; without one there is none', () => {
    const mention = fresh(text('soil\nthe ', ' rhizome\nsoil'));
    expect(cuesOf(readParagraph(mention, compiled))).toEqual(['rhizome']);
    expect(readParagraph(fresh(text(far, ' rhizome')), compiled)).toBeUndefined();
  });
});
