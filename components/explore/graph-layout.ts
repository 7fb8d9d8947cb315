/** Places the names and relations of a small graph so that none covers another. */
import {
  type Force,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';
import type { TermId } from '../../data/schema.ts';
import type { GraphPart } from '../../glossary/relation-graph.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A box by its middle, px. */
export interface Place extends Size {
  readonly x: number;
  readonly y: number;
}

export interface LayoutOptions extends Size {
  /** Stays in the middle, with the others around it. */
  readonly centre?: TermId | undefined;
  readonly sizeOf: (id: TermId) => Size;
}

interface Body extends SimulationNodeDatum, Size {
  readonly id: TermId;
  x: number;
  y: number;
}

type Spring = SimulationLinkDatum<Body>;

const TICKS = 360;
/** In the end boxes are pushed apart until none covers another, at most so often. */
const LAST_PUSHES = 600;
/** Each so many of these go the longer way: the shorter one may end at the picture's edge. */
const LONGER_WAY = 7;
/** Between two boxes, px: across there are lines and their names to be seen. */
const GAP = { x: 18, y: 14 };
const EDGE = 3;
/** What boxes may lack of their gap, px. */
const TOUCH = 0.5;
/** Between a box and a line that goes past it, px. */
const LINE_GAP = 8;
/** Wanted length of a line between two boxes' middles, px. */
const SPRING = 150;

/**
 * Places the nodes: around the centre on an oval where there is one, else as springs between them
 * and their repulsion settle. Deterministic: the same graph always gets the same picture.
 */
export function layoutGraph(part: GraphPart, options: LayoutOptions): ReadonlyMap<TermId, Place> {
  const { width, height, centre, sizeOf } = options;
  const order = chainOf(part, centre);
  const bodies = order.map((id, at): Body => {
    const angle = (at / order.length) * 2 * Math.PI - Math.PI / 2;
    return {
      id,
      ...sizeOf(id),
      x: width / 2 + Math.cos(angle) * width * 0.36,
      y: height / 2 + Math.sin(angle) * height * 0.36,
    };
  });
  if (centre !== undefined) {
    const [x, y] = [width / 2, height / 2];
    bodies.push({ id: centre, ...sizeOf(centre), x, y, fx: x, fy: y });
  }
  const byId = new Map(bodies.map((body) => [body.id, body]));
  const springs = part.edges.flatMap(({ from, to }): Spring[] => {
    const [source, target] = [byId.get(from), byId.get(to)];
    // The centre holds all the others anyway.
    if (source === undefined || target === undefined) return [];
    return from === centre || to === centre ? [] : [{ source, target }];
  });
  const simulation = forceSimulation(bodies)
    .force('springs', forceLink<Body, Spring>(springs).distance(SPRING).strength(0.02))
    .force('apart', forceManyBody<Body>().strength(centre === undefined ? -520 : -900))
    .stop();
  if (centre === undefined) {
    simulation
      .force('springs', forceLink<Body, Spring>(springs).distance(SPRING).strength(0.4))
      .force('across', forceX<Body>(width / 2).strength(0.06 * (height / width)))
      .force('down', forceY<Body>(height / 2).strength(0.08));
  } else {
    simulation.force('oval', towardsOval(bodies, options));
  }
  for (let tick = 0; tick < TICKS; tick++) {
    simulation.tick();
    for (let round = 0; round < 3; round++) {
      pushApart(bodies);
      if (centre === undefined) clearLines(bodies, springs);
      for (const body of bodies) keepInside(body, width, height);
    }
  }
  // Lines have had their say: a box on a line can be read, one under another box can't.
  for (let push = 1; push <= LAST_PUSHES && pushApart(bodies, push % LONGER_WAY === 0); push++) {
    for (const body of bodies) keepInside(body, width, height);
  }
  return new Map(
    bodies.map(({ id, x, y, ...size }) => [id, { x, y, width: size.width, height: size.height }]),
  );
}

/**
 * The part of a picture's height that its boxes take up, for a picture without empty bands.
 * @param edge room around the outermost boxes, px.
 */
export function usedHeight(
  places: Iterable<Place>,
  edge: number,
): { readonly top: number; readonly height: number } {
  const boxes = [...places];
  const top = Math.floor(Math.min(...boxes.map(({ y, height }) => y - height / 2)) - edge);
  const bottom = Math.ceil(Math.max(...boxes.map(({ y, height }) => y + height / 2)) + edge);
  return boxes.length === 0 ? { top: 0, height: 0 } : { top, height: bottom - top };
}

/** The nodes in an order that keeps those together that have to do with each other. */
function chainOf({ nodes, edges }: GraphPart, centre: TermId | undefined): readonly TermId[] {
  const left = new Set(nodes.map(({ id }) => id).filter((id) => id !== centre));
  const chain: TermId[] = [];
  const follow = (id: TermId) => {
    if (!left.delete(id)) return;
    chain.push(id);
    for (const { from, to } of edges) {
      if (from === id) follow(to);
      if (to === id) follow(from);
    }
  };
  for (const id of [...left]) follow(id);
  return chain;
}

/** Draws bodies to an oval around the middle. */
function towardsOval(bodies: readonly Body[], { width, height }: Size): Force<Body, undefined> {
  return (alpha: number) => {
    for (const body of bodies) {
      const dx = body.x - width / 2;
      const dy = body.y - height / 2;
      const radiusX = Math.max(60, (width - body.width) / 2 - EDGE);
      const radiusY = Math.max(60, (height - body.height) / 2 - EDGE);
      const reach = Math.hypot(dx / radiusX, dy / radiusY) || 1;
      const pull = (1 - reach) * 0.5 * alpha;
      body.vx = (body.vx ?? 0) + (dx / reach) * pull;
      body.vy = (body.vy ?? 0) + (dy / reach) * pull;
    }
  };
}

/**
 * Pushes overlapping boxes apart, along the shorter way or the longer one.
 * @returns whether there were any.
 */
function pushApart(bodies: readonly Body[], isLongWay = false): boolean {
  let hasPushed = false;
  bodies.forEach((a, at) => {
    for (const b of bodies.slice(at + 1)) {
      const dx = b.x - a.x;
      const dy = b.y - a.y;
      const overX = (a.width + b.width) / 2 + GAP.x - Math.abs(dx);
      const overY = (a.height + b.height) / 2 + GAP.y - Math.abs(dy);
      if (overX <= TOUCH || overY <= TOUCH) continue;
      hasPushed = true;
      const isSideways = overX < overY !== isLongWay;
      const push = (isSideways ? overX : overY) / 2;
      const sign = (isSideways ? dx : dy) < 0 ? -1 : 1;
      move(a, isSideways, -sign * push, b);
      move(b, isSideways, sign * push, a);
    }
  });
  return hasPushed;
}

/** Pushes boxes off the lines that would run behind them. */
function clearLines(bodies: readonly Body[], springs: readonly Spring[]): void {
  for (const spring of springs) {
    const from = spring.source as Body;
    const to = spring.target as Body;
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const length = Math.hypot(dx, dy) || 1;
    for (const body of bodies) {
      if (body === from || body === to) continue;
      const along = ((body.x - from.x) * dx + (body.y - from.y) * dy) / length;
      if (along < 0 || along > length) continue;
      const aside = ((body.y - from.y) * dx - (body.x - from.x) * dy) / length;
      // Half of the box's extent across the line.
      const half = (Math.abs(dy) * body.width + Math.abs(dx) * body.height) / length / 2 + LINE_GAP;
      if (Math.abs(aside) >= half) continue;
      const push = (half - Math.abs(aside)) * (aside < 0 ? -1 : 1) * 0.6;
      body.x -= (dy / length) * push;
      body.y += (dx / length) * push;
    }
  }
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
