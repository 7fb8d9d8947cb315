import { useId } from 'preact/hooks';
import { MORE_TEXT } from './strings.ts';

/** How far “not this meaning” reaches. */
export type NotThisScope = 'here' | 'site' | 'everywhere';

const SCOPES: readonly NotThisScope[] = ['here', 'site', 'everywhere'];

/** Each part is shown where there is something behind it. */
export interface MorePanelProps {
  /** One line of evidence for this reading of the word. */
  readonly why?: string | undefined;
  readonly onNotThis?: ((scope: NotThisScope) => void) | undefined;
  readonly onExplore?: (() => void) | undefined;
  readonly onSiteOff?: (() => void) | undefined;
}

/** What a reader needs now and then: why this card, not this meaning, further reading, off. */
export function MorePanel({ why, onNotThis, onExplore, onSiteOff }: MorePanelProps) {
  const group = useId();
  return (
    <>
      {why !== undefined && (
        <details class="gl-why">
          <summary class="gl-item">{MORE_TEXT.why}</summary>
          <p dir="auto">{why}</p>
        </details>
      )}
      {onExplore !== undefined && (
        <button type="button" class="gl-item" onClick={onExplore}>
          {MORE_TEXT.explore}
        </button>
      )}
      {onNotThis !== undefined && (
        <fieldset class="gl-scopes" aria-labelledby={group}>
          <legend id={group} class="gl-item-label">
            {MORE_TEXT.notThis}
          </legend>
          <div class="gl-wrap">
            {SCOPES.map((scope) => (
              <button key={scope} type="button" class="gl-button" onClick={() => onNotThis(scope)}>
                {MORE_TEXT.scopes[scope]}
              </button>
            ))}
          </div>
        </fieldset>
      )}
      {onSiteOff !== undefined && (
        <button type="button" class="gl-item" onClick={onSiteOff}>
          {MORE_TEXT.siteOff}
        </button>
      )}
    </>
  );
}

/** Whether the panel has anything in it. */
export function hasMore(props: MorePanelProps): boolean {
  return Object.values(props).some((part) => part !== undefined);
}
