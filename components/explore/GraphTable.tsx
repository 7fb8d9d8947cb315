import type { GraphPart } from '../../glossary/relation-graph.ts';
import { GRAPH_TEXT } from './explore-text.ts';
import { FoldedTable } from './FoldedTable.tsx';

export interface GraphTableProps {
  readonly part: GraphPart;
  readonly isFolded: boolean;
}

/** The relations of a graph as a table: the same ones. */
export function GraphTable({ part, isFolded }: GraphTableProps) {
  const labels = new Map(part.nodes.map((node) => [node.id, node.label]));
  return (
    <FoldedTable
      title={GRAPH_TEXT.table(part.edges.length)}
      columns={GRAPH_TEXT.columns}
      isFolded={isFolded}
    >
      {part.edges.map(({ from, relation, to }) => (
        <tr key={`${from} ${relation} ${to}`} data-edge={`${from} ${relation} ${to}`}>
          <th scope="row">
            <a href={`#${from}`}>{labels.get(from)}</a>
          </th>
          <td>{relation}</td>
          <td>
            <a href={`#${to}`}>{labels.get(to)}</a>
          </td>
        </tr>
      ))}
    </FoldedTable>
  );
}
