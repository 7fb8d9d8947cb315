/** The days on which a card's text changed: the stops of the as-of slider. Pure. */
import type { CardClaim, CardDisagreement, CardRecord } from './card-record.ts';
import { asReadOn, isLater } from './changes-since.ts';

export interface AsOfStep {
  /** First day covered by `date`: `2023-01-01` for `2023`. */
  readonly day: string;
  /** As precise as the claims of that day are. */
  readonly date: string;
}

/** What a card would have said on a day. */
export interface CardThen {
  /** Newest first. */
  readonly claims: readonly CardClaim[];
  /** Those of which two sides or more were known. */
  readonly disagreements: readonly CardDisagreement[];
  /** Claims that came later. */
  readonly later: number;
}

/** @returns the stops, oldest first; the last one is the newest state of things. */
export function asOfSteps(claims: readonly CardClaim[]): readonly AsOfStep[] {
  const dates = new Map<string, string>();
  for (const { asOf } of claims) {
    const day = `${asOf}-01-01`.slice(0, 10);
    const known = dates.get(day);
    if (known === undefined || asOf.length > known.length) dates.set(day, asOf);
  }
  return [...dates].map(([day, date]) => ({ day, date })).sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** @param day as in `AsOfStep`. */
export function cardOn(card: Pick<CardRecord, 'claims' | 'disagreements'>, day: string): CardThen {
  return {
    claims: asReadOn(card.claims, day),
    disagreements: card.disagreements
      .map((entry) => ({
        ...entry,
        claims: entry.claims.filter((claim) => !isLater(claim.asOf, day)),
      }))
      .filter(({ claims }) => claims.length > 1),
    later: card.claims.filter((claim) => isLater(claim.asOf, day)).length,
  };
}
