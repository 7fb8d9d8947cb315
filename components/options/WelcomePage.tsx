import type { ComponentChildren } from 'preact';
import type { ReaderSettings } from '../../glossary/reader-settings.ts';
import { TopBar } from '../explore/TopBar.tsx';
import { formatDate } from '../format.ts';
import { LANGUAGE } from '../strings.ts';
import { OPTIONS_TEXT, WELCOME_TEXT } from './options-text.ts';
import { RadioGroup } from './RadioGroup.tsx';

export interface WelcomePageProps {
  readonly mode: ReaderSettings['mode'];
  /** The bundled facts: how many terms, and up to which day they were checked. */
  readonly terms: number;
  readonly checked: string;
  /** The sample's term whose card is open. */
  readonly open: string | undefined;
  /** That card. */
  readonly card: ComponentChildren;
  readonly onOpen: (term: string | undefined) => void;
  readonly onMode: (mode: ReaderSettings['mode']) => void;
  readonly onSettings: () => void;
  readonly onDone: () => void;
}

/** Three steps after the installation; nothing has to be answered. */
export function WelcomePage(props: WelcomePageProps) {
  const { steps } = WELCOME_TEXT;
  return (
    <div class="gl-page" {...LANGUAGE}>
      <TopBar
        home="explore.html"
        links={[{ href: 'explore.html', text: OPTIONS_TEXT.explore }]}
        actions={[{ text: WELCOME_TEXT.settings, onPress: props.onSettings }]}
      />
      <main class="gl-narrow">
        <header>
          <h1>{WELCOME_TEXT.title}</h1>
          <p>{WELCOME_TEXT.lead}</p>
        </header>
        <div class="gl-steps">
          <section class="gl-sheet gl-step">
            <h2>{steps.try}</h2>
            <p class="gl-note">{WELCOME_TEXT.tryHint}</p>
            <Sample open={props.open} onOpen={props.onOpen} />
            <p class="gl-note">{WELCOME_TEXT.sampleSource}</p>
            <div class="gl-sample-card">{props.card}</div>
          </section>
          <section class="gl-sheet gl-step">
            <h2>{steps.where}</h2>
            <RadioGroup {...OPTIONS_TEXT.mode} value={props.mode} onChoose={props.onMode} />
          </section>
          <section class="gl-sheet gl-step">
            <h2>{steps.silence}</h2>
            {props.terms > 0 && (
              <p>{WELCOME_TEXT.silence(props.terms, formatDate(props.checked))}</p>
            )}
            <p class="gl-note">{WELCOME_TEXT.wrong}</p>
            <div class="gl-actions">
              <button type="button" class="gl-button gl-strong" onClick={props.onDone}>
                {WELCOME_TEXT.done}
              </button>
            </div>
          </section>
        </div>
      </main>
    </div>
  );
}

function Sample({ open, onOpen }: Pick<WelcomePageProps, 'open' | 'onOpen'>) {
  return (
    <p class="gl-sample">
      {WELCOME_TEXT.sample.map((part) =>
        'term' in part ? (
          <button
            key={part.text}
            type="button"
            aria-expanded={open === part.term}
            aria-label={WELCOME_TEXT.open(part.text)}
            onPointerEnter={() => onOpen(part.term)}
            onFocus={() => onOpen(part.term)}
            onClick={() => onOpen(part.term)}
          >
            {part.text}
          </button>
        ) : (
          part.text
        ),
      )}
    </p>
  );
}
