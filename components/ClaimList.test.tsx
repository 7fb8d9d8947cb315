// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, test } from 'vitest';
import { ClaimList, type ClaimListProps } from './ClaimList.tsx';
import { Disagreement } from './Disagreement.tsx';
import { SourceLine, SourceLink } from './SourceLink.tsx';
import { date, sampleCitation, sampleClaim } from './sample-card.ts';

let root: HTMLElement;
beforeEach(() => {
  root = document.createElement('div');
});

const text = () => (root.textContent ?? '').replaceAll('\u00a0', ' ');
const press = (name: string) => {
  const found = [...root.querySelectorAll('button')].find((button) => button.textContent === name);
  if (found === undefined) throw new Error(`no button “${name}”`);
  act(() => found.click());
};

describe('ClaimList', () => {
  const show = (props: ClaimListProps) => act(() => render(<ClaimList {...props} />, root));
  const claims = (count: number) =>
    Array.from({ length: count }, (_, index) => sampleClaim(`c${index}`, '2024-11'));

  test('shows each claim with a date that machines can read, and its source', () => {
    show({ current: claims(1), earlier: [] });
    const time = root.querySelector('time');
    expect(time?.getAttribute('datetime')).toBe('2024-11');
    expect(text()).toBe('Nov 2024Text of c0.The Paper, ¶4');
  });

  test('three are in sight, the rest on demand; a single one more is not hidden', () => {
    show({ current: claims(4), earlier: [] });
    expect(root.querySelectorAll('li')).toHaveLength(4);
    show({ current: claims(7), earlier: [] });
    expect(root.querySelectorAll('li')).toHaveLength(3);
    press('4 more facts');
    expect(root.querySelectorAll('li')).toHaveLength(7);
  });

  test('folds what was replaced', () => {
    show({ current: [], earlier: claims(2) });
    const details = root.querySelector('details');
    expect(details?.open).toBe(false);
    expect(details?.querySelector('summary')?.textContent).toBe('Earlier (2)');
    expect(details?.querySelectorAll('li')).toHaveLength(2);
  });
});

describe('SourceLink', () => {
  const show = (citation = sampleCitation('The Paper')) =>
    act(() => render(<SourceLink citation={citation} />, root));
  const link = () => root.querySelector('a');

  test('opens the passage in a new tab that knows nothing of this page', () => {
    show(sampleCitation('The Paper', { href: 'https://paper.example/#:~:text=up%20to' }));
    expect(link()?.getAttribute('href')).toBe('https://paper.example/#:~:text=up%20to');
    expect(link()?.target).toBe('_blank');
    expect(link()?.rel).toBe('noopener noreferrer');
  });

  test('is named by publisher, title, day, place and kind', () => {
    show();
    expect(link()?.getAttribute('aria-label')?.replaceAll('\u00a0', ' ')).toBe(
      'The Paper, “A title”, 20 Nov 2024, paragraph 4, news (opens in a new tab)',
    );
  });

  test('a title or day that was never seen is left out', () => {
    show(sampleCitation('The Paper', { source: { title: null, published: null } }));
    expect(link()?.title).toBe('paragraph 4 · news');
  });

  test.each(['http://paper.example/', 'javascript:alert(1)', 'HTTPS:paper', ''])(
    '%s is no address to open: the publisher is plain text',
    (href) => {
      show(sampleCitation('The Paper', { href }));
      expect(link()).toBeNull();
      expect(root.textContent).toContain('The Paper');
    },
  );

  test('says in sight when a source is first-hand or a regulator’s', () => {
    show(sampleCitation('Amazon', { source: { kind: 'primary' } }));
    expect(text()).toBe('Amazon, ¶4primary source');
    show(sampleCitation('The Body', { source: { kind: 'regulator' } }));
    expect(text()).toContain('regulator');
    show();
    expect(text()).not.toContain('news');
  });
});

test('SourceLine names every source and what is not certain', () => {
  const citations = [sampleCitation('One'), sampleCitation('Two', { locator: 'summary' })];
  act(() => render(<SourceLine citations={citations} confidence="medium" />, root));
  expect(text()).toBe('One, ¶4 · Two, summarymedium confidence');
});

describe('Disagreement', () => {
  const usd = (amount: number) => ({ amount, unit: 'USD', bound: 'exactly' }) as const;
  const sides = [10e9, 13e9, 14e9].map((amount, index) =>
    sampleClaim(`side${index}`, '2023-09', { value: usd(amount), asOf: date(`202${index}`) }),
  );
  const show = (claims = sides) =>
    act(() =>
      render(
        <Disagreement disagreement={{ about: 'the total', reading: 'One counts less.', claims }} />,
        root,
      ),
    );

  test('sets two sides next to each other in the order given, with publisher and date', () => {
    show(sides.slice(0, 2));
    expect(root.querySelector('h3')?.textContent).toBe('Sources differ on the total');
    expect([...root.querySelectorAll('li')].map((side) => side.textContent)).toEqual([
      '$10\u00a0bnThe Paper\u00a0· 2020',
      '$13\u00a0bnThe Paper\u00a0· 2021',
    ]);
    expect(text()).toContain('One counts less.');
  });

  test('folds a third side', () => {
    show();
    expect(root.querySelectorAll('li')).toHaveLength(2);
    press('Show 1 more');
    expect(root.querySelectorAll('li')).toHaveLength(3);
  });

  test('gives the words behind the figures on demand', () => {
    show();
    expect(text()).not.toContain('Text of side0.');
    press('What each says');
    expect(text()).toContain('Text of side0.');
  });

  test('without figures the words stand there at once', () => {
    show([sampleClaim('a', '2023'), sampleClaim('b', '2024')]);
    expect(text()).toContain('Text of a.');
    expect(root.querySelectorAll('button')).toHaveLength(0);
  });
});
