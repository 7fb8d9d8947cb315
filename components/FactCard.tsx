import type { RefObject } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { TermId } from '../data/schema.ts';
import type { CardRecord } from '../glossary/card-record.ts';
import { CardFooter } from './CardFooter.tsx';
import type { CiteHandler } from './CitePanel.tsx';
import { ClaimList } from './ClaimList.tsx';
import { type CardPlan, planCard } from './card-plan.ts';
import { Disagreement } from './Disagreement.tsx';
import { ageOf, formatDate } from './format.ts';
import { IconButton } from './IconButton.tsx';
import { BackIcon, ClockIcon, CloseIcon, PinIcon } from './icons.tsx';
import type { NotThisScope } from './MorePanel.tsx';
import { SinceSection } from './SinceSection.tsx';
import type { SinceView } from './since-view.ts';
import { CARD_TEXT, KIND_NAMES, LANGUAGE } from './strings.ts';

export interface FactCardProps {
  readonly card: CardRecord;
  /** “Since this article”; left out while the page's date is not known yet: then nothing is shown. */
  readonly since?: SinceView | undefined;
  /** One line of evidence for this reading of the word; folded. */
  readonly why?: string | undefined;
  readonly pinned: boolean;
  readonly canGoBack: boolean;
  /** Small viewport: the card is a bottom sheet. */
  readonly sheet: boolean;
  /** The reader's day, `2026-11-21`, for the age of the facts. */
  readonly today: string;
  readonly onOpenTerm: (id: TermId) => void;
  readonly onBack: () => void;
  readonly onClose: () => void;
  /** Left out where a card stays anyway. */
  readonly onPin?: (() => void) | undefined;
  readonly onCite?: CiteHandler | undefined;
  readonly onNotThis?: ((scope: NotThisScope) => void) | undefined;
  /** A day, month or year, or null to go back to the page's own date. */
  readonly onSetDate?: ((date: string | null) => void) | undefined;
  readonly onExplore?: (() => void) | undefined;
  readonly onSiteOff?: (() => void) | undefined;
}

/**
 * One term's card. Its headline takes the focus (`tabindex="-1"`) when a card is opened from the
 * keyboard, and when another term takes this one's place by a press inside the card.
 */
export function FactCard(props: FactCardProps) {
  const { card, since, today } = props;
  const title = useId();
  const headline = useRef<HTMLHeadingElement>(null);
  const shown = useRef(card.id);
  const swapping = useRef(false);
  const plan = planCard(card, since);

  // The pressed chip goes away with the old term; without this the focus would fall to the page.
  useLayoutEffect(() => {
    if (shown.current === card.id) return;
    shown.current = card.id;
    if (swapping.current) headline.current?.focus({ preventScroll: true });
    swapping.current = false;
  }, [card.id]);

  const openTerm = (id: TermId) => {
    swapping.current = true;
    props.onOpenTerm(id);
  };
  const goBack = () => {
    swapping.current = true;
    props.onBack();
  };

  return (
    <div
      class="gl-card"
      role="dialog"
      aria-labelledby={title}
      data-sheet={props.sheet ? '' : undefined}
      {...LANGUAGE}
    >
      <CardHeader {...props} id={title} headline={headline} onBack={goBack} />
      <div key={card.id} class="gl-body">
        <p class="gl-gloss" dir="auto">
          {card.gloss}
        </p>
        <StaleNote plan={plan} today={today} />
        {since !== undefined && (
          <SinceSection
            since={since}
            rows={plan.since}
            checked={card.checked}
            today={today}
            onSetDate={props.onSetDate}
          />
        )}
        {card.disagreements.map((disagreement) => (
          <Disagreement key={disagreement.about} disagreement={disagreement} />
        ))}
        <ClaimList current={plan.current} earlier={plan.earlier} />
        <CheckedNote plan={plan} today={today} />
      </div>
      <CardFooter
        key={`${card.id} footer`}
        related={card.related}
        citable={plan.citable}
        more={{
          why: props.why,
          onExplore: props.onExplore,
          onNotThis: props.onNotThis,
          onSiteOff: props.onSiteOff,
        }}
        onOpenTerm={openTerm}
        onCite={props.onCite}
      />
    </div>
  );
}

type CardHeaderProps = Pick<
  FactCardProps,
  'card' | 'pinned' | 'canGoBack' | 'sheet' | 'onBack' | 'onPin' | 'onClose'
> & { readonly id: string; readonly headline: RefObject<HTMLHeadingElement | null> };

function CardHeader(props: CardHeaderProps) {
  return (
    <header class="gl-head">
      {props.canGoBack && (
        <IconButton name={CARD_TEXT.back} onPress={props.onBack}>
          <BackIcon />
        </IconButton>
      )}
      <div class="gl-headline">
        <h2 id={props.id} ref={props.headline} tabIndex={-1} dir="auto">
          {props.card.label}
        </h2>{' '}
        <span class="gl-kind">{KIND_NAMES[props.card.kind]}</span>
      </div>
      {!props.sheet && props.onPin !== undefined && (
        <IconButton name={CARD_TEXT.pin} pressed={props.pinned} onPress={props.onPin}>
          <PinIcon filled={props.pinned} />
        </IconButton>
      )}
      <IconButton name={CARD_TEXT.close} onPress={props.onClose}>
        <CloseIcon />
      </IconButton>
    </header>
  );
}

interface AgeProps {
  readonly plan: CardPlan;
  readonly today: string;
}

/** Facts that nobody has looked at for a year say so before anything else. */
function StaleNote({ plan, today }: AgeProps) {
  if (ageOf(plan.knownTo, today) !== 'stale') return null;
  return (
    <p class="gl-stale">
      <ClockIcon />
      <span>{CARD_TEXT.stale(formatDate(plan.knownTo))}</span>
    </p>
  );
}

function CheckedNote({ plan, today }: AgeProps) {
  const age = ageOf(plan.knownTo, today);
  if (age === 'stale') return null;
  const day = formatDate(plan.knownTo);
  return <p class="gl-checked">{age === 'dated' ? CARD_TEXT.asOf(day) : CARD_TEXT.checked(day)}</p>;
}
