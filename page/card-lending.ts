/**
 * Cards across frames: a frame without room lends its mention to the top frame, and that one shows the
 * card as long as the frame wants it.
 */
import { type CardMention, lentMention, toLent } from './card-mention.ts';
import type { CardLender, LentMention, Sighting } from './lent-mention.ts';

export interface CardLendingOptions {
  readonly view: Window & typeof globalThis;
  /** For a frame without room: the top frame, which shows cards for it. */
  readonly lender?: CardLender | undefined;
  /** Whether there is no room for a card in this frame as it is now. */
  isSmall(): boolean;
  /** This frame's last pointer event. */
  seen(): Sighting | undefined;
}

/** Both sides of it; a frame is on one of them. */
export interface CardLending {
  /** Whether the top frame has to show this frame's cards. */
  isNeeded(): boolean;
  /** Whether the top frame shows one now. */
  isOut(): boolean;
  /**
   * @param isCurrent whether the card is still wanted when the answer comes.
   * @returns whether the top frame took it.
   */
  lend(mention: CardMention, mode: LentMention['mode'], isCurrent: () => boolean): Promise<boolean>;
  /** The top frame has closed it. */
  setClosed(): void;

  /**
   * Keeps a frame's mention.
   * @param zoom see `placeLent`. @param onClosed is told once when its card has closed.
   */
  borrow(mention: LentMention, zoom: number | null, onClosed: (isRejected: boolean) => void): void;
  /** @returns the mention kept, or the one given, where it is now; undefined where it can't be placed. */
  place(mention?: LentMention, zoom?: number | null): CardMention | undefined;
  /** Tells the frame whose mention is kept that its card is closed. */
  giveBack(isRejected: boolean): void;
  /** That frame wants no answer. */
  forget(): void;

  /** The card has closed here: whoever is at the other side hears of it. */
  end(): void;
}

export function createCardLending({
  view,
  lender,
  isSmall,
  seen,
}: CardLendingOptions): CardLending {
  let isOut = false;
  let lent:
    | { mention: LentMention; zoom: number | null; onClosed(isRejected: boolean): void }
    | undefined;

  function giveBack(isRejected: boolean): void {
    lent?.onClosed(isRejected);
    lent = undefined;
  }

  return {
    isNeeded: () => lender !== undefined && isSmall(),
    isOut: () => isOut,
    async lend(mention, mode, isCurrent) {
      if (lender === undefined) return false;
      const isTaken = await lender.lend(toLent(view, mention, mode, seen())).catch(() => false);
      isOut ||= isTaken && isCurrent();
      return isTaken;
    },
    setClosed() {
      isOut = false;
    },
    borrow(mention, zoom, onClosed) {
      lent = { mention, zoom, onClosed };
    },
    place(mention = lent?.mention, zoom = lent?.zoom ?? null) {
      return mention && lentMention(view.document, mention, seen(), zoom);
    },
    giveBack,
    forget() {
      lent = undefined;
    },
    end() {
      if (isOut) lender?.takeBack();
      isOut = false;
      giveBack(false);
    },
  };
}
