// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { TermId } from '../data/schema.ts';
import { type Annotation, createAnnotationStore } from './annotation-store.ts';
import { createBareLinks } from './bare-link.ts';
import { createMarkChooser, type Density } from './density.ts';

let nextId = 1;

function setUp(html: string, density: Density) {
  document.body.innerHTML = html;
  const store = createAnnotationStore();
  const chooser = createMarkChooser(density, document, createBareLinks());
  const marked = new Set<Annotation>();
  let section: Node = document;
  const all: Annotation[] = [];
  for (const element of document.querySelectorAll('h2,[data-term]')) {
    if (element.localName === 'h2') section = element;
    const termId = element.getAttribute('data-term') as TermId | null;
    if (termId === null) continue;
    const node = element.firstChild as Text;
    all.push({
      id: nextId++,
      form: termId,
      pieces: [{ node, start: 0, end: node.length }],
      context: undefined,
      onlyTermId: undefined,
      resolution: { kind: 'resolved', termId, evidence: [] },
      section,
      order: 0,
    });
  }
  store.add(all);
  const update = () => {
    const { shown, hidden } = chooser.changes();
    for (const each of hidden) marked.delete(each);
    for (const each of shown) marked.add(each);
    return all.flatMap((each, index) => (marked.has(each) ? [index] : []));
  };
  return { all, chooser, update };
}

const PAGE = `<p><b data-term="a">A</b> and <b data-term="b">B</b>, <b data-term="a">A</b></p>
  <h2>Next</h2><p><b data-term="a">A</b> <b data-term="a">A</b></p>`;

describe('what is marked', () => {
  test.each([
    ['section', [0, 1, 3]],
    ['page', [0, 1]],
    ['every', [0, 1, 2, 3, 4]],
  ] as const)('%s', (density, expected) => {
    const { all, chooser, update } = setUp(PAGE, density);
    chooser.add(all);
    expect(update()).toEqual(expected);
  });

  test('the same whether they come in order, backwards or one by one', () => {
    const { all, chooser, update } = setUp(PAGE, 'section');
    for (const each of [...all].reverse()) {
      chooser.add([each]);
      update();
    }
    expect(update()).toEqual([0, 1, 3]);
  });

  test('when the first goes the next takes its place', () => {
    const { all, chooser, update } = setUp(PAGE, 'section');
    chooser.add(all);
    update();
    chooser.remove([all[0] as Annotation]);
    expect(update()).toEqual([1, 2, 3]);
  });

  test('when sections are divided anew, marks follow', () => {
    const { all, chooser, update } = setUp(PAGE, 'section');
    chooser.add(all);
    update();
    const heading = document.querySelector('h2') as Element;
    chooser.divideAgain(new Set([heading]), false, () => document);
    expect(update()).toEqual([0, 1]);
  });

  test('a link that fills its block stays as it is, one in a sentence is marked', () => {
    const { all, chooser, update } = setUp(
      `<ul><li><a href="/a" data-term="a">A</a></li></ul>
       <p>As was said about it before, <a href="/a" data-term="a">A</a> is one of them.</p>
       <p><a href="/b" data-term="b">B</a> | <a href="/c" data-term="c">C</a></p>`,
      'section',
    );
    chooser.add(all);
    expect(update()).toEqual([1]);
  });
});
