import { describe, expect, test } from 'vitest';
import type { Pack, TermId } from '../data/schema.ts';
import { buildLexicon } from './lexicon.ts';
import { compilePacks, reconcilePack, withoutClaims } from './merge-packs.ts';

interface Sketch {
  readonly id: string;
  readonly aliases: readonly (string | { readonly text: string; readonly ambiguous: true })[];
  readonly related?: readonly { readonly to: string; readonly relation: string }[];
}

function pack(id: string, ...terms: readonly Sketch[]): Pack {
  return {
    info: { id, title: `Pack ${id}`, checked: '2026-11-01' },
    topics: {},
    sources: [
      { id: `${id}-source`, publisher: 'Paper', url: 'https://example.com/', kind: 'news' },
    ],
    terms: terms.map((term) => ({
      id: term.id,
      label: term.id.toUpperCase(),
      kind: 'company',
      gloss: 'A company.',
      aliases: term.aliases.map((alias) =>
        typeof alias === 'string' ? { text: alias, kind: 'name' } : { ...alias, kind: 'name' },
      ),
      claims: [
        {
          id: `${term.id}-claim`,
          text: 'It is.',
          asOf: '2026',
          confidence: 'high',
          sources: [{ source: `${id}-source`, locator: 'paragraph 1' }],
        },
      ],
      related: term.related ?? [],
    })),
  } as unknown as Pack;
}

const bundled = pack(
  'bundled',
  { id: 'amazon', aliases: ['Amazon.com', { text: 'Amazon', ambiguous: true }] },
  { id: 'trainium', aliases: ['Trainium'] },
);
const known = buildLexicon([bundled]);
const aliasesOf = ({ terms }: Pack) =>
  terms.flatMap((term) => ('aliases' in term ? term.aliases.map(({ text }) => text) : []));

describe('reconcilePack', () => {
  test('leaves a pack alone that has nothing in common with what is known', () => {
    const mine = pack('mine', { id: 'zyxlux', aliases: ['Zyxlux'] });
    expect(reconcilePack(mine, known)).toEqual({ pack: mine, clashes: [] });
  });

  test('leaves out a term whose id is taken', () => {
    const { pack: left, clashes } = reconcilePack(
      pack('mine', { id: 'trainium', aliases: ['Other chip'] }),
      known,
    );
    expect(left.terms).toEqual([]);
    expect(clashes).toEqual([{ kind: 'term', termId: 'trainium', label: 'TRAINIUM' }]);
  });

  test('leaves out a form that stands for a known term, however it is written', () => {
    const { pack: left, clashes } = reconcilePack(
      pack('mine', { id: 'lamp', aliases: ['Lamp', 'TRAINIUM'] }),
      known,
    );
    expect(aliasesOf(left)).toEqual(['Lamp']);
    expect(clashes).toEqual([{ kind: 'form', form: 'TRAINIUM', label: 'LAMP', owner: 'trainium' }]);
  });

  test('makes a form ambiguous that is ambiguous already', () => {
    const { pack: left, clashes } = reconcilePack(
      pack('mine', { id: 'river', aliases: ['Amazon'] }),
      known,
    );
    expect(left.terms[0]).toMatchObject({ aliases: [{ text: 'Amazon', ambiguous: true }] });
    expect(clashes[0]?.kind).toBe('shared');
  });
});

describe('compilePacks', () => {
  const compiled = compilePacks(
    [
      pack('first', {
        id: 'zyxlux',
        aliases: ['Zyxlux', { text: 'Amazon', ambiguous: true }],
        related: [{ to: 'amazon', relation: 'competes with' }],
      }),
      pack(
        'second',
        { id: 'zyxlux', aliases: ['Another'] },
        { id: 'wuv', aliases: ['Zyxlux', 'Wuv'] },
      ),
    ],
    [withoutClaims(bundled)],
  );

  test('puts imported forms after the bundled ones; the pack that came first keeps its own', () => {
    const forms = compiled.lexicon.entries.map(({ text, termId }) => `${text} ${termId}`);
    expect(forms).toEqual([
      'Amazon.com amazon',
      'Amazon amazon',
      'Trainium trainium',
      'Zyxlux zyxlux',
      'Amazon zyxlux',
      'Wuv wuv',
    ]);
  });

  test('lets both readings of a shared form compete', () => {
    const record = compiled.senses.Amazon as unknown as {
      readonly candidates: readonly { readonly termId: string }[];
    };
    expect(record.candidates.map(({ termId }) => termId)).toEqual(['amazon', 'zyxlux']);
  });

  test('makes cards of imported terms alone, related to bundled ones', () => {
    expect([...compiled.cards.keys()]).toEqual(['zyxlux', 'wuv']);
    const card = compiled.cards.get('zyxlux' as TermId);
    expect(card?.related).toMatchObject([{ id: 'amazon', label: 'AMAZON' }]);
    expect(card?.claims[0]?.citations).toHaveLength(1);
    expect(compiled.overview.packs).toMatchObject([
      { id: 'first', terms: 1 },
      { id: 'second', terms: 1 },
    ]);
  });
});

test('withoutClaims keeps what tells forms apart', () => {
  const [amazon] = withoutClaims(bundled).terms;
  expect(amazon).toMatchObject({ id: 'amazon', claims: [], related: [] });
  expect(buildLexicon([withoutClaims(bundled)])).toEqual(known);
});
