/** What replaces what: a line of claims, each younger than the one before, never a circle or fork. */
import { atClaim, type ClaimPlace, type PackView, type Rule } from './pack-view.ts';
import { firstDay, lastDay } from './partial-date.ts';
import { quantity } from './same-value.ts';

/** `supersedes` names a claim that exists. */
export const supersedesKnown: Rule = {
  name: 'supersedes-unknown',
  severity: 'error',
  asks: 'supersedes names a claim of the pack.',
  check: (view) =>
    view.claims.flatMap((place) => {
      const older = place.claim.supersedes;
      if (older === undefined || view.claimById.has(older) || !view.isWhole) return [];
      return [
        atClaim(
          place,
          'supersedes',
          `supersedes “${older}”, but no claim has this id.`,
          'Correct the id (search data/packs for the older claim), or remove “supersedes”.',
        ),
      ];
    }),
};

/** No claim supersedes itself, directly or through others. */
export const supersedesAcyclic: Rule = {
  name: 'supersedes-cycle',
  severity: 'error',
  asks: 'A line of supersedes never comes back to where it began.',
  check: (view) =>
    view.claims.flatMap((place) => {
      const chain = [place.claim.id as string];
      let older = place.claim.supersedes as string | undefined;
      while (older !== undefined && !chain.includes(older)) {
        chain.push(older);
        older = view.claimById.get(older)?.claim.supersedes;
      }
      // Reported once, on the alphabetically first claim of the circle.
      if (older !== place.claim.id || [...chain].sort()[0] !== place.claim.id) return [];
      return [
        atClaim(
          place,
          'supersedes',
          `ends up superseding itself: ${[...chain, older].join(' → ')}.`,
          'Remove “supersedes” from the oldest of these claims.',
        ),
      ];
    }),
};

/** A claim has one successor: the card shows one line of history. */
export const supersededOnce: Rule = {
  name: 'supersedes-twice',
  severity: 'error',
  asks: 'Two claims never supersede the same one.',
  check: (view) => {
    const successor = new Map<string, ClaimPlace>();
    return view.claims.flatMap((place) => {
      const older = place.claim.supersedes;
      if (older === undefined) return [];
      const first = successor.get(older);
      if (first === undefined) {
        successor.set(older, place);
        return [];
      }
      return [
        atClaim(
          place,
          'supersedes',
          `supersedes “${older}”, which “${first.claim.id}” (${first.file}) supersedes already.`,
          'Put the claims in one line: let the youngest supersede the one before it.',
        ),
      ];
    });
  },
};

/** What replaces is not older than what it replaces. */
export const supersedesOlder: Rule = {
  name: 'supersedes-older',
  severity: 'error',
  asks: 'A claim is not older than the one it supersedes.',
  check: (view) =>
    view.claims.flatMap((place) => {
      const older = view.claimById.get(place.claim.supersedes ?? '')?.claim;
      if (older === undefined || lastDay(place.claim.asOf) >= firstDay(older.asOf)) return [];
      return [
        atClaim(
          place,
          'supersedes',
          `is of ${place.claim.asOf} and supersedes “${older.id}”, which is of ${older.asOf}.`,
          'Turn the two round, or correct the date that is wrong.',
        ),
      ];
    }),
};

/** Two open claims of a term with one measure, other values and other days are probably a line. */
export const seriesClosed: Rule = {
  name: 'series-open',
  severity: 'warning',
  asks: 'Of a term’s claims with one measure, the older is superseded or a disagreement explains both.',
  check: (view) => {
    const superseded = new Set(view.claims.map((place) => place.claim.supersedes));
    const open = view.claims.filter((place) => !superseded.has(place.claim.id));
    return open.flatMap((place) => {
      const { measure, value, asOf } = place.claim;
      if (measure === undefined || value === undefined) return [];
      const newer = open.find(
        (other) =>
          other.term === place.term &&
          other.claim.measure === measure &&
          other.claim.value !== undefined &&
          firstDay(other.claim.asOf) > lastDay(asOf) &&
          quantity(other.claim.value) !== quantity(value) &&
          !disagree(view, place.claim.id, other.claim.id),
      );
      if (newer === undefined) return [];
      return [
        atClaim(
          place,
          'measure',
          `counts “${measure}” as “${newer.claim.id}” (${newer.claim.asOf}) does, both as current.`,
          `Let “${newer.claim.id}” supersede it (or its successor), record a disagreement, or name the measures apart.`,
        ),
      ];
    });
  },
};

function disagree(view: PackView, a: string, b: string): boolean {
  return view.terms.some((term) =>
    (term.disagreements ?? []).some(({ claims }) => {
      const ids: readonly string[] = claims;
      return ids.includes(a) && ids.includes(b);
    }),
  );
}
