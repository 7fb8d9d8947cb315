/** Search over all terms that forgives typing errors: “antropic” finds Anthropic. */
import MiniSearch from 'minisearch';
import type { TermId } from '../data/schema.ts';
import type { TermSummary } from './card-record.ts';

export interface TermSearch {
  /** @param query free text. @returns terms, best first; none for an empty query. */
  find(query: string): TermSummary[];
}

/** Share of a word's letters that may be wrong. */
const TOLERANCE = 0.25;

export function createTermSearch(summaries: readonly TermSummary[]): TermSearch {
  const byId = new Map(summaries.map((summary) => [summary.id, summary]));
  const index = new MiniSearch<TermSummary>({
    fields: ['label', 'aliases', 'gloss'],
    extractField: (summary, field) => {
      const value = summary[field as keyof TermSummary];
      return typeof value === 'string' ? value : value.join(' ');
    },
    searchOptions: {
      prefix: true,
      fuzzy: (word) => (word.length > 3 ? TOLERANCE : false),
      boost: { label: 3, aliases: 2 },
      combineWith: 'AND',
    },
  });
  index.addAll(summaries);
  return {
    find: (query) => index.search(query).flatMap(({ id }) => byId.get(id as TermId) ?? []),
  };
}
