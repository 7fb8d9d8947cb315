import type { ComponentChildren } from 'preact';
import { DataTable } from '../DataTable.tsx';
import { ScrollArea } from './ScrollArea.tsx';

export interface FoldedTableProps {
  /** What it holds; the reader opens the table by it. */
  readonly title: string;
  readonly columns: readonly string[];
  readonly isFolded: boolean;
  /** The rows. */
  readonly children: ComponentChildren;
}

/** The table that says the same as the figure above it. */
export function FoldedTable({ title, columns, isFolded, children }: FoldedTableProps) {
  return (
    <details class="gl-table-fold" open={!isFolded}>
      <summary>{title}</summary>
      <ScrollArea name={title}>
        <DataTable columns={columns}>{children}</DataTable>
      </ScrollArea>
    </details>
  );
}
