/** The shadow trees that a point of the viewport lies in. */
import { mayHold, type ShadowRootOf } from './shadow-roots.ts';

/**
 * @param x, @param y CSS px in the viewport.
 * @returns the trees under it, outermost first.
 */
export function shadowPathAt(
  document: Document,
  shadowRootOf: ShadowRootOf,
  x: number,
  y: number,
): readonly ShadowRoot[] {
  const path: ShadowRoot[] = [];
  let element = document.elementFromPoint(x, y);
  while (element !== null && mayHold(element)) {
    const root = shadowRootOf(element);
    if (root === null || path.includes(root)) break;
    path.push(root);
    element = root.elementFromPoint(x, y);
  }
  return path;
}
