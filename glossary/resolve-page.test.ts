import { describe, expect, test } from 'vitest';
import type { Pack } from '../data/schema.ts';
import { compileSenses } from './compile-senses.ts';
import { EMPTY_PAGE, readMarked } from './marked-text.fixture.ts';
import { MentionInText } from './mention-text.ts';
import { type PageEvidence, resolvePage } from './resolve-page.ts';
import type { SenseRecords } from './sense-record.ts';

/** A pack about gardens: what resolves ours must resolve anybody's. */
const pack = {
  info: { id: 'garden' },
  topics: {
    plants: { cues: ['seed*', 'soil', 'bloom*', 'prune', 'root*'] },
    cars: { cues: ['engine*', 'horsepower', 'wheel*', 'diesel'], rival: 'a car' },
  },
  sources: [],
  terms: [
    {
      id: 'iris',
      label: 'Iris',
      kind: 'concept',
      aliases: [
        { text: 'Iris', kind: 'name', ambiguous: true },
        { text: 'Iris germanica', kind: 'name' },
      ],
      cues: { near: ['@plants'], strong: ['rhizome*'], follows: ['bulbs'], prior: 'medium' },
      otherSenses: [
        {
          name: 'a person named Iris',
          near: ['she', 'her', 'aunt'],
          strong: ['sister'],
          follows: ['Murdoch'],
        },
      ],
      related: [{ to: 'royal-garden-society', relation: 'part of' }],
    },
    {
      id: 'royal-garden-society',
      label: 'Royal Garden Society',
      kind: 'organisation',
      aliases: [
        { text: 'RGS', kind: 'acronym', ambiguous: true },
        { text: 'Royal Garden Society', kind: 'name' },
      ],
      cues: { near: ['@plants', 'show'], prior: 'low' },
      related: [],
    },
  ],
} as unknown as Pack;

const records = new Map(Object.entries(compileSenses([pack])));

/** Reads a text whose mentions stand in double square brackets. */
function resolve(text: string, page: Partial<PageEvidence> = {}, own: SenseRecords = records) {
  const mentions = readMarked(text, (surface) => (surface.length === 3 ? 'RGS' : 'Iris'));
  return resolvePage(mentions, { ...EMPTY_PAGE, ...page }, own);
}

