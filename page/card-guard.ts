/**
 * Watches over an open card: the page may take its element away, open a dialog above it or close the
 * one it stands in. A card that can be seen but not used must not stay.
 */

export interface CardGuardHandlers {
  /** The card can't go on where it is. */
  onLost(): void;
  /** The page keeps removing the card, however often it is put back. */
  onRemoved(): void;
}

/** How often a card that the page removed is put back, over the life of the page. */
const MAX_RETURNS = 2;

/** @returns a function that begins to watch; it returns the way to stop. */
export function createCardGuard(
  view: Window & typeof globalThis,
  element: HTMLElement,
  handlers: CardGuardHandlers,
): () => () => void {
  const { document } = view;
  let returns = 0;

  return () => {
    const parent = element.parentElement;
    const stop = new AbortController();
    const options = { capture: true, signal: stop.signal } as const;

    const observer = new view.MutationObserver(() => {
      if (element.parentElement === parent && parent?.isConnected) return;
      if (!parent?.isConnected) return handlers.onLost();
      if (returns++ >= MAX_RETURNS) return handlers.onRemoved();
      parent.append(element);
      element.showPopover();
    });
    if (parent !== null) observer.observe(parent, { childList: true });
    observer.observe(document, { childList: true });

    // What opens in the top layer now lies above the card or makes it inert.
    const onToggle = ({ target }: Event) => {
      if (target === element) return;
      const isAround = target instanceof view.Node && target.contains(element);
      const isModal = target instanceof view.Element && target.matches(':modal');
      if (isModal !== isAround || !element.checkVisibility()) handlers.onLost();
    };
    document.addEventListener('toggle', onToggle, options);
    document.addEventListener('close', onToggle, options);
    document.addEventListener('fullscreenchange', () => handlers.onLost(), options);

    return () => {
      observer.disconnect();
      stop.abort();
    };
  };
}
