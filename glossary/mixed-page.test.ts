/** Pages that use one form in two senses: the sentence stands against the rest of the page. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPacks } from '../data/read-packs.ts';
import { compileSenses } from './compile-senses.ts';
import { buildLexicon } from './lexicon.ts';
import { createMatcher } from './matcher.ts';
import { MentionInText } from './mention-text.ts';
import { resolvePage } from './resolve-page.ts';

const { packs } = readPacks(join(import.meta.dirname, '..'));
const matcher = createMatcher(buildLexicon(packs));
const records = new Map(Object.entries(compileSenses(packs)));

/** @returns what each mention of a form on the page is resolved to: a term, another sense or null. */
function readForm(form: string, text: string): (string | null)[] {
  const mentions = matcher.findMentions(text);
  const ambiguous = mentions.filter(({ entries }) => entries.every((entry) => entry.ambiguous));
  const seen = new Map<string, number>();
  for (const { entries } of mentions) {
    for (const { ambiguous: isAmbiguous, termId } of entries) if (!isAmbiguous) seen.set(termId, 1);
  }
  const resolutions = resolvePage(
    ambiguous.map(
      ({ start, surface, entries }) =>
        new MentionInText(entries[0]?.text ?? '', surface, text, start),
    ),
    { title: 'Who pays for the big models?', headings: [], host: '', seen },
    records,
  );
  return ambiguous.flatMap(({ entries }, index) => {
    if (entries[0]?.text !== form) return [];
    const resolution = resolutions[index];
    if (resolution?.kind === 'resolved') return [resolution.termId];
    return [resolution?.kind === 'other' ? resolution.name : null];
  });
}

const NEWS = `Amazon Web Services designed Trainium and Inferentia itself and sells Claude through Bedrock,
  its shelf of foundation models. Britain’s Competition and Markets Authority looked at the deal with
  Anthropic; the CMA found no merger. Microsoft runs ChatGPT on Azure. `;

test('Bedrock is Amazon’s in the news and no one’s in a line about Minecraft', () => {
  const [first, second] = readForm(
    'Bedrock',
    `${NEWS}\n\nChildren who play Minecraft know Bedrock as an edition of their game.`,
  );
  expect(first).toBe('bedrock');
  expect(second).not.toBe('bedrock');
});

test('CMA is the authority until the page turns to Nashville', () => {
  const [first, second] = readForm(
    'CMA',
    `${NEWS}\n\nIn Nashville, the CMA hands out awards for country music and songwriters.`,
  );
  expect(first).toBe('cma');
  expect(second).not.toBe('cma');
});
