/**
 * Where nothing is ever marked: code, fields, editable text, menus, and text that is no prose.
 */
import { elementAround, isInside } from './shadow-roots.ts';

const EXCLUDED = [
  'script,style,noscript,template,title,head',
  'code,kbd,samp,pre,tt,math,svg title,svg desc',
  'textarea,input,select,option,button,[role="button"],[role="textbox"],[role="searchbox"]',
  '[role="menu"],[role="menubar"],[role="tablist"],nav,menu,[role="navigation"]',
  '[contenteditable=""],[contenteditable="true"],[contenteditable="plaintext-only"]',
  '[translate="no"],.notranslate',
].join(',');

/** Plain text and source views are one `pre`: there it is the page itself. */
const EXCLUDED_IN_PLAIN_TEXT = EXCLUDED.replace('pre,', '');

/** @returns whether no mention may be marked in this text node. */
export function isExcluded(node: Text): boolean {
  const around = elementAround(node);
  if (around === null) return true;
  const isPlain = node.ownerDocument.contentType === 'text/plain';
  if (isInside(node, isPlain ? EXCLUDED_IN_PLAIN_TEXT : EXCLUDED)) return true;
  return (around as HTMLElement).isContentEditable === true;
}

/** Characters beside a link from which on its block is a sentence and not a list of links. */
const PROSE_AROUND_LINK = 24;

/**
 * A link in running text is read like any word; one that fills its block (a menu entry, a related
 * story, a headline) is for going elsewhere and stays as the page made it.
 * @returns whether the node belongs to such a link.
 */
export function isBareLink(node: Text): boolean {
  const link = node.parentElement?.closest('a[href]');
  if (!link) return false;
  let around: Element = link;
  while (around.parentElement !== null && around.textContent === link.textContent) {
    around = around.parentElement;
    if (/^(?:li|p|td|th|dd|dt|div|h[1-6]|article|section)$/u.test(around.localName)) break;
  }
  const spare = (around.textContent?.length ?? 0) - (link.textContent?.length ?? 0);
  if (spare < PROSE_AROUND_LINK) return true;
  // Several links and hardly a word between them: a list that is laid out in one block.
  let linked = 0;
  const links = around.querySelectorAll('a[href]');
  for (const each of links) linked += each.textContent?.length ?? 0;
  return (around.textContent?.length ?? 0) - linked < PROSE_AROUND_LINK;
}

/**
 * @returns whether the element's text can be seen: not `display: none`, not in a closed `details`,
 *   not transparent. Asks for style, so it is called when the page's is up to date.
 */
export function isVisible(element: Element): boolean {
  return element.checkVisibility({
    opacityProperty: true,
    visibilityProperty: true,
    contentVisibilityAuto: false,
  });
}
