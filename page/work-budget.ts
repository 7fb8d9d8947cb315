/**
 * How much of a moving page's time reading it may take. A clock that ticks costs nothing worth
 * counting; a page that writes itself anew all the time is left to itself.
 */

/**
 * In ms. Of 5 s, 200 ms may go to reading changes: one part in twenty-five, which no reader notices.
 * Hearing of them may take more: a page that sets itself up reports thousands at once, and then none.
 */
export const BUDGET = { reading: 200, hearing: 500, span: 5000 } as const;
const BUCKETS = 10;

export interface WorkBudget {
  /** @param ms of work just done. @param now in ms. @returns false when it was too much. */
  spend(ms: number, now: number): boolean;
  reset(): void;
}

/** @param most ms of work in the span. */
export function createWorkBudget(most: number): WorkBudget {
  const spent: number[] = new Array(BUCKETS).fill(0);
  let current = 0;
  const step = BUDGET.span / BUCKETS;

  return {
    spend(ms, now) {
      const bucket = Math.floor(now / step);
      const last = Math.min(bucket, current + BUCKETS);
      for (let at = current + 1; at <= last; at++) spent[at % BUCKETS] = 0;
      current = Math.max(current, bucket);
      spent[bucket % BUCKETS] = (spent[bucket % BUCKETS] as number) + ms;
      return spent.reduce((sum, each) => sum + each, 0) <= most;
    },
    reset() {
      spent.fill(0);
    },
  };
}
