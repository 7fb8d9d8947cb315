/**
 * Addresses of the page of all facts: `explore.html#<term id>`, `#home`, `#timeline`, `#graph`,
 * `#graph:<term id>`, `#graph:~<relation>`, and `?q=…` for a search.
 */

import type { GraphSubject } from '../../components/explore/GraphView.tsx';
import type { Relation, TermId } from '../../data/schema.ts';

export type Place =
  | { readonly kind: 'home' }
  | { readonly kind: 'term'; readonly id: TermId }
  | { readonly kind: 'timeline' }
  | { readonly kind: 'graph'; readonly subject: GraphSubject | undefined };

/** @param hash of the address, with or without `#`. */
export function readPlace(hash: string): Place {
  const [name = '', about = ''] = decode(hash.replace(/^#/u, '')).split(':');
  if (name === '' || name === 'home') return { kind: 'home' };
  if (name === 'timeline') return { kind: 'timeline' };
  if (name !== 'graph') return { kind: 'term', id: name as TermId };
  if (about === '') return { kind: 'graph', subject: undefined };
  const relation = about.startsWith('~') ? (about.slice(1).replaceAll('-', ' ') as Relation) : null;
  const subject: GraphSubject =
    relation === null ? { kind: 'term', id: about as TermId } : { kind: 'relation', relation };
  return { kind: 'graph', subject };
}

/** @returns the hash that leads to this graph. */
export function graphHash(subject: GraphSubject): string {
  return subject.kind === 'term'
    ? `#graph:${subject.id}`
    : `#graph:~${subject.relation.replaceAll(' ', '-')}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
