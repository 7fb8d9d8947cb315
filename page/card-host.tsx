/**
 * The card in the document: one host element with a closed shadow root, in the top layer, there only
 * while a card is open. Nothing of the page's styles comes in and none of ours go out.
 */
import { computePosition, flip, offset, shift, size } from '@floating-ui/dom';
import { render } from 'preact';
import cardStyles from '../components/card.css?inline';
import { FactCard } from '../components/FactCard.tsx';
import type { SinceView } from '../components/since-view.ts';
import { changesSince } from '../glossary/changes-since.ts';
import { formatCitation } from '../glossary/citation.ts';
import type { PageDate } from '../glossary/page-date.ts';
import type { CardHandlers, CardHost, CardView } from './card-bundle.ts';
import { pageThemeAt } from './page-theme.ts';
import { readPageDate } from './read-page-date.ts';

/** Distance of the card from the word, and of the card from the window's edge, in px. */
const GAP = 8;
const PAD = 12;

const XHTML = 'http://www.w3.org/1999/xhtml';

/** Written on the element itself with `!important`: no style sheet of a page can beat that. */
const HOST_STYLE = [
  'all: initial',
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
]
  .map((declaration) => `${declaration} !important`)
  .join(';');

export function createCardHost(view: Window & typeof globalThis, handlers: CardHandlers): CardHost {
  const { document } = view;
  const element = document.createElementNS(XHTML, 'div') as HTMLElement;
  const root = element.attachShadow({ mode: 'closed', delegatesFocus: false });
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(cardStyles);
  root.adoptedStyleSheets = [sheet];
  element.setAttribute('popover', 'manual');
  element.addEventListener('focusin', handlers.onFocus);
  element.addEventListener('focusout', ({ relatedTarget }) => {
    // Inside the card focus moves without leaving the host; retargeting hides those moves.
    // A window that loses the focus keeps its card.
    if (relatedTarget !== element && document.hasFocus()) handlers.onBlur();
  });
  // Keys pressed in the card are none of the page's business; the browser's own still work.
  for (const type of ['keydown', 'keyup', 'keypress'] as const) {
    root.addEventListener(type, (event) => event.stopPropagation());
  }

  let shown: CardView | undefined;
  let stopFollowing: (() => void) | undefined;
  let cameFrom: Element | null = null;
  let pageDate: PageDate | undefined;
  let isDateRead = false;
  const today = () => new Date().toLocaleDateString('sv');

  function since(current: CardView): SinceView {
    if (!isDateRead) {
      pageDate = readPageDate(document, document.location.href, today());
      isDateRead = true;
    }
    const changes = changesSince(current.record, pageDate?.date, today());
    if (changes.kind === 'unknown' || pageDate === undefined) return { kind: 'unknown' };
    return { ...changes, origin: pageDate.origin, role: pageDate.role };
  }

  function draw(current: CardView): void {
    render(
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
        onCite={async (claim, format) => {
          try {
            await view.navigator.clipboard.writeText(
              formatCitation(claim, format, {
                title: `Glosslight, ${current.record.pack.title}`,
                version: current.record.checked,
              }),
            );
            return true;
          } catch {
            return false;
          }
        }}
        onNotThis={handlers.onNotThis}
        onSetDate={(date) => {
          isDateRead = date !== null;
          pageDate =
            date === null ? undefined : { date, origin: 'reader', role: 'published', raw: date };
          draw(current);
        }}
        onExplore={handlers.onExplore}
        onSiteOff={handlers.onSiteOff}
      />,
      root,
    );
  }

  async function place(current: CardView): Promise<void> {
    if (current.isSheet) {
      element.style.setProperty('inset', 'auto 0 0 0', 'important');
      element.style.setProperty('width', 'auto', 'important');
      return;
    }
    const anchor = { getBoundingClientRect: () => lineNear(current.rects, current.pointer) };
    const { x, y } = await computePosition(anchor, element, {
      strategy: 'fixed',
      placement: 'bottom-start',
      middleware: [
        offset(GAP),
        // Along the line `shift` makes room; only above and below are weighed here.
        flip({ padding: PAD, crossAxis: false, fallbackAxisSideDirection: 'end' }),
        shift({ padding: PAD }),
        size({
          padding: PAD,
          apply: ({ availableHeight }) => {
            const room = Math.max(160, Math.floor(availableHeight));
            element.style.setProperty('--gl-room', `${room}px`, 'important');
          },
        }),
      ],
    });
    element.style.setProperty('left', `${Math.round(x)}px`, 'important');
    element.style.setProperty('top', `${Math.round(y)}px`, 'important');
  }

  function show(current: CardView): void {
    const isNew = shown === undefined;
    shown = current;
    if (isNew) {
      element.style.cssText = HOST_STYLE;
      parentFor(current.anchor, document).append(element);
      cameFrom = document.activeElement;
    }
    element.dataset['theme'] =
      current.theme === 'page' ? pageThemeAt(view, current.anchor) : current.theme;
    draw(current);
    if (isNew) element.showPopover();
    stopFollowing?.();
    void place(current);
    // A card that grows (more claims unfolded) must not grow out of the window.
    const observer = new view.ResizeObserver(() => void place(current));
    observer.observe(element);
    stopFollowing = () => observer.disconnect();
    if (current.takesFocus && isNew) root.querySelector<HTMLElement>('h2')?.focus();
  }

  function hide(): void {
    if (shown === undefined) return;
    const hadFocus = root.activeElement !== null || document.activeElement === element;
    shown = undefined;
    stopFollowing?.();
    render(null, root);
    element.remove();
    if (hadFocus && cameFrom instanceof view.HTMLElement) cameFrom.focus({ preventScroll: true });
    cameFrom = null;
  }

  return {
    element,
    show,
    hide,
    box: () => (shown === undefined ? undefined : element.getBoundingClientRect()),
  };
}

/** A popover outside an open modal dialog or fullscreen element would be painted but dead. */
function parentFor(anchor: Node, document: Document): Element {
  let at: Node | null = anchor;
  while (at !== null) {
    const element = at.nodeType === 1 ? (at as Element) : at.parentElement;
    const layer = element?.closest(':modal, :popover-open');
    if (layer) return layer;
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return document.documentElement;
}

/** The line of a wrapped mention that the pointer is on, or the first. */
function lineNear(rects: readonly DOMRect[], pointer: CardView['pointer']): DOMRect {
  const first = rects[0] ?? new DOMRect();
  if (pointer === undefined) return first;
  const distance = (rect: DOMRect) =>
    Math.hypot(
      Math.max(rect.left - pointer.x, 0, pointer.x - rect.right),
      Math.max(rect.top - pointer.y, 0, pointer.y - rect.bottom),
    );
  return rects.reduce((best, rect) => (distance(rect) < distance(best) ? rect : best), first);
}
