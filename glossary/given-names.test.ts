import { describe, expect, test } from 'vitest';
import type { Pack } from '../data/schema.ts';
import { compileSenses } from './compile-senses.ts';
import { EMPTY_PAGE, readMarked } from './marked-text.fixture.ts';
import { resolvePage } from './resolve-page.ts';

const pack = {
  info: { id: 'orchard' },
  topics: {},
  sources: [],
  terms: [
    {
      id: 'nora-quince',
      label: 'Nora Quince',
      kind: 'person',
      aliases: [
        { text: 'Nora Quince', kind: 'name' },
        { text: 'Quince', kind: 'name', ambiguous: true },
      ],
      cues: { near: ['grower*'], strong: ['orchard*', 'cider'], prior: 'high' },
      otherSenses: [{ name: 'another Quince', near: ['carpenter'], precedes: ['peter'] }],
      related: [],
    },
  ],
} as unknown as Pack;
const records = new Map(Object.entries(compileSenses([pack])));

/** Reads a page that is all about Nora Quince; the mention stands in double square brackets. */
function resolve(text: string) {
  const page = {
    ...EMPTY_PAGE,
    title: 'Cider and orchards',
    seen: new Map([['nora-quince', 1]]),
  };
  return resolvePage(readMarked(text), page, records)[0];
}

const ours = { kind: 'resolved', termId: 'nora-quince' };

describe('a surname', () => {
  test('is the person’s where it stands alone', () => {
    expect(resolve('The orchard’s cider is pressed by [[Quince]] herself.')).toMatchObject(ours);
    expect(resolve('The orchard is large. When [[Quince]] pressed cider, all came.')).toMatchObject(
      ours,
    );
  });

  test('with a first name that is not the person’s is another’s, whatever the page is about', () => {
    const found = resolve(
      'The orchard’s cider was pressed by her uncle, as was that of Adam [[Quince]].',
    );
    expect(found?.kind).toBe('undecided');
    expect(found?.evidence).toContainEqual({ cue: 'Adam', where: 'before', weight: 15 });
  });

  test('with a first name that is known to be another’s is so where a sentence begins, too', () => {
    expect(resolve('The orchard makes cider. Peter [[Quince]] does not.')).toMatchObject({
      kind: 'other',
      name: 'another Quince',
    });
  });

  test('in a list of full names is read as one of them', () => {
    const found = resolve(
      'On the board of Cider Orchards: Nora Quince, Adam [[Quince]], Ida Pear.',
    );
    expect(found?.kind).not.toBe('resolved');
  });

  test('after a title, a day, a place, an acronym or a verb in a headline is the person’s', () => {
    for (const text of [
      'The orchard and its cider were praised by Mrs [[Quince]] in a letter.',
      'She had been away from the orchard, and on Monday [[Quince]] pressed cider again.',
      'They left the orchard for good, and in Kent [[Quince]] pressed her cider.',
      'It was then that the orchard’s CEO [[Quince]] pressed the cider.',
      'Judge Blocks [[Quince]] Cider Orchard Deal',
    ]) {
      expect(resolve(text), text).toMatchObject(ours);
    }
  });
});
