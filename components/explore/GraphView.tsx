import { useCallback, useMemo } from 'preact/hooks';
import type { Relation, TermId } from '../../data/schema.ts';
import { graphAround, graphOf, type RelationGraph } from '../../glossary/relation-graph.ts';
import { Choice } from './Choice.tsx';
import { GRAPH_TEXT } from './explore-text.ts';
import { GraphFigure } from './GraphFigure.tsx';

/** What the graph is about: a term and its neighbours, or all pairs of one relation. */
export type GraphSubject =
  | { readonly kind: 'term'; readonly id: TermId }
  | { readonly kind: 'relation'; readonly relation: Relation };

export interface GraphViewProps {
  readonly graph: RelationGraph;
  readonly subject: GraphSubject;
  readonly onSubject: (subject: GraphSubject) => void;
}

/** The relations of all terms, a legible part of them at a time. */
export function GraphView({ graph, subject, onSubject }: GraphViewProps) {
  const counts = useMemo(() => countRelations(graph), [graph]);
  const part = useCallback(
    (most: number) =>
      subject.kind === 'term'
        ? graphAround(graph, subject.id, most)
        : graphOf(graph, subject.relation, most),
    [graph, subject],
  );
  const centre = subject.kind === 'term' ? subject.id : undefined;
  const label = graph.nodes.find(({ id }) => id === centre)?.label;
  return (
    <>
      <header class="gl-view-head">
        <h1 tabIndex={-1}>{GRAPH_TEXT.title}</h1>
        <p>{GRAPH_TEXT.lead}</p>
      </header>
      <div class="gl-choices">
        <Choice
          label={GRAPH_TEXT.show}
          value={subject.kind === 'term' ? '' : subject.relation}
          options={[
            { value: '', label: GRAPH_TEXT.aroundOne },
            ...[...counts].map(([relation, count]) => ({
              value: relation,
              label: GRAPH_TEXT.relationOption(GRAPH_TEXT.relations[relation], count),
            })),
          ]}
          onChoose={(value) =>
            onSubject(
              value === ''
                ? { kind: 'term', id: mostConnected(graph) }
                : { kind: 'relation', relation: value as Relation },
            )
          }
        />
        {subject.kind === 'term' && (
          <Choice
            label={GRAPH_TEXT.term}
            value={subject.id}
            options={graph.nodes.map((node) => ({ value: node.id, label: node.label }))}
            onChoose={(id) => onSubject({ kind: 'term', id: id as TermId })}
          />
        )}
      </div>
      <GraphFigure
        part={part}
        centre={centre}
        name={`${GRAPH_TEXT.title} ${label ?? (subject.kind === 'relation' ? subject.relation : '')}`}
        isNamed={subject.kind === 'term'}
        isFolded={false}
        isTall
      />
    </>
  );
}

/** The term with the most relations: the one to begin with. */
function mostConnected(graph: RelationGraph): TermId {
  const counts = new Map<TermId, number>();
  for (const { from, to } of graph.edges) {
    counts.set(from, (counts.get(from) ?? 0) + 1);
    counts.set(to, (counts.get(to) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best?.[0] ?? (graph.nodes[0]?.id as TermId);
}

function countRelations(graph: RelationGraph): ReadonlyMap<Relation, number> {
  const counts = new Map<Relation, number>();
  for (const { relation } of graph.edges) counts.set(relation, (counts.get(relation) ?? 0) + 1);
  return new Map([...counts].sort((a, b) => b[1] - a[1]));
}
