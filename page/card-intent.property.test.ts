import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RUNS } from '../scripts/fuzz-runs.ts';
import {
  type CardEvent,
  type CardState,
  CLOSE,
  CORRIDOR_MAX,
  DWELL,
  DWELL_MAX,
  type HoverPreset,
  initialCardState,
  nextCardState,
  nextTick,
  QUIET,
} from './card-intent.ts';

type Step = { readonly after: number; readonly event: (now: number) => CardEvent };

const id = fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined });
const speed = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 3, noNaN: true }));
const mode = fc.constantFrom('hover', 'pinned', 'focused', 'sheet');
const anyEvent: fc.Arbitrary<(now: number) => CardEvent> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .record({ id, speed, isOverCard: fc.boolean(), isHeading: fc.boolean() })
      .map((given) => (now: number) => ({ type: 'point' as const, ...given, now })),
  },
  { weight: 3, arbitrary: fc.constant((now: number) => ({ type: 'tick' as const, now })) },
  fc
    .constantFrom('scroll', 'type', 'select')
    .map((reason) => (now: number) => ({ type: 'quiet' as const, reason, now })),
  fc
    .record({ id, isTouch: fc.boolean() })
    .map((given) => (now: number) => ({ type: 'press' as const, ...given, now })),
  fc
    .constantFrom('escape', 'close', 'blur', 'drift')
    .map((type) => (now: number) => ({ type, now }) as CardEvent),
  fc.constantFrom('pin', 'focus').map((type) => () => ({ type }) as CardEvent),
  fc
    .record({ id: fc.integer({ min: 1, max: 4 }), mode })
    .map((given) => () => ({ type: 'open' as const, ...given })),
);
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({ after: fc.integer({ min: 0, max: 900 }), event: anyEvent }),
  { maxLength: 60 },
);
const preset = fc.constantFrom<HoverPreset>('calm', 'normal', 'fast', 'click');

/** Lets time pass as the page's timer does: a tick whenever one is due. */
function wait(state: CardState, from: number, to: number): CardState {
  let at = state;
  for (let due = nextTick(at); due !== undefined && due <= to; due = nextTick(at)) {
    const now = Math.max(due, from);
    const after = nextCardState(at, { type: 'tick', now });
    // A tick that changes nothing would be asked for again at once.
    if (after === at || nextTick(after) === due) throw new Error('the machine waits for ever');
    at = after;
  }
  return at;
}

function run(start: CardState, sequence: readonly Step[]): { state: CardState; now: number } {
  let state = start;
  let now = 1000;
  for (const { after, event } of sequence) {
    state = wait(state, now, now + after);
    now += after;
    state = nextCardState(state, event(now));
  }
  return { state, now };
}

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

describe('card intent, whatever the hand does', () => {
  test('it never waits for ever, and a swap or a close is always in the future of its card', () => {
    fc.assert(
      fc.property(preset, steps, (name, sequence) => {
        const { state, now } = run(initialCardState(name), sequence);
        const { phase } = wait(state, now, now + 10_000);
        if (phase.kind === 'armed') expect.unreachable();
        if (phase.kind === 'open') expect(phase.closeAt ?? phase.swap?.dueAt).toBeUndefined();
      }),
      { numRuns: RUNS },
    );
  });

  test('Escape always ends without a card, and none comes back to a pointer that rests', () => {
    fc.assert(
      fc.property(preset, steps, (name, sequence) => {
        const { state, now } = run(initialCardState(name), sequence);
        const before = state.phase;
        const after = nextCardState(state, { type: 'escape', now });
        expect(after.phase.kind).toBe('idle');
        if (before.kind !== 'open') return;
        let still = after;
        for (let time = now; time < now + 3000; time += 100) {
          still = wait(nextCardState(still, point(time, { id: before.id })), time, time + 100);
          expect(still.phase.kind).toBe('idle');
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('a dwell always ends in a card, however things were before', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('calm' as const, 'normal' as const, 'fast' as const),
        steps,
        fc.integer({ min: 100, max: 900 }),
        fc.double({ min: 0, max: 0.59, noNaN: true }),
        (name, sequence, gap, speedOnWord) => {
          const { state, now } = run(initialCardState(name), sequence);
          // The pointer is elsewhere for a while and comes back: it rests, or moves within the word.
          let at = nextCardState(state, { type: 'close', now });
          at = wait(nextCardState(at, point(now)), now, now + gap);
          let time = now + gap;
          const patience = Math.max(DWELL[name], DWELL_MAX) + QUIET.type + gap;
          for (const end = time + patience; time < end; time += 40) {
            at = wait(
              nextCardState(at, point(time, { id: 2, speed: speedOnWord })),
              time,
              time + 40,
            );
          }
          expect(at.phase).toMatchObject({ kind: 'open', id: 2, mode: 'hover' });
        },
      ),
      { numRuns: RUNS },
    );
  });

  test('a hover card that is left is gone within its time; one under the pointer stays', () => {
    fc.assert(
      fc.property(preset, steps, fc.boolean(), (name, sequence, isOver) => {
        const { state, now } = run(initialCardState(name), sequence);
        if (state.phase.kind !== 'open' || state.phase.mode !== 'hover') return;
        const left = nextCardState(state, point(now, { isOverCard: isOver, speed: 1 }));
        const later = wait(left, now, now + Math.max(CLOSE, CORRIDOR_MAX) + 1);
        expect(later.phase.kind).toBe(isOver ? 'open' : 'idle');
      }),
      { numRuns: RUNS },
    );
  });

  test('by pointer alone no card opens with presses only, nor while the reader types', () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        const byPointer = sequence.filter(({ event }) =>
          /^(?:point|tick|quiet)$/u.test(event(0).type),
        );
        const { state } = run(initialCardState('click'), byPointer);
        expect(state.phase.kind).toBe('idle');
      }),
      { numRuns: RUNS },
    );
  });
});
