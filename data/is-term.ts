/** Apart from the schema, so that a page's script doesn't carry the validator along. */
import type { MovedTerm, Term } from './schema.ts';

/** Tells a term in use from one that has moved. */
export function isTerm(entry: Term | MovedTerm): entry is Term {
  return !('movedTo' in entry);
}
