/**
 * Whether two neighbouring text nodes read as one run: “Markets” in `<em>` belongs to the sentence
 * around it, the cells of a table don't belong to each other.
 */

const BLOCKS = new Set(
  `address article aside blockquote body br button caption center col colgroup dd details dialog dir
  div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup
  hr html iframe img input legend li main math menu meter nav noscript object ol optgroup option p
  picture pre progress search section select slot summary svg table tbody td template textarea tfoot
  th thead title tr ul video audio canvas embed script style`.split(/\s+/u),
);

/** Elements inside a line by their nature; what they look like need not be asked. */
const INLINES = new Set(
  `a abbr acronym b bdi bdo big cite del dfn em font i ins label mark nobr q rb rp rt ruby s small
  strike strong sub sup time tt u var wbr data`.split(/\s+/u),
);

function interrupts(element: Element): boolean {
  const name = element.localName;
  if (INLINES.has(name)) return false;
  if (BLOCKS.has(name)) return true;
  const display = element.ownerDocument.defaultView?.getComputedStyle(element).display ?? 'inline';
  return display !== 'inline' && display !== 'contents';
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
