/** Reads out of a browser trace what the extension's script took of a page's main thread. */
import type { Page } from 'puppeteer-core';

const CATEGORIES = [
  '-*',
  'devtools.timeline',
  'toplevel',
  'v8',
  'disabled-by-default-devtools.timeline',
];

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** µs. */
  readonly ts: number;
  readonly dur?: number;
  readonly args?: {
    readonly data?: { readonly url?: string; readonly scriptName?: string };
    readonly fileName?: string;
  };
}

export interface Cost {
  /** All that ran of ours, in ms: evaluation, callbacks, promise continuations. */
  readonly total: number;
  /** The longest stretch without a pause, and the longest task that held one, in ms. */
  readonly longest: number;
  readonly longestTask: number;
  /** From the script's start to the end of its last stretch, in ms. */
  readonly span: number;
  /** Each stretch: start since the script's own start, and length, in ms. */
  readonly stretches: readonly (readonly [at: number, ms: number])[];
}

/** Traces while something is done. */
export async function trace(page: Page, action: () => Promise<void>): Promise<TraceEvent[]> {
  await page.tracing.start({ categories: CATEGORIES });
  await action();
  const buffer = await page.tracing.stop();
  const text = new TextDecoder().decode(buffer);
  return (JSON.parse(text) as { traceEvents: TraceEvent[] }).traceEvents;
}

const RUNS = new Set(['FunctionCall', 'EvaluateScript', 'RunMicrotasks', 'v8.compile', 'v8.run']);

/**
 * @param hasOwnScripts whether the page runs scripts itself: then continuations of promises that
 *   stand outside any call of ours can't be told apart and aren't counted.
 */
export function costOf(events: readonly TraceEvent[], hasOwnScripts = false): Cost {
  const isOurs = (event: TraceEvent) =>
    (
      event.args?.data?.url ??
      event.args?.data?.scriptName ??
      event.args?.fileName ??
      ''
    ).startsWith('chrome-extension://');
  const threads = new Map<string, number>();
  const key = (event: TraceEvent) => `${event.pid}/${event.tid}`;
  for (const event of events) {
    if (event.name === 'EvaluateScript' && isOurs(event) && event.dur !== undefined) {
      threads.set(key(event), (threads.get(key(event)) ?? 0) + 1);
    }
  }
  const own = events.filter(
    (event) =>
      event.ph === 'X' &&
      threads.has(key(event)) &&
      RUNS.has(event.name) &&
      (isOurs(event) || (!hasOwnScripts && event.name === 'RunMicrotasks')),
  );
  own.sort((a, b) => a.ts - b.ts);
  const merged: [number, number][] = [];
  for (const { ts, dur = 0 } of own) {
    const last = merged.at(-1);
    if (last !== undefined && ts <= last[1]) last[1] = Math.max(last[1], ts + dur);
    else merged.push([ts, ts + dur]);
  }
  const tasks = events.filter(
    (event) =>
      event.ph === 'X' &&
      threads.has(key(event)) &&
      /^(?:RunTask|ThreadControllerImpl::RunTask)$/.test(event.name),
  );
  let longestTask = 0;
  for (const [from, to] of merged) {
    // A task of the page's own that an instant of ours fell into is not ours.
    const task = tasks.find(({ ts, dur = 0 }) => ts <= from && ts + dur >= to);
    if (task !== undefined && (to - from) * 2 > (task.dur ?? 0)) {
      longestTask = Math.max(longestTask, task.dur ?? 0);
    }
  }
  const start = merged[0]?.[0] ?? 0;
  const end = merged.at(-1)?.[1] ?? 0;
  const lengths = merged.map(([from, to]) => (to - from) / 1000);
  return {
    total: lengths.reduce((sum, each) => sum + each, 0),
    longest: Math.max(0, ...lengths),
    longestTask: longestTask / 1000,
    span: (end - start) / 1000,
    stretches: merged.map(([from, to]) => [(from - start) / 1000, (to - from) / 1000]),
  };
}
