import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { PageState, PopupPanelProps } from '../../components/PopupPanel.tsx';
import { HINDRANCES } from '../../components/strings.ts';
import { readSummaries } from '../../extension/dataset.ts';
import type { PageReport, PageRequest } from '../../extension/messages.ts';
import { type ActivePage, connectToPage, type PageLink } from '../../extension/page-link.ts';
import { changeSettings, loadSettings, watchSettings } from '../../extension/settings-store.ts';
import { isSiteOn, switchSite } from '../../extension/site-rules.ts';
import type { TermSummary } from '../../glossary/card-record.ts';
import { createTermSearch } from '../../glossary/search-terms.ts';
import { today } from '../../page/today.ts';
import { mergeReports } from './merge-reports.ts';
import { useChanges } from './use-changes.ts';

export interface PagePanel {
  /** Cards can't be shown in the page: facts open elsewhere. */
  readonly hasNoCards: boolean;
  /** What the panel shows and does, apart from where its choices lead. */
  readonly props: Omit<PopupPanelProps, 'onChoose' | 'onExplore'>;
  ask(request: PageRequest): void;
}

/**
 * What popup and side panel know of a page: its terms, kept up to date through a line to its frames.
 * @param findPage finds the page; called once, and anew for every other function.
 */
export function usePagePanel(findPage: () => Promise<ActivePage | undefined>): PagePanel {
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
    readSummaries().then(setSummaries, () => setFailed(true));
  }, []);
  useEffect(() => {
    let isCurrent = true;
    const start = async () => {
      const [found, settings] = await Promise.all([findPage(), loadSettings()]);
      if (!isCurrent) return;
      setPage(found);
      setReports(undefined);
      setSilent(found?.site === undefined);
      if (found?.site === undefined) return;
      setOn(isSiteOn(found.site, settings));
      link.current = connectToPage(
        found.tabId,
        (all) => isCurrent && setReports(all),
        () => isCurrent && setSilent(true),
      );
    };
    start().catch(() => setFailed(true));
    return () => {
      isCurrent = false;
      link.current?.close();
      link.current = null;
    };
  }, [findPage]);
  useEffect(
    () =>
      watchSettings((settings) => {
        if (page?.site !== undefined) setOn(isSiteOn(page.site, settings));
      }),
    [page],
  );

  const {
    terms: found,
    unmarked,
    isScanning,
    isOnDemand,
    hindrance,
  } = mergeReports(reports ?? [], summaries);
  const { pageDate = null, isDateSet = false } = reports?.[0] ?? {};
  const terms = useChanges(found, pageDate);
  const state: PageState = hasFailed
    ? 'error'
    : page?.site === undefined || (isSilent && reports === undefined)
      ? page === undefined && !isSilent
        ? 'loading'
        : 'protected'
      : hindrance === 'xml' || hindrance === 'pdf'
        ? 'protected'
        : isOn === false
          ? 'off'
          : reports === undefined || (isScanning && terms.length === 0)
            ? 'loading'
            : isOnDemand
              ? 'on-demand'
              : 'on';
  const ask = (request: PageRequest) => link.current?.ask(request);

  return {
    ask,
    hasNoCards: hindrance !== null,
    props: {
      host: page?.site ?? '',
      state,
      terms,
      unmarked,
      reason: hindrance === null ? undefined : HINDRANCES[hindrance],
      busyNote: hindrance === null || isOnDemand ? undefined : HINDRANCES[hindrance],
      pageDate,
      isDateSet,
      today: today(),
      query,
      results: search.find(query),
      onQuery: setQuery,
      onSetDate: (date) => ask({ kind: 'setDate', date }),
      onToggleHost: (on) => {
        const { site } = page ?? {};
        if (site === undefined) return;
        setOn(on);
        void changeSettings((settings) => switchSite(settings, site, on));
      },
      onSettings: () => void browser.runtime.openOptionsPage(),
      onRead: () => ask({ kind: 'read' }),
    },
  };
}
