import { useEffect, useMemo, useState } from 'preact/hooks';
import type { PopupTerm } from '../../components/PopupPanel.tsx';
import type { TermId } from '../../data/schema.ts';
import { readCard } from '../../extension/dataset.ts';
import type { CardRecord } from '../../glossary/card-record.ts';
import { changesSince, countChanges } from '../../glossary/changes-since.ts';
import { today } from '../../page/today.ts';

/**
 * Counts what has changed for each term since the page was written.
 * @returns the terms, most changed first, then by mentions.
 */
export function useChanges(
  terms: readonly PopupTerm[],
  pageDate: string | null,
): readonly PopupTerm[] {
  const [cards, setCards] = useState<ReadonlyMap<TermId, CardRecord>>(new Map());
  const ids = terms.map(({ id }) => id).join(' ');

  useEffect(() => {
    let isCurrent = true;
    const wanted = ids.split(' ').filter((id) => id !== '') as TermId[];
    Promise.all(wanted.map((id) => readCard(id))).then((found) => {
      if (!isCurrent) return;
      setCards(new Map(found.flatMap((card) => (card === null ? [] : [[card.id, card] as const]))));
    });
    return () => {
      isCurrent = false;
    };
  }, [ids]);

  return useMemo(() => {
    if (pageDate === null) return terms;
    const day = today();
    return terms
      .map((term) => {
        const card = cards.get(term.id);
        const changes = card ? countChanges(changesSince(card, pageDate, day)) : 0;
        return { ...term, changes };
      })
      .sort((a, b) => b.changes - a.changes || b.count - a.count);
  }, [terms, cards, pageDate]);
}
