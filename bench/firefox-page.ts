/** Runs in a page of a browser without traces: reads it as the scanner does. Bundled by `firefox.ts`. */
import { openAliasIndex } from '../glossary/alias-index.ts';
import { matcherOver } from '../glossary/matcher.ts';
import { findInChunk } from '../page/find-in-chunk.ts';
import { createTextReader } from '../page/read-text.ts';

export interface PassTimes {
  /** ms of each pass, the first one cold. */
  readonly floor: readonly number[];
  readonly scan: readonly number[];
  readonly mentions: number;
}

function floorOf(): number {
  const start = performance.now();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let sum = 0;
  for (let node = walker.nextNode() as Text | null; node !== null; ) {
    const text = node.data;
    for (let at = 0; at < text.length; at++) sum += text.charCodeAt(at);
    node = walker.nextNode() as Text | null;
  }
  (globalThis as { sum?: number }).sum = sum;
  return performance.now() - start;
}

function timePasses(packed: string, passes: number): PassTimes {
  const floor: number[] = [];
  const scan: number[] = [];
  let mentions = 0;
  for (let pass = 0; pass <= passes; pass++) {
    // By turns, so that neither always meets what the other has warmed.
    if (pass % 2 === 0) floor.push(floorOf());
    const start = performance.now();
    const index = openAliasIndex(packed);
    if (index === undefined) throw new Error('no lexicon');
    const matcher = matcherOver(index);
    const reader = createTextReader(document.body);
    mentions = 0;
    for (let chunk = reader.next(); chunk !== undefined; chunk = reader.next()) {
      mentions += findInChunk(chunk, matcher).length;
    }
    scan.push(performance.now() - start);
    if (pass % 2 === 1) floor.push(floorOf());
  }
  return { floor, scan, mentions };
}

Object.assign(globalThis, { timePasses });
