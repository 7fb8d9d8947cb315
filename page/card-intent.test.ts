import { describe, expect, test } from 'vitest';
import {
  type CardEvent,
  type CardState,
  CLOSE,
  CORRIDOR_MAX,
  DWELL,
  DWELL_MAX,
  DWELL_SWAP,
  DWELL_WARM,
  initialCardState,
  nextCardState,
  nextTick,
  QUIET,
  WARM,
} from './card-intent.ts';

const point = (now: number, given: Partial<Extract<CardEvent, { type: 'point' }>> = {}) =>
  ({
    type: 'point',
    id: undefined,
    speed: 0,
    isOverCard: false,
    isHeading: false,
    ...given,
    now,
  }) as const;
const over = (id: number, now: number, speed = 0) => point(now, { id, speed });
const run = (state: CardState, ...events: readonly CardEvent[]) =>
  events.reduce(nextCardState, state);
const start = initialCardState('normal');
const opened = run(start, over(1, 0), { type: 'tick', now: DWELL.normal });

describe('opening', () => {
  test('after the dwell, not before', () => {
    const armed = nextCardState(start, over(1, 0));
    expect(nextTick(armed)).toBe(DWELL.normal);
    expect(nextCardState(armed, { type: 'tick', now: DWELL.normal - 1 }).phase.kind).toBe('armed');
    expect(opened.phase).toEqual({ kind: 'open', id: 1, mode: 'hover' });
    expect(nextTick(opened)).toBeUndefined();
  });

  test('a pointer that passes through starts the dwell anew; one that trembles does not wait for ever', () => {
    const passing = run(start, over(1, 0), over(1, 200, 1));
    expect(nextTick(passing)).toBe(200 + DWELL.normal);
    let trembling = nextCardState(start, over(1, 0));
    for (let now = 50; now < DWELL_MAX; now += 50)
      trembling = nextCardState(trembling, over(1, now, 0.5));
    expect(nextTick(trembling)).toBe(DWELL_MAX);
  });

  test('quicker soon after another card', () => {
    const closed = nextCardState(opened, { type: 'close', now: 1000 });
    expect(nextTick(nextCardState(closed, over(2, 1000 + WARM - 1)))).toBe(
      1000 + WARM - 1 + DWELL_WARM,
    );
    expect(nextTick(nextCardState(closed, over(2, 1000 + WARM)))).toBe(1000 + WARM + DWELL.normal);
  });

  test.each(['scroll', 'type', 'select'] as const)('not for a while after %s', (reason) => {
    const quiet = nextCardState(start, { type: 'quiet', reason, now: 0 });
    const due = run(quiet, over(1, 0), { type: 'tick', now: DWELL.normal });
    if (QUIET[reason] > DWELL.normal) {
      expect(due.phase.kind).toBe('armed');
      expect(nextTick(due)).toBe(QUIET[reason]);
    } else {
      expect(due.phase.kind).toBe('open');
    }
  });

  test('by click alone where the reader wants it so', () => {
    const click = initialCardState('click');
    expect(nextCardState(click, over(1, 0)).phase.kind).toBe('idle');
    expect(
      nextCardState(click, { type: 'press', id: 1, isTouch: false, now: 0 }).phase,
    ).toMatchObject({
      kind: 'open',
      mode: 'pinned',
    });
  });

  test('a tap opens a sheet, a command takes the focus', () => {
    expect(
      nextCardState(start, { type: 'press', id: 1, isTouch: true, now: 0 }).phase,
    ).toMatchObject({
      mode: 'sheet',
    });
    expect(nextCardState(start, { type: 'open', id: 1, mode: 'focused' }).phase).toMatchObject({
      mode: 'focused',
    });
  });
});

describe('staying and leaving', () => {
  test('left for nothing it goes after its time; come back to it stays', () => {
    const left = nextCardState(opened, point(1000));
    expect(nextTick(left)).toBe(1000 + CLOSE);
    expect(nextCardState(left, { type: 'tick', now: 1000 + CLOSE }).phase.kind).toBe('idle');
    expect(nextTick(nextCardState(left, over(1, 1200)))).toBeUndefined();
    expect(nextTick(nextCardState(left, point(1200, { isOverCard: true })))).toBeUndefined();
  });

  test('on the way to the card it waits longer, but not for one who lingers there', () => {
    let heading = nextCardState(opened, point(1000, { isHeading: true }));
    expect(nextTick(heading)).toBe(1000 + CORRIDOR_MAX);
    heading = nextCardState(heading, point(1500, { isHeading: true }));
    expect(nextTick(heading)).toBe(1000 + CORRIDOR_MAX);
    expect(nextCardState(heading, { type: 'tick', now: 1000 + CORRIDOR_MAX }).phase.kind).toBe(
      'idle',
    );
  });

  test('another word takes its place, and until then the old card stays', () => {
    const swapping = nextCardState(opened, over(2, 1000));
    expect(swapping.phase).toMatchObject({ kind: 'open', id: 1 });
    expect(nextCardState(swapping, { type: 'tick', now: 1000 + DWELL_SWAP }).phase).toMatchObject({
      kind: 'open',
      id: 2,
    });
  });

  test('Escape closes it and keeps it shut until the pointer has been elsewhere', () => {
    const shut = nextCardState(opened, { type: 'escape', now: 1000 });
    expect(shut.phase.kind).toBe('idle');
    expect(nextCardState(shut, over(1, 1100)).phase.kind).toBe('idle');
    expect(run(shut, point(1200), over(1, 1300)).phase.kind).toBe('armed');
  });

  test('scrolling away closes a hover card only', () => {
    const pinned = nextCardState(opened, { type: 'pin' });
    const drift = { type: 'drift', now: 1000 } as const;
    expect(nextCardState(opened, drift).phase.kind).toBe('idle');
    expect(nextCardState(pinned, drift)).toEqual(pinned);
    expect(nextCardState(pinned, point(1000))).toEqual(pinned);
    expect(nextCardState(pinned, { type: 'press', id: undefined, isTouch: false, now: 1 })).toEqual(
      pinned,
    );
    expect(nextCardState(pinned, { type: 'pin' }).phase).toMatchObject({ mode: 'hover' });
  });

  test('focus keeps it, losing the focus closes it', () => {
    const focused = nextCardState(opened, { type: 'focus' });
    expect(nextCardState(focused, point(1000))).toEqual(focused);
    expect(nextCardState(focused, { type: 'blur', now: 1000 }).phase.kind).toBe('idle');
    expect(nextCardState(opened, { type: 'blur', now: 1000 })).toEqual(opened);
  });
});
