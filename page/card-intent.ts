/**
 * What the reader wants, from pointer and keyboard: a pure machine, (state, event) → state. Events
 * carry the time; the machine says when it next wants to be asked.
 */

/** px/ms below which a pointer is looking and not passing; terms are words, not every glyph. */
export const SLOW = 0.35;
/** px/ms below which a jittery pointer still counts as resting on the term. */
export const JITTER = 0.6;
/** Times in ms. The data is local, so the dwell needs to hide no loading: it only reads intent. */
export const DWELL = { calm: 700, normal: 350, fast: 200 } as const;
/** A second card soon after the first comes quicker: the reader is reading cards. */
export const DWELL_WARM = 120;
/** From one term to the next while a card is open. */
export const DWELL_SWAP = 250;
/** The longest a hand that never quite rests waits for its card. */
export const DWELL_MAX = 650;
export const WARM = 600;
/** After leaving term and card. */
export const CLOSE = 300;
/** While the pointer travels towards the card. */
export const CORRIDOR_MAX = 600;
/** No card comes for so long after these. */
export const QUIET = { scroll: 250, type: 1000, select: 250 } as const;

export type HoverPreset = keyof typeof DWELL | 'click';

interface Swap {
  readonly id: number;
  readonly dueAt: number;
}

export type CardPhase =
  | { readonly kind: 'idle' }
  | { readonly kind: 'armed'; readonly id: number; readonly since: number; readonly dueAt: number }
  | {
      readonly kind: 'open';
      readonly id: number;
      readonly mode: 'hover' | 'pinned' | 'focused' | 'sheet';
      /** When a hover card that was left goes; undefined while it is wanted. */
      readonly closeAt?: number | undefined;
      readonly isInCorridor?: boolean;
      readonly swap?: Swap | undefined;
    };

export interface CardState {
  readonly phase: CardPhase;
  readonly preset: HoverPreset;
  /** Until then a new card opens after the short dwell. */
  readonly warmUntil: number;
  /** Until then none opens. */
  readonly quietUntil: number;
  /** Dismissed by Escape: stays shut until the pointer has left it. */
  readonly mutedId: number | undefined;
}

export type CardEvent =
  /** The pointer moved: over which term, how fast, over the card, or heading for it. */
  | {
      readonly type: 'point';
      readonly id: number | undefined;
      readonly speed: number;
      readonly isOverCard: boolean;
      readonly isHeading: boolean;
      readonly now: number;
    }
  | { readonly type: 'tick'; readonly now: number }
  | { readonly type: 'quiet'; readonly reason: keyof typeof QUIET; readonly now: number }
  | {
      readonly type: 'press';
      readonly id: number | undefined;
      readonly isTouch: boolean;
      readonly now: number;
    }
  | { readonly type: 'escape'; readonly now: number }
  /** Closed by its button, by scrolling away, by what it stood on going. */
  | { readonly type: 'close'; readonly now: number }
  | { readonly type: 'pin' }
  | { readonly type: 'focus' }
  | { readonly type: 'blur'; readonly now: number }
  /** A command, the popup or another frame asks for a term's card. */
  | {
      readonly type: 'open';
      readonly id: number;
      readonly mode: 'hover' | 'pinned' | 'focused' | 'sheet';
    }
  | { readonly type: 'drift'; readonly now: number };

export function initialCardState(preset: HoverPreset): CardState {
  return {
    phase: { kind: 'idle' },
    preset,
    warmUntil: Number.NEGATIVE_INFINITY,
    quietUntil: Number.NEGATIVE_INFINITY,
    mutedId: undefined,
  };
}

/** @returns when a `tick` is due, in the events' clock; undefined while nothing is pending. */
export function nextTick({ phase }: CardState): number | undefined {
  if (phase.kind === 'armed') return phase.dueAt;
  if (phase.kind !== 'open') return undefined;
  const due = [phase.closeAt, phase.swap?.dueAt].filter((at) => at !== undefined);
  return due.length === 0 ? undefined : Math.min(...due);
}

/** The machine. Unknown combinations leave the state as it is. */
export function nextCardState(state: CardState, event: CardEvent): CardState {
  switch (event.type) {
    case 'point':
      return onPoint(state, event);
    case 'tick':
      return onTick(state, event.now);
    case 'quiet':
      return {
        ...disarm(state),
        quietUntil: Math.max(state.quietUntil, event.now + QUIET[event.reason]),
      };
    case 'press':
      return onPress(state, event);
    case 'escape':
      if (state.phase.kind !== 'open') return disarm(state);
      return { ...closed(state, event.now), mutedId: state.phase.id };
    case 'close':
      return state.phase.kind === 'open' ? closed(state, event.now) : disarm(state);
    case 'pin':
      return changeMode(
        state,
        state.phase.kind === 'open' && state.phase.mode === 'pinned' ? 'hover' : 'pinned',
      );
    case 'focus':
      return state.phase.kind === 'open' && state.phase.mode === 'hover'
        ? changeMode(state, 'focused')
        : state;
    case 'blur':
      return state.phase.kind === 'open' && state.phase.mode === 'focused'
        ? closed(state, event.now)
        : state;
    case 'open':
      return {
        ...state,
        mutedId: undefined,
        phase: { kind: 'open', id: event.id, mode: event.mode },
      };
    case 'drift':
      return state.phase.kind === 'open' && state.phase.mode === 'hover'
        ? closed(state, event.now)
        : disarm(state);
  }
}

