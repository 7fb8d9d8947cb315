/** Who relates to whom, out of cards: what a graph draws and its table lists. Pure. */
import type { Kind, Relation, TermId } from '../data/schema.ts';
import type { CardRecord } from './card-record.ts';

export interface GraphNode {
  readonly id: TermId;
  readonly label: string;
  readonly kind: Kind;
}

/** One relation, as the data has it: `from` makes `to`. */
export interface GraphEdge {
  readonly from: TermId;
  readonly to: TermId;
  readonly relation: Relation;
}

export interface RelationGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** A part of a graph that is small enough to be read, and how much of it was left out. */
export interface GraphPart extends RelationGraph {
  /** Nodes that belong to the part but are not in it for want of room. */
  readonly hidden: number;
}

/**
 * @param cards every relation stands on both cards, once inverted; it comes out once
 * @returns nodes by label, edges by relation, then by id
 */
export function collectRelations(cards: Iterable<CardRecord>): RelationGraph {
  const nodes: GraphNode[] = [];
  const edges = new Map<string, GraphEdge>();
  for (const { id, label, kind, related } of cards) {
    nodes.push({ id, label, kind });
    for (const other of related) {
      const isTold = other.inverse || (other.relation === 'competes with' && other.id < id);
      const edge = isTold
        ? { from: other.id, to: id, relation: other.relation }
        : { from: id, to: other.id, relation: other.relation };
      edges.set(`${edge.from}\t${edge.relation}\t${edge.to}`, edge);
    }
  }
  nodes.sort((a, b) => a.label.localeCompare(b.label, 'en'));
  return { nodes, edges: [...edges.values()].sort(byRelation) };
}

/**
 * A term, its neighbours, and every relation among them.
 * @param most nodes at most, the term included; the best connected neighbours stay
 */
export function graphAround(graph: RelationGraph, centre: TermId, most: number): GraphPart {
  const neighbours = new Set(
    graph.edges
      .filter(({ from, to }) => from === centre || to === centre)
      .map(({ from, to }) => (from === centre ? to : from)),
  );
  neighbours.delete(centre);
  const kept = mostConnected(graph, neighbours, most - 1);
  const part = cut(graph, new Set([centre, ...kept]));
  return { ...part, hidden: neighbours.size - kept.length };
}

/**
 * Every pair that stands in one relation.
 * @param most nodes at most; the best connected ones stay
 */
export function graphOf(graph: RelationGraph, relation: Relation, most: number): GraphPart {
  const edges = graph.edges.filter((edge) => edge.relation === relation);
  const part = { nodes: graph.nodes, edges };
  const ends = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const kept = mostConnected(part, ends, most);
  const { nodes, edges: left } = cut(part, new Set(kept));
  // A node whose only partner fell away would float about without saying anything.
  const linked = new Set(left.flatMap(({ from, to }) => [from, to]));
  return {
    nodes: nodes.filter(({ id }) => linked.has(id)),
    edges: left,
    hidden: ends.size - linked.size,
  };
}

function cut(graph: RelationGraph, ids: ReadonlySet<TermId>): RelationGraph {
  return {
    nodes: graph.nodes.filter(({ id }) => ids.has(id)),
    edges: graph.edges.filter(({ from, to }) => ids.has(from) && ids.has(to)),
  };
}

function mostConnected(
  { edges }: RelationGraph,
  ids: ReadonlySet<TermId>,
  most: number,
): readonly TermId[] {
  const links = new Map<TermId, number>();
  for (const { from, to } of edges) {
    links.set(from, (links.get(from) ?? 0) + 1);
    links.set(to, (links.get(to) ?? 0) + 1);
  }
  return [...ids]
    .sort((a, b) => (links.get(b) ?? 0) - (links.get(a) ?? 0) || (a < b ? -1 : 1))
    .slice(0, Math.max(0, most));
}

function byRelation(a: GraphEdge, b: GraphEdge): number {
  if (a.relation !== b.relation) return a.relation < b.relation ? -1 : 1;
  if (a.from !== b.from) return a.from < b.from ? -1 : 1;
  return a.to < b.to ? -1 : 1;
}
