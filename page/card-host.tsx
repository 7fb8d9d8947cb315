/**
 * The card in the document: one host element with a closed shadow root, in the top layer, there only
 * while a card is open. Nothing of the page's styles comes in and none of ours go out.
 */
import { render } from 'preact';
import { CardNotice, type CardNoticeProps } from '../components/CardNotice.tsx';
import cardStyles from '../components/card.css?inline';
import { FactCard } from '../components/FactCard.tsx';
import type { NotThisScope } from '../components/MorePanel.tsx';
import type { SinceView } from '../components/since-view.ts';
import { CARD_TEXT, MORE_TEXT } from '../components/strings.ts';
import { changesSince } from '../glossary/changes-since.ts';
import { formatCitation } from '../glossary/citation.ts';
import type { CardHandlers, CardHost, CardView } from './card-bundle.ts';
import { createCardGuard } from './card-guard.ts';
import { layerFor, placeCard } from './card-place.ts';
import { copyText } from './copy-text.ts';
import { markAsOwn } from './own-element.ts';
import { pageThemeAt } from './page-theme.ts';
import { today } from './today.ts';
import { warmFonts } from './warm-fonts.ts';

/** What Tab comes to inside the card. */
const TAB_STOPS = ['a[href]', 'button', 'input', 'select', 'summary', '[tabindex]']
  .map((each) => `${each}:not(:disabled,[tabindex="-1"])`)
  .join(',');
/** After the focus has moved, so that a screen reader says both, in ms. */
const SPEAK_MS = 150;
/** How long “not this meaning” can be taken back on the spot, in ms. */
const NOTICE_MS = 6000;

const XHTML = 'http://www.w3.org/1999/xhtml';

/** Written on the element itself with `!important`: no style sheet of a page can beat that. */
const HOST_STYLE = [
  'all: initial',
  // `all` leaves it out, and where the card goes is told by the page's text, not by the host's.
  'direction: ltr',
  'display: block',
  'position: fixed',
  'inset: auto',
  'margin: 0',
  'padding: 0',
  'border: 0',
  'background: none',
  'overflow: visible',
  'z-index: 2147483647',
  'pointer-events: auto',
  // Who selects all of a page wants the page; see where a press in the card takes it back.
  'user-select: none',
].map(important);

/** For a line that belongs to no word: the middle of the window's lower edge. */
const FOOT_STYLE = ['inset: auto 0 24px', 'margin: 0 auto', 'width: fit-content'].map(important);

function important(declaration: string): string {
  return `${declaration} !important`;
}

