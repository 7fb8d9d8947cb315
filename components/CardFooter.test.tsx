// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type CiteHandler, CitePanel } from './CitePanel.tsx';
import { RelatedChips, RelatedList } from './RelatedChips.tsx';
import { sampleClaim, sampleRelated } from './sample-card.ts';

let root: HTMLElement;
beforeEach(() => {
  document.body.replaceChildren();
  root = document.body.appendChild(document.createElement('div'));
});
afterEach(() => vi.restoreAllMocks());

const nothing = () => {};
const seen = () =>
  [...root.querySelectorAll<HTMLElement>('button')].filter((button) => !button.hidden);
const words = () => seen().map((button) => button.textContent);
const press = (name: string) => {
  const found = seen().find(
    (button) => (button.getAttribute('aria-label') ?? button.textContent) === name,
  );
  if (found === undefined) throw new Error(`no button “${name}”`);
  return act(async () => found.click());
};

describe('RelatedChips', () => {
  /** Ten px a character, and a row of the given width. */
  function layOut(room: number) {
    vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (
      this: HTMLElement,
    ) {
      const width = this.tagName === 'BUTTON' ? (this.textContent ?? '').length * 10 : room;
      return new DOMRect(0, 0, width, 24);
    });
  }
  const related = ['Amazon', 'Google', 'Claude', 'Nvidia', 'Salesforce'].map((label) =>
    sampleRelated(label),
  );
  const show = (terms = related, onExpand: (byKeyboard: boolean) => void = nothing) =>
    act(() =>
      render(
        <RelatedChips related={terms} onOpenTerm={nothing} expanded={false} onExpand={onExpand} />,
        root,
      ),
    );

  test('shows whole chips and counts the rest', async () => {
    layOut(170);
    await show();
    expect(words()).toEqual(['Amazon', 'Google', '+3']);
    expect(seen().at(-1)?.getAttribute('aria-label')).toBe('3 more related');
  });

  test('never shows more than four, however wide the card', async () => {
    layOut(2000);
    await show();
    expect(words()).toEqual(['Amazon', 'Google', 'Claude', 'Nvidia', '+1']);
  });

  test('where not even one fits, a word stands for all', async () => {
    layOut(50);
    await show();
    expect(words()).toEqual(['Related']);
  });

  test('needs no count where all fit', async () => {
    layOut(2000);
    await show(related.slice(0, 2));
    expect(words()).toEqual(['Amazon', 'Google']);
  });

  test('a term with two relations has one chip that names both', async () => {
    layOut(2000);
    await show([sampleRelated('Amazon'), sampleRelated('Amazon', { relation: 'invests in' })]);
    expect(seen().map((chip) => chip.getAttribute('aria-label'))).toEqual([
      'made by, backed by Amazon',
    ]);
  });

  test('the count asks for the list', async () => {
    layOut(170);
    const onExpand = vi.fn();
    await show(related, onExpand);
    await press('3 more related');
    expect(onExpand).toHaveBeenCalledWith(true);
  });

  test('arrow keys move along the row', async () => {
    layOut(2000);
    await show();
    const key = (name: string) =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }),
      );
    seen()[0]?.focus();
    key('ArrowRight');
    expect(document.activeElement?.textContent).toBe('Google');
    key('ArrowLeft');
    key('ArrowLeft');
    expect(document.activeElement?.textContent).toBe('Amazon');
    key('End');
    expect(document.activeElement?.textContent).toBe('+1');
    key('ArrowDown');
    expect(document.activeElement?.textContent).toBe('+1');
  });
});

test('RelatedList groups by relation, seen from the card’s term', () => {
  const related = [
    sampleRelated('Amazon'),
    sampleRelated('Claude', { inverse: false }),
    sampleRelated('Google'),
  ];
  act(() => render(<RelatedList related={related} onOpenTerm={nothing} />, root));
  expect([...root.querySelectorAll('li')].map((group) => group.textContent)).toEqual([
    'made byAmazonGoogle',
    'makesClaude',
  ]);
});

describe('CitePanel', () => {
  const claims = [sampleClaim('a', '2024-11'), sampleClaim('b', '2023')];
  const show = (onCite: CiteHandler) =>
    act(() => render(<CitePanel claims={claims} onCite={onCite} />, root));
  const status = () => root.querySelector('[role="status"]')?.textContent;

  test('copies the first fact in the form asked for', async () => {
    const onCite = vi.fn();
    show(onCite);
    await press('BibTeX');
    await press('CSL-JSON');
    expect(onCite.mock.calls).toEqual([
      [claims[0], 'bibtex'],
      [claims[0], 'csl-json'],
    ]);
    expect(status()).toBe('Copied: CSL-JSON');
  });

  test('steps through the facts, and no further', async () => {
    const onCite = vi.fn();
    show(onCite);
    expect(root.textContent).toContain('Fact 1 of 2');
    await press('Next fact');
    expect(root.textContent).toContain('Text of b.');
    await press('Markdown');
    expect(onCite).toHaveBeenCalledWith(claims[1], 'markdown');
    const next = seen().find((button) => button.getAttribute('aria-label') === 'Next fact');
    expect((next as HTMLButtonElement).disabled).toBe(true);
  });

  test('says when the clipboard was refused', async () => {
    show(async () => false);
    await press('Plain text');
    expect(status()).toBe('The browser did not allow copying');
  });
});
