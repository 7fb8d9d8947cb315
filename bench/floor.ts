/** What no reader of a page's text can do without: every text node once, every character once. */
import type { CDPSession } from 'puppeteer-core';

const FLOOR = `new Promise((done) => setTimeout(() => {
  console.timeStamp('NAME');
  const walker = document.createTreeWalker(document.body, 4);
  let sum = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.data;
    for (let at = 0; at < text.length; at++) sum += text.charCodeAt(at);
  }
  globalThis.sum = sum;
  done();
}))`;

/** One pass in a fresh world, everything cold, as a content script meets it; named in the trace. */
export async function runFloor(client: CDPSession, name: string): Promise<void> {
  await evaluateInWorld(client, FLOOR.replace('NAME', name), true);
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
