import { describe, expect, test } from 'vitest';
import type { TermId } from '../data/schema.ts';
import type { CardRecord } from './card-record.ts';
import { collectRelations, graphAround, graphOf } from './relation-graph.ts';

/** Cards of terms that are related as told, on both sides, as the compiler writes them. */
function cards(...relations: readonly (readonly [string, string, string])[]): CardRecord[] {
  const ids = [...new Set(relations.flatMap(([from, , to]) => [from, to]))];
  return ids.map((id) => {
    const related = relations.flatMap(([from, relation, to]) => [
      ...(from === id ? [{ id: to, relation, inverse: false }] : []),
      ...(to === id ? [{ id: from, relation, inverse: relation !== 'competes with' }] : []),
    ]);
    return { id, label: id.toUpperCase(), kind: 'company', related } as unknown as CardRecord;
  });
}

const told = (edges: readonly { from: string; relation: string; to: string }[]) =>
  edges.map(({ from, relation, to }) => `${from} ${relation} ${to}`);
const id = (text: string) => text as TermId;

describe('collectRelations', () => {
  test('tells each relation once and in its own direction', () => {
    const graph = collectRelations(cards(['amazon', 'invests in', 'anthropic']));
    expect(told(graph.edges)).toEqual(['amazon invests in anthropic']);
    expect(graph.nodes.map(({ label }) => label)).toEqual(['AMAZON', 'ANTHROPIC']);
  });

  test('tells a mutual relation once, whichever card comes first', () => {
    const both = cards(['google', 'competes with', 'amazon']);
    expect(told(collectRelations(both).edges)).toEqual(['amazon competes with google']);
    expect(told(collectRelations(both.toReversed()).edges)).toEqual([
      'amazon competes with google',
    ]);
  });
});

describe('graphAround', () => {
  const graph = collectRelations(
    cards(
      ['a', 'makes', 'b'],
      ['c', 'supplies', 'a'],
      ['b', 'runs on', 'c'],
      ['a', 'makes', 'd'],
      ['d', 'part of', 'far'],
    ),
  );

  test('holds the term, its neighbours and what they have to do with each other', () => {
    const part = graphAround(graph, id('a'), 10);
    expect(part.nodes.map((node) => node.id)).toEqual(['a', 'b', 'c', 'd']);
    expect(told(part.edges)).toEqual(['a makes b', 'a makes d', 'b runs on c', 'c supplies a']);
    expect(part.hidden).toBe(0);
  });

  test('keeps the best connected where there is no room, and says how many it left out', () => {
    const part = graphAround(graph, id('a'), 3);
    expect(part.nodes).toHaveLength(3);
    expect(part.nodes.map((node) => node.id)).toContain('a');
    expect(part.hidden).toBe(1);
  });

  test('of a term without relations is that term alone', () => {
    const lonely = { id: 'x', label: 'X', kind: 'company', related: [] } as unknown as CardRecord;
    const part = graphAround(collectRelations([lonely]), id('x'), 5);
    expect(part.nodes.map((node) => node.id)).toEqual(['x']);
    expect(part.edges).toEqual([]);
  });
});

describe('graphOf', () => {
  test('holds the pairs of one relation and nobody else', () => {
    const graph = collectRelations(cards(['a', 'makes', 'b'], ['b', 'runs on', 'c']));
    const part = graphOf(graph, 'makes', 10);
    expect(part.nodes.map((node) => node.id)).toEqual(['a', 'b']);
    expect(told(part.edges)).toEqual(['a makes b']);
  });

  test('leaves no node without a line when some are left out', () => {
    const graph = collectRelations(
      cards(['a', 'makes', 'b'], ['a', 'makes', 'c'], ['d', 'makes', 'e']),
    );
    const part = graphOf(graph, 'makes', 4);
    const ends = new Set(part.edges.flatMap(({ from, to }) => [from, to]));
    expect(part.nodes.every((node) => ends.has(node.id))).toBe(true);
    expect(part.nodes.length + part.hidden).toBe(5);
  });
});
