// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { FactCard, type FactCardProps } from './FactCard.tsx';
import { claimId, date, sampleCard, sampleClaim, sampleRelated, termId } from './sample-card.ts';

let root: HTMLElement;
beforeEach(() => {
  document.body.replaceChildren();
  root = document.body.appendChild(document.createElement('div'));
});

const nothing = () => {};
function show(change: Partial<FactCardProps> = {}) {
  const props: FactCardProps = {
    card: sampleCard(),
    pinned: false,
    canGoBack: false,
    sheet: false,
    today: '2026-11-21',
    onOpenTerm: nothing,
    onBack: nothing,
    onClose: nothing,
    onPin: nothing,
    ...change,
  };
  act(() => render(<FactCard {...props} />, root));
}

const all = (selector: string) => [...root.querySelectorAll<HTMLElement>(selector)];
const one = (selector: string) => {
  const [found] = all(selector);
  if (found === undefined) throw new Error(`no ${selector}`);
  return found;
};
const button = (name: string) => {
  const found = all('button').find(
    (candidate) => (candidate.getAttribute('aria-label') ?? candidate.textContent) === name,
  );
  if (found === undefined) throw new Error(`no button “${name}”`);
  return found;
};
const press = (name: string) => act(() => button(name).click());
const text = () => (root.textContent ?? '').replaceAll('\u00a0', ' ');

describe('as a dialog', () => {
  test('is non-modal and named by its headline, which can take the focus', () => {
    show();
    const dialog = one('[role="dialog"]');
    expect(dialog.hasAttribute('aria-modal')).toBe(false);
    expect(dialog.lang).toBe('en');
    const headline = one(`#${CSS.escape(dialog.getAttribute('aria-labelledby') ?? '')}`);
    expect(headline.tagName).toBe('H2');
    expect(headline.textContent).toBe('AWS Trainium');
    expect(headline.tabIndex).toBe(-1);
  });

  test('takes no focus of its own accord', () => {
    const before = document.activeElement;
    show();
    expect(document.activeElement).toBe(before);
  });

  test('every control has a name', () => {
    show({ canGoBack: true, onCite: nothing, onNotThis: nothing, onSetDate: nothing });
    for (const control of all('button, a, summary, select')) {
      expect(control.getAttribute('aria-label') ?? control.textContent).not.toBe('');
    }
  });

  test('has no pin where it cannot be pinned', () => {
    show({ onPin: undefined });
    expect(all('button').map((each) => each.getAttribute('aria-label'))).not.toContain('Keep open');
  });

  test('a sheet has no pin', () => {
    show({ sheet: true });
    expect(one('[role="dialog"]').dataset.sheet).toBe('');
    expect(all('[aria-label="Keep open"]')).toEqual([]);
  });
});

describe('header', () => {
  test('reports close, pin and back', () => {
    const [onClose, onPin, onBack] = [vi.fn(), vi.fn(), vi.fn()];
    show({ canGoBack: true, onClose, onPin, onBack });
    press('Close');
    press('Keep open');
    press('Back');
    expect([onClose, onPin, onBack].map((spy) => spy.mock.calls.length)).toEqual([1, 1, 1]);
  });

  test('says whether it is pinned, and offers no way back from the first card', () => {
    show({ pinned: true });
    expect(button('Keep open').getAttribute('aria-pressed')).toBe('true');
    expect(() => button('Back')).toThrow();
  });

  test('has the kind in words', () => {
    show();
    expect(one('header').textContent).toBe('AWS Trainium Chip');
  });
});

describe('moving to another term', () => {
  test('a chip asks for its term', () => {
    const onOpenTerm = vi.fn();
    show({ onOpenTerm });
    press('made by Amazon Web Services');
    expect(onOpenTerm).toHaveBeenCalledWith('amazon-web-services');
  });

  test('after a press on a chip the new headline has the focus', () => {
    show();
    button('made by Amazon Web Services').focus();
    press('made by Amazon Web Services');
    show({ card: sampleCard({ id: termId('aws'), label: 'Amazon Web Services', related: [] }) });
    expect(document.activeElement).toBe(one('h2'));
  });

  test('a card changed from outside leaves the focus alone', () => {
    show();
    show({ card: sampleCard({ id: termId('aws'), label: 'Amazon Web Services' }) });
    expect(document.activeElement).toBe(document.body);
  });

  test('opened parts do not carry over', () => {
    show({ onSiteOff: nothing });
    press('More');
    show({ onSiteOff: nothing, card: sampleCard({ id: termId('aws') }) });
    expect(all('.gl-panel')).toEqual([]);
  });
});

