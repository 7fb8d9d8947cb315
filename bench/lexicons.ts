/** Lexicons of any size: the dataset's own aliases first, then made-up ones of the same shapes. */
import { fileURLToPath } from 'node:url';
import { checkDataset } from '../data/lint/check-dataset.ts';
import type { TermId } from '../data/schema.ts';
import { buildLexicon, type Lexicon, type LexiconEntry } from '../glossary/lexicon.ts';
import { NO_TERM } from '../glossary/packed-format.ts';
import { createRandom, type Random } from './random.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const SYLLABLES =
  'ta ri no ve lo mi ka su do pre con tra lin mar den gor fel bra sto nex ver qua zon tal cor'.split(
    ' ',
  );
const TAILS = ['Systems', 'Model', 'Group', 'Cloud', 'Index', 'Act', 'Labs', 'Network', 'Engine'];

let own: readonly LexiconEntry[] | undefined;

/** @returns a lexicon of so many forms; the same ones in every run. */
export function lexiconOf(size: number): Lexicon {
  own ??= buildLexicon(checkDataset(root).packs).entries.filter(
    ({ ambiguous, termId }) => !ambiguous && termId !== NO_TERM,
  );
  const entries = new Map<string, LexiconEntry>();
  for (const entry of own) if (entries.size < size) entries.set(entry.text.toLowerCase(), entry);
  const random = createRandom(7);
  while (entries.size < size) {
    const text = inventName(random);
    entries.set(text.toLowerCase(), {
      text,
      termId: text.toLowerCase().replace(/[^a-z0-9]+/g, '-') as TermId,
      ambiguous: false,
      matchCase: 'smart',
      acronym: false,
    });
  }
  return { version: `bench-${size}`, entries: [...entries.values()] };
}

export function inventWord(random: Random): string {
  const length = 2 + random.below(3);
  return Array.from({ length }, () => random.pick(SYLLABLES)).join('');
}

function inventName(random: Random): string {
  const word = capitalise(inventWord(random));
  const kind = random.next();
  if (kind < 0.35) return word;
  if (kind < 0.6) return `${word} ${random.pick(TAILS)}`;
  if (kind < 0.75) return `${word} ${capitalise(inventWord(random))}`;
  if (kind < 0.85) return `The ${word} ${random.pick(TAILS)}`;
  if (kind < 0.95) return `${word}-${1 + random.below(9)}`;
  return `${word} ${capitalise(inventWord(random))} ${random.pick(TAILS)}`;
}

export function capitalise(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
