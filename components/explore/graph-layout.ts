/** Places the names and relations of a small graph so that none covers another. */
import {
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';
import type { TermId } from '../../data/schema.ts';
import type { GraphEdge, GraphPart } from '../../glossary/relation-graph.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Middle of a box, px. */
export interface Place extends Size {
  readonly x: number;
  readonly y: number;
}

export interface PlacedEdge {
  readonly edge: GraphEdge;
  readonly from: Place;
  readonly to: Place;
  /** Where the relation's name stands; undefined for an edge without one. */
  readonly label: Place | undefined;
}

export interface GraphLayout {
  readonly nodes: ReadonlyMap<TermId, Place>;
  readonly edges: readonly PlacedEdge[];
}

export interface LayoutOptions extends Size {
  /** Stays in the middle. */
  readonly centre?: TermId | undefined;
  readonly sizeOf: (id: TermId) => Size;
  /** Room for the relation's name; undefined where it isn't written. */
  readonly labelSize: (edge: GraphEdge) => Size | undefined;
}

interface Body extends SimulationNodeDatum, Size {
  x: number;
  y: number;
  readonly isLabel: boolean;
}

type Spring = SimulationLinkDatum<Body> & { readonly rest: number };

const TICKS = 420;
/** Between two boxes, px. */
const GAP = 9;
const EDGE = 4;

/** Deterministic: the same graph always gets the same picture. */
export function layoutGraph(part: GraphPart, options: LayoutOptions): GraphLayout {
  const { width, height, centre, sizeOf, labelSize } = options;
  const bodies = new Map<TermId, Body>();
  const count = part.nodes.length;
  part.nodes.forEach(({ id }, at) => {
    const angle = (at / count) * 2 * Math.PI;
    const isCentre = id === centre;
    bodies.set(id, {
      ...sizeOf(id),
      isLabel: false,
      x: width / 2 + (isCentre ? 0 : Math.cos(angle) * width * 0.35),
      y: height / 2 + (isCentre ? 0 : Math.sin(angle) * height * 0.35),
      ...(isCentre ? { fx: width / 2, fy: height / 2 } : {}),
    });
  });
  const labels = new Map<GraphEdge, Body>();
  const springs: Spring[] = [];
  for (const edge of part.edges) {
    const from = bodies.get(edge.from);
    const to = bodies.get(edge.to);
    if (from === undefined || to === undefined) continue;
    const size = labelSize(edge);
    if (size === undefined) {
      springs.push({ source: from, target: to, rest: 130 });
      continue;
    }
    const label = { ...size, isLabel: true, x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
    labels.set(edge, label);
    springs.push({ source: from, target: label, rest: 62 }, { source: label, target: to, rest: 62 });
  }
  const all = [...bodies.values(), ...labels.values()];
  const flat = height / width;
  const simulation = forceSimulation(all)
    .force('springs', forceLink<Body, Spring>(springs).distance(({ rest }) => rest).strength(0.35))
    .force('apart', forceManyBody<Body>().strength(({ isLabel }) => (isLabel ? -60 : -420)))
    .force('across', forceX<Body>(width / 2).strength(0.05 * flat))
    .force('down', forceY<Body>(height / 2).strength(0.07))
    .stop();
  for (let tick = 0; tick < TICKS; tick++) {
    simulation.tick();
    for (let round = 0; round < 3; round++) {
      pushApart(all);
      for (const body of all) keepInside(body, width, height);
    }
  }
  const placeOf = ({ x, y, width: w, height: h }: Body): Place => ({ x, y, width: w, height: h });
  return {
    nodes: new Map([...bodies].map(([id, body]) => [id, placeOf(body)])),
    edges: part.edges.flatMap((edge) => {
      const from = bodies.get(edge.from);
      const to = bodies.get(edge.to);
      if (from === undefined || to === undefined) return [];
      const label = labels.get(edge);
      return [
        {
          edge,
          from: placeOf(from),
          to: placeOf(to),
          label: label === undefined ? undefined : placeOf(label),
        },
      ];
    }),
  };
}

/** Pushes overlapping boxes apart along the shorter way. */
function pushApart(bodies: readonly Body[]): void {
  bodies.forEach((a, at) => {
    for (const b of bodies.slice(at + 1)) {
      const dx = b.x - a.x;
      const dy = b.y - a.y;
      const gap = a.isLabel || b.isLabel ? GAP / 2 : GAP;
      const overX = (a.width + b.width) / 2 + gap - Math.abs(dx);
      const overY = (a.height + b.height) / 2 + gap - Math.abs(dy);
      if (overX <= 0 || overY <= 0) continue;
      const isSideways = overX < overY;
      const push = (isSideways ? overX : overY) / 2;
      const sign = (isSideways ? dx : dy) < 0 ? -1 : 1;
      move(a, isSideways, -sign * push, b);
      move(b, isSideways, sign * push, a);
    }
  });
}

/** A fixed body doesn't give way: the other takes its part as well. */
function move(body: Body, isSideways: boolean, by: number, other: Body): void {
  if (body.fx !== undefined) return;
  const way = other.fx === undefined ? by : by * 2;
  if (isSideways) body.x += way;
  else body.y += way;
}

function keepInside(body: Body, width: number, height: number): void {
  const halfX = body.width / 2 + EDGE;
  const halfY = body.height / 2 + EDGE;
  body.x = Math.min(Math.max(body.x, halfX), width - halfX);
  body.y = Math.min(Math.max(body.y, halfY), height - halfY);
}
