import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { TermId } from '../data/schema.ts';
import type { CardRelated } from '../glossary/card-record.ts';
import { moveFocusAlong } from './arrow-keys.ts';
import { fitChips } from './chip-fit.ts';
import { relationPhrase } from './format.ts';
import { RELATED_TEXT } from './strings.ts';

/** More chips in a row are no longer taken in at a glance. */
const MOST = 4;
/** Room kept for the “+n” to grow by a digit, in px. */
const REST_SLACK = 8;

interface ChipProps {
  readonly id: TermId;
  readonly label: string;
  /** How the card's term stands to this one: “made by”. */
  readonly phrase: string;
  readonly hidden?: boolean;
  readonly onOpenTerm: (id: TermId) => void;
}

/** A related term; its name says the relation too. */
export function Chip({ id, label, phrase, hidden = false, onOpenTerm }: ChipProps) {
  const name = `${phrase} ${label}`;
  return (
    <button
      type="button"
      class="gl-chip"
      aria-label={name}
      title={name}
      hidden={hidden}
      onClick={() => onOpenTerm(id)}
    >
      {label}
    </button>
  );
}

export interface RelatedChipsProps {
  readonly related: readonly CardRelated[];
  readonly onOpenTerm: (id: TermId) => void;
  /** Whether the list of all related terms is open. */
  readonly expanded: boolean;
  /** @param byKeyboard whether the focus should follow into the list. */
  readonly onExpand: (byKeyboard: boolean) => void;
}

/**
 * Related terms in one row. Chips that do not fit whole are counted in a “+n” that opens the list of
 * all of them; none is ever cut.
 */
export function RelatedChips({ related, onOpenTerm, expanded, onExpand }: RelatedChipsProps) {
  const row = useRef<HTMLFieldSetElement>(null);
  const [shown, setShown] = useState<readonly number[]>(() => [...Array(MOST).keys()]);
  const terms = byTerm(related);
  const count = terms.length;

  // Measured after every render, before it is painted; nothing changes where the same chips fit.
  useLayoutEffect(() => {
    if (row.current !== null) setShown(refit(row.current));
  });
  useLayoutEffect(() => {
    const element = row.current;
    if (element === null || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => setShown(refit(element)));
    observer.observe(element);
    // A chip's own size follows the text size, which the row's width does not.
    if (element.firstElementChild !== null) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, []);

  const rest = Math.max(0, count - shown.length);
  return (
    <fieldset
      ref={row}
      class="gl-chips"
      aria-label={RELATED_TEXT.title}
      onKeyDown={(event) => moveFocusAlong(event, 'horizontal')}
    >
      {terms.map((term, index) => (
        <Chip key={term.id} {...term} hidden={!shown.includes(index)} onOpenTerm={onOpenTerm} />
      ))}
      <button
        type="button"
        class="gl-chip gl-rest"
        dir="auto"
        aria-label={shown.length === 0 ? RELATED_TEXT.title : RELATED_TEXT.restName(rest)}
        aria-expanded={expanded}
        hidden={rest === 0}
        onClick={(event) => onExpand(event.detail === 0)}
      >
        {shown.length === 0 ? RELATED_TEXT.title : RELATED_TEXT.rest(rest)}
      </button>
    </fieldset>
  );
}

/** A setter for the chips shown that changes nothing where they are the same. */
function refit(row: HTMLElement) {
  const now = measure(row);
  return (before: readonly number[]) => (String(before) === String(now) ? before : now);
}

/** Which chips of the row fit; all of them are laid out for the moment of measuring. */
function measure(row: HTMLElement): readonly number[] {
  row.classList.add('gl-measuring');
  const widths = [...row.children].map((child) => child.getBoundingClientRect().width);
  const room = row.getBoundingClientRect().width;
  const gap = Number.parseFloat(getComputedStyle(row).columnGap) || 0;
  row.classList.remove('gl-measuring');
  const restWidth = (widths.pop() ?? 0) + REST_SLACK;
  return fitChips({ widths, room, gap, restWidth, most: MOST });
}

/** One chip a term, however many relations lead to it. */
function byTerm(related: readonly CardRelated[]): Omit<ChipProps, 'hidden' | 'onOpenTerm'>[] {
  const terms = new Map<TermId, { id: TermId; label: string; phrase: string }>();
  for (const { id, label, relation, inverse } of related) {
    const phrase = relationPhrase(relation, inverse);
    const known = terms.get(id);
    terms.set(id, {
      id,
      label,
      phrase: known === undefined ? phrase : `${known.phrase}, ${phrase}`,
    });
  }
  return [...terms.values()];
}

/** All related terms, by relation. */
export function RelatedList({
  related,
  onOpenTerm,
}: Pick<RelatedChipsProps, 'related' | 'onOpenTerm'>) {
  const groups = new Map<string, CardRelated[]>();
  for (const term of related) {
    const phrase = relationPhrase(term.relation, term.inverse);
    groups.set(phrase, [...(groups.get(phrase) ?? []), term]);
  }
  return (
    <ul class="gl-relations">
      {[...groups].map(([phrase, terms]) => (
        <li key={phrase} class="gl-relation">
          <span class="gl-phrase">{phrase}</span>
          <span class="gl-wrap">
            {terms.map((term) => (
              <Chip
                key={term.id}
                id={term.id}
                label={term.label}
                phrase={phrase}
                onOpenTerm={onOpenTerm}
              />
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
