/**
 * Which annotations are marked. A page full of underlines is worse than one with none: by default a
 * term is marked where a section first speaks of it.
 */
import { type Annotation, termOf } from './annotation-store.ts';
import { isBareLink } from './exclusions.ts';
import { isBefore } from './shadow-roots.ts';

export type Density = 'section' | 'page' | 'every';

const HEADINGS = 'h1,h2,h3,h4,h5,h6,[role="heading"]';

/**
 * @param annotations in document order.
 * @param root whose headings divide it into sections.
 * @returns those to mark, in the same order.
 */
export function chooseMarked(
  annotations: readonly Annotation[],
  density: Density,
  root: Document | ShadowRoot,
): Annotation[] {
  const candidates = annotations.filter(
    (annotation) => termOf(annotation) !== undefined && !isBareLink(annotation.pieces[0].node),
  );
  if (density === 'every') return candidates;
  const headings = density === 'section' ? [...root.querySelectorAll(HEADINGS)] : [];
  let section = -1;
  let seen = new Set<string>();
  return candidates.filter((annotation) => {
    const termId = termOf(annotation) as string;
    const { pieces } = annotation;
    let next = headings[section + 1];
    while (next !== undefined && isBefore(next, pieces[0].node)) {
      section++;
      seen = new Set();
      next = headings[section + 1];
    }
    if (seen.has(termId)) return false;
    seen.add(termId);
    return true;
  });
}
