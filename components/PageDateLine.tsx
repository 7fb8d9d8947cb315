import { formatDate } from './format.ts';
import { IconButton } from './IconButton.tsx';
import { EditIcon } from './icons.tsx';
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
    <div class="gl-summary gl-page-date">
      {date === null ? POPUP_TEXT.undated : POPUP_TEXT.dated(formatDate(date))}
      {date === null ? (
        <button type="button" class="gl-fold" aria-expanded={isEditing} onClick={onEdit}>
          {SINCE_TEXT.setDate}
        </button>
      ) : (
        <IconButton name={SINCE_TEXT.changeDate} expanded={isEditing} onPress={onEdit}>
          <EditIcon />
        </IconButton>
      )}
    </div>
  );
}
