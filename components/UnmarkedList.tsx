import { useId } from 'preact/hooks';
import { POPUP_TEXT } from './strings.ts';

/** A written form that is on the page and was left alone. */
export interface UnmarkedForm {
  readonly form: string;
  /** The other meaning it was taken for; null where nothing decided. */
  readonly reads: string | null;
  readonly count: number;
}

/** What looked like a term and was not marked, and why. */
export function UnmarkedList({ forms }: { readonly forms: readonly UnmarkedForm[] }) {
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <div class="gl-list-head">
        <h2 id={heading} class="gl-list-title">
          {POPUP_TEXT.unmarked}
        </h2>
      </div>
      <ul class="gl-list">
        {forms.map(({ form, reads, count }) => (
          <li key={`${form} ${reads ?? ''}`} class="gl-row gl-plain">
            <span class="gl-row-name" dir="auto">
              {form}
            </span>
            <span class="gl-row-kind">
              {reads === null ? POPUP_TEXT.unclear : POPUP_TEXT.readsAs(reads)}
            </span>
            <span class="gl-row-count">
              <span aria-hidden="true">{count.toLocaleString('en-US')}</span>
              <span class="gl-unseen">{POPUP_TEXT.mentions(count)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
