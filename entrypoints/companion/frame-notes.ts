import { ask } from '../../extension/content-data.ts';
import { readFrameNote } from '../../extension/frame-note.ts';
import type { FrameNote } from '../../extension/messages.ts';
import { native } from '../../extension/native.ts';
import { takeCardBundle } from '../../page/card-bundle.ts';
import type { createCardController } from '../../page/card-controller.ts';
import type { CardLender } from '../../page/lent-mention.ts';
import type { TermTour } from '../../page/term-tour.ts';

/** The top frame, as a frame without room for a card knows it. */
export const topFrame: CardLender = {
  lend: (mention) => ask('callTop', { kind: 'lend', mention }),
  release: () => void ask('callTop', { kind: 'release' }).catch(() => {}),
  takeBack: () => void ask('callTop', { kind: 'takeBack' }).catch(() => {}),
};

/**
 * Makes the function that does what a note asks. It returns whether there was anything to do.
 * @param isRead whether the page has been read to its end.
 */
export function answerNotes(
  cards: ReturnType<typeof createCardController>,
  tour: TermTour,
  isRead: () => boolean,
): (note: FrameNote) => boolean {
  return (note) => {
    switch (note.kind) {
      case 'tour': {
        const isInFrame = /frame$/u.test(document.activeElement?.localName ?? '');
        if (note.needsFocus && (isInFrame || !document.hasFocus())) return false;
        return tour.step(note.step);
      }
      case 'lend': {
        const { frameId, mention, zoom } = note;
        return cards.borrow(mention, zoom, (isRejected) => {
          ask('tellFrame', { frameId, isRejected }).catch(() => {});
        });
      }
      case 'noTerm': {
        const bundle = takeCardBundle();
        return (note.isLast || isRead()) && bundle !== undefined && cards.sayNone(bundle);
      }
      case 'release':
        cards.release();
        return true;
      case 'takeBack':
        cards.takeBack();
        return true;
      case 'lentClosed':
        cards.lentClosed(note.isRejected);
        return true;
    }
  };
}

/** Hears the notes of the background, and of nobody else. */
export function hearNotes(
  answer: (note: FrameNote) => Promise<boolean>,
  signal: AbortSignal,
): void {
  const onMessage = (
    message: unknown,
    sender: { readonly id?: string | undefined; readonly tab?: unknown },
    sendResponse: (answer: unknown) => void,
  ): true | undefined => {
    const note = readFrameNote(message);
    if (note === undefined || sender.id !== native.runtime.id) return undefined;
    answer(note).then(sendResponse, () => sendResponse(false));
    return true;
  };
  const event = native.runtime.onMessage as unknown as {
    addListener(listener: typeof onMessage): void;
    removeListener(listener: typeof onMessage): void;
  };
  event.addListener(onMessage);
  signal.addEventListener('abort', () => {
    try {
      event.removeListener(onMessage);
    } catch {
      // The extension is gone, and its listeners with it.
    }
  });
}
