/** Reads out of a browser trace what the extension's script took of a page's main thread. */
import type { Page } from 'puppeteer-core';

const CATEGORIES = [
  '-*',
  'devtools.timeline',
  'toplevel',
  'v8',
  'v8.execute',
  'disabled-by-default-devtools.timeline',
];

export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** µs. */
  readonly ts: number;
  readonly dur?: number;
  /** µs that the thread really ran. */
  readonly tdur?: number;
  readonly args?: {
    readonly data?: {
      readonly url?: string;
      readonly scriptName?: string;
      readonly message?: string;
      /** Of a dispatched event. */
      readonly type?: string;
    };
    readonly fileName?: string;
  };
}

export interface Cost {
  /** All that ran of ours, in ms: evaluation, callbacks, promise continuations. */
  readonly total: number;
  /** Of that, for evaluating the scripts themselves, in ms. */
  readonly evaluation: number;
  /** The longest stretch without a pause, and the longest task that held one, in ms. */
  readonly longest: number;
  readonly longestTask: number;
  /** From the script's start to the end of its last stretch, in ms. */
  readonly span: number;
  /** When the script began, in the trace's own time, ms. */
  readonly startedAt: number;
  /** Each stretch: start since the script's own start, and length, in ms. */
  readonly stretches: readonly (readonly [at: number, ms: number])[];
}

/** @returns calls into a script, each with the ms that it ran. */
function callsInto(events: readonly TraceEvent[], file: string) {
  return events
    .filter(
      ({ name, ph, args }) =>
        name === 'FunctionCall' && ph === 'X' && (args?.data?.url ?? '').endsWith(`/${file}`),
    )
    .map((event) => ({ event, ms: (event.tdur ?? event.dur ?? 0) / 1000 }));
}

/**
 * @param type of event, as listeners name it.
 * @returns ms that a script's listeners ran for each such event that they were called for.
 */
export function callsOnEvents(events: readonly TraceEvent[], file: string, type: string): number[] {
  const calls = callsInto(events, file);
  return events
    .filter(({ name, args }) => name === 'EventDispatch' && args?.data?.type === type)
    .map(({ pid, tid, ts, dur = 0 }) =>
      calls.filter(
        ({ event }) =>
          event.pid === pid && event.tid === tid && event.ts >= ts && event.ts <= ts + dur,
      ),
    )
    .filter((own) => own.length > 0)
    .map((own) => own.reduce((sum, { ms }) => sum + ms, 0));
}

/** @returns ms that the thread ran in the task around a time stamp of the console. */
export function taskAt(events: readonly TraceEvent[], message: string): number {
  const stamp = events.find(
    ({ name, args }) => name === 'TimeStamp' && args?.data?.message === message,
  );
  const task = events.find(
    ({ name, ph, pid, tid, ts, dur = 0 }) =>
      stamp !== undefined &&
      ph === 'X' &&
      /RunTask$/.test(name) &&
      pid === stamp.pid &&
      tid === stamp.tid &&
      ts <= stamp.ts &&
      ts + dur >= stamp.ts,
  );
  return (task?.tdur ?? task?.dur ?? Number.NaN) / 1000;
}

/** @returns when a time stamp of the console was made, in the trace's own time, ms. */
export function taskTime(events: readonly TraceEvent[], message: string): number {
  const stamp = events.find(
    ({ name, args }) => name === 'TimeStamp' && args?.data?.message === message,
  );
  return (stamp?.ts ?? Number.NaN) / 1000;
}

/** Traces while something is done. */
export async function trace(page: Page, action: () => Promise<void>): Promise<TraceEvent[]> {
  await page.tracing.start({ categories: CATEGORIES });
  await action();
  const buffer = await page.tracing.stop();
  const text = new TextDecoder().decode(buffer);
  return (JSON.parse(text) as { traceEvents: TraceEvent[] }).traceEvents;
}

const RUNS = new Set(['FunctionCall', 'EvaluateScript', 'v8.compile', 'v8.run']);
/** Continuations of promises: it isn't told whose they are. The many checkpoints that run none are nobody's. */
const CONTINUATIONS = 'RunMicrotasks';

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
  /** When our script began in each. */
  const threads = new Map<string, number>();
  const key = (event: TraceEvent) => `${event.pid}/${event.tid}`;
  for (const event of events) {
    if (RUNS.has(event.name) && isOurs(event) && event.dur !== undefined) {
      threads.set(key(event), Math.min(event.ts, threads.get(key(event)) ?? event.ts));
    }
  }
  // Then the floor is measured, and its continuations are none of ours.
  const floorAt = events.find(({ args }) => /^floor-/.test(args?.data?.message ?? ''))?.ts;
  const own = events.filter(
    (event) =>
      event.ts < (floorAt ?? Number.POSITIVE_INFINITY) &&
      event.ph === 'X' &&
      event.ts >= (threads.get(key(event)) ?? Number.POSITIVE_INFINITY) &&
      ((RUNS.has(event.name) && isOurs(event)) || (!hasOwnScripts && event.name === CONTINUATIONS)),
  );
  own.sort((a, b) => a.ts - b.ts);
  const merged: [from: number, to: number, ran: number, isEvaluation: boolean][] = [];
  for (const { name, ts, dur = 0, tdur } of own) {
    const last = merged.at(-1);
    // What is called from within a call is counted already.
    if (last !== undefined && ts < last[1]) continue;
    merged.push([ts, ts + dur, tdur ?? dur, /^(?:EvaluateScript|v8)/.test(name)]);
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
      longestTask = Math.max(longestTask, task.tdur ?? task.dur ?? 0);
    }
  }
  const start = merged[0]?.[0] ?? 0;
  const end = merged.at(-1)?.[1] ?? 0;
  const lengths = merged.map(([, , ran]) => ran / 1000);
  return {
    total: lengths.reduce((sum, each) => sum + each, 0),
    evaluation: merged.reduce((sum, [, , ran, is]) => sum + (is ? ran / 1000 : 0), 0),
    longest: Math.max(0, ...lengths),
    longestTask: longestTask / 1000,
    span: (end - start) / 1000,
    startedAt: start / 1000,
    stretches: merged.map(([from, , ran]) => [(from - start) / 1000, ran / 1000]),
  };
}
