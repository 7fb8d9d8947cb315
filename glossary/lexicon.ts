/**
 * The lexicon: every written form of every term, with what the matcher must know of it and nothing
 * else. It travels to each page as one string, the cheapest form to store, send and parse.
 */
import { isTerm } from '../data/is-term.ts';
import type { Pack, TermId } from '../data/schema.ts';
import { fold } from './characters.ts';
import { packAliases } from './pack-aliases.ts';
import { NO_TERM } from './packed-format.ts';

export interface LexiconEntry {
  /** The alias as its term's file writes it. */
  readonly text: string;
  /** NO_TERM for a longer name, which is found so that the alias in it is not. */
  readonly termId: TermId;
  /** Marked only on evidence. */
  readonly ambiguous: boolean;
  /** `smart`: as written, capitalised as in a title, or in capitals throughout. */
  readonly matchCase: 'smart' | 'exact' | 'any';
  /** Letters that stand for words: glued to further capitals it is another name (`CMA-ES`). */
  readonly acronym: boolean;
}

export interface Lexicon {
  /** Changes whenever the content does; keys what was derived from it. */
  readonly version: string;
  readonly entries: readonly LexiconEntry[];
}

/**
 * @param packs validated packs, first wins where two hold the same form of the same term.
 * @returns entries in the packs' order.
 */
export function buildLexicon(packs: readonly Pack[]): Lexicon {
  const entries: LexiconEntry[] = [];
  const known = new Set<string>();
  for (const pack of packs) {
    for (const term of pack.terms) {
      if (!isTerm(term)) continue;
      for (const alias of term.aliases) {
        const key = `${term.id}\t${alias.text}`;
        if (known.has(key)) continue;
        known.add(key);
        entries.push({
          text: alias.text,
          termId: term.id,
          ambiguous: alias.ambiguous === true,
          matchCase: alias.matchCase ?? 'smart',
          acronym: alias.kind === 'acronym',
        });
      }
    }
  }
  entries.push(...longerNames(packs, entries));
  return {
    version: hash(entries.map((entry) => Object.values(entry).join('\t')).join('\n')),
    entries,
  };
}

/** Names of other things, but for those that are some term's own. */
function longerNames(packs: readonly Pack[], aliases: readonly LexiconEntry[]): LexiconEntry[] {
  const known = new Set(aliases.map(({ text }) => fold(text)));
  const names = packs.flatMap(({ terms }) =>
    terms.filter(isTerm).flatMap((term) => term.longerNames ?? []),
  );
  return [...new Set(names)]
    .filter((text) => !known.has(fold(text)))
    .map((text) => ({
      text,
      termId: NO_TERM,
      ambiguous: false,
      matchCase: 'any',
      acronym: false,
    }));
}

/** @returns the lexicon as one string; `openAliasIndex` reads it. */
export function encodeLexicon(lexicon: Lexicon): string {
  return packAliases(lexicon);
}

/** FNV-1a, 32 bits: tells two versions apart, guards nothing. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return (value >>> 0).toString(36);
}
