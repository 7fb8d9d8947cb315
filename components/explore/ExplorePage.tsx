import type { ComponentChildren } from 'preact';
import { LANGUAGE } from '../strings.ts';
import { EXPLORE_TEXT } from './explore-text.ts';
import { TopBar } from './TopBar.tsx';

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
      <TopBar
        home={HREFS.terms}
        links={(Object.keys(HREFS) as ExploreSection[]).map((each) => ({
          href: HREFS[each],
          text: EXPLORE_TEXT.views[each],
          isCurrent: each === section,
        }))}
        actions={[
          { text: EXPLORE_TEXT.sidePanel, onPress: onSidePanel },
          { text: EXPLORE_TEXT.settings, onPress: onSettings },
        ]}
      />
      <div class={section === 'terms' ? 'gl-columns' : 'gl-wide'}>
        {section === 'terms' && index}
        <main>{children}</main>
      </div>
    </div>
  );
}
