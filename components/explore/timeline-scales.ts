/** The scales of a timeline: where a date and an amount stand, and what is written at the axes. */
import { type DatedFigure, dateSpan } from '../../glossary/timeline.ts';
import { formatFigure } from '../format.ts';

/** A figure as it is placed: in the middle of the time that its date covers. */
export interface Point {
  readonly figure: DatedFigure;
  readonly at: Date;
  readonly from: Date;
  readonly until: Date;
  readonly amount: number;
}

/** Amounts this far apart need a log scale to be told apart. */
const LOG_FROM = 40;

export function toPoint(figure: DatedFigure): Point {
  const { start, end } = dateSpan(figure.date);
  return {
    figure,
    at: new Date((start + end) / 2),
    from: new Date(start),
    until: new Date(end),
    amount: figure.value.amount,
  };
}

/** The time of all figures and a little more, so that none stands on the edge. */
export function timeDomain(points: readonly Point[]): [Date, Date] {
  const start = Math.min(...points.map(({ from }) => +from));
  const end = Math.max(...points.map(({ until }) => +until));
  const room = Math.max((end - start) * 0.04, 20 * 86_400_000);
  return [new Date(start - room), new Date(end + room)];
}

/** A log scale where amounts are far apart, else one that begins at zero. */
export function amountScale(amounts: readonly number[]) {
  const low = Math.min(...amounts);
  const high = Math.max(...amounts);
  if (low > 0 && high / low >= LOG_FROM) {
    return { type: 'log' as const, domain: [low / 1.6, high * 1.6] };
  }
  return { type: 'linear' as const, domain: [Math.min(0, low), high * 1.12 || 1], nice: true };
}

/** An amount on the axis: with its sign where the unit has one, else the number alone. */
export function tick(amount: number, unit: string): string {
  const { figure } = formatFigure({ amount, unit, bound: 'exactly' });
  return figure.endsWith(` ${unit}`) ? figure.slice(0, -unit.length - 1) : figure;
}

/** The powers of ten within the domain, or more where there are few of them. */
export function decades([low = 1, high = 10]: readonly number[]): number[] {
  const first = Math.ceil(Math.log10(low));
  const count = Math.floor(Math.log10(high)) - first + 1;
  const powers = Array.from({ length: Math.max(0, count) }, (_, at) => 10 ** (first + at));
  if (powers.length > 2) return powers;
  return [1, 2, 5]
    .flatMap((digit) => [10 ** (first - 1), ...powers].map((power) => power * digit))
    .filter((amount) => amount >= low && amount <= high);
}
