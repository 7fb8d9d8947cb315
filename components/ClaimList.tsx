import { useState } from 'preact/hooks';
import type { CardClaim } from '../glossary/card-record.ts';
import { DateText } from './DateText.tsx';
import { SourceLine } from './SourceLink.tsx';
import { CARD_TEXT } from './strings.ts';

/** Claims in sight before the reader asks for the rest. */
const SHOWN = 3;

/** One claim: its date beside it, its sources under it. */
export function ClaimItem({ claim }: { readonly claim: CardClaim }) {
  return (
    <li class="gl-claim">
      <DateText date={claim.asOf} class="gl-when" />
      <div class="gl-said">
        <p dir="auto">{claim.text}</p>
        <SourceLine citations={claim.citations} confidence={claim.confidence} />
      </div>
    </li>
  );
}

export interface ClaimListProps {
  /** What still holds, newest first. */
  readonly current: readonly CardClaim[];
  /** What was replaced, newest first; folded. */
  readonly earlier: readonly CardClaim[];
}

/** A term's claims by date: the newest three, the rest and the superseded ones on demand. */
export function ClaimList({ current, earlier }: ClaimListProps) {
  const [all, setAll] = useState(false);
  // A button that uncovers a single claim takes as much room as the claim's first line.
  const shown = all || current.length <= SHOWN + 1 ? current : current.slice(0, SHOWN);
  const hidden = current.length - shown.length;
  return (
    <>
      {shown.length > 0 && (
        <ol class="gl-claims" aria-label={CARD_TEXT.facts}>
          {shown.map((claim) => (
            <ClaimItem key={claim.id} claim={claim} />
          ))}
        </ol>
      )}
      {hidden > 0 && (
        <button type="button" class="gl-fold gl-indent" onClick={() => setAll(true)}>
          {CARD_TEXT.more(hidden)}
        </button>
      )}
      {earlier.length > 0 && (
        <details class="gl-earlier">
          <summary class="gl-fold">{CARD_TEXT.earlier(earlier.length)}</summary>
          <ol class="gl-claims" aria-label={CARD_TEXT.earlier(earlier.length)}>
            {earlier.map((claim) => (
              <ClaimItem key={claim.id} claim={claim} />
            ))}
          </ol>
        </details>
      )}
    </>
  );
}
