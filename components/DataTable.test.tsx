// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, test } from 'vitest';
import { DataTable, type DataTableProps } from './DataTable.tsx';

let root: HTMLElement;
beforeEach(() => {
  document.body.replaceChildren();
  root = document.body.appendChild(document.createElement('div'));
});

function show(change: Partial<DataTableProps> = {}): readonly HTMLElement[] {
  const row = (
    <tr>
      <th scope="row">example.org</th>
      <td>×</td>
    </tr>
  );
  act(() =>
    render(
      <DataTable columns={['Site', 'Remove']} {...change}>
        {row}
      </DataTable>,
      root,
    ),
  );
  return [...root.querySelectorAll<HTMLElement>('thead th')];
}

test('every column has a heading', () => {
  const headings = show();
  expect(headings.map(({ textContent }) => textContent)).toEqual(['Site', 'Remove']);
  expect(headings.every((heading) => heading.getAttribute('scope') === 'col')).toBe(true);
  expect(root.querySelector('caption')).toBeNull();
});

test('the heading above the buttons is read out and not seen', () => {
  const headings = show({ hasActions: true, caption: 'Sites' });
  expect(headings.map((heading) => heading.querySelector('.gl-unseen')?.textContent)).toEqual([
    undefined,
    'Remove',
  ]);
  expect(root.querySelector('caption')?.textContent).toBe('Sites');
});
