import type { CardCitation } from '../glossary/card-record.ts';
import { formatDate, shortLocator } from './format.ts';
import { CARD_TEXT, SOURCE_KINDS } from './strings.ts';

export interface SourceLinkProps {
  readonly citation: CardCitation;
  /** Where in the source, beside the publisher; left out where there is no room for it. */
  readonly withLocator?: boolean;
}

/**
 * Publisher of a source, leading to the passage in a new tab. The title, the day and the kind of
 * source are in its name and tooltip; that a source is first-hand or a regulator's is also in sight.
 * An address that is not https is shown as plain text.
 */
export function SourceLink({ citation, withLocator = true }: SourceLinkProps) {
  const { source, locator, href } = citation;
  const kind = SOURCE_KINDS[source.kind];
  const details = [
    source.title === null ? undefined : CARD_TEXT.quoted(source.title),
    source.published === null ? undefined : formatDate(source.published),
    locator,
    kind,
  ].filter((part) => part !== undefined);
  const short = withLocator ? shortLocator(locator) : undefined;
  const firstHand = source.kind === 'primary' || source.kind === 'regulator';
  return (
    <span class="gl-source">
      {href.startsWith('https://') ? (
        <a
          href={href}
          target="_blank"
          rel="noopener noreferrer"
          title={details.join(' · ')}
          aria-label={`${source.publisher}, ${details.join(', ')} (${CARD_TEXT.newTab})`}
        >
          {source.publisher}
        </a>
      ) : (
        <span title={details.join(' · ')}>{source.publisher}</span>
      )}
      {short !== undefined && `,\u00a0${short}`}
      {firstHand && <span class="gl-source-kind">{kind}</span>}
    </span>
  );
}

/** The sources of one claim in one line, with what is not certain about it. */
export function SourceLine(props: {
  readonly citations: readonly CardCitation[];
  readonly confidence: 'high' | 'medium' | 'low';
  readonly withLocator?: boolean;
}) {
  const { citations, confidence, withLocator = true } = props;
  return (
    <div class="gl-sources">
      {citations.map((citation, index) => (
        <>
          {index > 0 && '\u00a0· '}
          <SourceLink
            key={`${citation.source.id} ${citation.locator}`}
            citation={citation}
            withLocator={withLocator}
          />
        </>
      ))}
      {confidence !== 'high' && (
        <span class="gl-source-kind">{CARD_TEXT.confidence[confidence]}</span>
      )}
    </div>
  );
}
