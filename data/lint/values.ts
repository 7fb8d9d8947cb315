/** Figures: the number in `value` is the number in the text, bounded as the text bounds it. */
import type { Value } from '../schema.ts';
import { levelText } from './alias-forms.ts';
import { fitBound } from './bounds.ts';
import { type Figure, readFigures } from './figures.ts';
import { atClaim, type ClaimPlace, type PackView, type Rule } from './pack-view.ts';
import type { Finding } from './problem.ts';

/** From here on a number is too great to be a count in passing. */
const GREAT = 1e6;

type Valued = ClaimPlace & { readonly value: Value };

/** A figure says what it counts. */
export const valueHasMeasure: Rule = {
  name: 'value-without-measure',
  severity: 'error',
  asks: '“value” and “measure” stand together.',
  check: (view) =>
    view.claims.flatMap((place) => {
      const { measure, value } = place.claim;
      if (value !== undefined && measure === undefined) {
        return [
          atClaim(
            place,
            'value',
            'has a value, but no measure says what it counts.',
            'Add "measure": a few words, the same on every claim of the series.',
          ),
        ];
      }
      if (measure === undefined || value !== undefined) return [];
      return [
        atClaim(
          place,
          'measure',
          `has the measure “${measure}”, but no value.`,
          'Add “value” with amount, unit and bound, or remove “measure”.',
        ),
      ];
    }),
};

/** A range runs upwards. */
export const rangeUpwards: Rule = {
  name: 'value-range',
  severity: 'error',
  asks: '“to” is greater than “amount”.',
  check: (view) =>
    readValued(view).flatMap((place) => {
      const { amount, to } = place.value;
      if (to === undefined || to > amount) return [];
      return [
        atClaim(
          place,
          'value.to',
          `has a range from ${show(amount)} to ${show(to)}.`,
          'Put the lower end in “amount”, the upper end in “to”.',
        ),
      ];
    }),
};

/** The figure can be read in the text. */
export const valueInText: Rule = {
  name: 'value-not-in-text',
  severity: 'error',
  asks: 'The figure of “value” stands in the text.',
  check: (view) =>
    readValued(view).flatMap((place) => {
      const { value, claim } = place;
      const figures = readFigures(claim.text);
      const ends = value.to === undefined ? [value.amount] : [value.amount, value.to];
      const missing = ends.find(
        (end) => !figures.some((figure) => states(figure, end, value.unit)),
      );
      if (missing === undefined) return [];
      const read = figures.map(describeFigure).join('; ') || 'no figure';
      return [
        atClaim(
          place,
          missing === value.amount ? 'value.amount' : 'value.to',
          `has the value ${show(missing)} ${value.unit}, which its text does not state (it states ${read}).`,
          'Correct the amount or the text; write the figure out in the text (“$4 billion”, “2,000 chips”).',
        ),
      ];
    }),
};

/** Dollars are dollars and percent is percent. */
export const valueUnit: Rule = {
  name: 'value-unit',
  severity: 'error',
  asks: 'The unit of “value” is the one in the text; money is USD, GBP, EUR …',
  check: (view) =>
    readValued(view).flatMap((place) => {
      const { value, claim } = place;
      if (/\$|£|€|\bdollars?\b|\bpounds?\b|\beuros?\b|%/iu.test(value.unit)) {
        return [
          atClaim(
            place,
            'value.unit',
            `has the unit “${value.unit}”.`,
            'Write USD, GBP, EUR or percent; every series then uses one name.',
          ),
        ];
      }
      const matching = matchingFigures(readFigures(claim.text), value);
      const money = /^[A-Z]{3}\b/u.exec(value.unit)?.[0];
      const isPercent = value.unit.startsWith('percent');
      const contradicts = (figure: Figure) =>
        (figure.money !== undefined && figure.money !== money) || (figure.percent && !isPercent);
      if (matching.length === 0 || !matching.every(contradicts)) return [];
      const [figure] = matching;
      return [
        atClaim(
          place,
          'value.unit',
          `has the unit “${value.unit}”, but its text says ${figure?.money ?? 'percent'}.`,
          'Correct the unit or the text.',
        ),
      ];
    }),
};

