import { LANGUAGE } from './strings.ts';

export interface CardNoticeProps {
  readonly text: string;
  readonly action: string;
  readonly onAction: () => void;
}

/** One line where the card was, with the way back. */
export function CardNotice({ text, action, onAction }: CardNoticeProps) {
  return (
    <div class="gl-card gl-toast" role="status" {...LANGUAGE}>
      <p>{text}</p>
      <button type="button" class="gl-button" onClick={onAction}>
        {action}
      </button>
    </div>
  );
}
