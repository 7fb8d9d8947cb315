/** The lines of a graph between its boxes, and where their names stand. Pure. */
import type { TermId } from '../../data/schema.ts';
import type { GraphEdge } from '../../glossary/relation-graph.ts';
import type { Place, Size } from './graph-layout.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface GraphLine {
  readonly edge: GraphEdge;
  readonly start: Point;
  readonly end: Point;
  /** Where the relation's name stands; undefined for a line without one. */
  readonly label: Place | undefined;
}

/** Between two lines that join the same boxes, px. */
const LANE = 17;
/** Shares of a line, from the centre's end, at which its name is tried. */
const STOPS = [0.6, 0.68, 0.52, 0.76, 0.44, 0.36, 0.84, 0.28] as const;

/**
 * @param labelSize room for the relation's name; undefined where it isn't written.
 * @param centre names are kept away from it, since all lines meet there.
 */
export function drawLines(
  edges: readonly GraphEdge[],
  places: ReadonlyMap<TermId, Place>,
  centre: TermId | undefined,
  labelSize: (edge: GraphEdge) => Size | undefined,
): readonly GraphLine[] {
  const taken: Place[] = [...places.values()];
  const lanes = lanesOf(edges);
  return edges.flatMap((edge): GraphLine[] => {
    const from = places.get(edge.from);
    const to = places.get(edge.to);
    if (from === undefined || to === undefined) return [];
    const shift = sideways(edge, from, to, lanes.get(edge) ?? 0);
    const start = border(from, add(to, shift), shift);
    const end = border(to, add(from, shift), shift);
    const size = labelSize(edge);
    if (size === undefined) return [{ edge, start, end, label: undefined }];
    const isFromCentre = edge.from === centre;
    const label = findRoom(isFromCentre ? start : end, isFromCentre ? end : start, size, taken);
    taken.push(label);
    return [{ edge, start, end, label }];
  });
}

/** A lane for each of several lines between the same two: …, −1, 0, 1, … around the middle. */
function lanesOf(edges: readonly GraphEdge[]): ReadonlyMap<GraphEdge, number> {
  const pairs = Map.groupBy(edges, ({ from, to }) => [from, to].sort().join(' '));
  return new Map(
    [...pairs.values()].flatMap((pair) =>
      pair.map((edge, at): [GraphEdge, number] => [edge, at - (pair.length - 1) / 2]),
    ),
  );
}

/** The same side for both directions of a pair. */
function sideways({ from, to }: GraphEdge, a: Point, b: Point, lane: number): Point {
  const sign = from < to ? 1 : -1;
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const by = (lane * LANE * sign) / length;
  return { x: -(b.y - a.y) * by, y: (b.x - a.x) * by };
}

function add(a: Point, b: Point): Point {
  return { x: a.x + b.x, y: a.y + b.y };
}

/** Where the way from a box, moved aside, to a point leaves the box. */
function border(box: Place, towards: Point, shift: Point): Point {
  const halfX = box.width / 2 + 2;
  const halfY = box.height / 2 + 2;
  const from = {
    x: box.x + clamp(shift.x, halfX - 6),
    y: box.y + clamp(shift.y, halfY - 6),
  };
  const dx = towards.x - from.x;
  const dy = towards.y - from.y;
  const room = (delta: number, at: number, middle: number, half: number) =>
    delta === 0 ? 1 : (middle + Math.sign(delta) * half - at) / delta;
  const scale = Math.min(room(dx, from.x, box.x, halfX), room(dy, from.y, box.y, halfY), 1);
  return { x: round(from.x + dx * scale), y: round(from.y + dy * scale) };
}

function findRoom(inner: Point, outer: Point, size: Size, taken: readonly Place[]): Place {
  const spots = STOPS.map(
    (share): Place => ({
      ...size,
      x: round(inner.x + (outer.x - inner.x) * share),
      y: round(inner.y + (outer.y - inner.y) * share),
    }),
  );
  const cost = (spot: Place) => taken.reduce((sum, other) => sum + overlap(spot, other), 0);
  return spots.reduce((best, spot) => (cost(spot) < cost(best) ? spot : best));
}

/** Shared area, px². */
function overlap(a: Place, b: Place): number {
  const across = (a.width + b.width) / 2 - Math.abs(a.x - b.x);
  const down = (a.height + b.height) / 2 - Math.abs(a.y - b.y);
  return across > 0 && down > 0 ? across * down : 0;
}

const clamp = (value: number, most: number) => Math.min(Math.max(value, -most), most);
const round = (px: number) => Math.round(px * 10) / 10;
