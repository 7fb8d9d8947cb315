/**
 * The matcher again, plain and slow: every alias is tried at every place. Tests compare the two.
 */
import { fold, isWordCode, joins } from './characters.ts';
import type { Lexicon } from './lexicon.ts';
import type { Mention } from './matcher.ts';
import { acceptsCase, isGlued } from './mention-rules.ts';
import { NO_TERM } from './packed-format.ts';

/** @returns what `findMentions` must return, for text without invisible characters. */
export function findMentionsSlowly(text: string, lexicon: Lexicon): Mention[] {
  const mentions: Mention[] = [];
  let at = 0;
  while (at < text.length) {
    const mention = longestAt(text, at, lexicon);
    if (mention !== undefined && mention.entries[0]?.termId !== NO_TERM) mentions.push(mention);
    at = mention?.end ?? at + 1;
  }
  return mentions;
}

function longestAt(text: string, start: number, lexicon: Lexicon): Mention | undefined {
  const first = text.charCodeAt(start);
  if (isWordCode(first) && joins(text.charCodeAt(start - 1), first)) return undefined;
  for (let end = text.length; end > start; end--) {
    const surface = text.slice(start, end);
    // White space belongs to a form whole: half of a run would be a shorter reading of the same.
    if (/\s$/u.test(surface)) continue;
    if (joins(text.charCodeAt(end - 1), text.charCodeAt(end))) continue;
    const plural = /[sS]$/u.test(surface);
    const readings = plural ? [surface, surface.slice(0, -1)] : [surface];
    for (const written of readings) {
      const entries = lexicon.entries.filter(
        (entry) =>
          fold(entry.text) === fold(written) &&
          acceptsCase(written, entry, surface.slice(written.length)) &&
          !isGlued(text, start, end, entry),
      );
      if (entries.length > 0) return { start, end, surface, entries };
    }
  }
  return undefined;
}
