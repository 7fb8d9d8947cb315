/** The picture of a timeline, drawn with Observable Plot. */
import {
  axisX,
  axisY,
  dot,
  gridX,
  gridY,
  line,
  link,
  plot,
  text,
  vector,
} from '@observablehq/plot';
import type { DatedFigure } from '../../glossary/timeline.ts';
import { formatDate, formatValue } from '../format.ts';
import { TIMELINE_TEXT } from './explore-text.ts';
import { FONT } from './text-width.ts';
import { chooseLabels, LABEL_SIZE } from './timeline-labels.ts';
import { amountScale, decades, type Point, tick, timeDomain, toPoint } from './timeline-scales.ts';

export interface TimelineDrawing {
  readonly svg: SVGSVGElement;
  /** Where each figure stands, px, in the order of the figures. */
  readonly places: readonly { readonly x: number; readonly y: number }[];
}

export interface TimelineOptions {
  readonly width: number;
  readonly height: number;
  /** A letter for each thing that sources differ on. */
  readonly letters: ReadonlyMap<string, string>;
}

/** A date wider than this is drawn as a stretch, ms. */
const WIDE_DATE_MS = 2 * 86_400_000;
/** A square on its corner, larger than Plot's own narrow one: it holds a letter. */
const DIAMOND = {
  draw(
    path: {
      moveTo(x: number, y: number): void;
      lineTo(x: number, y: number): void;
      closePath(): void;
    },
    area: number,
  ) {
    const half = Math.sqrt(area / Math.PI);
    path.moveTo(0, -half);
    path.lineTo(half, 0);
    path.lineTo(0, half);
    path.lineTo(-half, 0);
    path.closePath();
  },
};
const MARGIN = { top: 18, right: 18, bottom: 34, left: 62 };

/** @param figures one or more, all in one unit. */
export function drawTimeline(
  figures: readonly DatedFigure[],
  { width, height, letters }: TimelineOptions,
): TimelineDrawing {
  const points = figures.map(toPoint);
  const plain = points.filter(({ figure }) => figure.dispute === undefined);
  const disputed = points.filter(({ figure }) => figure.dispute !== undefined);
  const unit = figures[0]?.value.unit ?? '';
  const letterOf = ({ figure }: Point) => letters.get(figure.dispute ?? '') ?? '';
  const nameOf = ({ figure }: Point) => describe(figure, letters.get(figure.dispute ?? ''));
  const place = { x: 'at', y: 'amount' } as const;
  const amounts = points.flatMap(({ figure: { value } }) => [
    value.amount,
    value.to ?? value.amount,
  ]);

  const scale = amountScale(amounts);
  const ticks = scale.type === 'log' ? decades(scale.domain) : height / 60;

  const draw = (labels: readonly { x: number; y: number; text: string }[]) =>
    plot({
      width,
      height,
      marginTop: MARGIN.top,
      marginRight: MARGIN.right,
      marginBottom: MARGIN.bottom,
      marginLeft: MARGIN.left,
      className: 'gl-plot',
      style: {
        fontFamily: FONT,
        fontSize: `${LABEL_SIZE}px`,
        background: 'none',
        overflow: 'visible',
      },
      x: { type: 'utc', domain: timeDomain(points) },
      y: scale,
      marks: [
        gridX({ stroke: 'var(--gl-line)', strokeOpacity: 0.7 }),
        gridY({ stroke: 'var(--gl-line)', strokeOpacity: 1, ticks }),
        axisX({
          tickSize: 0,
          color: 'var(--gl-ink-2)',
          label: null,
          ticks: Math.max(2, width / 110),
        }),
        axisY({
          tickSize: 0,
          color: 'var(--gl-ink-2)',
          label: null,
          ticks,
          tickFormat: (amount: number) => tick(amount, unit),
        }),
        // Disputed figures belong to their series too: without them it would skip from old to new.
        line(points.filter(inSeries(points)), {
          ...place,
          z: ({ figure }: Point) => figure.measure,
          curve: 'step-after',
          stroke: 'var(--gl-ink-3)',
          strokeOpacity: 0.55,
        }),
        link(disputePairs(disputed), {
          x1: ([a]: Pair) => a.at,
          y1: ([a]: Pair) => a.amount,
          x2: ([, b]: Pair) => b.at,
          y2: ([, b]: Pair) => b.amount,
          stroke: 'var(--gl-link)',
          strokeDasharray: '2 3',
        }),
        link(
          points.filter(({ from, until }) => +until - +from > WIDE_DATE_MS),
          {
            x1: 'from',
            x2: 'until',
            y1: 'amount',
            y2: 'amount',
            stroke: 'var(--gl-ink-3)',
            strokeOpacity: 0.35,
            strokeWidth: 5,
            strokeLinecap: 'round',
          },
        ),
        link(
          points.filter(({ figure }) => figure.value.to !== undefined),
          {
            x1: 'at',
            x2: 'at',
            y1: 'amount',
            y2: ({ figure }: Point) => figure.value.to,
            stroke: 'var(--gl-accent)',
            strokeWidth: 2,
          },
        ),
        ...boundMarks(points),
        dot(plain, {
          ...place,
          className: 'gl-dots-plain',
          r: 4.5,
          fill: ({ figure }: Point) =>
            figure.isOvertaken ? 'var(--gl-surface)' : 'var(--gl-accent)',
          stroke: 'var(--gl-accent)',
          strokeWidth: 1.6,
          title: nameOf,
        }),
        dot(disputed, {
          ...place,
          className: 'gl-dots-disputed',
          symbol: DIAMOND,
          r: 9.5,
          fill: 'var(--gl-surface)',
          stroke: 'var(--gl-link)',
          strokeWidth: 1.8,
          title: nameOf,
        }),
        text(disputed, {
          ...place,
          text: letterOf,
          fill: 'var(--gl-link)',
          fontWeight: 700,
          fontSize: 10.5,
        }),
        text(labels, {
          x: (label: { x: number }) => label.x,
          y: (label: { y: number }) => label.y,
          text: 'text',
          textAnchor: 'start',
          lineAnchor: 'middle',
          fill: 'var(--gl-ink)',
          stroke: 'var(--gl-surface)',
          strokeWidth: 6,
        }),
      ],
    }) as SVGSVGElement & PlotScales;

  const first = draw([]);
  const x = first.scale('x');
  const y = first.scale('y');
  const places = points.map(({ at, amount }) => ({ x: x.apply(at), y: y.apply(amount) }));
  const frame = {
    x: MARGIN.left,
    y: 4,
    width: width - MARGIN.left - 4,
    height: height - MARGIN.bottom - 4,
  };
  const labels = chooseLabels(points, places, frame).map((label) => ({
    x: x.invert(label.x),
    y: y.invert(label.y),
    text: label.text,
  }));
  const svg = labels.length === 0 ? first : draw(labels);
  nameDots(svg, 'gl-dots-plain', plain);
  nameDots(svg, 'gl-dots-disputed', disputed);
  // Plot names the groups of its marks; a picture has one name, and the table has the rest.
  for (const group of svg.querySelectorAll('[aria-label]')) group.removeAttribute('aria-label');
  return { svg, places };
}

