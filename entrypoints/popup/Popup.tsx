import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { type PageState, PopupPanel } from '../../components/PopupPanel.tsx';
import { readSummaries } from '../../extension/dataset.ts';
import type { PageReport } from '../../extension/messages.ts';
import {
  type ActivePage,
  connectToPage,
  findActivePage,
  type PageLink,
} from '../../extension/page-link.ts';
import { changeSettings, loadSettings } from '../../extension/settings-store.ts';
import { isSiteOn, switchSite } from '../../extension/site-rules.ts';
import type { TermSummary } from '../../glossary/card-record.ts';
import { createTermSearch } from '../../glossary/search-terms.ts';
import { today } from '../../page/today.ts';
import { mergeReports } from './merge-reports.ts';
import { useChanges } from './use-changes.ts';

/** Wires the panel to the page in the active tab. */
export function Popup() {
  const [page, setPage] = useState<ActivePage>();
  const [isOn, setOn] = useState<boolean>();
  const [reports, setReports] = useState<readonly PageReport[]>();
  const [isSilent, setSilent] = useState(false);
  const [summaries, setSummaries] = useState<readonly TermSummary[]>([]);
  const [query, setQuery] = useState('');
  const [hasFailed, setFailed] = useState(false);
  const link = useRef<PageLink | null>(null);
  const search = useMemo(() => createTermSearch(summaries), [summaries]);

  useEffect(() => {
    const start = async () => {
      const [found, settings, terms] = await Promise.all([
        findActivePage(),
        loadSettings(),
        readSummaries(),
      ]);
      setSummaries(terms);
      setPage(found);
      if (found?.site === undefined) return setSilent(true);
      setOn(isSiteOn(found.site, settings));
      link.current = connectToPage(found.tabId, setReports, () => setSilent(true));
    };
    start().catch(() => setFailed(true));
    return () => link.current?.close();
  }, []);

  const { terms: found, unmarked, isScanning, isOnDemand } = mergeReports(reports ?? [], summaries);
  const { pageDate = null, isDateSet = false } = reports?.[0] ?? {};
  const terms = useChanges(found, pageDate);
  const state: PageState = hasFailed
    ? 'error'
    : page?.site === undefined || (isSilent && reports === undefined)
      ? page === undefined && !isSilent
        ? 'loading'
        : 'protected'
      : isOn === false
        ? 'off'
        : reports === undefined || (isScanning && terms.length === 0)
          ? 'loading'
          : isOnDemand
            ? 'on-demand'
            : 'on';

  const openExplore = (id?: string) => {
    void browser.tabs.create({ url: browser.runtime.getURL(`explore.html${id ? `#${id}` : ''}`) });
    window.close();
  };

  return (
    <PopupPanel
      host={page?.site ?? ''}
      state={state}
      terms={terms}
      unmarked={unmarked}
      pageDate={pageDate}
      isDateSet={isDateSet}
      today={today()}
      onSetDate={(date) => link.current?.ask({ kind: 'setDate', date })}
      query={query}
      results={search.find(query)}
      onQuery={setQuery}
      onToggleHost={(on) => {
        const { site } = page ?? {};
        if (site === undefined) return;
        setOn(on);
        void changeSettings((settings) => switchSite(settings, site, on));
      }}
      onChoose={(termId) => {
        if (!terms.some(({ id }) => id === termId)) return openExplore(termId);
        link.current?.ask({ kind: 'openTerm', termId });
        window.close();
      }}
      onExplore={() => openExplore()}
      onSettings={() => void browser.runtime.openOptionsPage()}
      onRead={() => link.current?.ask({ kind: 'read' })}
    />
  );
}
