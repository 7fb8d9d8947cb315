// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { TermId } from '../data/schema.ts';
import type { Annotation } from './annotation-store.ts';
import { createMarkAreas, heirOf } from './mark-areas.ts';

let order = 0;
function annotationIn(node: Text): Annotation {
  order++;
  return {
    id: order,
    pieces: [{ node, start: 0, end: 1 }],
    form: 'x',
    context: undefined,
    onlyTermId: 'term' as TermId,
    resolution: undefined,
    section: document,
    order,
  };
}

/** Ten parts of a hundred paragraphs each, and a mark in every paragraph. */
function makePage(): Annotation[] {
  const part = `<section>${'<p>x</p>'.repeat(100)}</section>`;
  document.body.innerHTML = `<main>${part.repeat(10)}</main>`;
  return [...document.querySelectorAll('p')].map((each) => annotationIn(each.firstChild as Text));
}

test('where marks stand in too many elements, larger ones hold them all, in order', () => {
  const annotations = makePage();
  const areas = createMarkAreas();
  // Those of the second half come first: what is in view is read first.
  const half = annotations.length / 2;
  const late = [...annotations.slice(half), ...annotations.slice(0, half)];
  const put = new Map(late.map((each) => [each, areas.put(each)]));
  expect(areas.areTooMany()).toBe(true);
  areas.coarsen();
  expect(areas.areTooMany()).toBe(false);
  const watched = [...areas.all()];
  expect(new Set(watched.map(({ element }) => element.localName))).toEqual(new Set(['section']));
  for (const { marks } of watched) {
    expect(marks.map((each) => each.order)).toEqual(marks.map((each) => each.order).sort(byNumber));
  }
  expect(watched.flatMap(({ marks }) => marks)).toHaveLength(annotations.length);
  for (const [annotation, area] of put) expect(heirOf(area)?.marks).toContain(annotation);
});

test('a larger element that has marks from before and after another is put in order', () => {
  document.body.innerHTML = `<main><p>x</p>${'<i>x</i>'.repeat(700)}<p>x</p></main>`;
  const texts = [...document.querySelectorAll('p, i')].map((each) => each.firstChild as Text);
  const annotations = texts.map(annotationIn);
  const areas = createMarkAreas();
  for (const each of annotations.toReversed()) areas.put(each);
  areas.coarsen();
  const [only] = areas.all();
  expect(only?.marks).toEqual(annotations);
});

test('what comes after goes into the larger element, and a forwarded area leads there', () => {
  const annotations = makePage();
  const areas = createMarkAreas();
  const first = areas.put(annotations[0] as Annotation);
  for (const each of annotations.slice(2)) areas.put(each);
  areas.coarsen();
  const second = areas.put(annotations[1] as Annotation);
  expect(second?.element.localName).toBe('section');
  expect(heirOf(first)).toBe(second);
  expect(second?.marks.slice(0, 3)).toEqual(annotations.slice(0, 3));
  expect(heirOf(undefined)).toBeUndefined();
});

const byNumber = (one: number, other: number) => one - other;
