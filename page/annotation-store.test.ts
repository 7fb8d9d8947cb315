// @vitest-environment happy-dom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Annotation, createAnnotationStore } from './annotation-store.ts';

let nextId = 1;

function annotation(node: Text, start: number, end: number): Annotation {
  return {
    id: nextId++,
    form: 'form',
    pieces: [{ node, start, end }],
    context: undefined,
    onlyTermId: undefined,
    resolution: undefined,
    section: document,
    order: 0,
  };
}

function texts(count: number): Text[] {
  document.body.replaceChildren(
    ...Array.from({ length: count }, () => {
      const p = document.createElement('p');
      p.textContent = 'x'.repeat(40);
      return p;
    }),
  );
  return [...document.body.children].map((p) => p.firstChild as Text);
}

test('whatever the order of coming, all are in document order, by list and by number', () => {
  const nodes = texts(12);
  fc.assert(
    fc.property(fc.shuffledSubarray(nodes.map((_, index) => index)), (order) => {
      const store = createAnnotationStore();
      for (const index of order) {
        const node = nodes[index] as Text;
        store.add([annotation(node, 2, 5), annotation(node, 8, 11)]);
      }
      const all = store.all();
      const places = all.map(({ pieces: [{ node, start }] }) => nodes.indexOf(node) * 100 + start);
      expect(places).toEqual([...places].sort((a, b) => a - b));
      const numbers = all.map((each) => each.order);
      expect(new Set(numbers).size).toBe(numbers.length);
      expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    }),
    { numRuns: 100 },
  );
});

test('numbers last however often something comes into the same gap', () => {
  const nodes = texts(300);
  const store = createAnnotationStore();
  store.add([annotation(nodes[0] as Text, 0, 3)]);
  for (let index = 299; index > 0; index--) store.add([annotation(nodes[index] as Text, 0, 3)]);
  const numbers = store.all().map((each) => each.order);
  expect(new Set(numbers).size).toBe(300);
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
});

test('found by node and offset, both ends included; two where they touch', () => {
  const [node, other] = texts(2) as [Text, Text];
  const store = createAnnotationStore();
  const [one, two] = [annotation(node, 3, 6), annotation(node, 6, 9)];
  store.add([one, two]);
  expect(store.at(node, 2)).toEqual([]);
  expect(store.at(node, 3)).toEqual([one]);
  expect(store.at(node, 6)).toEqual([one, two]);
  expect(store.at(node, 9)).toEqual([two]);
  expect(store.at(other, 3)).toEqual([]);
});

test('what has left the document is swept away, and only that', () => {
  const nodes = texts(3);
  const store = createAnnotationStore();
  for (const node of nodes) store.add([annotation(node, 0, 2)]);
  nodes[1]?.parentElement?.remove();
  expect(store.sweep().map(({ pieces: [{ node }] }) => node)).toEqual([nodes[1]]);
  expect(store.size()).toBe(2);
  expect(store.removeNode(nodes[0] as Text)).toHaveLength(1);
  expect(store.all()).toHaveLength(1);
});
