/**
 * Which heading a text stands under. Nothing is kept of a page's headings: from a mention it is looked
 * back for the nearest one, as far as the mention before it.
 */
import { placeOf } from './annotation-store.ts';
import { isBefore } from './shadow-roots.ts';

const NAMES = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;
const HEADINGS = `${NAMES.join(',')},[role="heading"]`;
const SHOW_TEXT_AND_ELEMENTS = 5;
/** Nodes looked back through; past that, all headings are gone through by halves. */
const MAX_STEPS = 300;

/** A text whose section is known. */
export interface KnownPlace {
  readonly node: Text;
  readonly section: Node;
}

export interface Sections {
  /**
   * @param known a text that may stand before the node, the nearer the better.
   * @returns the heading above a node, or its document or shadow tree.
   */
  of(node: Node, known?: KnownPlace): Node;
  /**
   * Takes in what came and what went.
   * @returns sections whose text may stand in one of the new ones.
   */
  update(added: readonly Node[], hasRemovals: boolean): ReadonlySet<Node>;
  /** Up to so many main headings, for what they say. */
  titles(limit: number): readonly Element[];
}

export function createSections(document: Document): Sections {
  /** In document order; undefined until it is needed, and when it has become wrong. */
  let sorted: readonly Element[] | undefined;
  let isWithout = document.querySelector(HEADINGS) === null;

  function halve(node: Node): Node {
    sorted ??= [...document.querySelectorAll(HEADINGS)];
    const headings = sorted;
    const above = placeOf(headings.length, (index) => isBefore(headings[index] as Element, node));
    return headings[above - 1] ?? document;
  }

  function of(node: Node, known?: KnownPlace): Node {
    const root = node.getRootNode();
    if (isWithout || root !== document) return root;
    const walker = document.createTreeWalker(document, SHOW_TEXT_AND_ELEMENTS);
    walker.currentNode = node;
    for (let step = 0; step < MAX_STEPS; step++) {
      const at = walker.currentNode;
      if (at === known?.node && at !== node) return known.section;
      if (at.nodeType === 1 && at !== node && isHeading(at as Element)) return at;
      if (walker.previousNode() === null) return document;
    }
    return halve(node);
  }

  return {
    of: (node, known) => (node === known?.node ? known.section : of(node, known)),
    update(added, hasRemovals) {
      const affected = new Set<Node>();
      if (hasRemovals) sorted = undefined;
      for (const tree of added) {
        if (tree.nodeType !== 1) continue;
        const element = tree as Element;
        const first = element.matches(HEADINGS) ? element : element.querySelector(HEADINGS);
        if (first === null) continue;
        sorted = undefined;
        isWithout = false;
        // What follows the new headings stood under the one above the first of them.
        affected.add(of(first));
      }
      return affected;
    },
    titles(limit) {
      const titles: Element[] = [];
      for (const name of NAMES.slice(0, 3)) {
        for (const heading of document.getElementsByTagName(name)) {
          if (titles.length === limit) return titles;
          titles.push(heading);
        }
      }
      return titles;
    },
  };
}

function isHeading(element: Element): boolean {
  return element.matches(HEADINGS);
}
