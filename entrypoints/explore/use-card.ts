import { useEffect, useState } from 'preact/hooks';
import type { TermId } from '../../data/schema.ts';
import { readCard } from '../../extension/dataset.ts';
import type { CardRecord } from '../../glossary/card-record.ts';

/** @returns a term's card; null where there is none, undefined while it is being read. */
export function useCard(id: TermId | undefined): CardRecord | null | undefined {
  const [found, setFound] = useState<{ id: TermId; card: CardRecord | null }>();
  useEffect(() => {
    let isCurrent = true;
    if (id !== undefined) {
      void readCard(id).then((card) => {
        if (isCurrent) setFound({ id, card });
      });
    }
    return () => {
      isCurrent = false;
    };
  }, [id]);
  return found?.id === id ? found?.card : undefined;
}
