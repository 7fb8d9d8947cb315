import { useRef } from 'preact/hooks';
import type { Kind, TermId } from '../../data/schema.ts';
import type { TermSummary } from '../../glossary/card-record.ts';
import { SearchBox } from '../SearchBox.tsx';
import { KIND_NAMES, POPUP_TEXT } from '../strings.ts';
import { Choice } from './Choice.tsx';
import { EXPLORE_TEXT } from './explore-text.ts';

export interface TermIndexProps {
  readonly summaries: readonly TermSummary[];
  readonly query: string;
  /** Terms that match the query, best first. */
  readonly results: readonly TermSummary[];
  readonly kind: Kind | '';
  readonly chosen: TermId | undefined;
  readonly onQuery: (query: string) => void;
  readonly onKind: (kind: Kind | '') => void;
  /** Enter in the search box: the first result. */
  readonly onOpen: (id: TermId) => void;
}

/** All terms or those that match, each a link to its page. */
export function TermIndex(props: TermIndexProps) {
  const { summaries, query, results, kind, chosen } = props;
  const list = useRef<HTMLUListElement>(null);
  const isSearching = query.trim() !== '';
  const listed = (isSearching ? results : summaries).filter(
    (summary) => kind === '' || summary.kind === kind,
  );
  return (
    <div class="gl-index">
      <div class="gl-popup gl-index-search">
        <SearchBox
          query={query}
          onQuery={props.onQuery}
          onSubmit={() => {
            const [first] = listed;
            if (isSearching && first !== undefined) props.onOpen(first.id);
          }}
          onLeave={() => list.current?.querySelector('a')?.focus()}
        />
      </div>
      <div class="gl-index-bar">
        <Choice
          label={EXPLORE_TEXT.kind}
          value={kind}
          options={[{ value: '', label: EXPLORE_TEXT.anyKind }, ...kindOptions(summaries)]}
          onChoose={(value) => props.onKind(value as Kind | '')}
        />
        <p role="status">
          {isSearching ? EXPLORE_TEXT.matches(listed.length) : EXPLORE_TEXT.terms(listed.length)}
        </p>
      </div>
      {listed.length === 0 && isSearching && (
        <p class="gl-note">{POPUP_TEXT.noResults(query.trim())}</p>
      )}
      <nav aria-label={isSearching ? POPUP_TEXT.results : EXPLORE_TEXT.allTerms}>
        <ul ref={list} class="gl-index-list" onKeyDown={moveAlongLinks}>
          {listed.map((summary) => (
            <li key={summary.id}>
              <a
                href={`#${summary.id}`}
                aria-current={summary.id === chosen ? 'page' : undefined}
                data-term={summary.id}
              >
                <span class="gl-index-name">
                  <bdi>{summary.label}</bdi>
                  <span class="gl-index-kind">{KIND_NAMES[summary.kind]}</span>
                </span>
                <span class="gl-index-gloss" dir="auto">
                  {summary.gloss}
                </span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}

function kindOptions(summaries: readonly TermSummary[]) {
  const kinds = [...new Set(summaries.map(({ kind }) => kind))];
  return kinds
    .map((kind) => ({ value: kind, label: EXPLORE_TEXT.kinds[kind] }))
    .sort((a, b) => a.label.localeCompare(b.label, 'en'));
}

/** Arrow keys, Home and End go along the list, as in the popup. */
function moveAlongLinks(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('a')];
  const at = links.indexOf(event.target as HTMLElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key];
  const link = next === undefined || at < 0 ? undefined : links[next];
  if (link === undefined) return;
  event.preventDefault();
  link.focus();
}
