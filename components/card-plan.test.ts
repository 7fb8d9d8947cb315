import { expect, test } from 'vitest';
import { planCard } from './card-plan.ts';
import { claimId, date, sampleCard, sampleClaim } from './sample-card.ts';

const ids = (claims: readonly { readonly id: string }[]) => claims.map((claim) => claim.id);

const old = sampleClaim('old', '2023-09', { supersededBy: claimId('new') });
const replacement = sampleClaim('new', '2024-11-22');
const disputed = sampleClaim('disputed', '2023-10');
const other = sampleClaim('other', '2024-01');
const card = sampleCard({
  claims: [replacement, other, disputed, old],
  disagreements: [{ about: 'the total', reading: 'Read on.', claims: [disputed] }],
});
const changed = {
  kind: 'changed',
  since: '2023-12',
  origin: 'meta',
  overtaken: [{ old, new: replacement }],
  added: [other],
} as const;

test('without a page date everything that holds is listed', () => {
  const plan = planCard(card, undefined);
  expect(plan.since).toEqual([]);
  expect(ids(plan.current)).toEqual(['new', 'other']);
});

test('does not repeat below what stands above', () => {
  const plan = planCard(card, changed);
  expect(plan.since.map((row) => row.claim.id)).toEqual(['new', 'other']);
  expect(ids(plan.current)).toEqual([]);
});

test('keeps what was replaced, for its source', () => {
  expect(ids(planCard(card, changed).earlier)).toEqual(['old']);
});

test('cites every claim once, in the order shown', () => {
  expect(ids(planCard(card, changed).citable)).toEqual(['new', 'other', 'disputed', 'old']);
});

test('orders the changes newest first, and one claim that replaced two has one row', () => {
  const second = sampleClaim('second', '2023-08');
  const late = sampleClaim('late', '2025-01');
  const plan = planCard(card, {
    ...changed,
    overtaken: [
      { old, new: replacement },
      { old: second, new: replacement },
    ],
    added: [late],
  });
  expect(plan.since.map((row) => [row.claim.id, ids(row.olds)])).toEqual([
    ['late', []],
    ['new', ['old', 'second']],
  ]);
});

test('is known to hold to the day of the check, or of a claim made after it', () => {
  expect(planCard(card, undefined).knownTo).toBe('2026-11-14');
  const later = sampleCard({ claims: [sampleClaim('late', '2026-12-01')] });
  expect(planCard(later, undefined).knownTo).toBe('2026-12-01');
  const year = sampleCard({ claims: [sampleClaim('year', '2026')], checked: date('2026-11-14') });
  expect(planCard(year, undefined).knownTo).toBe('2026-11-14');
});
