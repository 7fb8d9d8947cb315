// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { PopupPanel, type PopupPanelProps, type PopupTerm } from './PopupPanel.tsx';
import { termId } from './sample-card.ts';

let root: HTMLElement;
beforeEach(() => {
  document.body.replaceChildren();
  root = document.body.appendChild(document.createElement('div'));
});

const term = (label: string, count: number, changes?: number): PopupTerm => ({
  id: termId(label.toLowerCase()),
  label,
  kind: 'company',
  gloss: `What ${label} is.`,
  count,
  changes,
});
const nothing = () => {};

function show(change: Partial<PopupPanelProps> = {}) {
  const props: PopupPanelProps = {
    host: 'time.com',
    state: 'on',
    pageDate: '2023-09-25',
    today: '2026-11-21',
    onSetDate: nothing,
    terms: [term('Anthropic', 12, 4), term('OpenAI', 1)],
    unmarked: [],
    query: '',
    results: [],
    onToggleHost: nothing,
    onQuery: nothing,
    onChoose: nothing,
    onExplore: nothing,
    onSettings: nothing,
    ...change,
  };
  act(() => render(<PopupPanel {...props} />, root));
}

const text = () => (root.textContent ?? '').replaceAll('\u00a0', ' ');
const find = (name: string) =>
  [...root.querySelectorAll<HTMLElement>('button')].find((button) =>
    (button.getAttribute('aria-label') ?? button.textContent)?.startsWith(name),
  );
const press = (name: string) => {
  const found = find(name);
  if (found === undefined) throw new Error(`no button “${name}”`);
  act(() => found.click());
};
const search = () => root.querySelector('input') as HTMLInputElement;
const key = (name: string) =>
  document.activeElement?.dispatchEvent(
    new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }),
  );

describe('the site’s switch', () => {
  test('is a switch with a name, and asks for the other state', () => {
    const onToggleHost = vi.fn();
    show({ onToggleHost });
    const control = root.querySelector('[role="switch"]');
    expect(control?.getAttribute('aria-checked')).toBe('true');
    expect(control?.getAttribute('aria-label')).toBe('Glosslight on time.com');
    press('Glosslight on time.com');
    show({ onToggleHost, state: 'off' });
    press('Glosslight on time.com');
    expect(onToggleHost.mock.calls).toEqual([[false], [true]]);
  });

  test('is not there where there is nothing to switch', () => {
    show({ state: 'protected' });
    expect(root.querySelector('[role="switch"]')).toBeNull();
  });
});

describe('the page', () => {
  const header = () => root.querySelector('header')?.textContent?.replaceAll('\u00a0', ' ');

  test('has its sums and its date in the header', () => {
    show();
    expect(header()).toContain('2 terms, 13 mentions');
    expect(text()).toContain('1 changed since 25 Sep 2023');
    expect(header()).toContain('Page dated 25 Sep 2023');
  });

  test('without a date says that it is unknown', () => {
    show({ pageDate: null, terms: [term('OpenAI', 1)] });
    expect(header()).toContain('1 term, 1 mention');
    expect(header()).toContain('Page date unknown');
  });

  test('the reader can say when it was written', () => {
    const dates: (string | null)[] = [];
    show({ onSetDate: (date) => dates.push(date), isDateSet: true });
    const press = (name: string) =>
      act(() =>
        [...root.querySelectorAll('button')]
          .find((button) => (button.getAttribute('aria-label') ?? button.textContent) === name)
          ?.click(),
      );
    press('Change the article’s date');
    press('Use this date');
    press('Change the article’s date');
    press('Use the page’s date');
    expect(dates).toEqual(['2023-09-25', null]);
  });

  test('a date that comes while the reader sets one is taken up', () => {
    const onSetDate = vi.fn();
    show({ onSetDate, pageDate: null });
    press('Set date');
    show({ onSetDate, pageDate: '2023-09-25' });
    press('Use this date');
    expect(onSetDate).toHaveBeenCalledWith('2023-09-25');
  });

  test('each term says name, changes, kind, mentions and meaning', () => {
    show();
    const row = find('Anthropic');
    const spoken = row?.cloneNode(true) as HTMLElement;
    for (const silent of spoken.querySelectorAll('[aria-hidden="true"]')) silent.remove();
    expect(spoken.textContent).toBe(
      'Anthropic, 4 changes since, Company, 12 mentions, What Anthropic is.',
    );
  });

  test('choosing a term asks for it', () => {
    const onChoose = vi.fn();
    show({ onChoose });
    press('OpenAI');
    expect(onChoose).toHaveBeenCalledWith('openai');
  });

  test('lists what was left alone, and why', () => {
    show({
      unmarked: [
        { form: 'Bedrock', reads: 'Minecraft edition', count: 14 },
        { form: 'CMA', reads: null, count: 1 },
      ],
    });
    expect(text()).toContain('Left unmarked hereBedrockreads as Minecraft edition');
    expect(text()).toContain('CMAmeaning unclear');
  });

  test('passes on what is out of the ordinary', () => {
    show({ busyNote: 'A very large page.' });
    expect(text()).toContain('A very large page.');
  });
});

