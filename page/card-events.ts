/**
 * Document events to intent. Listeners are few and passive but for two: the Escape that closes a card
 * and the tap that puts a sheet away go no further. What a page makes up itself is not listened to.
 */
import type { Annotation } from './annotation-store.ts';
import type { Annotator } from './annotator.ts';
import type { CardHost } from './card-bundle.ts';
import type { CardEvent, CardPhase } from './card-intent.ts';
import { LENT_ID } from './card-mention.ts';
import { isHeadingFor, type Point } from './corridor.ts';
import { type Sighting, sightingOf } from './lent-mention.ts';
import { isInside } from './shadow-roots.ts';

export interface CardEventsOptions {
  readonly view: Window & typeof globalThis;
  readonly annotator: Annotator;
  send(event: CardEvent): void;
  phase(): CardPhase;
  card(): CardHost | undefined;
  shownId(): number | undefined;
  /** Where the mention was when its card opened. */
  openedAt(): Point | undefined;
  isLentOut(): boolean;
  /** The pointer left this frame while another one shows its card. */
  onLeave(): void;
  onEscape(): void;
  readonly signal: AbortSignal;
}

export interface CardEvents {
  /** Also after a `document.open`, which takes all listeners away; one that is there stays one. */
  listen(): void;
  /** Where the pointer was last, viewport px. */
  pointer(): Point | undefined;
  /** The last pointer event; undefined before any. */
  seen(): Sighting | undefined;
}

/** A hover card goes when its word has moved this far from it, in px. */
const DRIFT = 48;
/** Pointer samples farther apart than this say nothing of speed, in ms. */
const SAMPLE_MS = 32;
/** Browsers take a touch that rests for about so long as a long press, in ms. */
const LONG_PRESS_MS = 500;
const CONTROL = 'a[href],button,label,summary,[role="button"],[onclick]';

