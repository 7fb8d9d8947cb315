/** Runs in a page: finds its mentions as the scanner does. Part of bundles for worlds of a page. */
import { openAliasIndex } from '../glossary/alias-index.ts';
import { createFormFinder } from '../glossary/form-finder.ts';
import { createMentionReader } from '../glossary/matcher.ts';
import { findInChunk, type PlacedMention } from '../page/find-in-chunk.ts';
import { createTextReader } from '../page/read-text.ts';

/**
 * @param packed the lexicon, as it lies in storage.
 * @returns all mentions of the page.
 * @throws where the lexicon can't be opened.
 */
export function findInPage(packed: string): PlacedMention[] {
  const index = openAliasIndex(packed);
  if (index === undefined) throw new Error('no lexicon');
  const { findForms } = createFormFinder(index);
  const readMentions = createMentionReader(packed);
  const reader = createTextReader(document.body);
  const placed: PlacedMention[] = [];
  for (let chunk = reader.next(); chunk !== undefined; chunk = reader.next()) {
    const hits = findForms(chunk.text);
    if (hits.length === 0) continue;
    for (const each of findInChunk({ chunk, hits }, readMentions)) placed.push(each);
  }
  return placed;
}