describe('age of the facts', () => {
  const checked = (day: string) => show({ card: sampleCard({ checked: date(day) }) });
  test('says when they were checked', () => {
    checked('2026-11-14');
    expect(text()).toContain('Facts checked 14 Nov 2026');
  });
  test('from a quarter on says “as of”', () => {
    checked('2026-06-01');
    expect(text()).toContain('Facts as of 1 Jun 2026');
  });
  test('after a year warns, before the facts', () => {
    checked('2025-10-01');
    expect(text()).toMatch(/Last checked 1 Oct 2025: may be out of date.*Text of newest/u);
  });
});

describe('order and repetition', () => {
  const replaced = sampleClaim('replaced', '2023-05', { supersededBy: claimId('newest') });
  const disputed = sampleClaim('disputed', '2023-06');
  const card = sampleCard({
    claims: [sampleClaim('newest', '2024-11'), disputed, replaced],
    disagreements: [
      { about: 'the total', reading: 'Read on.', claims: [disputed, sampleClaim('other', '2024')] },
    ],
  });

  test('meaning, changes, differences, facts', () => {
    show({
      card,
      since: { kind: 'none', since: '2024-12', origin: 'meta' },
    });
    expect(text()).toMatch(
      /A chip for training.*Since this article.*Sources differ on the total.*Text of newest/u,
    );
  });

  test('shows no “since” while the page’s date is not known yet', () => {
    show({ card });
    expect(all('.gl-since')).toEqual([]);
  });

  test('says nothing twice', () => {
    const newest = sampleClaim('newest', '2024-11');
    show({
      card,
      since: {
        kind: 'changed',
        since: '2024-01',
        origin: 'meta',
        overtaken: [{ old: replaced, new: newest }],
        added: [],
      },
    });
    for (const id of ['newest', 'disputed']) {
      expect(text().split(`Text of ${id}.`)).toHaveLength(2);
    }
    expect(one('details.gl-earlier').textContent).toContain('Text of replaced.');
  });
});

describe('footer', () => {
  test('is absent without anything in it', () => {
    show({ card: sampleCard({ related: [] }) });
    expect(all('footer')).toEqual([]);
  });

  test('opens one panel at a time and closes it again', () => {
    show({ onCite: nothing, onSiteOff: nothing });
    press('Cite');
    expect(button('Cite').getAttribute('aria-expanded')).toBe('true');
    press('More');
    expect(all('.gl-panel').map((panel) => panel.getAttribute('aria-label'))).toEqual(['More']);
    press('More');
    expect(all('.gl-panel')).toEqual([]);
  });

  test('a panel opened by key takes the focus, Escape gives it back and goes no further', () => {
    show({ onSiteOff: nothing, onExplore: nothing });
    const heard = vi.fn();
    document.body.addEventListener('keydown', heard);
    button('More').focus();
    press('More');
    expect(document.activeElement?.textContent).toBe('Open in Explore');
    act(() => {
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }),
      );
    });
    expect(all('.gl-panel')).toEqual([]);
    expect(document.activeElement).toBe(button('More'));
    expect(heard).not.toHaveBeenCalled();
  });

  test('a press elsewhere closes the panel', () => {
    show({ onSiteOff: nothing });
    press('More');
    act(() => {
      one('.gl-gloss').dispatchEvent(new Event('pointerdown', { bubbles: true }));
    });
    expect(all('.gl-panel')).toEqual([]);
  });

  test('holds why, other meanings, Explore and the site’s switch', () => {
    const [onNotThis, onExplore, onSiteOff] = [vi.fn(), vi.fn(), vi.fn()];
    show({ why: '“chips” nearby', onNotThis, onExplore, onSiteOff });
    press('More');
    const why = one('.gl-why') as HTMLDetailsElement;
    expect(why.open).toBe(false);
    expect(why.textContent).toContain('“chips” nearby');
    press('Here');
    press('On this site');
    press('Everywhere');
    press('Open in Explore');
    press('Switch off on this site');
    expect(onNotThis.mock.calls).toEqual([['here'], ['site'], ['everywhere']]);
    expect(onExplore).toHaveBeenCalledOnce();
    expect(onSiteOff).toHaveBeenCalledOnce();
  });

  test('shows only what is behind it', () => {
    show({ onSiteOff: nothing });
    press('More');
    expect(one('.gl-panel').textContent).toBe('Switch off on this site');
  });
});

test('shows words as text, whatever they look like', () => {
  const text = '<img src=x onerror=alert(1)>';
  show({
    card: sampleCard({
      label: text,
      gloss: text,
      claims: [sampleClaim('a', '2024', { text })],
      related: [sampleRelated(text)],
    }),
    why: text,
    onSiteOff: nothing,
  });
  press('More');
  expect(all('img')).toEqual([]);
  expect(one('.gl-gloss').textContent).toBe(text);
});
