/**
 * Shadow trees: where they hang, when they come, and in which order their text reads. No list of
 * them is to be had, and a tree that is attached to an element later is announced by nothing.
 */
import { isOwn } from './own-element.ts';
import { runInSlices } from './slices.ts';

/** The browser's key to shadow roots, closed ones included. Null where an element has none. */
export type ShadowRootOf = (element: Element) => ShadowRoot | null;

/**
 * What most elements of pages are, the most frequent first: asked for are those that are none of these.
 * Of those left out, a div or an article would be dear, since it would be looked at for a tree.
 */
const COMMON =
  'a,p,div,span,li,td,tr,em,link,script,meta,sup,img,b,i,ul,path,svg,h3,h2,th,br,section,option,' +
  'button,strong,article,h1,h4,header,footer,aside,nav';

/**
 * Elements that are likely to hold a shadow tree: custom ones, empty ones, and those whose children
 * are dealt out to slots. A question to the browser, since looking at every element ourselves costs as
 * much as the text. A selector can only say what custom elements are not; a path could say what they
 * are, but leaves so much behind that the browser collects it at once, up to 40 ms in a long page.
 */
const LIKELY = `div:empty,span:empty,section:empty,main:empty,[slot],:not(${COMMON})`;

/** Elements of HTML that may hold a shadow tree, whatever the page's style of building. */
const HOLDERS =
  ' article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span ';

/**
 * @returns whether an element of this name may hold a shadow tree. Not by an expression: most pages ask
 *   about a few dozen, and the browser takes longer to compile one.
 */
export function mayHold(element: Element): boolean {
  return isCustom(element) || HOLDERS.includes(` ${element.localName} `);
}

/** @returns whether it is a custom element, by its name: one that isn't defined yet, too. */
export function isCustom({ localName }: Element): boolean {
  return localName.includes('-');
}

/** When to look again at elements that had no tree, in ms: most custom elements come to life soon. */
const RECHECKS = [250, 1000, 3000, 10_000, 30_000] as const;
/** Of these, the ones at which elements are looked at that are not custom ones: few ever get a tree. */
const PLAIN_RECHECKS = { first: 2, last: 3 } as const;
/** Bounds for pages that mean harm: hosts looked at again, and trees read. */
const MAX_WAITING = 2000;
const MAX_ROOTS = 5000;

/** Elements that the browser is asked about at once, at most: about 3 ms. */
const ASKED_ABOUT = 20_000;
const SHOW_ELEMENT = 1;

export interface ShadowRoots {
  /** Looks for trees in the whole document, in slices. */
  searchAll(): void;
  /** Looks for trees in and under these nodes. */
  search(trees: Iterable<Node>): void;
  /** Looks at one element. */
  look(element: Element): void;
  /** Forgets trees whose host has left the page. */
  prune(): void;
  /** All trees known, in the order found. */
  all(): ReadonlySet<ShadowRoot>;
}

/**
 * @param onRoot gets every tree once for as long as its host is in the page.
 * @param signal ends the looking.
 */
