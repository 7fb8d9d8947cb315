/** Texts whose mentions stand in double square brackets, for tests of the resolver. */
import { type AmbiguousMention, MentionInText } from './mention-text.ts';
import type { PageEvidence } from './page-evidence.ts';

/** A page that says nothing but the text. */
export const EMPTY_PAGE: PageEvidence = { title: '', headings: [], host: '', seen: new Map() };

/**
 * @param formOf the form that a surface is of.
 * @returns the mentions in order.
 */
export function readMarked(
  text: string,
  formOf: (surface: string) => string = (surface) => surface,
): AmbiguousMention[] {
  const parts = text.split(/\[\[|\]\]/);
  const plain = parts.join('');
  const mentions: AmbiguousMention[] = [];
  let start = 0;
  parts.forEach((part, i) => {
    if (i % 2 === 1) mentions.push(new MentionInText(formOf(part), part, plain, start));
    start += part.length;
  });
  return mentions;
}
