/** Links that are there for going elsewhere: they stay as the page made them. */
import { textsIn } from './texts-in.ts';

/** Characters beside links from which on a block is a sentence and not a list of links. */
const PROSE_AROUND_LINK = 24;
const BLOCK = /^(?:li|p|td|th|dd|dt|div|h[1-6]|article|section)$/;

/** Asks once for each link until it is told that the page has changed. */
export interface BareLinks {
  /**
   * A link in running text is read like any word; one that fills its block (a menu entry, a related
   * story, a headline) is for going elsewhere.
   * @returns whether the node belongs to such a link.
   */
  has(node: Text): boolean;
  forget(): void;
}

export function createBareLinks(): BareLinks {
  let known = new WeakMap<Element, boolean>();
  return {
    has(node) {
      const link = node.parentElement?.closest('a[href]');
      if (!link) return false;
      let isBare = known.get(link);
      if (isBare === undefined) {
        isBare = !hasProse(blockOf(link));
        known.set(link, isBare);
      }
      return isBare;
    },
    forget() {
      known = new WeakMap();
    },
  };
}

/** The nearest element around a link that holds more than the link, or the block that it fills. */
function blockOf(link: Element): Element {
  let around = link;
  while (around.parentElement !== null && !hasOther(around, link)) {
    around = around.parentElement;
    if (BLOCK.test(around.localName)) break;
  }
  return around;
}

function hasOther(around: Element, link: Element): boolean {
  if (around === link) return false;
  for (const node of textsIn(around, MAX_TEXTS))
    if (!link.contains(node) && node.data.trim()) return true;
  return false;
}

/** Several links and hardly a word between them are a list, even where it is laid out in a line. */
function hasProse(block: Element): boolean {
  let prose = 0;
  for (const node of textsIn(block, MAX_TEXTS)) {
    const { length } = node.data.trim();
    if (length === 0 || node.parentElement?.closest('a[href]')) continue;
    prose += length;
    if (prose >= PROSE_AROUND_LINK) return true;
  }
  return false;
}

/** Texts looked through for prose: a block with more is no sentence. */
const MAX_TEXTS = 400;
