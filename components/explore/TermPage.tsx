import { useMemo, useState } from 'preact/hooks';
import { asOfSteps, cardOn } from '../../glossary/as-of-steps.ts';
import type { CardClaim, CardRecord } from '../../glossary/card-record.ts';
import { graphAround, type RelationGraph } from '../../glossary/relation-graph.ts';
import { collectFigures, type DatedFigure } from '../../glossary/timeline.ts';
import { ClaimItem } from '../ClaimList.tsx';
import { Disagreement } from '../Disagreement.tsx';
import { formatDate } from '../format.ts';
import { CARD_TEXT, KIND_NAMES } from '../strings.ts';
import { AsOfSlider } from './AsOfSlider.tsx';
import { AS_OF_TEXT, TERM_TEXT, TIMELINE_TEXT } from './explore-text.ts';
import { FigureBar } from './FigureBar.tsx';
import { GraphFigure } from './GraphFigure.tsx';
import { claimRows, SourcesTable } from './SourcesTable.tsx';
import { TimelineFigure } from './TimelineFigure.tsx';

export interface TermPageProps {
  readonly card: CardRecord;
  /** All relations; the term's own neighbourhood is cut out of it. */
  readonly graph: RelationGraph;
  /** Where the facts are bundled, no pack is named. */
  readonly isBundled: boolean;
  /** Address of the full view of the term's relations; left out where there is none. */
  readonly graphHref?: string | undefined;
}

/** Everything about one term: its facts as of any day, its figures, relations and sources. */
export function TermPage(props: TermPageProps) {
  const { card } = props;
  return (
    <article class="gl-term" aria-labelledby="gl-term-title">
      <header class="gl-term-head">
        <p class="gl-term-kind">{KIND_NAMES[card.kind]}</p>
        <h1 id="gl-term-title" tabIndex={-1}>
          <bdi>{card.label}</bdi>
        </h1>
        <p class="gl-term-gloss">
          <bdi>{card.gloss}</bdi>
        </p>
        <TermNotes card={card} isBundled={props.isBundled} />
      </header>
      <TermFacts key={card.id} card={card} />
      <TermFigures card={card} />
      <TermRelations {...props} />
      <section aria-labelledby="gl-term-sources">
        <h2 id="gl-term-sources">{TERM_TEXT.sources}</h2>
        <SourcesTable claims={card.claims} />
      </section>
    </article>
  );
}

function TermNotes({ card, isBundled }: Pick<TermPageProps, 'card' | 'isBundled'>) {
  const others = card.aliases.filter((alias) => alias !== card.label);
  return (
    <div class="gl-term-notes">
      {others.length > 0 && (
        <p>
          {`${TERM_TEXT.written}: `}
          <bdi>{others.join(' · ')}</bdi>
        </p>
      )}
      <p>
        {CARD_TEXT.checked(formatDate(card.checked))}
        {!isBundled && ` · ${TERM_TEXT.pack(card.pack.title)}`}
      </p>
    </div>
  );
}

/** The card's text, now or on a day of the past. */
function TermFacts({ card }: { readonly card: CardRecord }) {
  const steps = useMemo(() => asOfSteps(card.claims), [card]);
  const last = steps.length - 1;
  const [at, setAt] = useState(last);
  const step = steps[at];
  const isNow = at === last || step === undefined;
  const then = useMemo(() => cardOn(card, step?.day ?? ''), [card, step]);
  const earlier = isNow ? card.claims.filter(({ supersededBy }) => supersededBy !== undefined) : [];
  const current = then.claims.filter((claim) => !earlier.includes(claim));
  return (
    <section class="gl-facts" aria-labelledby="gl-term-facts">
      <div class="gl-section-head">
        <h2 id="gl-term-facts">{TERM_TEXT.facts}</h2>
        <FigureBar
          name={`${TERM_TEXT.facts} ${card.label}`}
          header={TERM_TEXT.claimColumns}
          rows={claimRows(card.claims)}
        >
          <button type="button" class="gl-button" onClick={() => print()}>
            {TERM_TEXT.print}
          </button>
        </FigureBar>
      </div>
      {steps.length > 1 && <AsOfSlider steps={steps} at={at} onMove={setAt} />}
      <div role="status">
        {!isNow && (
          <p class="gl-then">
            {AS_OF_TEXT.past(formatDate(step.date))}.{' '}
            {then.later > 0 && `${AS_OF_TEXT.later(then.later)} `}
            <button type="button" class="gl-text-button" onClick={() => setAt(last)}>
              {AS_OF_TEXT.back}
            </button>
          </p>
        )}
      </div>
      <div class="gl-card gl-facts-body">
        {then.disagreements.map((disagreement) => (
          <Disagreement key={disagreement.about} disagreement={disagreement} />
        ))}
        <Claims claims={current} />
        {earlier.length > 0 && (
          <details class="gl-earlier gl-replaced" open>
            <summary class="gl-fold">{TERM_TEXT.earlier(earlier.length)}</summary>
            <Claims claims={earlier} />
          </details>
        )}
      </div>
    </section>
  );
}

function Claims(props: { readonly claims: readonly CardClaim[] }) {
  return (
    <ol class="gl-claims" aria-label={CARD_TEXT.facts}>
      {props.claims.map((claim) => (
        <ClaimItem key={claim.id} claim={claim} />
      ))}
    </ol>
  );
}

/** One picture for each unit that has two figures or more: a single one has no course. */
function TermFigures({ card }: { readonly card: CardRecord }) {
  const groups = useMemo(() => {
    const figures = collectFigures([card]);
    return [...Map.groupBy(figures, ({ value }: DatedFigure) => value.unit)].filter(
      ([, group]) => group.length > 1,
    );
  }, [card]);
  if (groups.length === 0) return null;
  return (
    <section aria-labelledby="gl-term-figures">
      <h2 id="gl-term-figures">{TERM_TEXT.figures}</h2>
      {groups.map(([unit, figures]) => (
        <div key={unit}>
          <h3>{TIMELINE_TEXT.unitName(unit)}</h3>
          <TimelineFigure
            figures={figures}
            name={`${card.label} ${TIMELINE_TEXT.unitName(unit)}`}
            height={figures.length > 6 ? 320 : 230}
            isFolded
          />
        </div>
      ))}
    </section>
  );
}

function TermRelations({ card, graph, graphHref }: TermPageProps) {
  const part = useMemo(() => (most: number) => graphAround(graph, card.id, most), [graph, card]);
  return (
    <section aria-labelledby="gl-term-relations">
      <div class="gl-section-head">
        <h2 id="gl-term-relations">{TERM_TEXT.relations}</h2>
        {graphHref !== undefined && card.related.length > 0 && (
          <a href={graphHref}>{TERM_TEXT.allRelations}</a>
        )}
      </div>
      {card.related.length === 0 ? (
        <p class="gl-note">{TERM_TEXT.noRelations}</p>
      ) : (
        <GraphFigure
          part={part}
          centre={card.id}
          name={`${TERM_TEXT.relations} ${card.label}`}
          isNamed
          isFolded
          isTall={false}
        />
      )}
    </section>
  );
}
