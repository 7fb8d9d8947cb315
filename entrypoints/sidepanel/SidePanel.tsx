import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { SideTerm } from '../../components/explore/SideTerm.tsx';
import { PopupPanel } from '../../components/PopupPanel.tsx';
import { type FullOverview, readOverview } from '../../extension/dataset.ts';
import { readPlace } from '../explore/address.ts';
import { useCard } from '../explore/use-card.ts';
import { useHash } from '../explore/use-hash.ts';
import { usePagePanel } from '../popup/use-page-panel.ts';
import { useFollowedPage } from './use-followed-page.ts';

/** The terms of the page beside it; a chosen one with its full page, by the address's hash. */
export function SidePanel() {
  const { props, ask } = usePagePanel(useFollowedPage());
  const [overview, setOverview] = useState<FullOverview>();
  const place = readPlace(useHash());
  const id = place.kind === 'term' ? place.id : undefined;
  const card = useCard(id);

  useEffect(() => {
    void readOverview().then(setOverview);
  }, []);
  // What was pressed is gone: the new page's heading takes the focus.
  const isShown = card !== undefined && overview !== undefined;
  useEffect(() => {
    if (id === undefined || !isShown) return;
    scrollTo(0, 0);
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
  }, [id, isShown]);

  if (id !== undefined && card && overview !== undefined) {
    const isHere = props.terms.some((term) => term.id === id);
    return (
      <SideTerm
        card={card}
        graph={overview.graph}
        isBundled={!overview.imported.includes(card.pack.id)}
        onBack={() => {
          location.hash = '';
        }}
        onShow={isHere ? () => ask({ kind: 'openTerm', termId: id }) : undefined}
        onFull={() => openTab(`explore.html#${id}`)}
      />
    );
  }
  return (
    <div class="gl-page gl-side-list">
      <PopupPanel
        {...props}
        onChoose={(termId) => {
          location.hash = termId;
        }}
        onExplore={() => openTab('explore.html')}
      />
    </div>
  );
}

function openTab(path: string): void {
  void browser.tabs.create({ url: browser.runtime.getURL(path) });
}
