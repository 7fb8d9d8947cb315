/** Work in slices short enough that no frame waits for it. */

/** Work in a slice, in ms. With its last step and the painting of what was found it keeps under 10. */
export const SLICE_MS = 3;
/** A busy page must not starve the scan for good: so long, in ms, a slice waits for its turn. */
const PATIENCE_MS = 100;

/**
 * Runs steps until there are none left, yielding to the page between slices.
 * @param step does a little work (well under a ms); returns false when all is done.
 * @param signal stops it for good.
 * @param onSlice gets the ms that each slice took.
 */
export function runInSlices(
  view: Window,
  step: () => boolean,
  signal: AbortSignal,
  onSlice?: (ms: number) => void,
): void {
  const run = () => {
    if (signal.aborted) return;
    const start = view.performance.now();
    let isMore = true;
    let now = start;
    while (isMore && now - start < SLICE_MS) {
      isMore = step();
      now = view.performance.now();
    }
    onSlice?.(now - start);
    if (isMore) later(view, run);
  };
  run();
}

/** After everything that the page has to do, and soon all the same. */
export function later(view: Window, task: () => void): void {
  let isDone = false;
  const once = () => {
    if (isDone) return;
    isDone = true;
    view.clearTimeout(timer);
    task();
  };
  const timer = view.setTimeout(once, PATIENCE_MS);
  (view as unknown as Scheduling).scheduler
    .postTask(once, { priority: 'background' })
    .catch(() => {});
}

interface Scheduling {
  readonly scheduler: {
    postTask(task: () => void, options: { priority: 'background' }): Promise<unknown>;
  };
}
