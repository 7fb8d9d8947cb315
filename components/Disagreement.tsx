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
  const hasFigures = claims.some((claim) => claim.value !== undefined);
  const title = useId();
  return (
    <section class="gl-conflict" aria-labelledby={title}>
      <h3 id={title} class="gl-conflict-title" dir="auto">
        {DISAGREEMENT_TEXT.title(about)}
      </h3>
      <ul class="gl-sides">
        {shown.map((claim) => (
          <Side key={claim.id} claim={claim} full={full} />
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

/** @param props.full whether the claim's words stand under its figure. */
function Side({ claim, full }: { readonly claim: CardClaim; readonly full: boolean }) {
  return (
    <li class="gl-side">
      {claim.value !== undefined && <BigFigure value={claim.value} />}
      {(full || claim.value === undefined) && (
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
