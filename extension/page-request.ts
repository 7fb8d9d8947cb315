/** Reads what the popup asks of a page; anything else is left unanswered. */
import type { TermId } from '../data/schema.ts';
import type { PageRequest } from './messages.ts';

/** @returns the request, or undefined where it is none. */
export function readPageRequest(raw: unknown): PageRequest | undefined {
  if (typeof raw !== 'object' || raw === null || !('kind' in raw)) return undefined;
  switch (raw.kind) {
    case 'openTerm':
      return 'termId' in raw && isTermId(raw.termId)
        ? { kind: 'openTerm', termId: raw.termId }
        : undefined;
    case 'setDate':
      return 'date' in raw && isDate(raw.date) ? { kind: 'setDate', date: raw.date } : undefined;
    case 'read':
      return { kind: 'read' };
    default:
      return undefined;
  }
}

export function isTermId(raw: unknown): raw is TermId {
  return typeof raw === 'string' && /^[a-z0-9-]{1,100}$/u.test(raw);
}

function isDate(raw: unknown): raw is string | null {
  return raw === null || (typeof raw === 'string' && /^\d{4}(?:-\d\d(?:-\d\d)?)?$/u.test(raw));
}
