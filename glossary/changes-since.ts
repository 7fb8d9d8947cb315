/**
 * What has changed since the reader's page was written: the card's claims against the page's date.
 * Pure; dates are partial (`2023`, `2023-09`, `2023-09-25`) and compare as plain text.
 */
import type { CardClaim, CardRecord, OvertakenClaim } from './card-record.ts';

/** Something that was true when the page was written, and what holds now. */
export interface OvertakenChange {
  /** What was true on the page's day; it may belong to another term. */
  readonly old: OvertakenClaim;
  /** The newest claim of the chain that replaced it. */
  readonly new: CardClaim;
}

export type ChangesSince =
  /** The page does not say when it was written. */
  | { readonly kind: 'unknown' }
  /** The page was written after the facts were last checked. */
  | { readonly kind: 'newer-than-data'; readonly checked: string }
  /** No recorded change since that date. */
  | { readonly kind: 'none'; readonly since: string }
  | {
      readonly kind: 'changed';
      readonly since: string;
      /** Newest first. */
      readonly overtaken: readonly OvertakenChange[];
      /** Claims newer than the page that overtake nothing it could have said; newest first. */
      readonly added: readonly CardClaim[];
    };

/**
 * Whether one date is certainly later than another. They compare as far as both are precise:
 * `2023-11` is later than `2023-09-25` but not later than `2023-11-14`, because the order within
 * the month is not known, and what is not known counts as not later.
 * @param date year, month or day: `2023`, `2023-09`, `2023-09-25`
 * @param than the same
 */
export function isLater(date: string, than: string): boolean {
  const length = Math.min(date.length, than.length);
  return date.slice(0, length) > than.slice(0, length);
}

/**
 * Sorts a card's claims into what the page could not know yet.
 *
 * Claims newer than the page come as `overtaken` where they replace something that was true on its
 * day, through as many steps as there are: the newest successor stands for the whole chain. The
 * rest is `added`. A newer claim that has been replaced in its turn is in neither list, for it does
 * not hold any more. Where the order is unknown (see {@link isLater}) a claim counts as known then.
 *
 * @param record claims in any order, and the day up to which they were checked
 * @param pageDate the page's date, as precise as the page is; undefined where it does not say
 * @param today the reader's day, `YYYY-MM-DD`; a page dated after tomorrow counts as undated (one
 *   day's grace, because the day begins earlier elsewhere)
 */
export function changesSince(
  record: Pick<CardRecord, 'claims' | 'checked'>,
  pageDate: string | undefined,
  today: string,
): ChangesSince {
  if (pageDate === undefined || isLater(pageDate, dayAfter(today))) return { kind: 'unknown' };
  if (isLater(pageDate, record.checked)) {
    return { kind: 'newer-than-data', checked: record.checked };
  }
  const successors = successorsOf(record.claims);
  const isNewer = (claim: { readonly asOf: string }) => isLater(claim.asOf, pageDate);

  const then = new Map<string, OvertakenClaim>();
  for (const claim of record.claims) {
    if (!isNewer(claim)) then.set(claim.id, claim);
    const old = claim.overtakes;
    if (old !== undefined && !isNewer(old) && !then.has(old.id)) then.set(old.id, old);
  }
  const overtaken: OvertakenChange[] = [];
  const overtakers = new Set<CardClaim>();
  for (const old of then.values()) {
    const direct = successors.get(old.id) ?? [];
    if (direct.length === 0 || !direct.every(isNewer)) continue;
    const newest = newestFirst(descendantsOf(old.id, successors))[0];
    if (newest === undefined || newest.id === old.id) continue;
    overtaken.push({ old, new: newest });
    overtakers.add(newest);
  }
  const added = record.claims.filter(
    (claim) => isNewer(claim) && !successors.has(claim.id) && !overtakers.has(claim),
  );
  if (overtaken.length === 0 && added.length === 0) return { kind: 'none', since: pageDate };
  overtaken.sort((a, b) => byDate(a.new, b.new) || byDate(a.old, b.old));
  return { kind: 'changed', since: pageDate, overtaken, added: newestFirst(added) };
}

/**
 * @param changes what {@link changesSince} found
 * @returns how many lines the section has; 0 where nothing changed or nothing can be said
 */
export function countChanges(changes: ChangesSince): number {
  return changes.kind === 'changed' ? changes.overtaken.length + changes.added.length : 0;
}

/**
 * The claims as they would have read on a day.
 * @param claims in any order, which is kept
 * @param day day, month or year
 * @returns claims not later than that day (by {@link isLater}), without those that a claim which
 *   is itself not later had replaced
 */
export function asReadOn(claims: readonly CardClaim[], day: string): readonly CardClaim[] {
  const known = claims.filter((claim) => !isLater(claim.asOf, day));
  const replaced = new Set(known.map((claim) => claim.supersedes));
  return known.filter((claim) => !replaced.has(claim.id));
}

type Successors = ReadonlyMap<string, readonly CardClaim[]>;

function successorsOf(claims: readonly CardClaim[]): Successors {
  const successors = new Map<string, CardClaim[]>();
  for (const claim of claims) {
    // A claim that names itself would make its own chain endless.
    if (claim.supersedes === undefined || claim.supersedes === claim.id) continue;
    const list = successors.get(claim.supersedes) ?? [];
    list.push(claim);
    successors.set(claim.supersedes, list);
  }
  return successors;
}

/** Every claim further down the chain; visited ones are not followed again, so rings end. */
function descendantsOf(id: string, successors: Successors): CardClaim[] {
  const found = new Set<CardClaim>(successors.get(id));
  // A Set hands out what is added to it while it is being walked.
  for (const claim of found) {
    for (const next of successors.get(claim.id) ?? []) found.add(next);
  }
  return [...found];
}

function newestFirst(claims: readonly CardClaim[]): CardClaim[] {
  return [...claims].sort(byDate);
}

/** Newest first; of two that begin alike the more precise; then by id, so that order is stable. */
function byDate(a: OvertakenClaim, b: OvertakenClaim): number {
  if (a.asOf !== b.asOf) return a.asOf < b.asOf ? 1 : -1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return Number.isNaN(next.getTime()) ? day : next.toISOString().slice(0, 10);
}
