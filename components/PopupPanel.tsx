import { useRef, useState } from 'preact/hooks';
import type { TermId } from '../data/schema.ts';
import type { TermSummary } from '../glossary/card-record.ts';
import { DateEditor } from './DateEditor.tsx';
import { formatDate } from './format.ts';
import { PageDateLine } from './PageDateLine.tsx';
import { LoadingNotice, PageNotice } from './PageNotice.tsx';
import { SearchBox } from './SearchBox.tsx';
import { pageSummary, SiteHeader } from './SiteHeader.tsx';
import { LANGUAGE, POPUP_NOTICES, POPUP_TEXT } from './strings.ts';
import { type ListedTerm, TermList } from './TermList.tsx';
import { type UnmarkedForm, UnmarkedList } from './UnmarkedList.tsx';

/** What Glosslight does on the page that the popup was opened over. */
export type PageState = 'on' | 'off' | 'protected' | 'on-demand' | 'loading' | 'error';

/** A term found on the page. */
export interface PopupTerm extends ListedTerm {
  readonly count: number;
}

export interface PopupPanelProps {
  /** Host of the page, or what stands for it on a page without one. */
  readonly host: string;
  readonly state: PageState;
  /** The page's day, month or year; null or left out where unknown. */
  readonly pageDate?: string | null | undefined;
  /** Whether the reader has said so rather than the page. */
  readonly isDateSet?: boolean | undefined;
  /** The reader's day, `2026-11-21`. */
  readonly today: string;
  /** In the order to be shown. */
  readonly terms: readonly PopupTerm[];
  readonly unmarked: readonly UnmarkedForm[];
  readonly query: string;
  /** Terms that match the query, best first; empty without a query. */
  readonly results: readonly Omit<TermSummary, 'aliases'>[];
  /** One line on what is out of the ordinary: “only the visible part of this page was read”. */
  readonly busyNote?: string | undefined;
  /** Why the page cannot be read, where more is known than the usual. */
  readonly reason?: string | undefined;
  readonly onToggleHost: (on: boolean) => void;
  /** A day, month or year, or null to go back to the page's own date. */
  readonly onSetDate?: ((date: string | null) => void) | undefined;
  readonly onQuery: (query: string) => void;
  readonly onChoose: (id: TermId) => void;
  readonly onExplore: () => void;
  /** Opens the panel beside the page; left out where this is it. */
  readonly onBeside?: (() => void) | undefined;
  readonly onSettings: () => void;
  /** Reads the page now: when Glosslight waits to be asked, or to try again after an error. */
  readonly onRead?: (() => void) | undefined;
}

/** The toolbar popup: the site's switch, the page's terms, and a search over all of them. */
export function PopupPanel(props: PopupPanelProps) {
  const { state, query, results } = props;
  const main = useRef<HTMLElement>(null);
  const searching = query.trim() !== '';
  return (
    <div class="gl-popup" {...LANGUAGE}>
      <PageHead {...props} />
      <SearchBox
        query={query}
        onQuery={props.onQuery}
        onSubmit={() => {
          const first = results[0];
          if (searching && first !== undefined) props.onChoose(first.id);
        }}
        onLeave={() => main.current?.querySelector('button')?.focus()}
      />
      <main ref={main} class="gl-main">
        {searching ? <Results {...props} /> : <PageTerms {...props} />}
        {state === 'on' && props.unmarked.length > 0 && <UnmarkedList forms={props.unmarked} />}
      </main>
      <footer class="gl-links">
        <button type="button" class="gl-action" onClick={props.onExplore}>
          {POPUP_TEXT.explore}
        </button>
        {props.onBeside !== undefined && (
          <button type="button" class="gl-action" onClick={props.onBeside}>
            {POPUP_TEXT.beside}
          </button>
        )}
        <button type="button" class="gl-action" onClick={props.onSettings}>
          {POPUP_TEXT.settings}
        </button>
      </footer>
    </div>
  );
}

function PageHead(props: PopupPanelProps) {
  const { state, terms, pageDate = null, onSetDate } = props;
  const [isEditing, setEditing] = useState(false);
  const isDated = state === 'on' && terms.length > 0 && onSetDate !== undefined;
  return (
    <div>
      <SiteHeader
        host={props.host}
        on={state === 'protected' ? null : state !== 'off'}
        summary={state === 'on' ? pageSummary(terms) : []}
        onToggleHost={props.onToggleHost}
      >
        {isDated && (
          <PageDateLine
            date={pageDate}
            isEditing={isEditing}
            onEdit={() => setEditing(!isEditing)}
          />
        )}
      </SiteHeader>
      {isDated && isEditing && (
        <div class="gl-head-editor">
          <DateEditor
            // The page may tell its date only after the editor was opened.
            key={pageDate ?? ''}
            date={pageDate ?? ''}
            today={props.today}
            canReset={props.isDateSet === true}
            onSet={(date) => {
              setEditing(false);
              onSetDate(date);
            }}
            onCancel={() => setEditing(false)}
          />
        </div>
      )}
    </div>
  );
}

function Results({ query, results, terms, onChoose }: PopupPanelProps) {
  if (results.length === 0) {
    return (
      <div role="status">
        <PageNotice title={POPUP_TEXT.noResults(query.trim())} text="" />
      </div>
    );
  }
  // A result that is on the page says so by its count.
  const onPage = new Map(terms.map((term) => [term.id, term]));
  const listed = results.map((result) => ({ ...result, ...onPage.get(result.id) }));
  return <TermList title={POPUP_TEXT.results} terms={listed} onChoose={onChoose} />;
}

function PageTerms(props: PopupPanelProps) {
  const { state, terms, busyNote, reason, pageDate, onRead, onChoose } = props;
  switch (state) {
    case 'loading':
      return (
        <div role="status">
          <LoadingNotice title={POPUP_NOTICES.loading.title} />
        </div>
      );
    case 'off':
      return <PageNotice {...POPUP_NOTICES.off} />;
    case 'protected': {
      const { title, text } = POPUP_NOTICES.protected;
      return <PageNotice title={title} text={reason ?? text} />;
    }
    case 'on-demand':
    case 'error': {
      const { title, text, action } = POPUP_NOTICES[state];
      return (
        <PageNotice
          title={title}
          text={reason ?? text}
          action={onRead === undefined ? undefined : { label: action, onPress: onRead }}
        />
      );
    }
    case 'on':
      return (
        <>
          {busyNote !== undefined && <p class="gl-busy">{busyNote}</p>}
          {terms.length === 0 ? (
            props.unmarked.length === 0 && <PageNotice {...POPUP_NOTICES.empty} />
          ) : (
            <TermList
              title={POPUP_TEXT.terms}
              note={changedNote(terms, pageDate)}
              terms={terms}
              onChoose={onChoose}
            />
          )}
        </>
      );
  }
}

/** How many of the terms have changed since the page was written. */
function changedNote(
  terms: readonly PopupTerm[],
  pageDate: string | null | undefined,
): string | undefined {
  const changed = terms.filter(({ changes = 0 }) => changes > 0).length;
  if (changed === 0 || pageDate === null || pageDate === undefined) return undefined;
  return POPUP_TEXT.changed(changed, formatDate(pageDate));
}
