import { useId, useMemo, useRef } from 'preact/hooks';
import type { TermId } from '../../data/schema.ts';
import type { GraphEdge, GraphNode, GraphPart } from '../../glossary/relation-graph.ts';
import { KIND_NAMES } from '../strings.ts';
import { GRAPH_TEXT } from './explore-text.ts';
import { FigureBar } from './FigureBar.tsx';
import { GraphTable } from './GraphTable.tsx';
import { type GraphLayout, layoutGraph, type Place, type PlacedEdge } from './graph-layout.ts';
import { FONT, textWidth } from './text-width.ts';
import { useWidth } from './use-width.ts';

export interface GraphFigureProps {
  /** @param most nodes that there is room for. */
  readonly part: (most: number) => GraphPart;
  readonly centre?: TermId | undefined;
  /** What the picture shows, for its files. */
  readonly name: string;
  /** Whether relations are named in the picture; not where all are of one kind. */
  readonly isNamed: boolean;
  readonly isFolded: boolean;
  /** Whether the whole window's height may be used. */
  readonly isTall: boolean;
}

/** Room that a node needs with its relation, px². */
const ROOM = 24_000;
const MOST = 24;
const LINE = 34;
const NAME_FONT = `600 13px ${FONT}`;
const RELATION_FONT = `11px ${FONT}`;

/** Terms and their relations as a picture of links, with the table that says the same. */
export function GraphFigure(props: GraphFigureProps) {
  const { part: cut, centre, isNamed } = props;
  const frame = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const width = useWidth(frame);
  const description = useId();
  const arrow = useId();
  const { part, height } = useMemo(() => fit(cut, width, props.isTall), [cut, width, props.isTall]);
  const labels = new Map(part.nodes.map((node) => [node.id, node.label]));
  const layout = useMemo(
    () => (width === 0 ? undefined : place(part, { width, height, centre, isNamed })),
    [part, width, height, centre, isNamed],
  );
  return (
    <figure class="gl-graph">
      <FigureBar
        name={props.name}
        picture={() => svg.current}
        header={GRAPH_TEXT.columns}
        rows={part.edges.map(({ from, to, relation }) => [
          labels.get(from),
          relation,
          labels.get(to),
        ])}
      />
      <div ref={frame} class="gl-graph-frame">
        {layout !== undefined && (
          // biome-ignore lint/a11y/useSemanticElements: a group of links inside an SVG
          <svg
            ref={svg}
            role="group"
            viewBox={`0 0 ${width} ${height}`}
            width={width}
            height={height}
            aria-label={GRAPH_TEXT.name(part.nodes.length, part.edges.length)}
            aria-describedby={description}
            font-family={FONT}
          >
            <defs>
              <marker
                id={arrow}
                viewBox="0 0 8 8"
                refX="7"
                refY="4"
                markerWidth="7"
                markerHeight="7"
                orient="auto-start-reverse"
              >
                <path d="M1 1 7 4 1 7" class="gl-arrowhead" />
              </marker>
            </defs>
            {layout.edges.map((edge) => (
              <Edge key={edgeKey(edge.edge)} placed={edge} arrow={arrow} />
            ))}
            {layout.edges.map((edge) => (
              <RelationName key={edgeKey(edge.edge)} placed={edge} />
            ))}
            {part.nodes.map((node) => (
              <Node key={node.id} node={node} layout={layout} isCentre={node.id === centre} />
            ))}
          </svg>
        )}
      </div>
      <p id={description} class="gl-unseen">
        {GRAPH_TEXT.description}
      </p>
      {part.hidden > 0 && <p class="gl-note">{GRAPH_TEXT.hidden(part.hidden)}</p>}
      <GraphTable part={part} isFolded={props.isFolded} />
    </figure>
  );
}

/** As many nodes as there is room for, and a height that suits them. */
function fit(cut: GraphFigureProps['part'], width: number, isTall: boolean) {
  const tallest = width < 620 ? 760 : isTall ? 660 : 520;
  const most = Math.min(MOST, Math.max(6, Math.floor((width * tallest) / ROOM)));
  const part = cut(most);
  const wanted = (part.nodes.length * ROOM) / Math.max(width, 1) + 60;
  return { part, height: Math.round(Math.min(tallest, Math.max(220, wanted))) };
}

