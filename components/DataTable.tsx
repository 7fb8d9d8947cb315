import type { ComponentChildren } from 'preact';

export interface DataTableProps {
  /** Headings of the columns, in order. */
  readonly columns: readonly string[];
  readonly caption?: string | undefined;
  /** `list`: rows of settings, in words rather than figures. */
  readonly look?: 'list' | undefined;
  /** The last column holds buttons: its heading is for screen readers only. */
  readonly hasActions?: boolean;
  /** The rows. */
  readonly children: ComponentChildren;
}

/** A table with a heading to each column. */
export function DataTable({ columns, caption, look, hasActions, children }: DataTableProps) {
  const isUnseen = (at: number) => hasActions === true && at === columns.length - 1;
  return (
    <table class={look === 'list' ? 'gl-table gl-list-table' : 'gl-table'}>
      {caption !== undefined && <caption>{caption}</caption>}
      <thead>
        <tr>
          {columns.map((column, at) => (
            <th key={column} scope="col">
              {isUnseen(at) ? <span class="gl-unseen">{column}</span> : column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
