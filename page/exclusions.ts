/**
 * Where nothing is ever marked: code, fields, editable text, menus, and text that is no prose.
 */
import { elementAround } from './shadow-roots.ts';

const NAMES = (
  'script style noscript template title head code kbd samp pre tt math desc textarea input ' +
  'select option button nav menu'
).split(' ');
/** Asked only of elements that have attributes: most have none. */
const ATTRIBUTES =
  '[role=button],[role=textbox],[role=searchbox],[role=menu],[role=menubar],[role=tablist],' +
  '[role=navigation],[contenteditable=""],[contenteditable="true" i],' +
  '[contenteditable="plaintext-only" i],[translate=no],.notranslate';
/** A name or code is not to be translated. Of a whole page this says that translators break its scripts. */
const WHOLE_PAGE = ':is([translate=no],.notranslate):is(html,body,:has(h1,main,article))';

export interface Exclusions {
  /** @returns whether no mention may be marked in this text node. */
  has(node: Text): boolean;
}

/**
 * Neighbours share their surroundings, so each element is asked once: for one piece of work without a
 * pause, since the page may change in any.
 */
export function createExclusions(document: Document): Exclusions {
  const names = new Set(NAMES);
  // Plain text and source views are one `pre`: there it is the page itself.
  if (!/html|xml/.test(document.contentType)) names.delete('pre');
  const known = new Map<Element, boolean>();

  function isOut(element: Element): boolean {
    const before = known.get(element);
    if (before !== undefined) return before;
    const around = elementAround(element);
    // The dear question last, for the few that are left.
    const isOutItself =
      names.has(element.localName) ||
      (element.hasAttributes() && element.matches(ATTRIBUTES) && !element.matches(WHOLE_PAGE));
    const found = isOutItself || (around !== null && isOut(around));
    known.set(element, found);
    return found;
  }

  return {
    has(node) {
      if (document.designMode === 'on') return true;
      const around = elementAround(node);
      return around === null || isOut(around);
    },
  };
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
