/**
 * Tells the card's host from the page's elements. A property in the extension's world serves both of
 * its scripts, and the page doesn't see it.
 */
const KEY = 'glosslightOwn';

export function markAsOwn(element: Element): void {
  (element as unknown as Record<string, unknown>)[KEY] = true;
}

/** @returns whether a node is the card's host: its text is no text of the page. */
export function isOwn(node: Node): boolean {
  return (node as unknown as Record<string, unknown>)[KEY] === true;
}
