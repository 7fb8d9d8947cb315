/** Measures the floor: what no reader of a page's text can do without. */
import type { CDPSession } from 'puppeteer-core';
import { type Bench, pause } from './bench.ts';
import { FIRST_PASS, floorPass } from './floor-script.ts';
import { median } from './statistics.ts';
import { type TraceEvent, taskAt, trace } from './trace.ts';

/** A trace may be handed over before the last task is in it: then the floor is measured once more. */
const TRIES = 3;

/**
 * Loads a page that a content script reads and does nothing else: strings and wrappers are made by the
 * first reader of a page, and while the browser is busy with the new page all takes longer. The
 * extension reads it then, and is the first.
 *
 * @param settled - ms after which the page has settled.
 * @returns ms that the thread ran.
 * @throws where the reading is in no trace.
 */
export async function measureFloor(bench: Bench, url: string, settled: number): Promise<number> {
  for (let tries = 0; tries < TRIES; tries++) {
    const { page } = await bench.openAtFloor();
    try {
      const events = await trace(page, async () => {
        await page.goto(url);
        await pause(settled);
      });
      const floor = taskAt(events, FIRST_PASS);
      if (!Number.isNaN(floor)) return floor;
    } finally {
      await page.close();
    }
  }
  throw new Error(`the floor of ${url} is in no trace`);
}

const AGAIN = ['floor-1', 'floor-2', 'floor-3'];

/** Some passes over a page that was read before, each in a fresh world; for a trace. */
export async function runFloorAgain(client: CDPSession): Promise<void> {
  for (const name of AGAIN) await runFloor(client, name);
}

/** @returns ms of such a pass, the median of those in the trace. */
export function floorAgainIn(events: readonly TraceEvent[]): number {
  return median(AGAIN.map((name) => taskAt(events, name)));
}

async function runFloor(client: CDPSession, name: string): Promise<void> {
  const pass = floorPass(name, 'done();');
  await evaluateInWorld(client, `new Promise((done) => ${pass})`, true);
}

let worlds = 0;

/** Runs source in a new world of the page's main frame. @returns its value. */
export async function evaluateInWorld<T>(
  client: CDPSession,
  source: string,
  isAsync = false,
): Promise<T> {
  const { frameTree } = await client.send('Page.getFrameTree');
  const { executionContextId } = await client.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: `bench-${++worlds}`,
  });
  const { result, exceptionDetails } = await client.send('Runtime.evaluate', {
    expression: source,
    contextId: executionContextId,
    returnByValue: true,
    awaitPromise: isAsync,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? 'failed');
  return result.value as T;
}
