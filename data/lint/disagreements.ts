/** Disagreements: claims that exist, that differ, and that neither replaces. */

import { type ClaimPlace, type PackView, type Rule, termFile } from './pack-view.ts';
import type { Finding } from './problem.ts';
import { bareWords, quantity } from './same-value.ts';

interface DisagreementPlace {
  readonly file: string;
  readonly field: string;
  readonly about: string;
  readonly ids: readonly string[];
  readonly sides: readonly ClaimPlace[];
  readonly termId: string;
}

/** All claims of a disagreement exist. */
export const disagreementKnown: Rule = {
  name: 'disagreement-unknown',
  severity: 'error',
  asks: 'A disagreement lists claims of the pack.',
  check: (view) =>
    readDisagreements(view).flatMap(({ file, field, ids }) =>
      ids.flatMap((id, index): Finding[] =>
        view.claimById.has(id) || !view.isWhole
          ? []
          : [
              {
                file,
                field: `${field}.claims.${index}`,
                problem: `No claim has the id “${id}”.`,
                fix: 'Correct the id, or take it off the list.',
              },
            ],
      ),
    ),
};

/** The sides of a disagreement are two or more claims that say different things. */
export const disagreementDiffers: Rule = {
  name: 'disagreement-agrees',
  severity: 'error',
  asks: 'The claims of a disagreement differ in value or, without values, in text.',
  check: (view) =>
    readDisagreements(view).flatMap(({ file, field, ids, sides, about }): Finding[] => {
      const twice = ids.find((id, index) => ids.indexOf(id) !== index);
      if (twice !== undefined) {
        return [
          {
            file,
            field: `${field}.claims`,
            problem: `The disagreement about “${about}” lists “${twice}” twice.`,
            fix: 'List each claim once, two different ones at least.',
          },
        ];
      }
      for (const [index, side] of sides.entries()) {
        const same = sides.slice(index + 1).find((other) => saysSame(side, other));
        if (same === undefined) continue;
        return [
          {
            file,
            field: `${field}.claims`,
            problem: `“${side.claim.id}” and “${same.claim.id}” say the same, so they do not disagree.`,
            fix: 'Name the claims that differ; if they count different things, give them different measures; of two equal ones keep one and give it both sources.',
          },
        ];
      }
      return [];
    }),
};

/** A disagreement stands with the term whose claims it is about. */
export const disagreementAtHome: Rule = {
  name: 'disagreement-elsewhere',
  severity: 'warning',
  asks: 'A disagreement has a claim of its own term among its sides.',
  check: (view) =>
    readDisagreements(view).flatMap(({ file, field, sides, termId, about }): Finding[] =>
      sides.length === 0 || sides.some((side) => side.term.id === termId)
        ? []
        : [
            {
              file,
              field,
              problem: `The disagreement about “${about}” lists no claim of this term.`,
              fix: 'Move it to a term whose claims differ.',
            },
          ],
    ),
};

/** What one side replaced is history, not a dispute. */
export const disagreementNotSuccession: Rule = {
  name: 'disagreement-succession',
  severity: 'warning',
  asks: 'The sides of a disagreement do not supersede each other.',
  check: (view) =>
    readDisagreements(view).flatMap(({ file, field, ids, sides }): Finding[] => {
      const newer = sides.find(
        ({ claim }) => claim.supersedes !== undefined && ids.includes(claim.supersedes),
      );
      if (newer === undefined) return [];
      return [
        {
          file,
          field: `${field}.claims`,
          problem: `“${newer.claim.id}” supersedes another side, “${newer.claim.supersedes}”.`,
          fix: 'Keep “supersedes” if things changed, the disagreement if accounts differ; not both.',
        },
      ];
    }),
};

function readDisagreements(view: PackView): DisagreementPlace[] {
  return view.terms.flatMap((term) =>
    (term.disagreements ?? []).map((disagreement, index) => ({
      file: termFile(view.folder, term.id),
      field: `disagreements.${index}`,
      about: disagreement.about,
      ids: disagreement.claims,
      termId: term.id,
      sides: disagreement.claims.flatMap((id) => view.claimById.get(id) ?? []),
    })),
  );
}

function saysSame(a: ClaimPlace, b: ClaimPlace): boolean {
  const { value, measure } = a.claim;
  const other = b.claim;
  if (value !== undefined && other.value !== undefined && measure === other.measure) {
    return quantity(value) === quantity(other.value);
  }
  return bareWords(a.claim.text) === bareWords(other.text);
}
