import { LANGUAGE } from './strings.ts';

export interface CardNoticeProps {
  readonly text: string;
  /** The way back, where there is one. */
  readonly action?: { readonly label: string; onPress(): void } | undefined;
}

/** One line where the card was, or would be. */
export function CardNotice({ text, action }: CardNoticeProps) {
  return (
    <div class="gl-card gl-toast" {...LANGUAGE}>
      <p>{text}</p>
      {action !== undefined && (
        <button type="button" class="gl-button" onClick={action.onPress}>
          {action.label}
        </button>
      )}
    </div>
  );
}
