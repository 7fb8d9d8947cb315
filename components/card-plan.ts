/** Which claim stands in which part of a card. Pure. */
import type { CardClaim, CardRecord, OvertakenClaim } from '../glossary/card-record.ts';
import { laterDate } from './format.ts';
import type { SinceView } from './since-view.ts';

/** One line of “since this article”. */
export interface SinceRow {
  readonly claim: CardClaim;
  /** What held before, where the claim took its place; more than one where it closed two lines. */
  readonly olds: readonly OvertakenClaim[];
}

export interface CardPlan {
  /** Newest first. */
  readonly since: readonly SinceRow[];
  /** What still holds and is not shown further up, newest first. */
  readonly current: readonly CardClaim[];
  /** What was replaced, newest first; kept because here alone its source can be seen. */
  readonly earlier: readonly CardClaim[];
  /** Every claim on the card once, in the order shown. */
  readonly citable: readonly CardClaim[];
  /** The day, month or year up to which the card is known to hold. */
  readonly knownTo: string;
}

/** @param since undefined while the page's date is not known yet. */
export function planCard(card: CardRecord, since: SinceView | undefined): CardPlan {
  const rows = sinceRows(since);
  const disputed = card.disagreements.flatMap((disagreement) => disagreement.claims);
  const above = new Set([...rows.map((row) => row.claim), ...disputed].map((claim) => claim.id));
  const below = card.claims.filter((claim) => !above.has(claim.id));
  const current = below.filter((claim) => claim.supersededBy === undefined);
  const earlier = below.filter((claim) => claim.supersededBy !== undefined);
  const inOrder = [...rows.map((row) => row.claim), ...disputed, ...current, ...earlier];
  const citable = [...new Map(inOrder.map((claim) => [claim.id, claim])).values()];
  const knownTo = card.claims.reduce<string>(
    (latest, claim) => laterDate(latest, claim.asOf),
    card.checked,
  );
  return { since: rows, current, earlier, citable, knownTo };
}

function sinceRows(since: SinceView | undefined): SinceRow[] {
  if (since?.kind !== 'changed') return [];
  const rows = new Map<string, SinceRow>();
  for (const { old, new: claim } of since.overtaken) {
    rows.set(claim.id, { claim, olds: [...(rows.get(claim.id)?.olds ?? []), old] });
  }
  for (const claim of since.added) rows.set(claim.id, { claim, olds: [] });
  return [...rows.values()].sort((a, b) =>
    a.claim.asOf === b.claim.asOf ? 0 : a.claim.asOf < b.claim.asOf ? 1 : -1,
  );
}