export function createShadowRoots(
  view: Window & typeof globalThis,
  shadowRootOf: ShadowRootOf,
  onRoot: (root: ShadowRoot) => void,
  signal: AbortSignal,
): ShadowRoots {
  const { document } = view;
  const known = new Set<ShadowRoot>();
  /** Looked at, and without a tree so far. */
  const waiting = new Set<Element>();
  let recheck = 0;
  let timer = 0;

  function take(element: Element): void {
    if (isOwn(element)) return;
    const root = shadowRootOf(element);
    if (root === null) {
      const mayCome = isCustom(element) || element.firstChild === null;
      if (mayCome && waiting.size < MAX_WAITING) waiting.add(element);
      return;
    }
    waiting.delete(element);
    if (known.has(root) || known.size >= MAX_ROOTS) return;
    known.add(root);
    onRoot(root);
    search([root]);
  }

  function search(trees: Iterable<Node>): void {
    const before = waiting.size;
    for (const tree of trees) {
      // No path leads through a shadow tree, only through what stands in it.
      if (tree.nodeType === FRAGMENT) search((tree as ShadowRoot).children);
      if (tree.nodeType !== 1) continue;
      takeIfAble(tree as Element);
      if ((tree as Element).firstElementChild !== null) searchUnder(tree as Element);
    }
    if (waiting.size > before) waitAnew();
  }

  function searchUnder(tree: Document | Element): void {
    for (const element of tree.querySelectorAll(LIKELY)) takeLikely(element);
  }

  function takeLikely(element: Element): void {
    if (element.hasAttribute('slot')) takeIfAble(element.parentElement);
    takeIfAble(element);
  }

  function takeIfAble(element: Element | null): void {
    if (element !== null && mayHold(element)) take(element);
  }

  function waitAnew(): void {
    recheck = 0;
    wait();
  }

  /**
   * One part of the page at a time. Milestones, so many elements apart, say which parts are too large
   * to be asked about: those that hold one.
   */
  function searchAll(): void {
    const walker = document.createTreeWalker(document, SHOW_ELEMENT);
    if (walker.nextNode() === null) return;
    const all = document.getElementsByTagName('*');
    let passed = ASKED_ABOUT;
    let milestone = all[passed];
    const step = () => {
      const element = walker.currentNode as Element;
      if (!element.isConnected) {
        // From an element that has gone there is no way on.
        searchUnder(document);
        return false;
      }
      if (element === milestone) {
        passed += ASKED_ABOUT;
        milestone = all[passed];
      }
      if (element.matches(LIKELY)) takeLikely(element);
      if (milestone !== undefined && element.contains(milestone)) return walker.nextNode() !== null;
      // Most parts hold none: a list of them is left to the browser to clear away.
      if (element.querySelector(LIKELY) !== null) searchUnder(element);
      while (walker.nextSibling() === null) if (walker.parentNode() === null) return false;
      return true;
    };
    runInSlices(view, step, signal, waitAnew);
  }

  function wait(): void {
    const delay = RECHECKS[recheck];
    view.clearTimeout(timer);
    if (delay === undefined || waiting.size === 0 || signal.aborted) return;
    timer = view.setTimeout(() => {
      recheck++;
      for (const element of [...waiting]) {
        const isPlain = !isCustom(element);
        const isOver = isPlain && recheck > PLAIN_RECHECKS.last;
        if (isOver || !element.isConnected) waiting.delete(element);
        else if (!isPlain || recheck >= PLAIN_RECHECKS.first) take(element);
      }
      wait();
    }, delay);
  }

  signal.addEventListener('abort', () => view.clearTimeout(timer));

  return {
    searchAll,
    search,
    look: takeIfAble,
    prune() {
      for (const root of known) if (!root.isConnected) known.delete(root);
    },
    all: () => known,
  };
}

/** @returns the element around a node; the host where the node is at the top of a shadow tree. */
export function elementAround(node: Node): Element | null {
  const { parentNode } = node;
  if (parentNode === null) return null;
  return parentNode.nodeType === 1 ? (parentNode as Element) : hostOf(parentNode);
}

const FRAGMENT = 11;

function hostOf(root: Node): Element | null {
  return root.nodeType === FRAGMENT && 'host' in root ? (root as ShadowRoot).host : null;
}

/** Runs through a node's own tree and those that hold it: each time the node or host therein. */
function hostsOf(node: Node): Node[] {
  const chain: Node[] = [node];
  let host = hostOf(node.getRootNode());
  while (host !== null) {
    chain.unshift(host);
    host = hostOf(host.getRootNode());
  }
  return chain;
}

const DISCONNECTED = 1;
const FOLLOWING = 4;

/** @returns whether one node comes before another; undefined where they stand in different trees. */
export function isBeforeInTree(one: Node, other: Node): boolean | undefined {
  const position = one.compareDocumentPosition(other);
  return position & DISCONNECTED ? undefined : (position & FOLLOWING) !== 0;
}

/** @returns whether one node comes before another, with a shadow tree read where its host stands. */
export function isBefore(one: Node, other: Node): boolean {
  const inTree = isBeforeInTree(one, other);
  if (inTree !== undefined) return inTree;
  const [left, right] = [hostsOf(one), hostsOf(other)];
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    const [a, b] = [left[at] as Node, right[at] as Node];
    // Slotted text is read after the tree of its host.
    if (a === b) continue;
    return (a.compareDocumentPosition(b) & FOLLOWING) !== 0;
  }
  return left.length < right.length;
}

/** @returns whether a selector fits an element around a node, looking out of shadow trees. */
export function isInside(node: Node, selector: string): boolean {
  let element = elementAround(node);
  while (element !== null) {
    if (element.closest(selector) !== null) return true;
    element = hostOf(element.getRootNode());
  }
  return false;
}
