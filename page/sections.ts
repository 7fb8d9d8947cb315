/**
 * Which heading a text stands under. Nothing is kept of a page's headings: from a mention it is looked
 * back over what stands before it, as far as an earlier look has come.
 */
import { placeOf } from '../glossary/place-of.ts';
import { isBefore } from './shadow-roots.ts';

const HEADINGS = 'h1,h2,h3,h4,h5,h6,[role="heading"]';
/** Elements looked back over; past that, all headings are gone through by halves. */
const MAX_STEPS = 500;

export interface Sections {
  /** @returns the heading above a node, or its document or shadow tree. */
  of(node: Node): Node;
  /**
   * Takes in what came.
   * @returns sections whose text may stand in one of the new ones.
   */
  update(added: readonly Node[]): ReadonlySet<Node>;
  /** Forgets what was looked up where these changes may have made it wrong. */
  touch(records: readonly MutationRecord[]): void;
}

export function createSections(document: Document): Sections {
  /** In document order; undefined until it is needed, and when it has become wrong. */
  let sorted: readonly Element[] | undefined;
  let isWithout = document.querySelector(HEADINGS) === null;
  /** What the beginnings of elements stand under. */
  const above = new Map<Element, Node>();

  function halve(node: Node): Node {
    sorted ??= [...document.querySelectorAll(HEADINGS)];
    const headings = sorted;
    const count = placeOf(headings.length, (index) => isBefore(headings[index] as Element, node));
    return headings[count - 1] ?? document;
  }

  function of(node: Node): Node {
    if (isWithout || node.getRootNode() !== document) return node.getRootNode();
    const passed: Element[] = [];
    const found = lookBack(node as ChildNode, passed) ?? halve(node);
    for (const element of passed) above.set(element, found);
    return found;
  }

  /** @param passed gets the elements whose beginnings stand under the same heading. */
  function lookBack(node: ChildNode, passed: Element[]): Node | undefined {
    let at = node as ChildNode & NonDocumentTypeChildNode;
    for (let step = 0; step < MAX_STEPS; step++) {
      const before: Element | null = at.previousElementSibling;
      const element = before ?? at.parentElement;
      if (element === null) return document;
      if (element.matches(HEADINGS)) return element;
      // Most hold none: to ask for one makes no list.
      if (before?.firstElementChild && before.querySelector(HEADINGS) !== null) {
        return [...before.querySelectorAll(HEADINGS)].at(-1);
      }
      const known = above.get(element);
      if (known !== undefined) return known;
      passed.push(element);
      at = element;
    }
    return undefined;
  }

  return {
    of,
    update(added) {
      const affected = new Set<Node>();
      for (const tree of added) {
        if (tree.nodeType !== 1) continue;
        const element = tree as Element;
        const headings = [...element.querySelectorAll(HEADINGS)];
        if (element.matches(HEADINGS)) headings.unshift(element);
        const [first] = headings;
        if (first === undefined) continue;
        isWithout = false;
        // What follows the new headings stood under the one above the first of them, and what followed
        // one that has only moved still follows its old place.
        affected.add(of(first));
        for (const heading of headings) affected.add(heading);
      }
      return affected;
    },
    touch(records) {
      if (above.size === 0 && sorted === undefined) return;
      for (const { addedNodes, removedNodes } of records) {
        // It may come again elsewhere.
        for (const node of removedNodes) above.delete(node as Element);
        if (![...addedNodes, ...removedNodes].some(mayHoldHeading)) continue;
        above.clear();
        sorted = undefined;
        return;
      }
    },
  };
}

/** Cheap, and wrong on the safe side: text and plain elements with nothing but text divide nothing. */
function mayHoldHeading(node: Node): boolean {
  if (node.nodeType !== 1) return false;
  const element = node as Element;
  return (
    element.firstElementChild !== null ||
    element.localName.startsWith('h') ||
    element.hasAttribute('role')
  );
}
