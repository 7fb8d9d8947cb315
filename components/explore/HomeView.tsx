import { useState } from 'preact/hooks';
import type { Overview, TermDisagreement } from '../../glossary/overview.ts';
import { DateText } from '../DateText.tsx';
import { formatDate } from '../format.ts';
import { SourceLine } from '../SourceLink.tsx';
import { GRAPH_TEXT, HOME_TEXT, TIMELINE_TEXT } from './explore-text.ts';

/** Differences in sight before the reader asks for the rest. */
const SHOWN = 6;

/** Where the page begins: how much there is, what is newest, where sources differ. */
export function HomeView({ overview }: { readonly overview: Overview }) {
  const { counts, checked, latest, disagreements } = overview;
  return (
    <div class="gl-home">
      <header class="gl-view-head">
        <h1 tabIndex={-1}>{HOME_TEXT.title}</h1>
        <p>{HOME_TEXT.lead(counts.terms, counts.claims, counts.sources, formatDate(checked))}</p>
      </header>
      <nav class="gl-doors" aria-label={`${HOME_TEXT.timeline}, ${HOME_TEXT.graph}`}>
        <a href="#timeline">
          <strong>{TIMELINE_TEXT.title}</strong>
          <span>{HOME_TEXT.timelineHint}</span>
        </a>
        <a href="#graph">
          <strong>{GRAPH_TEXT.title}</strong>
          <span>{HOME_TEXT.graphHint}</span>
        </a>
      </nav>
      <section aria-labelledby="gl-home-latest" class="gl-card">
        <h2 id="gl-home-latest">{HOME_TEXT.latest}</h2>
        <ol class="gl-claims">
          {latest.map(({ termId, label, claim }) => (
            <li key={claim.id} class="gl-claim">
              <DateText date={claim.asOf} class="gl-when" />
              <div class="gl-said">
                <p dir="auto">
                  <a href={`#${termId}`} class="gl-claim-term">
                    {label}
                  </a>{' '}
                  {claim.text}
                </p>
                <SourceLine citations={claim.citations} confidence={claim.confidence} />
              </div>
            </li>
          ))}
        </ol>
      </section>
      {disagreements.length > 0 && <Differences disagreements={disagreements} />}
    </div>
  );
}

function Differences({ disagreements }: { readonly disagreements: readonly TermDisagreement[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? disagreements : disagreements.slice(0, SHOWN);
  return (
    <section aria-labelledby="gl-home-differ">
      <h2 id="gl-home-differ">{HOME_TEXT.differ}</h2>
      <ul class="gl-differences">
        {shown.map(({ termId, label, about, reading }) => (
          <li key={`${termId} ${about}`}>
            <p class="gl-difference-about" dir="auto">
              <a href={`#${termId}`}>{about}</a>
              <span>{label}</span>
            </p>
            <p dir="auto">{reading}</p>
          </li>
        ))}
      </ul>
      {shown.length < disagreements.length && (
        <button type="button" class="gl-button" onClick={() => setAll(true)}>
          {HOME_TEXT.showAll(disagreements.length)}
        </button>
      )}
    </section>
  );
}