type PointEvent = Extract<CardEvent, { type: 'point' }>;

function onPoint(before: CardState, event: PointEvent): CardState {
  const { id, now } = event;
  const state = id === before.mutedId ? before : { ...before, mutedId: undefined };
  const { phase } = state;
  if (phase.kind === 'open') return phase.mode === 'hover' ? onPointWhileOpen(state, event) : state;
  if (event.isOverCard || id === undefined || id === state.mutedId || state.preset === 'click') {
    return disarm(state);
  }
  const dwell = now < state.warmUntil ? DWELL_WARM : DWELL[state.preset];
  if (phase.kind !== 'armed' || phase.id !== id) {
    return { ...state, phase: { kind: 'armed', id, since: now, dueAt: now + dwell } };
  }
  if (event.speed < SLOW) return state;
  const dueAt = event.speed < JITTER ? Math.min(now + dwell, phase.since + DWELL_MAX) : now + dwell;
  return { ...state, phase: { ...phase, dueAt } };
}

function onPointWhileOpen(state: CardState, event: PointEvent): CardState {
  const { id, now } = event;
  if (state.phase.kind !== 'open') return state;
  const { phase } = state;
  if (event.isOverCard || id === phase.id) {
    return { ...state, phase: { kind: 'open', id: phase.id, mode: phase.mode } };
  }
  if (event.isHeading) {
    const closeAt = phase.isInCorridor ? (phase.closeAt ?? now + CORRIDOR_MAX) : now + CORRIDOR_MAX;
    return { ...state, phase: { ...phase, closeAt, isInCorridor: true, swap: undefined } };
  }
  const wasOut = phase.closeAt !== undefined && phase.isInCorridor !== true;
  const closeAt = wasOut ? phase.closeAt : now + CLOSE;
  const base = { ...phase, closeAt, isInCorridor: false };
  if (id === undefined || state.preset === 'click') {
    return { ...state, phase: { ...base, swap: undefined } };
  }
  const isSame = phase.swap?.id === id && event.speed < SLOW;
  const swap = isSame ? phase.swap : { id, dueAt: now + DWELL_SWAP };
  // The old card stays until the new one takes its place.
  return { ...state, phase: { ...base, swap, closeAt: Math.max(closeAt, (swap as Swap).dueAt) } };
}

function onTick(state: CardState, now: number): CardState {
  const { phase } = state;
  if (phase.kind === 'armed' && now >= phase.dueAt) {
    if (now < state.quietUntil) return { ...state, phase: { ...phase, dueAt: state.quietUntil } };
    return { ...state, phase: { kind: 'open', id: phase.id, mode: 'hover' } };
  }
  if (phase.kind !== 'open') return state;
  if (phase.swap !== undefined && now >= phase.swap.dueAt) {
    return { ...state, phase: { kind: 'open', id: phase.swap.id, mode: 'hover' } };
  }
  if (phase.closeAt !== undefined && now >= phase.closeAt) return closed(state, now);
  return state;
}

function onPress(state: CardState, event: Extract<CardEvent, { type: 'press' }>): CardState {
  const { phase } = state;
  if (event.id === undefined) {
    // A pinned card stays until it is closed; any other goes when the reader turns to the page.
    return phase.kind === 'open' && phase.mode === 'pinned'
      ? state
      : closedOrIdle(state, event.now);
  }
  const mode = event.isTouch ? 'sheet' : 'pinned';
  return { ...state, mutedId: undefined, phase: { kind: 'open', id: event.id, mode } };
}

function changeMode(state: CardState, mode: 'hover' | 'pinned' | 'focused'): CardState {
  if (state.phase.kind !== 'open') return state;
  return { ...state, phase: { kind: 'open', id: state.phase.id, mode } };
}

function disarm(state: CardState): CardState {
  return state.phase.kind === 'armed' ? { ...state, phase: { kind: 'idle' } } : state;
}

function closedOrIdle(state: CardState, now: number): CardState {
  return state.phase.kind === 'open' ? closed(state, now) : disarm(state);
}

function closed(state: CardState, now: number): CardState {
  return { ...state, phase: { kind: 'idle' }, warmUntil: now + WARM };
}
