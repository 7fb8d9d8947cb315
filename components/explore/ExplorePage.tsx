import type { ComponentChildren } from 'preact';
import { LANGUAGE } from '../strings.ts';
import { EXPLORE_TEXT } from './explore-text.ts';

export type ExploreSection = 'terms' | 'timeline' | 'graph';

export interface ExplorePageProps {
  readonly section: ExploreSection;
  /** True while a term is being read: on a narrow screen it stands before the list. */
  readonly isReading: boolean;
  readonly index: ComponentChildren;
  readonly children: ComponentChildren;
  /** Opens the panel beside the page. */
  readonly onSidePanel: () => void;
  readonly onSettings: () => void;
}

const HREFS: Readonly<Record<ExploreSection, string>> = {
  terms: '#home',
  timeline: '#timeline',
  graph: '#graph',
};

/** The frame of the full page: its views, the list of terms, and what is being read. */
export function ExplorePage(props: ExplorePageProps) {
  const { section, isReading, index, children, onSidePanel, onSettings } = props;
  return (
    <div class="gl-page gl-explore" data-reading={isReading ? '' : undefined} {...LANGUAGE}>
      <button
        type="button"
        class="gl-skip"
        onClick={() => document.querySelector<HTMLElement>('main h1')?.focus()}
      >
        {EXPLORE_TEXT.skip}
      </button>
      <header class="gl-top">
        <a class="gl-wordmark" href={HREFS.terms}>
          {EXPLORE_TEXT.product}
        </a>
        <nav aria-label={EXPLORE_TEXT.navigation}>
          {(Object.keys(HREFS) as ExploreSection[]).map((each) => (
            <a key={each} href={HREFS[each]} aria-current={each === section ? 'page' : undefined}>
              {EXPLORE_TEXT.views[each]}
            </a>
          ))}
        </nav>
        <button type="button" class="gl-top-action" onClick={onSidePanel}>
          {EXPLORE_TEXT.sidePanel}
        </button>
        <button type="button" class="gl-top-action" onClick={onSettings}>
          {EXPLORE_TEXT.settings}
        </button>
      </header>
      <div class={section === 'terms' ? 'gl-columns' : 'gl-wide'}>
        {section === 'terms' && index}
        <main>{children}</main>
      </div>
    </div>
  );
}
