/**
 * Dated figures out of cards: what a timeline draws and its table lists. Pure; one figure that
 * several terms state becomes one entry that names them all.
 */
import type { ClaimId, Kind, PartialDate, TermId, Value } from '../data/schema.ts';
import type { CardClaim, CardRecord } from './card-record.ts';

export interface FigureTerm {
  readonly id: TermId;
  readonly label: string;
  readonly kind: Kind;
}

/** An amount that was true or said at a date. */
export interface DatedFigure {
  /** The first claim that states it. */
  readonly id: ClaimId;
  /** What is counted, in the data's words: equal for all figures of one series. */
  readonly measure: string;
  readonly date: PartialDate;
  readonly value: Value;
  /** The claim's words. */
  readonly text: string;
  /** The terms on whose cards it stands, first stated first. */
  readonly terms: readonly FigureTerm[];
  readonly publishers: readonly string[];
  /** True where a later claim has taken its place. */
  readonly isOvertaken: boolean;
  /** What the sources differ on, where this is one side of a recorded disagreement. */
  readonly dispute?: string;
}

/** A stretch of time, in ms since 1970 UTC; `end` is the first moment after it. */
export interface DateSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * @param date day, month or year
 * @returns the time it covers: a day, a whole month, a whole year
 */
export function dateSpan(date: string): DateSpan {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (month === undefined) return { start: Date.UTC(year, 0), end: Date.UTC(year + 1, 0) };
  if (day === undefined) {
    return { start: Date.UTC(year, month - 1), end: Date.UTC(year, month) };
  }
  const start = Date.UTC(year, month - 1, day);
  return { start, end: start + 86_400_000 };
}

/**
 * @param cards in any order; claims without a measured value are passed over
 * @returns figures by date, then by amount
 */
export function collectFigures(cards: Iterable<CardRecord>): readonly DatedFigure[] {
  const all = [...cards];
  const disputes = new Map<ClaimId, string>();
  for (const { disagreements } of all) {
    for (const { about, claims } of disagreements) {
      for (const { id } of claims) if (!disputes.has(id)) disputes.set(id, about);
    }
  }
  const figures = new Map<string, DatedFigure>();
  for (const card of all) {
    const term: FigureTerm = { id: card.id, label: card.label, kind: card.kind };
    for (const claim of card.claims) {
      const key = figureKey(claim);
      if (key === undefined) continue;
      const known = figures.get(key);
      figures.set(key, join(known, claim, term, disputes.get(claim.id)));
    }
  }
  return [...figures.values()].sort(byDate);
}

/** How many figures there are in each unit, most first. */
export function countUnits(
  figures: readonly DatedFigure[],
): readonly { readonly unit: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { value } of figures) counts.set(value.unit, (counts.get(value.unit) ?? 0) + 1);
  return [...counts]
    .map(([unit, count]) => ({ unit, count }))
    .sort((a, b) => b.count - a.count || (a.unit < b.unit ? -1 : 1));
}

function figureKey({ measure, value, asOf }: CardClaim): string | undefined {
  if (measure === undefined || value === undefined) return undefined;
  const { amount, unit, bound, to } = value;
  return [measure, asOf, unit, amount, to ?? '', bound].join('\t');
}

function join(
  known: DatedFigure | undefined,
  claim: CardClaim,
  term: FigureTerm,
  dispute: string | undefined,
): DatedFigure {
  const publishers = claim.citations.map(({ source }) => source.publisher);
  const isOvertaken = claim.supersededBy !== undefined;
  const about = known?.dispute ?? dispute;
  const terms = known?.terms ?? [];
  return {
    id: known?.id ?? claim.id,
    measure: claim.measure ?? '',
    date: claim.asOf,
    value: claim.value as Value,
    text: known?.text ?? claim.text,
    terms: terms.some(({ id }) => id === term.id) ? terms : [...terms, term],
    publishers: [...new Set([...(known?.publishers ?? []), ...publishers])],
    // Two cards tell the same figure: it holds as long as one of them says so.
    isOvertaken: isOvertaken && (known?.isOvertaken ?? true),
    ...(about === undefined ? {} : { dispute: about }),
  };
}

function byDate(a: DatedFigure, b: DatedFigure): number {
  const from = dateSpan(a.date);
  const to = dateSpan(b.date);
  return (
    from.start + from.end - (to.start + to.end) ||
    a.value.amount - b.value.amount ||
    (a.id < b.id ? -1 : 1)
  );
}
