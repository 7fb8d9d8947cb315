/** Relations: between terms that exist, each written once, from the side that the page reads from. */
import { isTerm } from '../is-term.ts';
import type { Relation, Term } from '../schema.ts';
import { followMoves } from './moved.ts';
import { type PackView, type Rule, termFile } from './pack-view.ts';
import type { Finding } from './problem.ts';

interface RelationPlace {
  readonly file: string;
  readonly field: string;
  readonly from: Term;
  readonly to: string;
  readonly relation: Relation;
}

/** A relation leads to a term in use. */
export const relationKnown: Rule = {
  name: 'related-unknown',
  severity: 'error',
  asks: 'related.to names a term in use.',
  check: (view) =>
    readRelations(view).flatMap(({ file, field, to }): Finding[] => {
      const where = { file, field: `${field}.to` };
      const entry = view.entryById.get(to);
      if (entry === undefined) {
        if (view.unread.terms.has(to)) return [];
        return [
          {
            ...where,
            problem: `No term has the id “${to}”.`,
            fix: 'Correct the id, add the term, or remove the relation.',
          },
        ];
      }
      if (isTerm(entry)) return [];
      const end = followMoves(view, to);
      return [
        {
          ...where,
          problem: `The term “${to}” has moved.`,
          fix: end.kind === 'term' ? `Write “${end.id}”.` : 'Name a term in use.',
        },
      ];
    }),
};

/** A term has no relation to itself. */
export const relationToOther: Rule = {
  name: 'related-self',
  severity: 'error',
  asks: 'A term has no relation to itself.',
  check: (view) =>
    readRelations(view).flatMap(({ file, field, from, to, relation }): Finding[] =>
      from.id === to
        ? [
            {
              file,
              field,
              problem: `“${to}” is said to “${relation}” itself.`,
              fix: 'Name the other term, or remove the relation.',
            },
          ]
        : [],
    ),
};

/** A relation is written once; the other direction is derived. */
export const relationOnce: Rule = {
  name: 'related-doubled',
  severity: 'error',
  asks: 'A relation is written once, on one of the two terms.',
  check: (view) => {
    const seen = new Map<string, RelationPlace>();
    return readRelations(view).flatMap((place): Finding[] => {
      const { file, field, from, to, relation } = place;
      if (from.id === to) return [];
      const same = seen.get(`${from.id}|${relation}|${to}`);
      const reverse = seen.get(`${to}|${relation}|${from.id}`);
      seen.set(`${from.id}|${relation}|${to}`, place);
      if (same !== undefined) {
        return [
          {
            file,
            field,
            problem: `“${relation}” “${to}” is written twice, here and in ${same.field}.`,
            fix: 'Remove one of the two.',
          },
        ];
      }
      if (reverse === undefined) return [];
      return [
        {
          file,
          field,
          problem: `“${from.id}” and “${to}” each say “${relation}” of the other (${reverse.file} › ${reverse.field}).`,
          fix: 'Keep the direction that is true; the other one is derived from it.',
        },
      ];
    });
  },
};

/** Competition has no direction, so its place is fixed. */
export const competesFromFirst: Rule = {
  name: 'competes-order',
  severity: 'error',
  asks: '“competes with” stands on the alphabetically first of the two ids.',
  check: (view) =>
    readRelations(view).flatMap(({ file, field, from, to, relation }): Finding[] =>
      relation === 'competes with' && from.id > to
        ? [
            {
              file,
              field,
              problem: `“competes with” “${to}” stands on “${from.id}”, the second of the two ids.`,
              fix: `Move it to ${to}.json as { "to": "${from.id}", "relation": "competes with" }.`,
            },
          ]
        : [],
    ),
};

/** Relations that ask for a certain kind at one end. */
export const relationKinds: Rule = {
  name: 'related-kinds',
  severity: 'warning',
  asks: '“led by” leads to a person; regulators regulate; regulators and inquiries investigate.',
  check: (view) => readRelations(view).flatMap((place) => describeKinds(view, place)),
};

function describeKinds(view: PackView, place: RelationPlace): Finding[] {
  const { file, field, from, to, relation } = place;
  const target = view.entryById.get(to);
  const targetKind = target !== undefined && isTerm(target) ? target.kind : undefined;
  const complain = (problem: string, fix: string) => [{ file, field, problem, fix }];
  switch (relation) {
    case 'led by':
      return targetKind === undefined || targetKind === 'person'
        ? []
        : complain(`“led by” leads to “${to}”, which is a ${targetKind}.`, 'Name a person.');
    case 'regulates':
      return from.kind === 'regulator'
        ? []
        : complain(`A ${from.kind} “regulates” “${to}”.`, 'Write it on the regulator.');
    case 'investigates':
      return from.kind === 'regulator' || from.kind === 'inquiry'
        ? []
        : complain(`A ${from.kind} “investigates” “${to}”.`, 'Write it on the regulator.');
    case 'makes':
    case 'runs on':
    case 'offered on':
    case 'invests in':
    case 'supplies':
    case 'succeeds':
    case 'part of':
    case 'competes with':
      return [];
  }
}

function readRelations(view: PackView): RelationPlace[] {
  return view.terms.flatMap((term) =>
    term.related.map(({ to, relation }, index) => ({
      file: termFile(view.folder, term.id),
      field: `related.${index}`,
      from: term,
      to,
      relation,
    })),
  );
}
