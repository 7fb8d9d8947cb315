/**
 * Which heading a text stands under. While text is read in order the headings are met on the way, by
 * their first text; asking a browser for the order of two places in a long page is slow.
 */
import { placeOf } from './annotation-store.ts';
import { isBefore } from './shadow-roots.ts';

const NAMES = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;
const HEADINGS = `${NAMES.join(',')},[role="heading"]`;
const SHOW_TEXT = 4;

export interface Sections {
  /** @returns the heading whose text begins with this node. */
  startingAt(node: Text): Element | undefined;
  /** @returns the heading above a node, or its document or shadow tree. */
  of(node: Node): Node;
  /**
   * Takes in what came and what went.
   * @returns sections that may hold other text than before.
   */
  update(added: readonly Node[], hasRemovals: boolean): ReadonlySet<Node>;
  /** Up to so many main headings, for what they say. */
  titles(limit: number): readonly Element[];
}

export function createSections(document: Document): Sections {
  const byText = new Map<Text, Element>();
  const known = new Set<Element>();
  /** In document order; undefined until it is needed, and when it has become wrong. */
  let sorted: Element[] | undefined;

  for (const name of NAMES) for (const each of document.getElementsByTagName(name)) learn(each);
  for (const each of document.querySelectorAll('[role="heading"]')) learn(each);

  function learn(heading: Element): void {
    known.add(heading);
    const first = document.createTreeWalker(heading, SHOW_TEXT).nextNode() as Text | null;
    if (first !== null) byText.set(first, heading);
  }

  function inOrder(): Element[] {
    sorted ??= [...document.querySelectorAll(HEADINGS)];
    return sorted;
  }

  /** What comes at the end, as it mostly does, needs no sorting. */
  function insert(fresh: readonly Element[]): void {
    for (const heading of fresh) {
      const last = sorted?.at(-1);
      if (sorted === undefined || (last !== undefined && !isBefore(last, heading))) {
        sorted = undefined;
        return;
      }
      sorted.push(heading);
    }
  }

  return {
    startingAt: (node) => byText.get(node),
    of(node) {
      const root = node.getRootNode();
      if (known.size === 0 || root !== document) return root;
      const headings = inOrder();
      const above = placeOf(headings.length, (index) => isBefore(headings[index] as Element, node));
      return headings[above - 1] ?? document;
    },
    update(added, hasRemovals) {
      const affected = new Set<Node>();
      const fresh: Element[] = [];
      for (const tree of added) {
        if (tree.nodeType !== 1) continue;
        if ((tree as Element).matches(HEADINGS)) fresh.push(tree as Element);
        fresh.push(...(tree as Element).querySelectorAll(HEADINGS));
      }
      const isNew = new Set(fresh.filter((heading) => !known.has(heading)));
      if (hasRemovals) {
        for (const heading of known) {
          if (heading.isConnected) continue;
          known.delete(heading);
          affected.add(heading);
          sorted = undefined;
        }
        if (affected.size > 0) {
          for (const [text, heading] of byText) if (!known.has(heading)) byText.delete(text);
        }
      }
      // A heading whose text was put in anew begins with another node.
      for (const heading of fresh) learn(heading);
      if (isNew.size === 0) return affected;
      inOrder();
      insert([...isNew].filter((heading) => !sorted?.includes(heading)));
      const headings = inOrder();
      for (const heading of isNew) {
        let above = headings.indexOf(heading) - 1;
        while (above >= 0 && isNew.has(headings[above] as Element)) above--;
        affected.add(headings[above] ?? document);
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
