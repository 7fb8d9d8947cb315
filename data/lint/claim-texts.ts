/** No statement stands twice. */
import { atClaim, type ClaimPlace, type Rule } from './pack-view.ts';
import { bareWords } from './same-value.ts';

/** The same words on two claims are one claim. */
export const claimsOnce: Rule = {
  name: 'claim-twice',
  severity: 'error',
  asks: 'No two claims have the same text.',
  check: (view) => {
    const seen = new Map<string, ClaimPlace>();
    return view.claims.flatMap((place) => {
      const key = bareWords(place.claim.text);
      const first = seen.get(key);
      if (first === undefined) {
        seen.set(key, place);
        return [];
      }
      return [
        atClaim(
          place,
          'text',
          `says the same as “${first.claim.id}” (${first.file}).`,
          'Keep one; put the relation between the two terms into “related”.',
        ),
      ];
    });
  },
};
