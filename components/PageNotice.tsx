export interface PageNoticeProps {
  /** Either may be empty. */
  readonly title: string;
  readonly text: string;
  /** A button that does something about it. */
  readonly action?: { readonly label: string; readonly onPress: () => void } | undefined;
}

/** Why there is no list, and what can be done about it. */
export function PageNotice({ title, text, action }: PageNoticeProps) {
  return (
    <div class="gl-notice">
      {title !== '' && <p class="gl-notice-title">{title}</p>}
      {text !== '' && <p>{text}</p>}
      {action !== undefined && (
        <button type="button" class="gl-button" onClick={action.onPress}>
          {action.label}
        </button>
      )}
    </div>
  );
}

/** Stands in for the list while the page is being read. */
export function LoadingNotice({ title }: { readonly title: string }) {
  return (
    <div class="gl-loading">
      <p class="gl-notice-title">{title}</p>
      <div aria-hidden="true">
        <span class="gl-bone" />
        <span class="gl-bone" />
        <span class="gl-bone" />
      </div>
    </div>
  );
}
