/**
 * The door between the two scripts of a page: the scanner that every frame loads, and the card's own
 * script, which comes only when a card is about to be wanted. Both run in the extension's world, so
 * the page sees neither.
 */
import type { TermId } from '../data/schema.ts';
import type { CardRecord } from '../glossary/card-record.ts';
import type { PageDate } from '../glossary/page-date.ts';
import type { Box, Point } from './corridor.ts';
import type { TourPlace } from './term-tour.ts';

export interface CardHandlers {
  onOpenTerm(id: TermId): void;
  onBack(): void;
  onClose(): void;
  onPin(): void;
  onNotThis(scope: 'here' | 'site' | 'everywhere'): void;
  onExplore(): void;
  onSiteOff(): void;
  /** The reader says when the page was written; null goes back to the page's own date. */
  onSetDate(date: string | null): void;
  /** Focus came into the card, or left it for elsewhere. */
  onFocus(): void;
  onBlur(): void;
  /** Tab went past either end of the card. */
  onTabOut(): void;
  /** The page takes the card out of the document again and again. */
  onRemoved(): void;
}

export interface CardView {
  readonly record: CardRecord;
  /** Line rectangles of the mention, viewport px; the card keeps clear of them. */
  readonly rects: readonly DOMRect[];
  /** Where the pointer is: the card goes to the nearest line. */
  readonly pointer: Point | undefined;
  /** A node of the mention: decides which dialog or popover the card has to be part of. */
  readonly anchor: Node;
  readonly why: string;
  /** When the page was written; undefined where it doesn't say. */
  readonly pageDate: PageDate | undefined;
  readonly isPinned: boolean;
  readonly canGoBack: boolean;
  readonly isSheet: boolean;
  readonly takesFocus: boolean;
  /** Where the keyboard's tour is, to be read out; absent where the card came otherwise. */
  readonly place?: TourPlace | undefined;
  readonly theme: 'page' | 'light' | 'dark';
}

export interface CardHost {
  /** The one element that is in the document while a card is open. */
  readonly element: HTMLElement;
  show(view: CardView): void;
  /** Draws a card outside the document: the first one takes longest. Nothing where one is open. */
  rehearse(view: CardView): void;
  hide(): void;
  /** Leaves a line where the card was, for a few seconds, with a way to take it back. */
  notify(scope: 'here' | 'site' | 'everywhere', onUndo: () => void): void;
  /** Tells a reader who asked for a term by key that there is none. */
  sayNone(theme: CardView['theme']): void;
  /** Where the card is, viewport px; undefined while none is open. */
  box(): Box | undefined;
}

export interface CardBundle {
  /** See `page/read-page-date.ts`: not needed before the first card, so it comes with the card. */
  readPageDate(document: Document, url: string, today: string): PageDate | undefined;
  createCardHost(view: Window & typeof globalThis, handlers: CardHandlers): CardHost;
}

/** Where the card's script leaves itself in the extension's world. */
const KEY = 'glosslightCardBundle';

export function offerCardBundle(bundle: CardBundle): void {
  (globalThis as Record<string, unknown>)[KEY] = bundle;
}

export function takeCardBundle(): CardBundle | undefined {
  return (globalThis as Record<string, unknown>)[KEY] as CardBundle | undefined;
}
