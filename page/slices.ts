/** Work in slices short enough that no frame waits for it. */

/** Longest slice, in ms: a third of a frame at 60 Hz leaves the page its own. */
export const SLICE_MS = 5;

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
    while (isMore && view.performance.now() - start < SLICE_MS) isMore = step();
    onSlice?.(view.performance.now() - start);
    if (isMore) later(view, run);
  };
  run();
}

/** When the page is idle, but soon: a busy page must not starve the scan for good. */
export function later(view: Window, task: () => void): void {
  if ('requestIdleCallback' in view) view.requestIdleCallback(task, { timeout: 80 });
  else (view as Window).setTimeout(task, 1);
}
