import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TermId } from '../../data/schema.ts';
import type { GraphEdge, GraphPart } from '../../glossary/relation-graph.ts';
import { layoutGraph, type Place, usedHeight } from './graph-layout.ts';
import { drawLines } from './graph-lines.ts';

const id = (text: string) => text as TermId;
const SIZE = { width: 120, height: 42 };
/** What the figure gives a name at least, px². */
const ROOM_OF_A_NAME = 27_000;
const ROOM = { width: 900, height: 560, sizeOf: () => SIZE };

/** A term with neighbours, each third of which is tied to the next. */
function star(count: number): GraphPart {
  const names = Array.from({ length: count }, (_, at) => id(`n${at}`));
  const edges = names.map((to) => ({ from: id('centre'), to, relation: 'makes' }) as GraphEdge);
  names.forEach((from, at) => {
    const to = names[at + 1];
    if (at % 3 === 0 && to !== undefined) edges.push({ from, to, relation: 'supplies' });
  });
  return graphWith([id('centre'), ...names], edges);
}

function graphWith(ids: readonly TermId[], edges: readonly GraphEdge[]): GraphPart {
  const nodes = ids.map((each) => ({ id: each, label: each, kind: 'company' as const }));
  return { nodes, edges, hidden: 0 };
}

function overlaps(places: ReadonlyMap<TermId, Place>): string[] {
  const all = [...places];
  return all.flatMap(([a, first], at) =>
    all.slice(at + 1).flatMap(([b, second]) => {
      const isApart =
        Math.abs(first.x - second.x) >= (first.width + second.width) / 2 ||
        Math.abs(first.y - second.y) >= (first.height + second.height) / 2;
      return isApart ? [] : [`${a} ${b}`];
    }),
  );
}

describe('layoutGraph', () => {
  test.each([2, 7, 16])('keeps %i neighbours apart and inside', (count) => {
    for (const centre of [id('centre'), undefined]) {
      const places = layoutGraph(star(count), { ...ROOM, centre });
      expect(overlaps(places)).toEqual([]);
      for (const { x, y } of places.values()) {
        expect(x).toBeGreaterThanOrEqual(SIZE.width / 2);
        expect(x).toBeLessThanOrEqual(ROOM.width - SIZE.width / 2);
        expect(y).toBeGreaterThanOrEqual(SIZE.height / 2);
        expect(y).toBeLessThanOrEqual(ROOM.height - SIZE.height / 2);
      }
    }
  });

  test('keeps the centre in the middle', () => {
    const places = layoutGraph(star(9), { ...ROOM, centre: id('centre') });
    expect(places.get(id('centre'))).toMatchObject({ x: 450, y: 280 });
  });

  test('lets no name cover another, whatever is tied to what', () => {
    const size = fc.record({
      width: fc.integer({ min: 70, max: 190 }),
      height: fc.constantFrom(41, 57, 73),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 320, max: 1400 }),
        fc.array(size, { minLength: 2, maxLength: 24 }),
        fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 40 }),
        fc.boolean(),
        (width, sizes, ties, hasCentre) => {
          const count = sizes.length;
          const height = Math.round(Math.max(220, (count * ROOM_OF_A_NAME) / width + 80));
          const name = (at: number) => id(`n${at % count}`);
          const edges = ties.flatMap(([a, b]) =>
            a % count === b % count
              ? []
              : [{ from: name(a), to: name(b), relation: 'makes' } as GraphEdge],
          );
          const ids = sizes.map((_, at) => name(at));
          const places = layoutGraph(graphWith(ids, edges), {
            width,
            height,
            centre: hasCentre ? name(0) : undefined,
            sizeOf: (each) => sizes[ids.indexOf(each)] ?? SIZE,
          });
          expect(overlaps(places)).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('gives the same graph the same picture', () => {
    expect(layoutGraph(star(8), ROOM)).toEqual(layoutGraph(star(8), ROOM));
  });
});

describe('drawLines', () => {
  const places = new Map<TermId, Place>([
    [id('a'), { x: 100, y: 100, width: 80, height: 40 }],
    [id('b'), { x: 400, y: 100, width: 80, height: 40 }],
  ]);
  const edge = (from: string, relation: string, to: string) =>
    ({ from, relation, to }) as unknown as GraphEdge;

  test('runs from edge to edge of the boxes, not from middle to middle', () => {
    const [line] = drawLines([edge('a', 'makes', 'b')], places, undefined, () => undefined);
    expect(line?.start).toEqual({ x: 142, y: 100 });
    expect(line?.end).toEqual({ x: 358, y: 100 });
  });

  test('gives two relations of one pair a lane each, whichever way they run', () => {
    const edges = [edge('a', 'makes', 'b'), edge('b', 'supplies', 'a')];
    const [first, second] = drawLines(edges, places, undefined, () => undefined);
    expect(Math.abs((first?.start.y ?? 0) - (second?.end.y ?? 0))).toBeGreaterThan(8);
  });

  test('writes no name over another', () => {
    const edges = ['makes', 'supplies', 'runs on'].map((relation) => edge('a', relation, 'b'));
    const labels = drawLines(edges, places, id('a'), () => ({ width: 60, height: 15 })).map(
      ({ label }) => label as Place,
    );
    expect(overlaps(new Map(labels.map((label, at) => [id(String(at)), label])))).toEqual([]);
  });
});

describe('usedHeight', () => {
  test('begins above the highest box and ends below the lowest', () => {
    const places = [
      { x: 0, y: 100, width: 10, height: 40 },
      { x: 0, y: 300, width: 10, height: 20 },
    ];
    expect(usedHeight(places, 4)).toEqual({ top: 76, height: 238 });
  });

  test('is none without boxes', () => {
    expect(usedHeight([], 4)).toEqual({ top: 0, height: 0 });
  });
});
