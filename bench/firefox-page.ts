/** Runs in a page of a browser without traces: reads it as the scanner does. Bundled by `firefox.ts`. */
import { findInPage } from './find-in-page.ts';
import { readFloor } from './floor-page.ts';

export interface PassTimes {
  /** ms of each pass, the first one cold. */
  readonly floor: readonly number[];
  readonly scan: readonly number[];
  readonly mentions: number;
}

function timed(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function timePasses(packed: string, passes: number): PassTimes {
  const floor: number[] = [];
  const scan: number[] = [];
  let mentions = 0;
  for (let pass = 0; pass <= passes; pass++) {
    // By turns, so that neither always meets what the other has warmed.
    if (pass % 2 === 0) floor.push(timed(readFloor));
    scan.push(
      timed(() => {
        mentions = findInPage(packed).length;
      }),
    );
    if (pass % 2 === 1) floor.push(timed(readFloor));
  }
  return { floor, scan, mentions };
}

Object.assign(globalThis, { timePasses });