/** A figure in one line, as it is read out and listed. */
export function describe(figure: DatedFigure, letter: string | undefined): string {
  const parts = [formatDate(figure.date), `${formatValue(figure.value)}, ${figure.measure}`];
  if (letter !== undefined) parts.push(TIMELINE_TEXT.disputed(letter));
  if (figure.isOvertaken) parts.push(TIMELINE_TEXT.legend.overtaken);
  return parts.join(': ');
}

interface PlotScales {
  scale(name: 'x' | 'y'): {
    // biome-ignore lint/suspicious/noExplicitAny: dates in one scale, numbers in the other
    apply(value: any): number;
    // biome-ignore lint/suspicious/noExplicitAny: as above
    invert(px: number): any;
  };
}

type Pair = readonly [Point, Point];

function inSeries(points: readonly Point[]) {
  const counts = new Map<string, number>();
  for (const { figure } of points) {
    counts.set(figure.measure, (counts.get(figure.measure) ?? 0) + 1);
  }
  return ({ figure }: Point) => (counts.get(figure.measure) ?? 0) > 1;
}

/** Neighbours among the figures that sources differ on, to be joined by a line. */
function disputePairs(points: readonly Point[]): Pair[] {
  const groups = Map.groupBy(points, ({ figure }) => figure.dispute);
  return [...groups.values()].flatMap((group) =>
    group.slice(1).map((point, at): Pair => [group[at] as Point, point]),
  );
}

/** Arrows at the figures that are limits: down for `up to`, up for `at least`. */
function boundMarks(points: readonly Point[]) {
  const arrow = (rotate: 0 | 180, bounds: readonly string[]) =>
    vector(
      points.filter(({ figure }) => bounds.includes(figure.value.bound)),
      {
        x: 'at',
        y: 'amount',
        length: 17,
        rotate,
        anchor: 'start',
        stroke: 'var(--gl-ink-2)',
        strokeWidth: 1.4,
      },
    );
  return [arrow(180, ['up to', 'less than']), arrow(0, ['at least', 'more than'])];
}

/** Puts each figure's claim on its dot: clicks and tests find it there. */
function nameDots(svg: SVGSVGElement, className: string, points: readonly Point[]): void {
  for (const element of svg.querySelectorAll(`.${className} > *`)) {
    const index = (element as Element & { __data__?: number }).__data__;
    const point = index === undefined ? undefined : points[index];
    if (point !== undefined) element.setAttribute('data-figure', point.figure.id);
  }
}
