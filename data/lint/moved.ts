/** Terms that moved: an id never vanishes, and following it always ends at a term. */
import type { MovedTerm } from '../schema.ts';
import { type PackView, type Rule, termFile } from './pack-view.ts';
import type { Finding } from './problem.ts';

/** How following `movedTo` from an entry ends. */
export type MoveEnd =
  | { readonly kind: 'term'; readonly id: string }
  | { readonly kind: 'nowhere'; readonly id: string }
  | { readonly kind: 'cycle'; readonly chain: readonly string[] };

/** Follows `movedTo` from an id until a term, an unknown id or a circle. */
export function followMoves(view: PackView, start: string): MoveEnd {
  const chain: string[] = [start];
  let id = start;
  for (;;) {
    const entry = view.entryById.get(id);
    if (entry === undefined) {
      return view.unread.terms.has(id) ? { kind: 'term', id } : { kind: 'nowhere', id };
    }
    if (!('movedTo' in entry)) return { kind: 'term', id };
    id = entry.movedTo;
    if (chain.includes(id)) return { kind: 'cycle', chain: [...chain, id] };
    chain.push(id);
  }
}

/** Every `movedTo` leads to a term in use. */
export const movesEnd: Rule = {
  name: 'moved-to',
  severity: 'error',
  asks: 'Following movedTo ends at a term in use.',
  check: (view) => view.moved.flatMap((entry) => describeMove(view, entry)),
};

function describeMove(view: PackView, entry: MovedTerm): Finding[] {
  const end = followMoves(view, entry.id);
  const where = { file: termFile(view.folder, entry.id), field: 'movedTo' };
  switch (end.kind) {
    case 'term':
      return [];
    case 'nowhere':
      return [
        {
          ...where,
          problem: `It leads to “${end.id}”, which no file has as its id.`,
          fix: 'Name the id of a term in use, or add that term.',
        },
      ];
    case 'cycle':
      return [
        {
          ...where,
          problem: `It leads back to itself: ${end.chain.join(' → ')}.`,
          fix: 'Let one of these files be a term in use, or point at one.',
        },
      ];
  }
}
