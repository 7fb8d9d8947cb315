/** What marks cost the page itself: removing nodes, and the frame after an edit. */
import type { CDPSession } from 'puppeteer-core';
import { readMarks } from '../e2e/marks.ts';
import { type Bench, pause } from './bench.ts';
import { lexiconOf } from './lexicons.ts';
import { makePage, withoutMarks } from './pages.ts';
import { median } from './statistics.ts';

export interface Upkeep {
  /** ms, with marks and without. */
  readonly removal: readonly [marked: number, plain: number];
  readonly edit: readonly [marked: number, plain: number];
  readonly marks: number;
  /** Live ranges in the extension's world after the pointer was on a mark. */
  readonly liveRanges: number;
}

const REMOVAL = `(() => {
  const nodes = [...document.querySelectorAll('p')].slice(-1000);
  const start = performance.now();
  for (const node of nodes) node.remove();
  return performance.now() - start;
})()`;

const EDIT = `(async () => {
  const node = document.querySelector('p').firstChild;
  const times = [];
  for (let round = 0; round < 25; round++) {
    await new Promise((done) => setTimeout(done, 130));
    await new Promise(requestAnimationFrame);
    const start = performance.now();
    node.data = (round % 2 ? 'A' : 'B') + node.data.slice(1);
    document.body.offsetHeight;
    await new Promise((done) => requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = done;
      channel.port2.postMessage(0);
    }));
    times.push(performance.now() - start);
  }
  return times;
})()`;

export async function measureUpkeep(bench: Bench): Promise<Upkeep> {
  await bench.putLexicon(100_000);
  const names = lexiconOf(100_000).entries.map(({ text }) => text);
  const html = makePage(1_400_000, names);
  const marked = bench.server.serve('/marked', html);
  const plain = bench.server.serve('/plain', withoutMarks(html));
  const removals: [number[], number[]] = [[], []];
  const edits: [number[], number[]] = [[], []];
  let marks = 0;
  let liveRanges = 0;
  for (let round = 0; round < (bench.isQuick ? 2 : 5); round++) {
    for (const [which, url] of [marked, plain].entries()) {
      const { page, client } = await bench.open();
      const world = which === 0 ? findWorld(client) : undefined;
      await page.goto(url);
      await pause(3500);
      if (world !== undefined) {
        marks = (await page.evaluate(`CSS.highlights.get('glosslight')?.size ?? 0`)) as number;
        const [mark] = await readMarks(page);
        if (mark !== undefined) await page.mouse.move(mark.x, mark.y, { steps: 3 });
        liveRanges = Math.max(liveRanges, await countLiveRanges(client, await world));
        await page.mouse.move(2, 2);
      }
      edits[which as 0 | 1].push(median((await page.evaluate(EDIT)) as number[]));
      removals[which as 0 | 1].push((await page.evaluate(REMOVAL)) as number);
      await page.close();
    }
  }
  return {
    removal: [median(removals[0]), median(removals[1])],
    edit: [median(edits[0]), median(edits[1])],
    marks,
    liveRanges,
  };
}

/** @returns the id of the extension's world in the page's main frame. */
async function findWorld(client: CDPSession): Promise<number> {
  const found = new Promise<number>((resolve) => {
    client.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin.startsWith('chrome-extension://')) resolve(context.id);
    });
  });
  await client.send('Runtime.enable');
  return found;
}

async function countLiveRanges(client: CDPSession, contextId: number): Promise<number> {
  const evaluate = async (expression: string) => {
    const { result } = await client.send('Runtime.evaluate', { expression, contextId });
    return result.objectId as string;
  };
  const { objects } = await client.send('Runtime.queryObjects', {
    prototypeObjectId: await evaluate('Range.prototype'),
  });
  const { result } = await client.send('Runtime.callFunctionOn', {
    objectId: objects.objectId as string,
    functionDeclaration: 'function () { return this.length; }',
    returnByValue: true,
  });
  return result.value as number;
}
