import { formatDate } from './format.ts';
import { POPUP_TEXT, SINCE_TEXT } from './strings.ts';

export interface PageDateLineProps {
  /** The page's day, month or year; null where unknown. */
  readonly date: string | null;
  readonly isEditing: boolean;
  readonly onEdit: () => void;
}

/** When the page was written, and the way to say otherwise. */
export function PageDateLine({ date, isEditing, onEdit }: PageDateLineProps) {
  return (
    <p class="gl-summary">
      {date === null ? POPUP_TEXT.undated : POPUP_TEXT.dated(formatDate(date))}{' '}
      <button
        type="button"
        class="gl-fold"
        aria-expanded={isEditing}
        aria-label={date === null ? SINCE_TEXT.setDate : SINCE_TEXT.changeDate}
        onClick={onEdit}
      >
        {date === null ? SINCE_TEXT.setDate : POPUP_TEXT.change}
      </button>
    </p>
  );
}
