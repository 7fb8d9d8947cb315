import { siteOf } from '../../extension/site-rules.ts';

/**
 * @returns the site of the tab that a frame is in, which is what the reader switches on and off:
 *   the top page's where the browser tells, else the frame's own or its opener's.
 */
export function topSite(frame: Window): string | undefined {
  const ancestors = frame.location.ancestorOrigins;
  const top = ancestors?.[ancestors.length - 1];
  if (top !== undefined) return siteOf(top) ?? siteOf(frame.location.href);
  try {
    return siteOf(frame.top?.location.href ?? frame.location.href);
  } catch {
    return siteOf(frame.document.referrer) ?? siteOf(frame.location.href);
  }
}
