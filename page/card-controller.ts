/**
 * Joins intent and card: what the reader does becomes intent, intent becomes a card, in this frame or,
 * where it has no room, in the top one.
 */
import type { TermId } from '../data/schema.ts';
import type { CardRecord } from '../glossary/card-record.ts';
import type { PageDate } from '../glossary/page-date.ts';
import type { Annotation } from './annotation-store.ts';
import type { Annotator } from './annotator.ts';
import type { CardBundle, CardHandlers, CardHost, CardView } from './card-bundle.ts';
import { createCardEvents } from './card-events.ts';
import {
  type CardEvent,
  type CardState,
  type HoverPreset,
  initialCardState,
  nextCardState,
  nextTick,
} from './card-intent.ts';
import { type CardLendingOptions, createCardLending } from './card-lending.ts';
import { type CardMention, LENT_ID, ownMention, watchWord } from './card-mention.ts';
import { cardViewOf, type OpenMode } from './card-view.ts';
import type { Point } from './corridor.ts';
import type { LentMention, Sighting } from './lent-mention.ts';
import type { TourPlace } from './term-tour.ts';

export interface CardControllerOptions extends Omit<CardLendingOptions, 'seen'> {
  readonly annotator: Annotator;
  readonly preset: HoverPreset;
  readonly theme: 'page' | 'light' | 'dark';
  /** Fetches a term's facts and, the first time, the card's script. Null: no such term. */
  prepare(termId: TermId): Promise<{ bundle: CardBundle; record: CardRecord } | null>;
  /** @returns what takes it back. */
  onNotThis(form: string, termId: TermId, scope: 'here' | 'site' | 'everywhere'): () => void;
  onExplore(termId: TermId): void;
  onSiteOff(): void;
  /** When the page was written, as far as it is known by now. */
  pageDate(): PageDate | undefined;
  onSetDate(date: string | null): void;
  /** The last pointer event, where this controller has seen none yet. */
  seen(): Sighting | undefined;
  /** The page takes every card away: it is told elsewhere. */
  onBlocked(): void;
  /** The reader is done with a card that came from the keyboard. */
  onReturn(): void;
  readonly signal: AbortSignal;
}

