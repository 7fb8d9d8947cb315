import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { ExplorePage } from '../../components/explore/ExplorePage.tsx';
import { EXPLORE_TEXT, GRAPH_TEXT, TIMELINE_TEXT } from '../../components/explore/explore-text.ts';
import { GraphView } from '../../components/explore/GraphView.tsx';
import { HomeView } from '../../components/explore/HomeView.tsx';
import { TermIndex } from '../../components/explore/TermIndex.tsx';
import { TermPage } from '../../components/explore/TermPage.tsx';
import { TimelineView } from '../../components/explore/TimelineView.tsx';
import { PageNotice } from '../../components/PageNotice.tsx';
import type { Kind } from '../../data/schema.ts';
import { type FullOverview, readOverview, readSummaries } from '../../extension/dataset.ts';
import { openSidePanel } from '../../extension/side-panel.ts';
import type { TermSummary } from '../../glossary/card-record.ts';
import { createTermSearch } from '../../glossary/search-terms.ts';
import { graphHash, type Place, readPlace } from './address.ts';
import { useCard } from './use-card.ts';
import { useHash } from './use-hash.ts';

/** Wires the full page to the facts and to its own address. */
export function Explore() {
  const place = readPlace(useHash());
  const [summaries, setSummaries] = useState<readonly TermSummary[]>([]);
  const [overview, setOverview] = useState<FullOverview>();
  const [hasFailed, setFailed] = useState(false);
  const [query, setQuery] = useState(() => new URLSearchParams(location.search).get('q') ?? '');
  const openPanel = useSidePanel();
  const [kind, setKind] = useState<Kind | ''>('');
  const search = useMemo(() => createTermSearch(summaries), [summaries]);
  const id = place.kind === 'term' ? place.id : undefined;
  const card = useCard(id);

  useEffect(() => {
    Promise.all([readSummaries(), readOverview()]).then(
      ([terms, all]) => {
        setSummaries(terms);
        setOverview(all);
      },
      () => setFailed(true),
    );
  }, []);
  useTitle(place, card?.label);
  useFocusOnArrival(overview === undefined || (id !== undefined && card === undefined), place);

  return (
    <ExplorePage
      section={place.kind === 'timeline' || place.kind === 'graph' ? place.kind : 'terms'}
      isReading={place.kind === 'term'}
      onSidePanel={openPanel}
      onSettings={() => void browser.runtime.openOptionsPage()}
      index={
        <TermIndex
          summaries={summaries}
          query={query}
          results={search.find(query)}
          kind={kind}
          chosen={id}
          onQuery={(text) => {
            setQuery(text);
            keepQuery(text);
          }}
          onKind={setKind}
          onOpen={(term) => {
            location.hash = term;
          }}
        />
      }
    >
      {hasFailed ? (
        <>
          <h1 class="gl-unseen">{EXPLORE_TEXT.failed}</h1>
          <PageNotice title={EXPLORE_TEXT.failed} text={EXPLORE_TEXT.failedHint} />
        </>
      ) : (
        overview !== undefined && <View place={place} overview={overview} card={card} />
      )}
    </ExplorePage>
  );
}

interface ViewProps {
  readonly place: Place;
  readonly overview: FullOverview;
  readonly card: ReturnType<typeof useCard>;
}

function View({ place, overview, card }: ViewProps) {
  switch (place.kind) {
    case 'home':
      return <HomeView overview={overview} />;
    case 'timeline':
      return <TimelineView figures={overview.figures} />;
    case 'graph':
      return (
        <GraphView
          graph={overview.graph}
          subject={place.subject ?? { kind: 'relation', relation: 'invests in' }}
          onSubject={(subject) => {
            location.hash = graphHash(subject);
          }}
        />
      );
    case 'term':
      if (card === undefined) return null;
      if (card === null) {
        return (
          <>
            <h1 tabIndex={-1}>{EXPLORE_TEXT.unknownTitle}</h1>
            <p>{EXPLORE_TEXT.unknown}</p>
          </>
        );
      }
      return (
        <TermPage
          card={card}
          graph={overview.graph}
          isBundled={!overview.imported.includes(card.pack.id)}
          graphHref={graphHash({ kind: 'term', id: card.id })}
        />
      );
  }
}

/** @returns opens the panel; the window is known beforehand, for there is no time to ask on a press. */
function useSidePanel(): () => void {
  const windowId = useRef<number>(undefined);
  useEffect(() => {
    void browser.windows.getCurrent().then(({ id }) => {
      windowId.current = id;
    });
  }, []);
  return () => {
    if (windowId.current !== undefined) openSidePanel(windowId.current).catch(() => {});
  };
}

function useTitle(place: Place, label: string | undefined): void {
  useEffect(() => {
    const name = {
      home: 'Explore',
      term: label ?? 'Explore',
      timeline: TIMELINE_TEXT.title,
      graph: GRAPH_TEXT.title,
    }[place.kind];
    document.title = EXPLORE_TEXT.title(name);
  }, [place.kind, label]);
}

/** After a link to another place its heading has the focus, as after a page load; not at the start. */
function useFocusOnArrival(isLoading: boolean, place: Place): void {
  const key = place.kind === 'term' ? place.id : place.kind;
  const seen = useRef(key);
  useEffect(() => {
    if (isLoading || seen.current === key) return;
    seen.current = key;
    scrollTo(0, 0);
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
  }, [isLoading, key]);
}

/** Keeps the search in the address, so that it survives a reload. */
function keepQuery(query: string): void {
  const url = new URL(location.href);
  if (query.trim() === '') url.searchParams.delete('q');
  else url.searchParams.set('q', query);
  history.replaceState(null, '', url);
}
