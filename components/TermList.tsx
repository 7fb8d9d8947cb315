import { useId } from 'preact/hooks';
import type { Kind, TermId } from '../data/schema.ts';
import { moveFocusAlong } from './arrow-keys.ts';
import { KIND_NAMES, POPUP_TEXT } from './strings.ts';

/** One line of the popup's lists. */
export interface ListedTerm {
  readonly id: TermId;
  readonly label: string;
  readonly kind: Kind;
  readonly gloss: string;
  /** Mentions on the page; left out where the term is not looked for there. */
  readonly count?: number | undefined;
  /** Recorded changes since the page's date. */
  readonly changes?: number | undefined;
}

export interface TermListProps {
  readonly title: string;
  /** What all of them are about, beside the title. */
  readonly note?: string | undefined;
  readonly terms: readonly ListedTerm[];
  readonly onChoose: (id: TermId) => void;
}

/** Terms to choose from: each a button that says name, kind, meaning, mentions and changes. */
export function TermList({ title, note, terms, onChoose }: TermListProps) {
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <div class="gl-list-head">
        <h2 id={heading} class="gl-list-title">
          {title}
        </h2>
        {note !== undefined && <p class="gl-list-note">{note}</p>}
      </div>
      <ul class="gl-list" onKeyDown={(event) => moveFocusAlong(event, 'vertical')}>
        {terms.map((term) => (
          <li key={term.id}>
            <TermRow term={term} onChoose={onChoose} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function TermRow({ term, onChoose }: { term: ListedTerm; onChoose: TermListProps['onChoose'] }) {
  const { id, label, kind, gloss, count, changes = 0 } = term;
  return (
    <button type="button" class="gl-row" onClick={() => onChoose(id)}>
      <span class="gl-row-name">
        <bdi>{label}</bdi>
        {changes > 0 && (
          <span class="gl-new">
            <Pause />
            {POPUP_TEXT.changes(changes)}
          </span>
        )}
      </span>
      <span class="gl-row-kind">
        <Pause />
        {KIND_NAMES[kind]}
      </span>
      {count !== undefined && (
        <span class="gl-row-count">
          <Pause />
          <span aria-hidden="true">{count.toLocaleString('en-US')}</span>
          <span class="gl-unseen">{POPUP_TEXT.mentions(count)}</span>
        </span>
      )}
      <span class="gl-row-gloss" dir="auto" title={gloss}>
        <Pause />
        {gloss}
      </span>
    </button>
  );
}

/** Keeps the parts of a row's name apart when it is read out. */
const Pause = () => <span class="gl-unseen">, </span>;
