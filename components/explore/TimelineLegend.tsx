import type { ComponentChildren } from 'preact';
import type { DatedFigure } from '../../glossary/timeline.ts';
import { TIMELINE_TEXT } from './explore-text.ts';

export interface TimelineLegendProps {
  readonly figures: readonly DatedFigure[];
  readonly letters: ReadonlyMap<string, string>;
}

/** What the signs of the picture mean: only those that are in it. */
export function TimelineLegend({ figures, letters }: TimelineLegendProps) {
  const has = (test: (figure: DatedFigure) => boolean) => figures.some(test);
  const hasBound = (...bounds: string[]) => has(({ value }) => bounds.includes(value.bound));
  const { legend } = TIMELINE_TEXT;
  return (
    <div class="gl-legend">
      <ul aria-label={legend.title}>
        <Sign text={legend.holds}>
          <circle cx="8" cy="8" r="4.5" fill="var(--gl-accent)" stroke="var(--gl-accent)" />
        </Sign>
        {has((figure) => figure.isOvertaken) && (
          <Sign text={legend.overtaken}>
            <circle cx="8" cy="8" r="4.5" fill="none" stroke="var(--gl-accent)" />
          </Sign>
        )}
        {letters.size > 0 && (
          <Sign text={legend.disputed}>
            <path d="M8 1.5 12.5 8 8 14.5 3.5 8z" fill="none" stroke="var(--gl-link)" />
          </Sign>
        )}
        {hasBound('up to', 'less than') && (
          <Sign text={legend.upTo}>
            <path d="M8 2v11M5 10l3 3 3-3" fill="none" stroke="var(--gl-ink-2)" />
          </Sign>
        )}
        {hasBound('at least', 'more than') && (
          <Sign text={legend.atLeast}>
            <path d="M8 14V3M5 6l3-3 3 3" fill="none" stroke="var(--gl-ink-2)" />
          </Sign>
        )}
        {has(({ date }) => date.length < 10) && (
          <Sign text={legend.span}>
            <path d="M2 8h12" stroke="var(--gl-ink-3)" stroke-opacity="0.45" stroke-width="5" />
          </Sign>
        )}
      </ul>
      {letters.size > 0 && (
        <dl class="gl-letters" aria-label={TIMELINE_TEXT.differ}>
          {[...letters].map(([about, letter]) => (
            <div key={letter}>
              <dt>{letter}</dt>
              <dd dir="auto">{about}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

function Sign({ text, children }: { readonly text: string; readonly children: ComponentChildren }) {
  return (
    <li>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" stroke-width="1.6">
        {children}
      </svg>
      {text}
    </li>
  );
}
