// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { SinceSection, type SinceSectionProps } from './SinceSection.tsx';
import { sampleClaim } from './sample-card.ts';

let root: HTMLElement;
beforeEach(() => {
  document.body.replaceChildren();
  root = document.body.appendChild(document.createElement('div'));
});

function show(change: Partial<SinceSectionProps>) {
  const props: SinceSectionProps = {
    since: { kind: 'unknown' },
    rows: [],
    checked: '2026-11-14',
    today: '2026-11-21',
    ...change,
  };
  act(() => render(<SinceSection {...props} />, root));
}

const text = () => (root.textContent ?? '').replaceAll('\u00a0', ' ');
const press = (name: string) => {
  const found = [...root.querySelectorAll('button')].find(
    (button) => (button.getAttribute('aria-label') ?? button.textContent) === name,
  );
  if (found === undefined) throw new Error(`no button “${name}”`);
  act(() => found.click());
};
const choose = (name: string, value: string) => {
  const label = [...root.querySelectorAll('label')].find((one) =>
    one.textContent?.startsWith(name),
  );
  const select = label?.querySelector('select');
  if (select === null || select === undefined) throw new Error(`no choice “${name}”`);
  act(() => {
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
};

const dated = { since: '2023-09-25', origin: 'json-ld' } as const;
const changed = { kind: 'changed', ...dated, overtaken: [], added: [] } as const;

describe('what it says', () => {
  test('an unknown date', () => {
    show({ since: { kind: 'unknown' } });
    expect(text().trim()).toBe('Article date unknown');
  });

  test('a page newer than the facts', () => {
    show({ since: { kind: 'newer-than-data', checked: '2026-11-14', origin: 'meta' } });
    expect(text()).toContain('This page is newer than our facts (checked 14 Nov 2026).');
  });

  test('no change, since when, and where the date was read', () => {
    show({ since: { kind: 'none', ...dated } });
    expect(text()).toBe(
      'Since this article · 25 Sep 2023 (page data)No recorded change (facts checked 14 Nov 2026).',
    );
  });

  test('a page that is kept up to date counts from its last change', () => {
    show({ since: { kind: 'none', ...dated, role: 'changed' } });
    expect(text()).toContain('Since this page’s last change · 25 Sep 2023');
  });
});

describe('changes', () => {
  const value = (amount: number, bound: 'exactly' | 'up to', unit = 'USD') => ({
    amount,
    unit,
    bound,
  });

  test('a figure that moved is shown old → new, in words for a screen reader', () => {
    const old = sampleClaim('old', '2023-09', { value: value(4e9, 'up to') });
    const claim = sampleClaim('new', '2024-11', { value: value(8e9, 'exactly') });
    show({ since: changed, rows: [{ claim, olds: [old] }] });
    expect(text()).toContain('from up to $4 bn to $8 bn');
    expect(text()).not.toContain('Text of old.');
  });

  test('figures of different kinds are not compared: the old words stand instead', () => {
    const old = sampleClaim('old', '2023-09', { value: value(4e9, 'up to') });
    const claim = sampleClaim('new', '2024-11', { value: value(30, 'exactly', 'percent') });
    show({ since: changed, rows: [{ claim, olds: [old] }] });
    expect(text()).toContain('Before, Sep 2023: Text of old.');
    expect(text()).not.toContain('$4');
  });

  test('each has its date and source', () => {
    show({ since: changed, rows: [{ claim: sampleClaim('new', '2024-11'), olds: [] }] });
    expect(text()).toContain('Nov 2024: Text of new.The Paper, ¶4');
  });

  test('three are in sight, the rest on demand; a single one more is not hidden', () => {
    const rows = ['a', 'b', 'c', 'd', 'e'].map((id) => ({
      claim: sampleClaim(id, '2024'),
      olds: [],
    }));
    show({ since: changed, rows: rows.slice(0, 4) });
    expect(root.querySelectorAll('li')).toHaveLength(4);
    render(null, root);
    show({ since: changed, rows });
    expect(root.querySelectorAll('li')).toHaveLength(3);
    press('2 more changes');
    expect(root.querySelectorAll('li')).toHaveLength(5);
  });
});

describe('setting the date', () => {
  test('is not offered where nobody listens', () => {
    show({ since: { kind: 'unknown' } });
    expect(root.querySelectorAll('button')).toHaveLength(0);
  });

  test('is as precise as the reader knows', () => {
    const onSetDate = vi.fn();
    show({ onSetDate });
    press('Set date');
    choose('Year', '2023');
    press('Use this date');
    press('Set date');
    choose('Year', '2023');
    choose('Month', '09');
    press('Use this date');
    press('Set date');
    choose('Year', '2024');
    choose('Month', '02');
    choose('Day', '29');
    press('Use this date');
    expect(onSetDate.mock.calls).toEqual([['2023'], ['2023-09'], ['2024-02-29']]);
  });

  test('starts from the page’s date and never makes a day that does not exist', () => {
    const onSetDate = vi.fn();
    show({ since: { kind: 'none', since: '2023-01-31', origin: 'url' }, onSetDate });
    press('Change the article’s date');
    choose('Month', '02');
    press('Use this date');
    expect(onSetDate).toHaveBeenCalledWith('2023-02');
  });

  test('goes back to the page’s own date only where the reader had set one', () => {
    const onSetDate = vi.fn();
    show({ since: { kind: 'none', ...dated }, onSetDate });
    press('Change the article’s date');
    expect(() => press('Use the page’s date')).toThrow();
    press('Cancel');
    show({ since: { kind: 'none', since: '2023', origin: 'reader' }, onSetDate });
    press('Change the article’s date');
    press('Use the page’s date');
    expect(onSetDate.mock.calls).toEqual([[null]]);
  });

  test('offers no year to come', () => {
    show({ onSetDate: () => {} });
    press('Set date');
    const years = [...root.querySelectorAll('option')].map((option) => option.value);
    expect(years).toContain('2026');
    expect(years).not.toContain('2027');
  });
});
