import { useId, useState } from 'preact/hooks';
import type { CardClaim, CardDisagreement } from '../glossary/card-record.ts';
import { DateText } from './DateText.tsx';
import { formatFigure } from './format.ts';
import { SourceLink } from './SourceLink.tsx';
import { DISAGREEMENT_TEXT } from './strings.ts';

/** Sides next to each other; more would not leave room for a figure. */
const SIDES = 2;

/** Claims that differ, side by side and with equal weight: no side is called right. */
export function Disagreement({ disagreement }: { readonly disagreement: CardDisagreement }) {
  const { about, reading, claims } = disagreement;
  const [all, setAll] = useState(false);
  const [full, setFull] = useState(false);
  const shown = all ? claims : claims.slice(0, SIDES);
  const hidden = claims.length - shown.length;
  const hasFigures = areFiguresTelling(claims);
  const title = useId();
  return (
    <section class="gl-conflict" aria-labelledby={title}>
      <h3 id={title} class="gl-conflict-title" dir="auto">
        {DISAGREEMENT_TEXT.title(about)}
      </h3>
      <ul class="gl-sides" data-kind={hasFigures ? 'figures' : 'statements'}>
        {shown.map((claim) => (
          <Side key={claim.id} claim={claim} hasFigure={hasFigures} hasText={full || !hasFigures} />
        ))}
      </ul>
      <div class="gl-reading">
        <p dir="auto">
          {reading}
          {hidden > 0 && (
            <>
              {' '}
              <button type="button" class="gl-inline" onClick={() => setAll(true)}>
                {DISAGREEMENT_TEXT.more(hidden)}
              </button>
            </>
          )}
          {hasFigures && !full && (
            <>
              {' '}
              <button type="button" class="gl-inline" onClick={() => setFull(true)}>
                {DISAGREEMENT_TEXT.statements}
              </button>
            </>
          )}
        </p>
      </div>
    </section>
  );
}

/** Figures speak for themselves where every side has one and they differ; else the words must. */
function areFiguresTelling(claims: readonly CardClaim[]): boolean {
  const figures = claims.map(({ value }) => value && Object.values(formatFigure(value)).join(' '));
  return figures.every((figure) => figure !== undefined) && new Set(figures).size > 1;
}

interface SideProps {
  readonly claim: CardClaim;
  readonly hasFigure: boolean;
  readonly hasText: boolean;
}

function Side({ claim, hasFigure, hasText }: SideProps) {
  return (
    <li class="gl-side">
      {hasFigure && claim.value !== undefined && <BigFigure value={claim.value} />}
      {hasText && (
        <p class="gl-statement" dir="auto">
          {claim.text}
        </p>
      )}
      <div class="gl-sources">
        {claim.citations.map((citation) => (
          <>
            <SourceLink
              key={`${citation.source.id} ${citation.locator}`}
              citation={citation}
              withLocator={false}
            />
            {'\u00a0· '}
          </>
        ))}
        <DateText date={claim.asOf} />
      </div>
    </li>
  );
}

function BigFigure({ value }: { readonly value: NonNullable<CardClaim['value']> }) {
  const { bound, figure } = formatFigure(value);
  return (
    <p class="gl-figure">
      <bdi>
        {bound !== '' && <span class="gl-bound">{bound} </span>}
        {figure}
      </bdi>
    </p>
  );
}
