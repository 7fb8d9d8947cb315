/**
 * Runs in a page: what no reader of its text can do without, every text node once and every character
 * once. Needs nothing around it, so that its source can be sent.
 */
export function readFloor(): void {
  const walker = document.createTreeWalker(document.body, 4);
  let sum = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = (node as Text).data;
    for (let at = 0; at < text.length; at++) sum += text.charCodeAt(at);
  }
  // Or it would be left out as of no use.
  (globalThis as { sum?: number }).sum = sum;
}