export function createCardEvents(options: CardEventsOptions): CardEvents {
  const { view, annotator, send, signal } = options;
  const { document } = view;
  const now = () => view.performance.now();
  let lastPoint: (Point & { time: number; speed: number }) | undefined;
  let exit: Point | undefined;
  let seen: Sighting | undefined;

  function isCard(event: Event): boolean {
    return event.target === options.card()?.element && event.target !== undefined;
  }

  function markAt(point: Point): Annotation | undefined {
    const annotation = annotator.hitTest.at(point.x, point.y);
    return annotation && annotator.highlighter.isMarked(annotation) ? annotation : undefined;
  }

  function onPointerMove(event: PointerEvent): void {
    if (event.pointerType === 'touch' || !event.isTrusted) return;
    seen = sightingOf(event, view);
    annotator.look(event.target);
    const point = { x: event.clientX, y: event.clientY };
    const time = now();
    const gap = lastPoint ? time - lastPoint.time : Number.POSITIVE_INFINITY;
    const travelled = lastPoint ? Math.hypot(point.x - lastPoint.x, point.y - lastPoint.y) : 0;
    // Two samples are averaged; a pause starts afresh, and the first sample after it rests.
    const speed =
      gap > SAMPLE_MS ? 0 : (travelled / Math.max(gap, 1) + (lastPoint?.speed ?? 0)) / 2;
    const previous = lastPoint ?? point;
    lastPoint = { ...point, time, speed };
    if (event.buttons !== 0) return;
    const isOverCard = isCard(event);
    const annotation = isOverCard ? undefined : markAt(point);
    const box = options.card()?.box();
    const isOverTerm = annotation !== undefined && annotation.id === options.shownId();
    if (box === undefined || isOverCard || isOverTerm) exit = undefined;
    else exit ??= previous;
    send({
      type: 'point',
      id: annotation?.id,
      speed,
      isOverCard,
      isHeading: !!(box && exit && isHeadingFor(exit, previous, point, box)),
      now: time,
    });
  }

  /** Out of the window, or into a frame: no move will tell that the word has been left. */
  function onPointerOut(event: PointerEvent): void {
    const to = event.relatedTarget as Element | null;
    // From one element to the next, as most are.
    if (to !== null && !/frame$/u.test(to.localName)) return;
    if (!event.isTrusted || event.pointerType === 'touch') return;
    const isFrame = to !== null;
    // The frame does the same for its own mention; the card of one that it has lent may be on its way.
    const isLentOut = options.isLentOut();
    if (isLentOut) options.onLeave();
    if (!isLentOut && options.shownId() === LENT_ID && isFrame) return;
    const id = isLentOut ? options.shownId() : undefined;
    const away = { speed: 0, isOverCard: false, isHeading: false, now: now() };
    send({ type: 'point', id, ...away });
  }

  let pressedAt = 0;

  function onPointerDown(event: PointerEvent): void {
    pressedAt = event.timeStamp;
    if (isCard(event) || event.pointerType === 'touch' || !event.isTrusted) return;
    if (markAt({ x: event.clientX, y: event.clientY }) === undefined) {
      send({ type: 'press', id: undefined, isTouch: false, now: now() });
    }
  }

  /** A click on a mark keeps its card open; on a link or a control it does what the page says. */
  function onClick(event: MouseEvent): void {
    if (isCard(event) || event.button !== 0 || event.defaultPrevented || !event.isTrusted) return;
    const isTouch = (event as PointerEvent).pointerType === 'touch';
    // A long press is the browser's own: its menu, or words to select.
    if (isTouch && event.timeStamp - pressedAt > LONG_PRESS_MS) return;
    const hasSelection = document.getSelection()?.isCollapsed === false;
    const annotation = markAt({ x: event.clientX, y: event.clientY });
    const isControl = annotation !== undefined && isInside(annotation.pieces[0].node, CONTROL);
    if (isTouch && annotation === undefined && options.phase().kind === 'open') {
      // The tap that puts the sheet away must not press what lies beneath.
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    if (annotation !== undefined && !isControl && !hasSelection) {
      lastPoint = { x: event.clientX, y: event.clientY, time: now(), speed: 0 };
      send({ type: 'press', id: annotation.id, isTouch, now: now() });
    } else if (isTouch) {
      send({ type: 'press', id: undefined, isTouch, now: now() });
    }
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (!event.isTrusted) return;
    if (event.key === 'Escape' && options.phase().kind === 'open' && !event.isComposing) {
      event.preventDefault();
      event.stopImmediatePropagation();
      options.onEscape();
      return;
    }
    if (!isCard(event)) send({ type: 'quiet', reason: 'type', now: now() });
  }

  function onScroll(event: Event): void {
    if (isCard(event) || !event.isTrusted) return;
    send({ type: 'quiet', reason: 'scroll', now: now() });
    const id = options.shownId();
    const annotation = id === undefined ? undefined : annotator.get(id);
    const openedAt = options.openedAt();
    if (annotation === undefined || openedAt === undefined) return;
    const rect = annotator.hitTest.rectsOf(annotation)[0];
    const drift = rect ? Math.hypot(rect.x - openedAt.x, rect.y - openedAt.y) : DRIFT;
    if (drift >= DRIFT) send({ type: 'drift', now: now() });
  }

  function onSelection(): void {
    if (options.shownId() === undefined && document.getSelection()?.isCollapsed === false) {
      send({ type: 'quiet', reason: 'select', now: now() });
    }
  }

  function onVisibility(): void {
    if (document.hidden && options.phase().kind === 'armed') send({ type: 'close', now: now() });
  }

  function listen(): void {
    const capture = { capture: true, passive: true, signal } as const;
    view.addEventListener('pointermove', onPointerMove, capture);
    view.addEventListener('pointerdown', onPointerDown, capture);
    view.addEventListener('pointerout', onPointerOut, capture);
    view.addEventListener('click', onClick, { capture: true, signal });
    view.addEventListener('scroll', onScroll, capture);
    view.addEventListener('keydown', onKeyDown, { capture: true, signal });
    document.addEventListener('selectionchange', onSelection, { passive: true, signal });
    document.addEventListener('visibilitychange', onVisibility, { signal });
  }

  return { listen, pointer: () => lastPoint, seen: () => seen };
}
