import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BUDGET, createWorkBudget } from './work-budget.ts';

describe('the work budget', () => {
  test('holds for work within it, for as long as it goes on', () => {
    const budget = createWorkBudget(BUDGET.reading);
    // 30 ms a second: 150 ms in 5 s.
    for (let now = 0; now < 60_000; now += 100) expect(budget.spend(3, now)).toBe(true);
  });

  test('is overspent by 200 ms within 5 s, and not by the same spread out', () => {
    const budget = createWorkBudget(BUDGET.reading);
    expect(budget.spend(150, 1000)).toBe(true);
    expect(budget.spend(60, 4000)).toBe(false);
    const slow = createWorkBudget(BUDGET.reading);
    expect(slow.spend(150, 1000)).toBe(true);
    expect(slow.spend(60, 1000 + BUDGET.span + 500)).toBe(true);
  });

  test('a reset forgives', () => {
    const budget = createWorkBudget(BUDGET.reading);
    budget.spend(500, 0);
    budget.reset();
    expect(budget.spend(1, 100)).toBe(true);
  });

  test('never forgives what was spent in the last 4.5 s, never counts what is older than 5.5 s', () => {
    const times = fc.array(fc.tuple(fc.nat(2000), fc.nat(60)), { maxLength: 40 });
    fc.assert(
      fc.property(times, (steps) => {
        const budget = createWorkBudget(BUDGET.reading);
        const spent: [number, number][] = [];
        let now = 0;
        for (const [wait, ms] of steps) {
          now += wait;
          spent.push([now, ms]);
          const within = (span: number) =>
            spent.reduce((sum, [at, each]) => (now - at <= span ? sum + each : sum), 0);
          const isFine = budget.spend(ms, now);
          if (within(BUDGET.span - 500) > BUDGET.reading) expect(isFine).toBe(false);
          if (within(BUDGET.span + 500) <= BUDGET.reading) expect(isFine).toBe(true);
        }
      }),
    );
  });
});
