import { ask } from '../../extension/content-data.ts';
import { siteOf } from '../../extension/site-rules.ts';

/**
 * @returns the site of the tab that a frame is in, which is what the reader switches on and off: the
 *   top page's where the browser tells, else as the background knows it. Undefined in pages that are
 *   no site.
 */
export async function topSite(frame: Window): Promise<string | undefined> {
  if (frame.top === frame) return siteOf(frame.location);
  const ancestors = frame.location.ancestorOrigins;
  const top = ancestors?.[ancestors.length - 1];
  if (top !== undefined && top !== 'null') return siteOf(top);
  try {
    return siteOf((frame.top ?? frame).location);
  } catch {
    // Another origin.
    return (await ask('getSite', {}).catch(() => null)) ?? undefined;
  }
}

/** Resolves when the reader sees the page: a browser may load one that is never looked at. */
export async function whenShown(document: Document): Promise<void> {
  if ((document as { readonly prerendering?: boolean }).prerendering !== true) return;
  await new Promise((resolve) => {
    document.addEventListener('prerenderingchange', resolve, { once: true });
  });
}

/** Where the script of a frame leaves the way to end it, for the one that comes after an update. */
const KEY = 'glosslightLife';
/** What an older version's card script has left in the same world. */
const OFFERED = 'glosslightCardBundle';

/** Ends an older script in this frame. @returns the life of the new one. */
export function takeOver(): AbortController {
  const world = globalThis as unknown as Record<string, unknown>;
  const before = world[KEY];
  if (before instanceof AbortController) before.abort();
  delete world[OFFERED];
  const life = new AbortController();
  world[KEY] = life;
  return life;
}
