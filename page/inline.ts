/**
 * Whether two neighbouring text nodes read as one run: “Markets” in `<em>` belongs to the sentence
 * around it, the cells of a table don't belong to each other.
 */
import { textWalker } from './texts-in.ts';

/** What else is a block, such as `address`, is so by its style: too rare to be named in every frame. */
const BLOCKS = new Set(
  (
    'article aside blockquote body br button caption dd details div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 head header hr html iframe img input legend li main math menu ' +
    'meter nav noscript object ol option p picture pre progress section select slot summary svg ' +
    'table tbody td template textarea tfoot th thead title tr ul video audio canvas embed script style'
  ).split(' '),
);

/** Elements inside a line by their nature; what these look like need not be asked. */
const INLINES = new Set(
  'a abbr b bdi cite del dfn em font i ins label mark q rp rt ruby s small strong sub sup time u var wbr'.split(
    ' ',
  ),
);

function interrupts(element: Element): boolean {
  const name = element.localName;
  if (BLOCKS.has(name)) return true;
  if (INLINES.has(name)) return false;
  return isStyledAsBlock(element);
}

/** What a browser said of elements of the same names and classes: asking it each time is slow. */
const styled = new Map<string, boolean>();
const MAX_STYLED = 1000;

function isStyledAsBlock(element: Element): boolean {
  const { parentElement: parent } = element;
  const names = [element.localName, element.className, parent?.localName, parent?.className];
  const key = names.join('\t');
  const isOne = element.hasAttribute('style');
  const known = isOne ? undefined : styled.get(key);
  if (known !== undefined) return known;
  const display = element.ownerDocument.defaultView?.getComputedStyle(element).display ?? 'inline';
  const isBlockLike = display !== 'inline' && display !== 'contents';
  if (styled.size >= MAX_STYLED) styled.clear();
  if (!isOne) styled.set(key, isBlockLike);
  return isBlockLike;
}

/** @returns whether an element surely ends the run of text before it, whatever its style. */
export function isBlock(element: Element): boolean {
  return BLOCKS.has(element.localName);
}

/**
 * @param parent of a place between two nodes. @param before the node on its left. @param after the one
 * on its right; null at the ends of the parent.
 * @returns the text nodes nearest to it, where they may read as one run with what stands there or stood.
 */
export function textsAround(parent: Node, before: Node | null, after: Node | null): Text[] {
  const left = nearest(parent, before, 'previousSibling');
  const right = nearest(parent, after, 'nextSibling');
  if (left === undefined && right === undefined) return [];
  const walker = textWalker(parent.getRootNode());
  const texts: (Node | null)[] = [];
  if (left !== undefined) {
    texts.push(lastText(walker, left));
  }
  if (right !== undefined) {
    walker.currentNode = right;
    texts.push(right.nodeType === 3 ? right : walker.nextNode());
  }
  return texts.filter((text) => text !== null) as Text[];
}

/** What stands beside a place in the same run, as far as names tell: out of inline parents, too. */
function nearest(
  parent: Node,
  sibling: Node | null,
  side: 'previousSibling' | 'nextSibling',
): Node | undefined {
  let at = sibling;
  let around: Node | null = parent;
  for (let step = 0; at === null; step++) {
    if (around?.nodeType !== 1 || isBlock(around as Element) || step === MAX_STEPS)
      return undefined;
    at = around[side];
    around = around.parentNode;
  }
  return at.nodeType === 1 && isBlock(at as Element) ? undefined : at;
}

/** @returns the last text in a tree; where it has none, the one before it. */
export function lastText(walker: TreeWalker, tree: Node): Text | null {
  let last = tree;
  while (last.lastChild !== null) last = last.lastChild;
  walker.currentNode = last;
  return (last.nodeType === 3 ? last : walker.previousNode()) as Text | null;
}

/** Elements entered and left between two text nodes; past this they are hardly one run. */
const MAX_STEPS = 24;

/**
 * @param first a text node, @param second a later one with no text between them.
 * @returns whether an element that starts or ends a block lies between the two.
 */
export function isBrokenBetween(first: Node, second: Node): boolean {
  let at: Node = first;
  for (let step = 0; step < MAX_STEPS; step++) {
    const sibling: Node | null = at.nextSibling;
    if (sibling === null) {
      const parent: Node | null = at.parentNode;
      if (parent === null || parent.nodeType !== 1) return true;
      if (interrupts(parent as Element)) return true;
      at = parent;
      continue;
    }
    let next: Node | null = sibling;
    while (next !== null) {
      if (next === second) return false;
      if (next.nodeType !== 1) break;
      if (interrupts(next as Element)) return true;
      if (next.firstChild === null) break;
      next = next.firstChild;
    }
    at = next ?? sibling;
  }
  return true;
}
