/** Waiting for what must come. A slow machine takes its time; only a failure takes all of it. */

/** How long a test waits before it fails, in ms. Nothing here says how fast anything has to be. */
export const PATIENCE = 30_000;
/** Between two looks, in ms. */
const STEP = 25;

/**
 * Looks again and again until what is seen is right.
 * @param what says what was waited for, in the error.
 * @returns what was seen last; throws when patience is over.
 */
export async function until<T>(
  read: () => Promise<T>,
  isRight: (seen: T) => boolean,
  what: string,
  ms = PATIENCE,
): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const seen = await read();
    if (isRight(seen)) return seen;
    if (Date.now() > end) throw new Error(`${what}; seen: ${JSON.stringify(seen)?.slice(0, 500)}`);
    await pause(STEP);
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
