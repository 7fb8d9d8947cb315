const SHOW_TEXT = 4;

/**
 * @param limit texts after which it stops.
 * @returns the text nodes of a tree in their order; of a text, itself.
 */
export function* textsIn(tree: Node, limit = Number.POSITIVE_INFINITY): Generator<Text> {
  if (tree.nodeType === 3) yield tree as Text;
  const walker = (tree.ownerDocument as Document).createTreeWalker(tree, SHOW_TEXT);
  for (let count = 0; count < limit; count++) {
    const node = walker.nextNode() as Text | null;
    if (node === null) return;
    yield node;
  }
}
