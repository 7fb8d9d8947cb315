import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { loadIndex, loadSettings, watchSettings } from '../../extension/content-data.ts';
import { isConnected, shadowRootOf } from '../../extension/native.ts';
import type { Settings } from '../../extension/settings.ts';
import { isSiteOn } from '../../extension/site-rules.ts';
import type { AliasIndex } from '../../glossary/alias-index.ts';
import type { Point } from '../../page/corridor.ts';
import { documentKind } from '../../page/document-kind.ts';
import { frameRole } from '../../page/frame-role.ts';
import { whenText } from '../../page/has-text.ts';
import { takeOver, topSite, whenShown } from './frame.ts';
import { hearNotes } from './frame-notes.ts';
import { createPageDay } from './page-day.ts';
import { servePopup } from './popup-port.ts';
import { createSession, type Session } from './session.ts';

/** How often the pointer's way over the page asks for the extension, in ms. */
const CHECK_MS = 1000;

/** The script of every frame: reads the settings once and works only where it is wanted. */
export default defineUnlistedScript(async () => {
  const life = takeOver();
  const { signal } = life;
  await whenShown(document);
  const site = await topSite(window);
  if (site === undefined || signal.aborted) return;
  let session: Session | undefined;
  const pageDay = createPageDay(document);
  const kind = documentKind(document);
  const hindrance = () =>
    (kind === 'html' ? null : kind) ?? (session?.isBlocked() ? 'removed' : null);
  const port = servePopup(() => session, pageDay, hindrance, signal);
  let preparing: Promise<void> | undefined;
  const { promise: asked, resolve: ask } = Promise.withResolvers<void>();
  hearNotes(async (note) => {
    // A page without a word of its own may have small frames with many.
    if (note.kind === 'lend') {
      ask();
      await preparing;
    }
    return session?.answer(note) ?? false;
  }, signal);
  if (kind === 'xml' || kind === 'pdf') return;
  let current = await loadSettings();
  if (signal.aborted) return;
  let index: AliasIndex | undefined;

  /** The aliases are fetched only where they are wanted and there is text to look for them in. */
  const prepare = async () => {
    await Promise.race([whenText(window, () => hasShadowTree(document), signal), asked]);
    index = await loadIndex().catch(() => undefined);
    preparing = undefined;
    if (index !== undefined && !signal.aborted) apply(current);
  };

  const apply = (next: Settings) => {
    current = next;
    const isOn = isSiteOn(site, next) && frameRole(window) !== 'ignored';
    if (isOn ? session?.accepts(next) : session === undefined) return;
    if (isOn && index === undefined) {
      preparing ??= prepare();
      return;
    }
    session?.end();
    session =
      isOn && index
        ? createSession({
            settings: next,
            index,
            site,
            pageDay,
            screen: () => screen,
            onChange: port.report,
            onGone: () => life.abort(),
            onRewritten: listen,
          })
        : undefined;
    port.report();
  };
  const wake = () => {
    if (!document.hidden) session?.wake();
  };
  const onShow = ({ persisted }: PageTransitionEvent) => {
    if (!persisted) return;
    // Out of the back-forward cache: what was changed meanwhile has told nobody here.
    loadSettings().then(apply, wake);
    wake();
  };
  const onResize = () => apply(current);
  let checkedAt = 0;
  /** From the viewport to the screen, in px: where a small frame is, is told by the screen. */
  let screen: Point | undefined;
  /** An extension that was removed tells nobody: the script looks whether it is still there. */
  const onPointer = ({ timeStamp, screenX, screenY, clientX, clientY }: PointerEvent) => {
    screen = { x: screenX - clientX, y: screenY - clientY };
    if (timeStamp - checkedAt < CHECK_MS) return;
    checkedAt = timeStamp;
    if (!isConnected()) life.abort();
  };
  const listen = () => {
    window.addEventListener('pageshow', onShow, { signal });
    document.addEventListener('visibilitychange', wake, { signal });
    window.addEventListener('pointerover', onPointer, { capture: true, passive: true, signal });
    if (window.top !== window) window.addEventListener('resize', onResize, { signal });
  };
  signal.addEventListener('abort', () => session?.end());
  watchSettings(apply, signal);
  listen();
  apply(current);
});

/** Pages that are one custom element, or a few, have all their text in shadow trees. */
function hasShadowTree(document: Document): boolean {
  for (const element of document.querySelectorAll('body > *, body > * > *')) {
    if (element.localName.includes('-') && shadowRootOf(element) !== null) return true;
  }
  return false;
}
