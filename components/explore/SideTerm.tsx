import { BackIcon } from '../icons.tsx';
import { LANGUAGE } from '../strings.ts';
import { PANEL_TEXT } from './explore-text.ts';
import { TermPage, type TermPageProps } from './TermPage.tsx';

export interface SideTermProps extends TermPageProps {
  readonly onBack: () => void;
  /** Goes to the term in the article; left out where the article doesn't have it. */
  readonly onShow: (() => void) | undefined;
  /** Opens the term in a tab of its own. */
  readonly onFull: () => void;
}

/** A term's full page beside the article. */
export function SideTerm({ onBack, onShow, onFull, ...term }: SideTermProps) {
  return (
    <div class="gl-page gl-beside" {...LANGUAGE}>
      <header class="gl-side-bar">
        <button type="button" class="gl-top-action" onClick={onBack}>
          <BackIcon />
          {PANEL_TEXT.back}
        </button>
        {onShow !== undefined && (
          <button type="button" class="gl-top-action" onClick={onShow}>
            {PANEL_TEXT.show}
          </button>
        )}
        <button type="button" class="gl-top-action" onClick={onFull}>
          {PANEL_TEXT.full}
        </button>
      </header>
      <main>
        <TermPage {...term} />
      </main>
    </div>
  );
}
