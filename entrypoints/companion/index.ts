import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { isConnected } from '../../extension/native.ts';
import { type Sighting, sightingOf } from '../../page/lent-mention.ts';
import { type Frame, knock, type Stretch } from '../annotate/door.ts';
import { hearNotes } from './frame-notes.ts';
import { removeLeftCards } from './left-cards.ts';
import { createPageDay } from './page-day.ts';
import { servePopup } from './popup-port.ts';
import { createSession, type Session } from './session.ts';

/** How often the pointer's way over the page asks for the extension, in ms. */
const CHECK_MS = 1000;

/** Put into a frame when the first term was found there, or when the popup asks for its terms. */
export default defineUnlistedScript(() => knock(join));

function join(frame: Frame) {
  const { signal, kind } = frame;
  removeLeftCards();
  let session: Session | undefined;
  const pageDay = createPageDay(document);
  const hindrance = () =>
    (kind === 'html' ? null : kind) ?? (session?.isBlocked() ? 'removed' : null);
  const port = servePopup(() => session, pageDay, hindrance, signal);
  hearNotes(async (note) => {
    // A page without a word of its own may have small frames with many.
    if (note.kind === 'lend' || note.kind === 'noTerm') await frame.begin();
    return session?.answer(note) ?? false;
  }, signal);

  const onStretch = (stretch: Stretch | undefined) => {
    session =
      stretch &&
      createSession({
        stretch,
        site: frame.site,
        isSmall: frame.isSmall,
        pageDay,
        seen: () => seen,
        onChange: port.report,
        take: frame.take,
        onGone: frame.end,
      });
    port.report();
  };
  const wake = () => {
    if (!document.hidden) session?.wake();
  };
  let checkedAt = 0;
  /** Where a small frame is, is told by the screen. */
  let seen: Sighting | undefined;
  /** An extension that was removed tells nobody: the script looks whether it is still there. */
  const onPointer = (event: PointerEvent) => {
    seen = sightingOf(event, window);
    const { timeStamp } = event;
    if (timeStamp - checkedAt < CHECK_MS) return;
    checkedAt = timeStamp;
    if (!isConnected()) frame.end();
  };
  const listen = () => {
    window.addEventListener('pageshow', wake, { signal });
    document.addEventListener('visibilitychange', wake, { signal });
    window.addEventListener('pointerover', onPointer, { capture: true, passive: true, signal });
  };
  listen();
  onStretch(frame.stretch());

  return {
    onStretch,
    accepts: (settings: unknown) => session?.accepts(settings) ?? true,
    onRewritten() {
      listen();
      session?.listen();
    },
  };
}