describe('states without a list', () => {
  test.each([
    ['off', 'Switched off on this site'],
    ['protected', 'Glosslight cannot run on this page'],
    ['loading', 'Reading the page…'],
    ['on-demand', 'Waiting to be asked'],
    ['error', 'This page could not be read'],
  ] as const)('%s says so, and the search still works', (state, title) => {
    show({ state, terms: [], unmarked: [{ form: 'CMA', reads: null, count: 1 }] });
    expect(text()).toContain(title);
    expect(text()).not.toContain('No terms on this page');
    expect(text()).not.toContain('CMA');
    expect(search()).not.toBeNull();
  });

  test('a page without terms says so', () => {
    show({ terms: [] });
    expect(text()).toContain('No terms on this page');
    expect(text()).toContain('No name or word on it is among the facts.');
  });

  test('a known reason replaces the usual one', () => {
    show({ state: 'protected', reason: 'This is a PDF.' });
    expect(text()).toContain('This is a PDF.');
    expect(text()).not.toContain('add-on stores');
  });

  test('reading can be asked for, where there is somebody to ask', () => {
    const onRead = vi.fn();
    show({ state: 'on-demand', onRead });
    press('Mark terms now');
    show({ state: 'error', onRead });
    press('Try again');
    expect(onRead).toHaveBeenCalledTimes(2);
    show({ state: 'error' });
    expect(find('Try again')).toBeUndefined();
  });

  test('loading is announced', () => {
    show({ state: 'loading' });
    expect(root.querySelector('[role="status"]')?.textContent).toBe('Reading the page…');
  });
});

describe('search', () => {
  const results = [term('Amazon', 0), term('Anthropic', 0)].map(({ count: _, ...rest }) => rest);

  test('reports what is typed', () => {
    const onQuery = vi.fn();
    show({ onQuery });
    search().value = 'bedr';
    act(() => {
      search().dispatchEvent(new Event('input', { bubbles: true }));
    });
    expect(onQuery).toHaveBeenCalledWith('bedr');
  });

  test('results take the place of the page’s terms; those on the page keep their count', () => {
    show({ query: 'a', results });
    expect(text()).toContain('Results');
    expect(find('OpenAI')).toBeUndefined();
    expect(find('Anthropic')?.textContent).toContain('12');
    expect(find('Amazon')?.textContent).not.toContain('mention');
  });

  test('says when nothing matches', () => {
    show({ query: ' xyz ', results: [] });
    expect(root.querySelector('[role="status"]')?.textContent).toBe('No term matches “xyz”.');
  });

  test('is cleared by its button, and keeps the focus', () => {
    const onQuery = vi.fn();
    show({ query: 'a', results, onQuery });
    press('Clear search');
    expect(onQuery).toHaveBeenCalledWith('');
    expect(document.activeElement).toBe(search());
  });

  test('Enter chooses the first result, and nothing without one', () => {
    const onChoose = vi.fn();
    show({ query: 'a', results, onChoose });
    search().focus();
    key('Enter');
    expect(onChoose.mock.calls).toEqual([['amazon']]);
    show({ onChoose });
    key('Enter');
    expect(onChoose).toHaveBeenCalledOnce();
  });

  test('the arrow keys go from the field to the list and along it', () => {
    show();
    search().focus();
    key('ArrowDown');
    expect(document.activeElement).toBe(find('Anthropic'));
    key('ArrowDown');
    expect(document.activeElement).toBe(find('OpenAI'));
    key('ArrowUp');
    expect(document.activeElement).toBe(find('Anthropic'));
  });
});

test('the footer leads to Explore and to the settings', () => {
  const [onExplore, onSettings] = [vi.fn(), vi.fn()];
  show({ onExplore, onSettings });
  press('Explore all facts');
  press('Settings');
  expect(onExplore).toHaveBeenCalledOnce();
  expect(onSettings).toHaveBeenCalledOnce();
});
