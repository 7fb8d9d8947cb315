import type { ComponentChildren } from 'preact';
import { POPUP_TEXT } from './strings.ts';

export interface SiteHeaderProps {
  readonly host: string;
  /** Null where there is nothing to switch: the browser keeps the page to itself. */
  readonly on: boolean | null;
  /** What is known of the page, a line each; empty while it is being read. */
  readonly summary: readonly string[];
  readonly onToggleHost: (on: boolean) => void;
  /** More about the page, below its name. */
  readonly children?: ComponentChildren;
}

/** The site's name, what is on the page, and the switch for the site. */
export function SiteHeader({ host, on, summary, onToggleHost, children }: SiteHeaderProps) {
  return (
    <header class="gl-site">
      <div class="gl-site-name">
        <h1 title={host}>
          <bdi>{host}</bdi>
        </h1>
        {summary.map((line) => (
          <p key={line} class="gl-summary">
            {line}
          </p>
        ))}
        {children}
      </div>
      {on !== null && (
        <button
          type="button"
          role="switch"
          class="gl-switch"
          aria-checked={on}
          aria-label={POPUP_TEXT.site(host)}
          onClick={() => onToggleHost(!on)}
        >
          <span class="gl-switch-word" aria-hidden="true">
            {on ? POPUP_TEXT.on : POPUP_TEXT.off}
          </span>
          <span class="gl-track" aria-hidden="true" />
        </button>
      )}
    </header>
  );
}

/** How many terms and mentions the page has. */
export function pageSummary(terms: readonly { readonly count: number }[]): string[] {
  if (terms.length === 0) return [POPUP_TEXT.noTerms];
  const mentions = terms.reduce((sum, term) => sum + term.count, 0);
  return [POPUP_TEXT.totals(terms.length, mentions)];
}
