// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createShadowRoots } from './shadow-roots.ts';

const view = window as unknown as Window & typeof globalThis;
/** More than the browser is asked about at once, with hosts before, among and after them. */
const MANY = '<b></b>'.repeat(12_000);

beforeEach(() => {
  Object.assign(view, { scheduler: { postTask: async (task: () => void) => task() } });
});

afterEach(() => vi.restoreAllMocks());

/** @returns the names of the hosts whose trees are found. @param onLook is called before each look. */
async function search(html: string, onLook?: (host: Element) => void): Promise<string[]> {
  document.body.innerHTML = html;
  for (const host of document.querySelectorAll('[id]')) host.attachShadow({ mode: 'open' });
  const found: string[] = [];
  const ended = new AbortController();
  const shadows = createShadowRoots(
    view,
    (element) => {
      onLook?.(element);
      return element.shadowRoot;
    },
    (root) => found.push(root.host.id),
    ended.signal,
  );
  shadows.searchAll();
  await expect.poll(() => found.length).toBe(4);
  ended.abort();
  return found;
}

const PAGE = `<x-one id="one"></x-one><main>${MANY}<p><x-two id="two"></x-two></p>${MANY}</main>
  <div id="three"></div><main>${MANY}${MANY}</main><ul><li><x-four id="four"></x-four></li></ul>`;

test('a page of very many elements is searched in parts, in its order', async () => {
  const asked = vi.spyOn(Element.prototype, 'querySelector');
  expect(await search(PAGE)).toEqual(['one', 'two', 'three', 'four']);
  const sizes = asked.mock.contexts.map(
    (part) => (part as Element).getElementsByTagName('*').length,
  );
  expect(Math.max(...sizes)).toBeLessThan(20_000);
});

test('what the page takes away while it is searched does not hide the rest', async () => {
  const found = await search(PAGE, (host) => {
    if (host.id === 'two') host.closest('main')?.remove();
  });
  expect(found.sort()).toEqual(['four', 'one', 'three', 'two']);
});

test('an element without a tree is looked at again, a custom one sooner and for longer', async () => {
  vi.useFakeTimers();
  const looks: string[] = [];
  const ended = new AbortController();
  document.body.innerHTML = '<x-one></x-one><div></div>';
  const shadows = createShadowRoots(
    view,
    ({ localName }) => {
      looks.push(localName);
      return null;
    },
    () => {},
    ended.signal,
  );
  shadows.search([document.body]);
  const seen: string[][] = [];
  for (const ms of [0, 250, 1000, 3000, 10_000, 30_000, 90_000]) {
    vi.advanceTimersByTime(ms);
    seen.push(looks.splice(0).filter((name) => name !== 'body'));
  }
  ended.abort();
  vi.useRealTimers();
  const both = ['x-one', 'div'];
  expect(seen).toEqual([both, ['x-one'], both, both, ['x-one'], ['x-one'], []]);
});
