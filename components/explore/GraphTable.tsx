import type { GraphPart } from '../../glossary/relation-graph.ts';
import { GRAPH_TEXT } from './explore-text.ts';
import { ScrollArea } from './ScrollArea.tsx';

export interface GraphTableProps {
  readonly part: GraphPart;
  readonly isFolded: boolean;
}

/** The relations of a graph as a table: the same ones. */
export function GraphTable({ part, isFolded }: GraphTableProps) {
  const labels = new Map(part.nodes.map((node) => [node.id, node.label]));
  const [term, relation, other] = GRAPH_TEXT.columns;
  const title = GRAPH_TEXT.table(part.edges.length);
  return (
    <details class="gl-table-fold" open={!isFolded}>
      <summary>{title}</summary>
      <ScrollArea name={title}>
        <table class="gl-table">
          <thead>
            <tr>
              <th scope="col">{term}</th>
              <th scope="col">{relation}</th>
              <th scope="col">{other}</th>
            </tr>
          </thead>
          <tbody>
            {part.edges.map((edge) => (
              <tr
                key={`${edge.from} ${edge.relation} ${edge.to}`}
                data-edge={`${edge.from} ${edge.relation} ${edge.to}`}
              >
                <th scope="row">
                  <a href={`#${edge.from}`}>{labels.get(edge.from)}</a>
                </th>
                <td>{edge.relation}</td>
                <td>
                  <a href={`#${edge.to}`}>{labels.get(edge.to)}</a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </details>
  );
}
