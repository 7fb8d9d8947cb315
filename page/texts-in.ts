const SHOW_TEXT = 4;

/** @returns a walker over the text nodes of a tree, without a filter: a callback costs more than all else. */
export function textWalker(root: Node): TreeWalker {
  return (root.ownerDocument ?? (root as Document)).createTreeWalker(root, SHOW_TEXT);
}

/** @returns whether there are more elements than so many in a tree: they aren't counted beyond. */
export function hasMore(tree: Element, elements: number): boolean {
  return tree.getElementsByTagName('*')[elements] !== undefined;
}

/**
 * @param limit texts after which it stops.
 * @returns the text nodes of a tree in their order; of a text, itself.
 */
export function* textsIn(tree: Node, limit = Number.POSITIVE_INFINITY): Generator<Text> {
  if (tree.nodeType === 3) yield tree as Text;
  const walker = textWalker(tree);
  for (let count = 0; count < limit; count++) {
    const node = walker.nextNode() as Text | null;
    if (node === null) return;
    yield node;
  }
}