describe('resolvePage', () => {
  test('weighs the words near a mention and says which they were', () => {
    const [iris] = resolve('Lift the rhizomes and divide each [[Iris]] once its bloom is over.');
    expect(iris).toMatchObject({ kind: 'resolved', termId: 'iris' });
    expect(iris?.evidence).toContainEqual({ cue: 'rhizome*', where: 'near', weight: 3 });
  });

  test('names another reading', () => {
    const [iris] = resolve('My sister [[Iris]] has sold her house.');
    expect(iris).toMatchObject({ kind: 'other', name: 'a person named Iris' });
  });

  test('a name that is known to go on is another’s, whatever surrounds it', () => {
    const text = 'Rhizomes, roots and seeds lay in the soil where [[Iris]] Murdoch had left them.';
    expect(resolve(text, { title: 'Soil and rhizomes' })[0]).toMatchObject({
      kind: 'other',
      name: 'a person named Iris',
    });
    const small = text.replace('Murdoch', 'murdoch');
    expect(resolve(small, { title: 'Soil and rhizomes' })[0]?.kind).toBe('resolved');
  });

  test('takes a number for a version, but not a year in brackets', () => {
    const irises = structuredClone(pack) as { terms: { cues: { follows?: string[] } }[] };
    if (irises.terms[0]) irises.terms[0].cues.follows = ['#'];
    const own = new Map(Object.entries(compileSenses([irises as unknown as Pack])));
    expect(resolve('We moved to [[Iris]] 3 in May.', {}, own)[0]?.kind).toBe('resolved');
    expect(resolve('We saw [[Iris]] (2001) in May.', {}, own)[0]?.kind).not.toBe('resolved');
  });

  test('says nothing where nothing tells', () => {
    expect(resolve('There was an [[Iris]] again on Tuesday.')[0]?.kind).toBe('undecided');
  });

  test('a subject that is foreign to the term is a reading too', () => {
    const [iris] = resolve('The [[Iris]] has a diesel engine of 90 horsepower and small wheels.');
    expect(iris).toMatchObject({ kind: 'other', name: 'a car' });
  });

  test('the full name given once licenses the short form', () => {
    const text = 'Tickets are sold by the [[RGS]] at the gate.';
    expect(resolve(text)[0]?.kind).toBe('undecided');
    const seen = new Map([['royal-garden-society', 1]]);
    expect(resolve(text, { seen })[0]).toMatchObject({ termId: 'royal-garden-society' });
  });

  test('a full form of another body decides against it, and names that', () => {
    const [rgs] = resolve(
      'The Remote Gauging Station ([[RGS]]) measures soil and roots after the show.',
    );
    expect(rgs).toMatchObject({ kind: 'other', name: 'remote gauging station' });
  });

  test('one sense per page: a bare mention goes with the others', () => {
    const text =
      'Plant the [[Iris]] with its rhizome in dry soil. '.repeat(3) +
      'x '.repeat(200) +
      'I gave him an [[Iris]] later.';
    const kinds = resolve(text).map(({ kind }) => kind);
    expect(kinds).toEqual(['resolved', 'resolved', 'resolved', 'resolved']);
  });

  test('unless a neighbour contradicts it', () => {
    const text =
      'Plant the [[Iris]] with its rhizome in dry soil. '.repeat(3) +
      'A novel by [[Iris]] Murdoch.';
    const last = resolve(text).at(-1);
    expect(last?.kind).not.toBe('resolved');
  });

  test('title and related terms count', () => {
    const text = 'It is the [[Iris]] that people come for.';
    expect(resolve(text)[0]?.kind).toBe('undecided');
    const seen = new Map([['royal-garden-society', 2]]);
    const page = { title: 'Rhizomes and their soil', seen };
    expect(resolve(text, page)[0]).toMatchObject({ kind: 'resolved', termId: 'iris' });
  });

  test('an unexplained capitalised word after it is a surname', () => {
    expect(resolve('A talk about soil, held by [[Iris]] Meyer on Friday.')[0]?.kind).not.toBe(
      'resolved',
    );
  });

  test('a mention without its record stays undecided', () => {
    const mention = new MentionInText('Rose', 'Rose', 'soil Rose seeds', 5);
    expect(resolvePage([mention], EMPTY_PAGE, records)).toEqual([
      { kind: 'undecided', evidence: [] },
    ]);
  });

  test('answers in order, however many mentions of a form there are', () => {
    const resolutions = resolve('The [[Iris]] has a rhizome in the soil. '.repeat(300));
    expect(resolutions).toHaveLength(300);
    expect(new Set(resolutions.map(({ kind }) => kind))).toEqual(new Set(['resolved']));
  });

  test('what was read once is weighed anew when the page has named other terms', () => {
    const text = 'Tickets are sold by the [[RGS]] at the gate.';
    const seen = new Map([['royal-garden-society', 1]]);
    const kinds = [{}, { seen }, {}, { seen, title: 'x' }].map(
      (page) => resolve(text, page)[0]?.kind,
    );
    expect(kinds).toEqual(['undecided', 'resolved', 'undecided', 'resolved']);
  });

  test('and when title or host are others', () => {
    const text = 'It is the [[Iris]] that people come for.';
    const title = 'Rhizomes, their soil, and how to prune them';
    const seen = new Map([['royal-garden-society', 2]]);
    const kinds = ['', title, ''].map((each) => resolve(text, { title: each, seen })[0]?.kind);
    expect(kinds).toEqual(['undecided', 'resolved', 'undecided']);
  });

  test('evidence is the same however often it is asked for', () => {
    const [iris] = resolve('Lift the rhizomes and divide each [[Iris]] once its bloom is over.');
    expect(iris?.evidence.length).toBeGreaterThan(0);
    expect(iris?.evidence).toEqual(iris?.evidence);
    expect(JSON.parse(JSON.stringify(iris)).evidence).toEqual(iris?.evidence);
  });

  test('answers do not depend on what was resolved before', () => {
    const texts = [
      'Lift the rhizomes and divide each [[Iris]] once its bloom is over. My sister [[Iris]] left.',
      'The [[Iris]] has a diesel engine of 90 horsepower. The [[RGS]] show, its soil and its roots.',
      'Plant the [[Iris]] in dry soil. [[Iris]] Murdoch wrote.\nAn [[Iris]] in bloom at the [[RGS]].',
    ];
    const plain = (text: string, own: SenseRecords) =>
      resolve(text, { title: 'Soil' }, own).map((each) => ({ ...each, evidence: each.evidence }));
    for (const text of [...texts, ...texts.toReversed()]) {
      expect(plain(text, records)).toEqual(plain(text, structuredClone(records)));
    }
  });
});
