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
  readonly onSettings: () => void;
}

const HREFS: Readonly<Record<ExploreSection, string>> = {
  terms: '#',
  timeline: '#timeline',
  graph: '#graph',
};

/** The frame of the full page: its views, the list of terms, and what is being read. */
export function ExplorePage({ section, isReading, index, children, onSettings }: ExplorePageProps) {
  return (
    <div class="gl-page gl-explore" data-reading={isReading ? '' : undefined} {...LANGUAGE}>
      <a
        class="gl-skip"
        href="#"
        onClick={(event) => {
          event.preventDefault();
          document.querySelector<HTMLElement>('main h1')?.focus();
        }}
      >
        {EXPLORE_TEXT.skip}
      </a>
      <header class="gl-top">
        <a class="gl-wordmark" href="#">
          {EXPLORE_TEXT.product}
        </a>
        <nav aria-label={EXPLORE_TEXT.navigation}>
          {(Object.keys(HREFS) as ExploreSection[]).map((each) => (
            <a key={each} href={HREFS[each]} aria-current={each === section ? 'page' : undefined}>
              {EXPLORE_TEXT.views[each]}
            </a>
          ))}
        </nav>
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
