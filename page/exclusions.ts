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