/** “up to 4 billion” is not “4 billion”. */
export const valueBound: Rule = {
  name: 'value-bound',
  severity: 'error',
  asks: 'The bound of “value” is said in the text, and the text says no other.',
  check: (view) => readValued(view).flatMap(describeBound),
};

function describeBound(place: Valued): Finding[] {
  const { value, claim } = place;
  const figures = readFigures(claim.text);
  const fit = fitBound(claim.text, value.bound, matchingFigures(figures, value), figures);
  switch (fit.kind) {
    case 'fits':
      return [];
    case 'missing':
      return [
        atClaim(
          place,
          'value.bound',
          `is bounded “${value.bound}”, but its text does not say so.`,
          `Put “${value.bound}” (or a word like it) before the figure, or set the bound that the source gives.`,
        ),
      ];
    case 'differs':
      return [
        atClaim(
          place,
          'value.bound',
          `is bounded “${value.bound}”, but its text says “${fit.phrase}”.`,
          `Set the bound “${fit.says}”, or correct the text after the source.`,
        ),
      ];
  }
}

/** A figure that is only in the text can be neither compared nor plotted. */
export const figureHasValue: Rule = {
  name: 'figure-without-value',
  severity: 'warning',
  asks: 'A claim that states money, a percentage or a great number has a value.',
  check: (view) =>
    view.claims.flatMap((place) => {
      if (place.claim.value !== undefined) return [];
      const { text } = place.claim;
      const figure = readFigures(text).find(
        ({ amount, money, percent, isScaled, start, end }) =>
          money !== undefined ||
          percent ||
          // A magnitude glued to its digits is mostly a model's name: Mistral 7B.
          (isScaled && amount >= GREAT && !/^\S*\d\p{L}$/u.test(text.slice(start, end))),
      );
      if (figure === undefined) return [];
      return [
        atClaim(
          place,
          'text',
          `states “${text.slice(figure.start, figure.end)}” without a value.`,
          'Add “measure” and “value” if the claim is about this figure.',
        ),
      ];
    }),
};

/** One series, one unit. */
export const measureOneUnit: Rule = {
  name: 'measure-units',
  severity: 'warning',
  asks: 'Claims with one measure have one unit, and a measure is written in one way.',
  check: (view) => {
    const firsts = new Map<string, Valued>();
    return readValued(view).flatMap((place) => {
      const { measure = '' } = place.claim;
      const key = levelText(measure).toLowerCase();
      const first = firsts.get(key);
      if (first === undefined) {
        firsts.set(key, place);
        return [];
      }
      if (first.claim.measure === measure && first.value.unit === place.value.unit) return [];
      return [
        atClaim(
          place,
          'measure',
          `counts “${measure}” in ${place.value.unit}; “${first.claim.id}” counts “${first.claim.measure}” in ${first.value.unit}.`,
          'Write measure and unit alike, or name different measures differently.',
        ),
      ];
    });
  },
};

function readValued(view: PackView): Valued[] {
  return view.claims.flatMap((place) =>
    place.claim.value === undefined ? [] : [{ ...place, value: place.claim.value }],
  );
}

function matchingFigures(figures: readonly Figure[], value: Value): readonly Figure[] {
  const wanted = value.bound === 'up to' && value.to !== undefined ? value.to : value.amount;
  return figures.filter((figure) => states(figure, wanted, value.unit));
}

/** Whether a figure states an amount; a part (“a third”) also as a rounded percentage. */
function states(figure: Figure, amount: number, unit: string): boolean {
  if (figure.isPart) {
    const isPercent = unit.startsWith('percent');
    return Math.abs(figure.amount * (isPercent ? 100 : 1) - amount) < (isPercent ? 0.5 : 0.005);
  }
  return [figure.amount, figure.to].some(
    (end) => end !== undefined && Math.abs(end - amount) <= 1e-9 * Math.max(1, Math.abs(amount)),
  );
}

function describeFigure(figure: Figure): string {
  const unit = figure.percent ? ' percent' : figure.money === undefined ? '' : ` ${figure.money}`;
  const to = figure.to === undefined ? '' : ` to ${show(figure.to)}`;
  return `${show(figure.amount)}${to}${unit}`;
}

function show(amount: number): string {
  return amount.toLocaleString('en-US', { maximumFractionDigits: 3 });
}
