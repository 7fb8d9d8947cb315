import { useState } from 'preact/hooks';
import type { CardClaim } from '../glossary/card-record.ts';
import type { CitationFormat } from '../glossary/citation.ts';
import { DateText } from './DateText.tsx';
import { IconButton } from './IconButton.tsx';
import { BackIcon, NextIcon } from './icons.tsx';
import { CITE_TEXT } from './strings.ts';

const FORMATS: readonly CitationFormat[] = ['plain', 'markdown', 'bibtex', 'csl-json'];

/**
 * Copies a citation. Nothing returned counts as done; a promise tells whether the text reached the
 * clipboard.
 */
export type CiteHandler = (
  claim: CardClaim,
  format: CitationFormat,
  // biome-ignore lint/suspicious/noConfusingVoidType: a handler may have nothing to report.
) => Promise<boolean> | void;

export interface CitePanelProps {
  /** In the order in which the card shows them; at least one. */
  readonly claims: readonly CardClaim[];
  readonly onCite: CiteHandler;
}

/** Choice of a claim and of the form in which to copy its citation. */
export function CitePanel({ claims, onCite }: CitePanelProps) {
  const [at, setAt] = useState(0);
  const [outcome, setOutcome] = useState('');
  const claim = claims[at];
  if (claim === undefined) return null;
  const go = (index: number) => {
    setAt(index);
    setOutcome('');
  };
  const copy = async (format: CitationFormat) => {
    const done = (await onCite(claim, format)) ?? true;
    setOutcome(done ? CITE_TEXT.copied(CITE_TEXT.formats[format]) : CITE_TEXT.failed);
  };
  return (
    <>
      <h3 class="gl-panel-title">{CITE_TEXT.title}</h3>
      <p class="gl-cited" dir="auto">
        <DateText date={claim.asOf} class="gl-when" /> {claim.text}
      </p>
      <div class="gl-wrap">
        {FORMATS.map((format) => (
          <button key={format} type="button" class="gl-button" onClick={() => void copy(format)}>
            {CITE_TEXT.formats[format]}
          </button>
        ))}
      </div>
      <div class="gl-panel-foot">
        <p class="gl-outcome" role="status">
          {outcome}
        </p>
        {claims.length > 1 && (
          <>
            <span class="gl-position" aria-live="polite">
              {CITE_TEXT.position(at + 1, claims.length)}
            </span>
            <IconButton name={CITE_TEXT.previous} disabled={at === 0} onPress={() => go(at - 1)}>
              <BackIcon />
            </IconButton>
            <IconButton
              name={CITE_TEXT.next}
              disabled={at === claims.length - 1}
              onPress={() => go(at + 1)}
            >
              <NextIcon />
            </IconButton>
          </>
        )}
      </div>
    </>
  );
}