export function createCardHost(view: Window & typeof globalThis, handlers: CardHandlers): CardHost {
  const { document } = view;
  const element = document.createElementNS(XHTML, 'div') as HTMLElement;
  markAsOwn(element);
  const root = element.attachShadow({ mode: 'closed', delegatesFocus: false });
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(cardStyles);
  root.adoptedStyleSheets = [sheet];
  element.setAttribute('popover', 'manual');
  element.addEventListener('pointerdown', () => {
    element.style.setProperty('user-select', 'auto', 'important');
  });
  element.addEventListener('focusin', handlers.onFocus);
  element.addEventListener('focusout', ({ relatedTarget }) => {
    // Inside the card focus moves without leaving the host; retargeting hides those moves.
    // A window that loses the focus keeps its card.
    if (relatedTarget === element || !document.hasFocus()) return;
    if (relatedTarget !== null) handlers.onBlur();
    // Into a frame, or to nothing: words of the card were pressed, or the focused part has gone.
    else view.setTimeout(() => isFocusElsewhere() && handlers.onBlur());
  });
  root.addEventListener('click', ({ target }) => {
    // What was pressed may go with the press, as “3 more facts” does: the card keeps the focus.
    view.setTimeout(() => {
      const isGone = target instanceof view.Node && !target.isConnected;
      const isLost = root.activeElement === null && !isFocusElsewhere();
      if (isGone && isLost && shown?.takesFocus) focusHeadline();
    });
  });
  // Keys pressed in the card are none of the page's business; the browser's own still work.
  for (const type of ['keydown', 'keyup', 'keypress'] as const) {
    root.addEventListener(type, (event) => event.stopPropagation());
  }
  root.addEventListener('keydown', (event) => {
    const { key, shiftKey } = event as KeyboardEvent;
    if (key !== 'Tab') return;
    const stops = [...root.querySelectorAll<HTMLElement>(TAB_STOPS)].filter((each) =>
      each.checkVisibility({ visibilityProperty: true }),
    );
    const isHeadline = root.activeElement?.matches('h2') === true;
    const isOut = shiftKey
      ? isHeadline || root.activeElement === stops[0]
      : root.activeElement === stops.at(-1);
    if (!isOut) return;
    // The card is at the document's end: without this, Tab would go on from there.
    event.preventDefault();
    handlers.onTabOut();
  });
  const guard = createCardGuard(view, element, {
    onLost: handlers.onClose,
    onRemoved: handlers.onRemoved,
  });

  let shown: CardView | undefined;
  let stopFollowing: (() => void) | undefined;
  let stopGuard: (() => void) | undefined;
  let cameFrom: Element | null = null;
  /** What the live region says. */
  let spoken = '';

  function since({ record, pageDate }: CardView): SinceView {
    const changes = changesSince(record, pageDate?.date, today());
    if (changes.kind === 'unknown' || pageDate === undefined) return { kind: 'unknown' };
    return { ...changes, origin: pageDate.origin, role: pageDate.role };
  }

  function draw(current: CardView): void {
    render(
      <>
        <FactCard
          card={current.record}
          since={since(current)}
          why={current.why === '' ? undefined : current.why}
          pinned={current.isPinned}
          canGoBack={current.canGoBack}
          sheet={current.isSheet}
          today={today()}
          onOpenTerm={handlers.onOpenTerm}
          onBack={handlers.onBack}
          onClose={handlers.onClose}
          onPin={handlers.onPin}
          onCite={(claim, format) => {
            const { pack, checked } = current.record;
            const data = { title: `Glosslight, ${pack.title}`, version: checked };
            return copyText(view, formatCitation(claim, format, data));
          }}
          onNotThis={handlers.onNotThis}
          onSetDate={handlers.onSetDate}
          onExplore={handlers.onExplore}
          onSiteOff={handlers.onSiteOff}
        />
        {status()}
      </>,
      root,
    );
  }

  /** A live region speaks only of what changes after it is there: it is filled by `speak`. */
  const status = () => (
    <p class="gl-unseen" role="status" lang="en">
      {spoken}
    </p>
  );

  function speak(text: string, isCurrent: () => boolean, redraw: () => void): void {
    view.setTimeout(() => {
      if (!isCurrent()) return;
      spoken = text;
      redraw();
    }, SPEAK_MS);
  }

  function show(current: CardView): void {
    endNotice();
    const isNew = shown === undefined;
    const isOther = shown?.anchor !== current.anchor || shown.record.id !== current.record.id;
    // A card that the pointer had opened is now asked for by a key.
    const isAsked = current.takesFocus && (isOther || shown?.takesFocus !== true);
    shown = current;
    spoken = '';
    // First all questions to the page, while it is as it was: then it is laid out once.
    dress(current.theme, current.anchor);
    draw(current);
    if (isNew) {
      element.style.cssText = HOST_STYLE.join(';');
      cameFrom = document.activeElement;
      layerFor(current.anchor, document).append(element);
      element.showPopover();
      stopGuard = guard();
    }
    stopFollowing?.();
    void placeCard(view, element, current);
    // A card that grows (more claims unfolded) must not grow out of the window.
    let isPlaced = true;
    const observer = new view.ResizeObserver(() => {
      // The first call is for the size that it has.
      if (!isPlaced) void placeCard(view, element, current);
      isPlaced = false;
    });
    observer.observe(element);
    stopFollowing = () => observer.disconnect();
    if (isAsked) focusHeadline();
    if (current.place === undefined) return;
    speak(
      CARD_TEXT.place(current.record.label, current.place),
      () => shown === current,
      () => draw(current),
    );
  }

  function dress(theme: CardView['theme'], node: Node): void {
    element.dataset.theme = theme === 'page' ? pageThemeAt(view, node) : theme;
  }

  function focusHeadline(): void {
    root.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  }

  /** Whether the page has the focus: in something of its own, not just nowhere. */
  function isFocusElsewhere(): boolean {
    const { activeElement: at, body, documentElement } = document;
    const isNowhere = at === null || at === body || at === documentElement || at === element;
    return shown !== undefined && root.activeElement === null && !isNowhere;
  }

  function rehearse(next: CardView): void {
    if (shown === undefined && noticeTimer === 0) draw(next);
    if (isWarm) return;
    isWarm = true;
    warmFonts(view, root.textContent ?? '');
  }

  let noticeTimer = 0;
  let isWarm = false;

  function leaveNotice(text: string, action?: CardNoticeProps['action']): void {
    spoken = '';
    const redraw = () =>
      render(
        <>
          <CardNotice text={text} action={action} />
          {status()}
        </>,
        root,
      );
    document.documentElement.append(element);
    redraw();
    element.showPopover();
    const timer = view.setTimeout(endNotice, NOTICE_MS);
    noticeTimer = timer;
    speak(text, () => noticeTimer === timer, redraw);
  }

  function notify(scope: NotThisScope, onUndo: () => void): void {
    // Where the card was: its own place and theme still stand on the host.
    leaveNotice(MORE_TEXT.rejected[scope], {
      label: MORE_TEXT.undo,
      onPress() {
        endNotice();
        onUndo();
      },
    });
  }

  function sayNone(theme: CardView['theme']): void {
    endNotice();
    element.style.cssText = [...HOST_STYLE, ...FOOT_STYLE].join(';');
    dress(theme, document.body ?? document.documentElement);
    leaveNotice(CARD_TEXT.none);
  }

  function endNotice(): void {
    if (noticeTimer === 0) return;
    view.clearTimeout(noticeTimer);
    noticeTimer = 0;
    render(null, root);
    element.remove();
  }

  function hide(): void {
    endNotice();
    if (shown === undefined) return;
    const hadFocus = root.activeElement !== null || document.activeElement === element;
    shown = undefined;
    stopFollowing?.();
    stopGuard?.();
    render(null, root);
    element.remove();
    if (hadFocus && cameFrom instanceof view.HTMLElement) cameFrom.focus({ preventScroll: true });
    cameFrom = null;
  }

  return {
    element,
    show,
    rehearse,
    hide,
    notify,
    sayNone,
    box: () => (shown === undefined ? undefined : element.getBoundingClientRect()),
  };
}