export function createCardController(options: CardControllerOptions) {
  const { view, annotator, signal } = options;
  const now = () => view.performance.now();
  let state: CardState = initialCardState(options.preset);
  let timer = 0;
  let host: CardHost | undefined;
  /** Terms gone through inside one card, the last one shown. */
  let path: TermId[] = [];
  let shownId: number | undefined;
  let openedAt: Point | undefined;
  let place: TourPlace | undefined;
  /** Whether the word that the card stands by is still as it was. */
  let isWordThere: (() => boolean) | undefined;
  let isBlocked = false;

  function send(event: CardEvent): void {
    const before = state;
    state = nextCardState(state, event);
    // Most moves of the pointer change nothing, and what was due still is.
    if (state === before && event.type !== 'tick') return;
    if (state.phase !== before.phase) onPhase(before.phase);
    view.clearTimeout(timer);
    const due = nextTick(state);
    if (due !== undefined) {
      timer = view.setTimeout(() => send({ type: 'tick', now: now() }), Math.max(0, due - now()));
    }
  }

  const dismiss = () => send({ type: 'close', now: now() });
  /** The pointer is on this mention, or on none, and on no card. */
  const pointAt = (id: number | undefined) =>
    send({ type: 'point', id, speed: 0, isOverCard: false, isHeading: false, now: now() });

  function onPhase(before: CardState['phase']): void {
    const { phase } = state;
    if (phase.kind === 'armed' && (before.kind !== 'armed' || before.id !== phase.id)) {
      void warm(phase.id);
    }
    if (phase.kind !== 'open') {
      close();
      return;
    }
    if (before.kind === 'open' && before.id === phase.id && before.mode === phase.mode) return;
    if (phase.id !== shownId) {
      if (shownId === LENT_ID) lending.giveBack(false);
      const termId = mentionOf(phase.id)?.termId;
      path = termId === undefined ? [] : [termId];
    }
    shownId = phase.id;
    void draw();
  }

  function mentionOf(id: number): CardMention | undefined {
    return id === LENT_ID ? lending.place() : ownMention(annotator, id);
  }

  const seen = () => events.seen() ?? options.seen();
  const lending = createCardLending({ ...options, seen });

  /** The dwell's time is used to fetch what the card will need, and to draw it unseen. */
  async function warm(id: number): Promise<void> {
    const termId = lending.isNeeded() ? undefined : mentionOf(id)?.termId;
    if (termId === undefined) return;
    const prepared = await options.prepare(termId).catch(() => null);
    const { phase } = state;
    if (prepared === null || signal.aborted || phase.kind !== 'armed' || phase.id !== id) return;
    const mention = mentionOf(id);
    if (mention === undefined) return;
    host ??= prepared.bundle.createCardHost(view, handlers);
    host.rehearse(viewOf(prepared.record, mention, 'hover'));
  }

  async function draw(): Promise<void> {
    const termId = path.at(-1);
    const id = shownId;
    if (termId === undefined || id === undefined || isBlocked) return close();
    const isCurrent = () =>
      !signal.aborted && state.phase.kind === 'open' && shownId === id && path.at(-1) === termId;
    if (await lendOut(id)) return;
    const prepared = isCurrent() ? await options.prepare(termId).catch(() => null) : null;
    const { phase } = state;
    if (!isCurrent() || phase.kind !== 'open') return;
    const mention = mentionOf(id);
    if (prepared === null || mention === undefined || mention.rects.length === 0) {
      dismiss();
      return;
    }
    const { annotation, rects } = mention;
    host ??= prepared.bundle.createCardHost(view, handlers);
    annotator.highlighter.setActive(annotation);
    openedAt = rects[0];
    isWordThere = annotation && watchWord(annotation);
    host.show(viewOf(prepared.record, mention, phase.mode));
  }

  function viewOf(record: CardRecord, mention: CardMention, mode: OpenMode): CardView {
    const pageDate = options.pageDate();
    const pointer = events.pointer();
    return cardViewOf(view, record, mention, {
      mode,
      path,
      place,
      pageDate,
      pointer,
      theme: options.theme,
    });
  }

  /** @returns true where the top frame has taken the card over. */
  async function lendOut(id: number): Promise<boolean> {
    const mention = lending.isNeeded() && id !== LENT_ID ? ownMention(annotator, id) : undefined;
    const { phase } = state;
    if (mention === undefined || phase.kind !== 'open') return false;
    const isTaken = await lending.lend(mention, phase.mode, () => shownId === id);
    if (!isTaken || shownId !== id) return isTaken;
    if (state.phase.kind === 'open' && state.phase.closeAt !== undefined) {
      // The pointer has left meanwhile, perhaps for the card: that is for the top frame to see.
      pointAt(id);
      options.lender?.release();
    }
    host?.hide();
    annotator.highlighter.setActive(mention.annotation);
    return true;
  }

  function close(): void {
    if (shownId === undefined) return;
    lending.end();
    shownId = undefined;
    isWordThere = undefined;
    place = undefined;
    path = [];
    host?.hide();
    annotator.highlighter.setActive(undefined);
  }

  const handlers: CardHandlers = {
    onOpenTerm(id) {
      path = [...path.slice(-9), id];
      if (state.phase.kind === 'open' && state.phase.mode === 'hover') send({ type: 'focus' });
      void draw();
    },
    onBack() {
      path = path.slice(0, -1);
      void draw();
    },
    onClose: dismiss,
    onPin: () => send({ type: 'pin' }),
    onNotThis(scope) {
      const mention = shownId === undefined ? undefined : mentionOf(shownId);
      if (shownId === LENT_ID) lending.giveBack(scope === 'here');
      dismiss();
      if (mention === undefined) return;
      const undo = options.onNotThis(mention.form, mention.termId, scope);
      host?.notify(scope, undo);
    },
    onExplore() {
      const termId = path.at(-1);
      if (termId !== undefined) options.onExplore(termId);
    },
    onSiteOff: options.onSiteOff,
    onSetDate(date) {
      options.onSetDate(date);
      void draw();
    },
    onFocus: () => send({ type: 'focus' }),
    onBlur: () => send({ type: 'blur', now: now() }),
    onTabOut() {
      dismiss();
      options.onReturn();
    },
    onRemoved() {
      isBlocked = true;
      dismiss();
      options.onBlocked();
    },
  };

  const events = createCardEvents({
    view,
    annotator,
    send,
    phase: () => state.phase,
    card: () => host,
    shownId: () => shownId,
    openedAt: () => openedAt,
    isLentOut: lending.isOut,
    onLeave: () => options.lender?.release(),
    onEscape() {
      const isTour = place !== undefined;
      send({ type: 'escape', now: now() });
      if (isTour) options.onReturn();
    },
    signal,
  });
  events.listen();

  signal.addEventListener('abort', () => {
    view.clearTimeout(timer);
    close();
  });

  /** The frame wants the card closed. */
  function takeBack(): void {
    if (shownId !== LENT_ID) return;
    lending.forget();
    dismiss();
  }

  return {
    /** Opens the card of an annotation, focused: for keyboard and popup. */
    open(annotation: Annotation, at?: TourPlace) {
      place = at;
      send({ type: 'open', id: annotation.id, mode: 'focused' });
    },
    shown: () => shownId,
    isBlocked: () => isBlocked,
    /** The page has changed: a card whose word has gone does not stay. */
    check() {
      if (isWordThere?.() === false) send({ type: 'drift', now: now() });
    },
    listen: events.listen,
    /**
     * Shows the card of another frame's mention.
     * @param zoom see `placeLent`.
     * @returns false where it can't be placed.
     */
    borrow(
      mention: LentMention,
      zoom: number | null,
      onClosed: (isRejected: boolean) => void,
    ): boolean {
      if (isBlocked || lending.place(mention, zoom) === undefined) return false;
      takeBack();
      lending.borrow(mention, zoom, onClosed);
      send({ type: 'open', id: LENT_ID, mode: mention.mode });
      return true;
    },
    /** Says that the page has no term. @returns false where a card is open, or none can be. */
    sayNone({ createCardHost }: CardBundle): boolean {
      if (isBlocked || shownId !== undefined) return false;
      host ??= createCardHost(view, handlers);
      host.sayNone(options.theme);
      return true;
    },
    /** The pointer left the frame whose mention is shown. */
    release() {
      // The pointer may be on the card by the time this is heard.
      if (shownId !== LENT_ID || host?.element.matches(':hover')) return;
      pointAt(undefined);
    },
    takeBack,
    /** The top frame has closed the card of this frame's mention. */
    lentClosed(isRejected: boolean) {
      if (!lending.isOut() || shownId === undefined) return;
      const mention = mentionOf(shownId);
      lending.setClosed();
      dismiss();
      if (isRejected && mention) options.onNotThis(mention.form, mention.termId, 'here');
    },
  };
}
