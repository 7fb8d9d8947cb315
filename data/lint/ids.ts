/** Ids: one record each, in every pack. */

import { atClaim, type PackView, type Rule, sourcesFile, termFile } from './pack-view.ts';
import type { Finding, Problem } from './problem.ts';

/** Every claim's id stands once in the pack: claims point at each other by it. */
export const uniqueClaimIds: Rule = {
  name: 'duplicate-claim-id',
  severity: 'error',
  asks: 'A claim’s id stands once in the whole dataset.',
  check: (view) =>
    view.claims
      .filter((place) => view.claimById.get(place.claim.id) !== place)
      .map((place) => {
        const first = view.claimById.get(place.claim.id);
        return atClaim(
          place,
          'id',
          `has an id that ${first?.file ?? 'another file'} › ${first?.field ?? ''} already uses.`,
          'Give this claim another id; keep the older one, others may point at it.',
        );
      }),
};

/** Every source's id stands once. */
export const uniqueSourceIds: Rule = {
  name: 'duplicate-source-id',
  severity: 'error',
  asks: 'A source’s id stands once in sources.json.',
  check: (view) =>
    view.pack.sources.flatMap((source, index): Finding[] =>
      view.sourceById.get(source.id) === source
        ? []
        : [
            {
              file: sourcesFile(view.folder),
              field: `${index}.id`,
              problem: `The id “${source.id}” is already used by an earlier source.`,
              fix: 'Keep one record if both are the same page; else give this one another id.',
            },
          ],
    ),
};

/** Every term's id stands once; within a folder this can only happen where a name differs from an id. */
export const uniqueTermIds: Rule = {
  name: 'duplicate-term-id',
  severity: 'error',
  asks: 'A term’s id stands once in the whole dataset.',
  check: (view) =>
    view.pack.terms
      .filter((entry) => view.entryById.get(entry.id) !== entry)
      .map((entry) => ({
        file: termFile(view.folder, entry.id),
        field: 'id',
        problem: `Two files of the pack have the id “${entry.id}”.`,
        fix: 'Give each file the id that its name says, or merge the two.',
      })),
};

/** Ids of terms and claims that two packs share. A card may show facts of several packs at once. */
export function findIdsAcrossPacks(views: readonly PackView[]): Problem[] {
  const problems: Problem[] = [];
  const termHome = new Map<string, PackView>();
  const claimHome = new Map<string, PackView>();
  for (const view of views) {
    for (const entry of view.entryById.values()) {
      const home = termHome.get(entry.id);
      if (home !== undefined) {
        problems.push({
          file: termFile(view.folder, entry.id),
          field: 'id',
          problem: `The id “${entry.id}” is also a term of ${home.folder}.`,
          fix: 'Keep the term in one pack, or give this one another id.',
          rule: uniqueTermIds.name,
        });
      } else termHome.set(entry.id, view);
    }
    for (const place of view.claimById.values()) {
      const home = claimHome.get(place.claim.id);
      if (home !== undefined) {
        const finding = atClaim(
          place,
          'id',
          `has an id that a claim of ${home.folder} already uses.`,
          'Give this claim another id.',
        );
        problems.push({ ...finding, rule: uniqueClaimIds.name });
      } else claimHome.set(place.claim.id, view);
    }
  }
  return problems;
}
