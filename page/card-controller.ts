/**
 * Joins intent and card: document events become intent, intent becomes a card. Listeners are passive
 * and few, take no key but the Escape that closes a card, and never stop what the page does.
 */
import type { TermId } from '../data/schema.ts';
import type { CardRecord } from '../glossary/card-record.ts';
import { type Annotation, termOf } from './annotation-store.ts';
import type { Annotator } from './annotator.ts';
import type { CardBundle, CardHandlers, CardHost } from './card-bundle.ts';
import {
  type CardEvent,
  type CardState,
  type HoverPreset,
  initialCardState,
  nextCardState,
  nextTick,
} from './card-intent.ts';
import { isHeadingFor, type Point } from './corridor.ts';
import { describeEvidence } from './describe-evidence.ts';

export interface CardControllerOptions {
  readonly view: Window & typeof globalThis;
  readonly annotator: Annotator;
  readonly preset: HoverPreset;
  readonly theme: 'page' | 'light' | 'dark';
  /** Fetches a term's facts and, the first time, the card's script. Null: no such term. */
  prepare(termId: TermId): Promise<{ bundle: CardBundle; record: CardRecord } | null>;
  onNotThis(form: string, termId: TermId, scope: 'here' | 'site' | 'everywhere'): void;
  onExplore(termId: TermId): void;
  onSiteOff(): void;
  readonly signal: AbortSignal;
}

/** Viewport below which a card has no room beside its word, in px. */
const SHEET = { width: 480, height: 400 } as const;
/** A hover card goes when its word has moved this far from it, in px. */
const DRIFT = 48;
/** Pointer samples farther apart than this say nothing of speed, in ms. */
const SAMPLE_MS = 32;

