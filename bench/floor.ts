/** Measures the floor: what no reader of a page's text can do without. */
import type { CDPSession } from 'puppeteer-core';
import { readFloor } from './floor-page.ts';
import { median } from './statistics.ts';
import { type TraceEvent, taskAt } from './trace.ts';

const PASSES = ['floor-1', 'floor-2', 'floor-3'];

/** Some passes, each in a fresh world, everything cold, as a content script meets it; for a trace. */
export async function runFloor(client: CDPSession): Promise<void> {
  for (const name of PASSES) {
    const pass = `new Promise((done) => setTimeout(() => {
      console.timeStamp('${name}');
      (${readFloor})();
      done();
    }))`;
    await evaluateInWorld(client, pass, true);
  }
}

/** @returns ms of a pass, the median of those in the trace. */
export function floorIn(events: readonly TraceEvent[]): number {
  return median(PASSES.map((name) => taskAt(events, name)));
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
