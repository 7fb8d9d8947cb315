/** Aliases: each written form once on a term, and on two terms only where cues tell them apart. */
import type { Alias, Term } from '../schema.ts';
import { type CoveredForms, coveredForms, covers, levelText, overlap } from './alias-forms.ts';
import { evidenceFor } from './cue-lists.ts';
import { type PackView, type Rule, termFile } from './pack-view.ts';
import type { Finding } from './problem.ts';

/** An unmarked form of so few characters would light up on every other page. */
const SHORTEST_UNAMBIGUOUS = 3;

interface AliasPlace {
  readonly alias: Alias;
  readonly covered: CoveredForms;
  readonly term: Term;
  readonly file: string;
  readonly field: string;
}

/** A term lists a written form once. */
export const aliasOnce: Rule = {
  name: 'alias-twice',
  severity: 'error',
  asks: 'A term lists a written form once.',
  check: (view) =>
    view.terms.flatMap((term) =>
      readAliases(view, term).flatMap((place, index, all): Finding[] => {
        const first = all
          .slice(0, index)
          .find((other) => levelText(other.alias.text) === levelText(place.alias.text));
        if (first === undefined) return [];
        return [
          {
            file: place.file,
            field: place.field,
            problem: `The alias “${place.alias.text}” stands already in ${first.field}.`,
            fix: 'Remove one; kinds of hyphen, apostrophe and space are found without being listed.',
          },
        ];
      }),
    ),
};

/** An alias that another one of the term covers adds nothing. */
export const aliasNeeded: Rule = {
  name: 'alias-covered',
  severity: 'warning',
  asks: 'No alias of a term is covered by another one of it.',
  check: (view) =>
    view.terms.flatMap((term) =>
      readAliases(view, term).flatMap((place, index, all): Finding[] => {
        const wider = all.find(
          (other, at) =>
            at !== index &&
            levelText(other.alias.text) !== levelText(place.alias.text) &&
            covers(other.covered, place.covered),
        );
        if (wider === undefined) return [];
        return [
          {
            file: place.file,
            field: place.field,
            problem: `The alias “${place.alias.text}” is found through “${wider.alias.text}” already.`,
            fix: 'Remove it, unless it is meant to have another kind or to be ambiguous alone.',
          },
        ];
      }),
    ),
};

/** A form of two terms is ambiguous on both, and each has evidence that the other lacks. */
export const aliasesApart: Rule = {
  name: 'alias-collision',
  severity: 'error',
  asks: 'A written form stands on two terms only where it is ambiguous on both and cues separate them.',
  check: (view) => {
    const byKey = new Map<string, AliasPlace[]>();
    for (const place of view.terms.flatMap((term) => readAliases(view, term))) {
      const places = byKey.get(place.covered.key) ?? [];
      places.push(place);
      byKey.set(place.covered.key, places);
    }
    return [...byKey.values()].flatMap((places) =>
      places.flatMap((place): Finding[] => {
        const rivals = places.filter(
          (other) => other.term !== place.term && overlap(other.covered, place.covered),
        );
        return describeCollision(place, rivals);
      }),
    );
  },
};

function describeCollision(place: AliasPlace, rivals: readonly AliasPlace[]): Finding[] {
  const { alias, term, file, field } = place;
  const [rival] = rivals;
  if (rival === undefined) return [];
  const names = [...new Set(rivals.map((other) => `“${other.term.id}”`))].join(' and ');
  if (alias.ambiguous !== true) {
    return [
      {
        file,
        field,
        problem: `The form “${alias.text}” is also an alias of ${names}.`,
        fix: 'Set "ambiguous": true on each of them and give each cues; or keep it on one term.',
      },
    ];
  }
  const own = evidenceFor(term, alias.text);
  const unseparated = rivals.find((other) => {
    const theirs = evidenceFor(other.term, other.alias.text);
    return [...own].every((cue) => theirs.has(cue));
  });
  if (unseparated === undefined) return [];
  return [
    {
      file,
      field,
      problem: `The form “${alias.text}” is also an alias of “${unseparated.term.id}”, and no cue of this term would tell it apart.`,
      fix: `Add cues that “${unseparated.term.id}” does not have, in “cues” or under “cues.forms.${alias.text}”.`,
    },
  ];
}

/** An ambiguous form without cues could never be marked, or never be left unmarked. */
export const ambiguousHasCues: Rule = {
  name: 'ambiguous-without-cues',
  severity: 'error',
  asks: 'A term with an ambiguous alias has cues or other senses.',
  check: (view) =>
    view.terms.flatMap((term) =>
      readAliases(view, term).flatMap(({ alias, file, field }): Finding[] =>
        alias.ambiguous !== true ||
        (term.otherSenses ?? []).length > 0 ||
        evidenceFor(term, alias.text).size > 0
          ? []
          : [
              {
                file,
                field,
                problem: `“${alias.text}” is ambiguous, but the term has neither cues nor other senses.`,
                fix: 'Add “cues” (words that speak for this term) and “otherSenses” (the wrong readings).',
              },
            ],
      ),
    ),
};

/** One or two characters mean too much. */
export const shortAliasAmbiguous: Rule = {
  name: 'alias-short',
  severity: 'error',
  asks: `An alias of fewer than ${SHORTEST_UNAMBIGUOUS} characters is ambiguous.`,
  check: (view) =>
    view.terms.flatMap((term) =>
      readAliases(view, term).flatMap(({ alias, file, field }): Finding[] =>
        alias.ambiguous === true || alias.text.length >= SHORTEST_UNAMBIGUOUS
          ? []
          : [
              {
                file,
                field,
                problem: `“${alias.text}” has ${alias.text.length} characters and is marked wherever it stands.`,
                fix: 'Set "ambiguous": true and give cues, or leave the form out.',
              },
            ],
      ),
    ),
};

/** A longer name hides the alias in it, so it must hold one, and be no term's own. */
export const longerNameHoldsAlias: Rule = {
  name: 'longer-name',
  severity: 'error',
  asks: 'A longer name holds an alias of its term and is no alias itself.',
  check: (view) => {
    const named = view.terms.map((term) => ({
      term,
      keys: term.aliases.map((alias) => coveredForms(alias).key),
    }));
    const aliases = new Set(named.flatMap(({ keys }) => keys));
    return named.flatMap(({ term, keys }) =>
      (term.longerNames ?? []).flatMap((text, index): Finding[] => {
        const name = coveredForms({ text }).key;
        const holds = keys.some((key) => name.includes(key));
        if (holds && !aliases.has(name)) return [];
        return [
          {
            file: termFile(view.folder, term.id),
            field: `longerNames.${index}`,
            problem: holds
              ? `“${text}” is an alias too.`
              : `“${text}” holds no alias of this term.`,
            fix: 'Write the whole name of the other thing as pages write it, or remove it.',
          },
        ];
      }),
    );
  },
};

function readAliases(view: PackView, term: Term): AliasPlace[] {
  return term.aliases.map((alias, index) => ({
    alias,
    covered: coveredForms(alias),
    term,
    file: termFile(view.folder, term.id),
    field: `aliases.${index}`,
  }));
}
