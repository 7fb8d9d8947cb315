import type { CardCitation, CardClaim } from '../../glossary/card-record.ts';
import type { Cell } from '../../glossary/table-csv.ts';
import { DataTable } from '../DataTable.tsx';
import { DateText } from '../DateText.tsx';
import { CARD_TEXT, SOURCE_KINDS } from '../strings.ts';
import { TERM_TEXT } from './explore-text.ts';
import { ScrollArea } from './ScrollArea.tsx';

interface CitedSource {
  readonly citation: CardCitation;
  /** Each place in the source once, with its address. */
  readonly places: ReadonlyMap<string, string>;
  readonly claims: number;
}

/** Where a term's facts come from: each source once, with the places that were used. */
export function SourcesTable({ claims }: { readonly claims: readonly CardClaim[] }) {
  const sources = collectSources(claims);
  return (
    <ScrollArea name={TERM_TEXT.sources}>
      <DataTable columns={TERM_TEXT.sourceColumns}>
        {sources.map(({ citation: { source }, places, claims: count }) => (
          <tr key={source.url}>
            <th scope="row">
              {source.publisher}
              <span class="gl-cell-note">{SOURCE_KINDS[source.kind]}</span>
            </th>
            <td class="gl-source-title">
              {source.title === null ? <em>{TERM_TEXT.untitled}</em> : <bdi>{source.title}</bdi>}
            </td>
            <td class="gl-nowrap">
              {source.published !== null && <DateText date={source.published} />}
            </td>
            <td>
              <ul class="gl-inline-list">
                {[...places].map(([locator, href]) => (
                  <li key={locator}>
                    <PlaceLink locator={locator} href={href} publisher={source.publisher} />
                  </li>
                ))}
              </ul>
            </td>
            <td class="gl-number">{count}</td>
          </tr>
        ))}
      </DataTable>
    </ScrollArea>
  );
}

function PlaceLink(props: {
  readonly locator: string;
  readonly href: string;
  readonly publisher: string;
}) {
  if (!props.href.startsWith('https://')) return <>{props.locator}</>;
  return (
    <a
      href={props.href}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={`${props.publisher}, ${props.locator} (${CARD_TEXT.newTab})`}
    >
      {props.locator}
    </a>
  );
}

/** @returns the sources that most facts rest on first. */
function collectSources(claims: readonly CardClaim[]): readonly CitedSource[] {
  const sources = new Map<
    string,
    { citation: CardCitation; places: Map<string, string>; claims: number }
  >();
  for (const claim of claims) {
    const counted = new Set<string>();
    for (const citation of claim.citations) {
      const { url } = citation.source;
      const known = sources.get(url) ?? { citation, places: new Map(), claims: 0 };
      if (!known.places.has(citation.locator)) known.places.set(citation.locator, citation.href);
      if (!counted.has(url)) known.claims += 1;
      counted.add(url);
      sources.set(url, known);
    }
  }
  return [...sources.values()].sort((a, b) => b.claims - a.claims);
}

/** The rows of the CSV file of facts, in the order of `TERM_TEXT.claimColumns`. */
export function claimRows(claims: readonly CardClaim[]): readonly (readonly Cell[])[] {
  return claims.map((claim) => [
    claim.asOf,
    claim.text,
    claim.confidence,
    claim.measure,
    claim.value?.amount,
    claim.value?.unit,
    claim.citations
      .map(({ source, locator }) => `${source.publisher}, ${locator}, ${source.url}`)
      .join('; '),
    claim.supersededBy === undefined ? TERM_TEXT.state.current : TERM_TEXT.state.overtaken,
  ]);
}
