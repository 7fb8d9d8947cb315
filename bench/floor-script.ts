import { readFloor } from './floor-page.ts';

/**
 * @param name of the stamp by which a trace tells the task. @param after source that runs then.
 * @returns source of one pass, in a task of its own.
 */
export function floorPass(name: string, after = ''): string {
  return `setTimeout(() => {
    console.timeStamp('${name}');
    (${readFloor})();
    ${after}
  })`;
}

/** The stamp of whoever reads a page first. */
export const FIRST_PASS = 'floor-first';
