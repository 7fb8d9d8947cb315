import { useId, useMemo, useRef } from 'preact/hooks';
import type { TermId } from '../../data/schema.ts';
import type { GraphEdge, GraphNode, GraphPart } from '../../glossary/relation-graph.ts';
import { KIND_NAMES } from '../strings.ts';
import { GRAPH_TEXT } from './explore-text.ts';
import { FigureBar } from './FigureBar.tsx';
import { GraphTable } from './GraphTable.tsx';
import { layoutGraph, type Place, type Size, usedHeight } from './graph-layout.ts';
import { drawLines, type GraphLine } from './graph-lines.ts';
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

/** Room that a node needs, with the relation's name or without, px². */
const ROOM = { named: 38_000, plain: 27_000 } as const;
const MOST = 24;
/** A line of a name, in characters; a longer word has a line of its own. */
const LINE_LENGTH = 21;
const LINE_HEIGHT = 16;
/** Around what is drawn, for the stroke of a box that has the focus, px. */
const EDGE = 4;
const NAME_FONT = `600 13px ${FONT}`;
const RELATION_FONT = `11px ${FONT}`;

/** Terms and their relations as a picture of links, with the table that says the same. */
export function GraphFigure(props: GraphFigureProps) {
  const { part: cut, centre, isNamed, isTall } = props;
  const frame = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const width = useWidth(frame);
  const description = useId();
  const arrow = useId();
  const { part, height } = useMemo(
    () => cutToRoom(cut, width, { isTall, isNamed }),
    [cut, width, isTall, isNamed],
  );
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
      <div ref={frame} class="gl-graph-frame" dir="ltr">
        {layout !== undefined && (
          // biome-ignore lint/a11y/useSemanticElements: a group of links inside an SVG
          <svg
            ref={svg}
            role="group"
            viewBox={`0 ${layout.top} ${width} ${layout.height}`}
            width={width}
            height={layout.height}
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
            {layout.lines.map((line) => (
              <Line key={edgeKey(line.edge)} line={line} arrow={arrow} isQuiet={isNamed} />
            ))}
            {layout.lines.map((line) => (
              <RelationName key={edgeKey(line.edge)} line={line} />
            ))}
            {part.nodes.map((node) => (
              <Node
                key={node.id}
                node={node}
                at={layout.places.get(node.id)}
                isCentre={node.id === centre}
              />
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
function cutToRoom(
  cut: GraphFigureProps['part'],
  width: number,
  { isTall, isNamed }: Pick<GraphFigureProps, 'isTall' | 'isNamed'>,
) {
  const room = isNamed ? ROOM.named : ROOM.plain;
  const tallest = width < 620 ? 820 : isTall ? 680 : 540;
  const most = Math.min(MOST, Math.max(6, Math.floor((width * tallest) / room)));
  const part = cut(most);
  const wanted = (part.nodes.length * room) / Math.max(width, 1) + 80;
  return { part, height: Math.round(Math.min(tallest, Math.max(220, wanted))) };
}

interface Layout {
  readonly places: ReadonlyMap<TermId, Place>;
  readonly lines: readonly GraphLine[];
  /** The part of the height that is drawn on, px. */
  readonly top: number;
  readonly height: number;
}

function place(
  part: GraphPart,
  options: Size & { readonly centre: TermId | undefined; readonly isNamed: boolean },
): Layout {
  const { width, height, centre, isNamed } = options;
  const byId = new Map(part.nodes.map((node) => [node.id, node]));
  const sizeOf = (id: TermId) => boxSize(byId.get(id));
  const places = layoutGraph(part, { width, height, centre, sizeOf });
  const lines = drawLines(part.edges, places, centre, ({ from, to, relation }) =>
    // Relations among the neighbours are drawn and listed; writing them too would hide the rest.
    isNamed && (from === centre || to === centre)
      ? { width: Math.ceil(textWidth(relation, RELATION_FONT)) + 6, height: 15 }
      : undefined,
  );
  return { places, lines, ...usedHeight(places.values(), EDGE) };
}

function boxSize(node: GraphNode | undefined): Size {
  if (node === undefined) return { width: 0, height: 0 };
  const lines = breakName(node.label);
  const widest = Math.max(
    ...lines.map((line) => textWidth(line, NAME_FONT)),
    textWidth(KIND_NAMES[node.kind], RELATION_FONT),
  );
  return { width: Math.ceil(widest) + 22, height: lines.length * LINE_HEIGHT + 25 };
}

function Node(props: {
  readonly node: GraphNode;
  readonly at: Place | undefined;
  readonly isCentre: boolean;
}) {
  const { node, at, isCentre } = props;
  if (at === undefined) return null;
  const top = at.y - at.height / 2;
  const lines = breakName(node.label);
  return (
    <a
      href={`#${node.id}`}
      class={isCentre ? 'gl-node gl-node-centre' : 'gl-node'}
      data-node={node.id}
      aria-current={isCentre ? 'true' : undefined}
    >
      <rect x={at.x - at.width / 2} y={top} width={at.width} height={at.height} rx="9" />
      <text text-anchor="middle">
        {lines.map((line, number) => (
          <>
            <tspan key={line} x={at.x} y={top + 19 + number * LINE_HEIGHT} class="gl-node-name">
              {line}
            </tspan>
            {/* A blank for those who hear the name; of no width, or it would move the line. */}
            <tspan font-size="0"> </tspan>
          </>
        ))}
        <tspan x={at.x} y={top + at.height - 9} class="gl-node-kind">
          {KIND_NAMES[node.kind]}
        </tspan>
      </text>
    </a>
  );
}

function Line(props: {
  readonly line: GraphLine;
  readonly arrow: string;
  /** Whether a line without a name steps back behind those that have one. */
  readonly isQuiet: boolean;
}) {
  const { edge, start, end, label } = props.line;
  const head = `url(#${props.arrow})`;
  return (
    <path
      d={`M${start.x} ${start.y}L${end.x} ${end.y}`}
      class={props.isQuiet && label === undefined ? 'gl-edge gl-edge-quiet' : 'gl-edge'}
      data-edge={edgeKey(edge)}
      marker-end={head}
      marker-start={edge.relation === 'competes with' ? head : undefined}
    />
  );
}

function RelationName({ line: { edge, label } }: { readonly line: GraphLine }) {
  if (label === undefined) return null;
  return (
    <text x={label.x} y={label.y + 4} class="gl-edge-name" text-anchor="middle">
      {edge.relation}
    </text>
  );
}

/** A name in lines of about the same length; none is cut. */
function breakName(label: string): readonly string[] {
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const joined = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && joined.length <= LINE_LENGTH) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines;
}

function edgeKey({ from, to, relation }: GraphEdge): string {
  return `${from} ${relation} ${to}`;
}
