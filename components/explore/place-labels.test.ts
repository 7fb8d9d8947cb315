import { expect, test } from 'vitest';
import { placeLabels } from './place-labels.ts';

const FRAME = { x: 0, y: 0, width: 300, height: 100 };
const wish = (item: string, x: number, y: number, ...widths: number[]) => ({
  item,
  x,
  y,
  reach: 5,
  texts: widths.map((width) => ({ text: `${item} ${width}`, width })),
});

test('writes beside the point, in the fullest words that fit', () => {
  const [label] = placeLabels([wish('a', 100, 50, 150, 40)], [], FRAME);
  expect(label).toMatchObject({ item: 'a', text: 'a 150', y: 50 });
  expect(label?.x).toBeGreaterThan(100);
});

test('takes fewer words where the frame ends', () => {
  const [label] = placeLabels([wish('a', 150, 50, 400, 40)], [], FRAME);
  expect(label?.text).toBe('a 40');
});

test('goes round what is taken, and leaves out what finds no room', () => {
  const wall = { x: 105, y: 0, width: 195, height: 100 };
  const [label] = placeLabels([wish('a', 100, 50, 60)], [wall], FRAME);
  expect((label?.x ?? 0) + 60).toBeLessThanOrEqual(100);
  expect(placeLabels([wish('a', 100, 50, 60)], [FRAME], FRAME)).toEqual([]);
});

test('gives room to the first wish first', () => {
  const labels = placeLabels(
    [wish('first', 100, 50, 60), wish('second', 102, 50, 60), wish('third', 104, 50, 60)],
    [],
    FRAME,
  );
  expect(labels[0]?.item).toBe('first');
  const boxes = labels.map(({ x, y }) => ({ x, y }));
  expect(new Set(boxes.map(({ x, y }) => `${x} ${y}`)).size).toBe(labels.length);
});

test('keeps as far from a large mark as from a small one', () => {
  const [small] = placeLabels([wish('a', 100, 50, 60)], [], FRAME);
  const [large] = placeLabels([{ ...wish('a', 100, 50, 60), reach: 15 }], [], FRAME);
  expect((large?.x ?? 0) - (small?.x ?? 0)).toBe(10);
});