export function createCardController(options: CardControllerOptions) {
  const { view, annotator, signal } = options;
  const { document } = view;
  const now = () => view.performance.now();
  let state: CardState = initialCardState(options.preset);
  let timer = 0;
  let host: CardHost | undefined;
  /** Terms gone through inside one card, the last one shown. */
  let path: TermId[] = [];
  let shownId: number | undefined;
  let lastPoint: (Point & { time: number; speed: number }) | undefined;
  let exit: Point | undefined;
  let openedAt: Point | undefined;

  function send(event: CardEvent): void {
    const before = state.phase;
    state = nextCardState(state, event);
    if (state.phase !== before) onPhase();
    view.clearTimeout(timer);
    const due = nextTick(state);
    if (due !== undefined) {
      timer = view.setTimeout(() => send({ type: 'tick', now: now() }), Math.max(0, due - now()));
    }
  }

  function onPhase(): void {
    const { phase } = state;
    if (phase.kind === 'armed') warm(phase.id);
    if (phase.kind === 'open') {
      if (phase.id !== shownId) {
        const termId = termIdOf(phase.id);
        path = termId === undefined ? [] : [termId];
      }
      shownId = phase.id;
      void draw();
    } else {
      close();
    }
  }

  function termIdOf(id: number): TermId | undefined {
    const annotation = annotator.get(id);
    return annotation && termOf(annotation);
  }

  /** The dwell's time is used to fetch what the card will need. */
  function warm(id: number): void {
    const termId = termIdOf(id);
    if (termId !== undefined) options.prepare(termId).catch(() => {});
  }

  async function draw(): Promise<void> {
    const termId = path.at(-1);
    const id = shownId;
    if (termId === undefined || id === undefined) return close();
    const prepared = await options.prepare(termId).catch(() => null);
    const { phase } = state;
    if (signal.aborted || phase.kind !== 'open' || phase.id !== id || path.at(-1) !== termId)
      return;
    const annotation = annotator.get(id);
    const rects = annotation ? annotator.hitTest.rectsOf(annotation) : [];
    if (prepared === null || annotation === undefined || rects.length === 0) {
      send({ type: 'close', now: now() });
      return;
    }
    const isSheet =
      phase.mode === 'sheet' || view.innerWidth < SHEET.width || view.innerHeight < SHEET.height;
    host ??= prepared.bundle.createCardHost(view, handlers);
    annotator.highlighter.setActive(annotation);
    openedAt = rects[0];
    host.show({
      record: prepared.record,
      rects,
      pointer: phase.mode === 'focused' ? undefined : lastPoint,
      anchor: annotation.pieces[0].node,
      why: path.length > 1 ? '' : describeEvidence(annotation.resolution),
      isPinned: phase.mode === 'pinned',
      canGoBack: path.length > 1,
      isSheet,
      takesFocus: phase.mode === 'focused' || phase.mode === 'sheet',
      theme: options.theme,
    });
  }

  function close(): void {
    if (shownId === undefined) return;
    shownId = undefined;
    path = [];
    exit = undefined;
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
    onClose: () => send({ type: 'close', now: now() }),
    onPin: () => send({ type: 'pin' }),
    onNotThis(scope) {
      const annotation = shownId === undefined ? undefined : annotator.get(shownId);
      const termId = annotation && termOf(annotation);
      send({ type: 'close', now: now() });
      if (annotation && termId) options.onNotThis(annotation.form, termId, scope);
    },
    onExplore() {
      const termId = path.at(-1);
      if (termId !== undefined) options.onExplore(termId);
    },
    onSiteOff: options.onSiteOff,
    onFocus: () => send({ type: 'focus' }),
    onBlur: () => send({ type: 'blur', now: now() }),
  };

  function isCard(event: Event): boolean {
    return host !== undefined && event.target === host.element;
  }

  function markAt(point: Point): Annotation | undefined {
    const annotation = annotator.hitTest.at(point.x, point.y);
    return annotation && annotator.highlighter.isMarked(annotation) ? annotation : undefined;
  }

  function onPointerMove(event: PointerEvent): void {
    if (event.pointerType === 'touch') return;
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
    const box = host?.box();
    const isOverTerm = annotation !== undefined && annotation.id === shownId;
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

  function onPointerDown(event: PointerEvent): void {
    if (isCard(event) || event.pointerType === 'touch') return;
    if (markAt({ x: event.clientX, y: event.clientY }) === undefined) {
      send({ type: 'press', id: undefined, isTouch: false, now: now() });
    }
  }

  /** A click on a mark keeps its card open; on a link or a control it does what the page says. */
  function onClick(event: MouseEvent): void {
    if (isCard(event) || event.button !== 0 || event.defaultPrevented) return;
    const isTouch = (event as PointerEvent).pointerType === 'touch';
    const target = event.composedPath()[0];
    const isControl =
      target instanceof view.Element &&
      target.closest('a[href],button,label,summary,[role="button"],[onclick]') !== null;
    const hasSelection = document.getSelection()?.isCollapsed === false;
    const annotation = markAt({ x: event.clientX, y: event.clientY });
    if (annotation !== undefined && !isControl && !hasSelection) {
      lastPoint = { x: event.clientX, y: event.clientY, time: now(), speed: 0 };
      send({ type: 'press', id: annotation.id, isTouch, now: now() });
    } else if (isTouch) {
      send({ type: 'press', id: undefined, isTouch, now: now() });
    }
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape' && state.phase.kind === 'open' && !event.isComposing) {
      event.preventDefault();
      event.stopImmediatePropagation();
      send({ type: 'escape', now: now() });
      return;
    }
    if (!isCard(event)) send({ type: 'quiet', reason: 'type', now: now() });
  }

  function onScroll(event: Event): void {
    if (isCard(event)) return;
    send({ type: 'quiet', reason: 'scroll', now: now() });
    const annotation = shownId === undefined ? undefined : annotator.get(shownId);
    if (annotation === undefined || openedAt === undefined) return;
    const rect = annotator.hitTest.rectsOf(annotation)[0];
    const drift = rect ? Math.hypot(rect.x - openedAt.x, rect.y - openedAt.y) : DRIFT;
    if (drift >= DRIFT) send({ type: 'drift', now: now() });
  }

  function onSelection(): void {
    if (document.getSelection()?.isCollapsed === false && shownId === undefined) {
      send({ type: 'quiet', reason: 'select', now: now() });
    }
  }

  const capture = { capture: true, passive: true, signal } as const;
  view.addEventListener('pointermove', onPointerMove, capture);
  view.addEventListener('pointerdown', onPointerDown, capture);
  view.addEventListener('click', onClick, capture);
  view.addEventListener('scroll', onScroll, capture);
  view.addEventListener('keydown', onKeyDown, { capture: true, signal });
  document.addEventListener('selectionchange', onSelection, { passive: true, signal });
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.hidden && state.phase.kind === 'armed') send({ type: 'close', now: now() });
    },
    { signal },
  );
  signal.addEventListener('abort', () => {
    view.clearTimeout(timer);
    close();
  });

  return {
    /** Opens the card of an annotation, focused: for keyboard and popup. */
    open: (annotation: Annotation) => send({ type: 'open', id: annotation.id }),
    shown: () => shownId,
  };
}