function place(
  part: GraphPart,
  options: {
    readonly width: number;
    readonly height: number;
    readonly centre: TermId | undefined;
    readonly isNamed: boolean;
  },
): GraphLayout {
  const { width, height, centre, isNamed } = options;
  const byId = new Map(part.nodes.map((node) => [node.id, node]));
  return layoutGraph(part, {
    width,
    height,
    centre,
    sizeOf: (id) => {
      const node = byId.get(id);
      const name = textWidth(shorten(node?.label ?? ''), NAME_FONT);
      const kind = textWidth(KIND_NAMES[node?.kind ?? 'concept'], RELATION_FONT);
      return { width: Math.ceil(Math.max(name, kind)) + 22, height: LINE + 4 };
    },
    labelSize: ({ from, to, relation }) =>
      // Relations among the neighbours are drawn and listed, but writing them too would hide the rest.
      isNamed && (from === centre || to === centre)
        ? { width: Math.ceil(textWidth(relation, RELATION_FONT)) + 8, height: 15 }
        : undefined,
  });
}

function Node(props: {
  readonly node: GraphNode;
  readonly layout: GraphLayout;
  readonly isCentre: boolean;
}) {
  const { node, layout, isCentre } = props;
  const at = layout.nodes.get(node.id);
  if (at === undefined) return null;
  return (
    <a
      href={`#${node.id}`}
      class={isCentre ? 'gl-node gl-node-centre' : 'gl-node'}
      data-node={node.id}
      aria-current={isCentre ? 'true' : undefined}
      aria-label={`${node.label}, ${KIND_NAMES[node.kind]}`}
    >
      <title>{node.label}</title>
      <rect
        x={at.x - at.width / 2}
        y={at.y - at.height / 2}
        width={at.width}
        height={at.height}
        rx="9"
      />
      <text x={at.x} y={at.y - 3} class="gl-node-name" text-anchor="middle">
        {shorten(node.label)}
      </text>
      <text x={at.x} y={at.y + 12} class="gl-node-kind" text-anchor="middle">
        {KIND_NAMES[node.kind]}
      </text>
    </a>
  );
}

function Edge({ placed, arrow }: { readonly placed: PlacedEdge; readonly arrow: string }) {
  const { edge, from, to, label } = placed;
  const middle = label ?? { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const start = border(from, middle);
  const end = border(to, middle);
  const path =
    label === undefined
      ? `M${start.x} ${start.y}L${end.x} ${end.y}`
      : `M${start.x} ${start.y}Q${bend(start, end, label)} ${end.x} ${end.y}`;
  const head = `url(#${arrow})`;
  return (
    <path
      d={path}
      class={label === undefined ? 'gl-edge gl-edge-quiet' : 'gl-edge'}
      data-edge={edgeKey(edge)}
      marker-end={head}
      marker-start={edge.relation === 'competes with' ? head : undefined}
    />
  );
}

function RelationName({ placed: { edge, label } }: { readonly placed: PlacedEdge }) {
  if (label === undefined) return null;
  return (
    <text x={label.x} y={label.y + 4} class="gl-edge-name" text-anchor="middle" aria-hidden="true">
      {edge.relation}
    </text>
  );
}

/** Control point of a curve that passes through the label's middle. */
function bend(start: Point, end: Point, label: Point): string {
  const x = 2 * label.x - (start.x + end.x) / 2;
  const y = 2 * label.y - (start.y + end.y) / 2;
  return `${round(x)} ${round(y)}`;
}

type Point = Pick<Place, 'x' | 'y'>;

/** Where the way from a box's middle to a point leaves the box. */
function border(box: Place, towards: Point): Point {
  const dx = towards.x - box.x;
  const dy = towards.y - box.y;
  if (dx === 0 && dy === 0) return box;
  const scale = Math.min(
    (box.width / 2 + 2) / Math.max(Math.abs(dx), 0.001),
    (box.height / 2 + 2) / Math.max(Math.abs(dy), 0.001),
    1,
  );
  return { x: round(box.x + dx * scale), y: round(box.y + dy * scale) };
}

const round = (px: number) => Math.round(px * 10) / 10;

/** What stands in a picture; the whole name is in the link's name and in the table. */
function shorten(label: string): string {
  return label.length > 24 ? `${label.slice(0, 23).trimEnd()}…` : label;
}

export function edgeKey({ from, to, relation }: GraphEdge): string {
  return `${from} ${relation} ${to}`;
}
