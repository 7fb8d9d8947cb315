/**
 * Asks again what a page in the back-forward cache was not told: an answer that comes while the page is
 * away is lost, and its promise stays open for ever.
 * @param ask may be called more than once; the first answer counts.
 */
export function insist<T>(ask: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const again = ({ persisted }: PageTransitionEvent) => {
      if (persisted) go();
    };
    const stop = () => removeEventListener('pageshow', again);
    function go(): void {
      ask().then(resolve, reject).finally(stop);
    }
    addEventListener('pageshow', again);
    go();
  });
}
