/**
 * Packs that a reader imports, put beside the bundled facts. Bundled terms are never overridden: an
 * imported term of the same id is left out, and so is a form that a known term owns for certain.
 */
import { isTerm } from '../data/is-term.ts';
import type { Pack, Term, TermId } from '../data/schema.ts';
import { type CardRecord, compileCards, summarise, type TermSummary } from './card-record.ts';
import { fold } from './characters.ts';
import { compileSenses } from './compile-senses.ts';
import { buildLexicon, type Lexicon } from './lexicon.ts';
import { compileOverview, type Overview } from './overview.ts';
import { NO_TERM } from './packed-format.ts';
import type { SenseRecord } from './sense-record.ts';

/** Something in a pack that is known already. */
export type Clash =
  /** The term's id is taken: the known term stays. */
  | { readonly kind: 'term'; readonly termId: TermId; readonly label: string }
  /** The form stands for a known term without doubt: it stays so. */
  | { readonly kind: 'form'; readonly form: string; readonly label: string; readonly owner: TermId }
  /** Both are ambiguous: the text around a mention decides. */
  | {
      readonly kind: 'shared';
      readonly form: string;
      readonly label: string;
      readonly owner: TermId;
    };

export interface Reconciled {
  /** The pack without what is known already. */
  readonly pack: Pack;
  readonly clashes: readonly Clash[];
}

/**
 * Fits a pack to what is known.
 * @param pack valid
 * @param known the lexicon of everything that came before
 */
export function reconcilePack(pack: Pack, known: Lexicon): Reconciled {
  const aliases = known.entries.filter(({ termId }) => termId !== NO_TERM);
  const ids = new Set(aliases.map(({ termId }) => termId));
  const owners = new Map(aliases.map((entry) => [fold(entry.text), entry]));
  const clashes: Clash[] = [];
  const terms = pack.terms.flatMap((entry): Pack['terms'] => {
    if (ids.has(entry.id)) {
      const label = isTerm(entry) ? entry.label : entry.id;
      clashes.push({ kind: 'term', termId: entry.id, label });
      return [];
    }
    return isTerm(entry) ? [fitAliases(entry, owners, clashes)] : [entry];
  });
  return { pack: { ...pack, terms }, clashes };
}

function fitAliases(
  term: Term,
  owners: ReadonlyMap<string, Lexicon['entries'][number]>,
  clashes: Clash[],
): Term {
  const aliases = term.aliases.flatMap((alias) => {
    const owner = owners.get(fold(alias.text));
    if (owner === undefined) return [alias];
    const place = { form: alias.text, label: term.label, owner: owner.termId };
    if (!owner.ambiguous) {
      clashes.push({ kind: 'form', ...place });
      return [];
    }
    clashes.push({ kind: 'shared', ...place });
    return [{ ...alias, ambiguous: true as const }];
  });
  return { ...term, aliases };
}

/** Fits several packs one after the other; of two that clash the first one stays. */
function reconcilePacks(packs: readonly Pack[], bundled: Lexicon): readonly Pack[] {
  let known = bundled;
  return packs.map((each) => {
    const { pack } = reconcilePack(each, known);
    known = { ...known, entries: [...known.entries, ...buildLexicon([pack]).entries] };
    return pack;
  });
}

export interface CompiledPacks {
  /** Forms and readings of the bundled packs and the imported ones together. */
  readonly lexicon: Lexicon;
  readonly senses: Readonly<Record<string, SenseRecord>>;
  /** Of the imported packs alone: the bundled ones have theirs. */
  readonly cards: ReadonlyMap<TermId, CardRecord>;
  readonly summaries: readonly TermSummary[];
  readonly overview: Overview;
}

/**
 * @param imported as they were taken, in order
 * @param bundled what `withoutClaims` left of the bundled packs
 */
export function compilePacks(imported: readonly Pack[], bundled: readonly Pack[]): CompiledPacks {
  const packs = reconcilePacks(imported, buildLexicon(bundled));
  const own = new Set(packs.flatMap(({ terms }) => terms.map(({ id }) => id)));
  // With the bundled terms at hand, so that relations to them lead somewhere.
  const all = compileCards([...bundled, ...packs]);
  const cards = new Map([...all].filter(([id]) => own.has(id)));
  return {
    lexicon: buildLexicon([...bundled, ...packs]),
    senses: compileSenses([...bundled, ...packs]),
    cards,
    summaries: summarise(cards),
    overview: compileOverview(cards.values()),
  };
}

/** What telling forms apart needs of a pack, and nothing else: a fifth of it. */
export function withoutClaims(pack: Pack): Pack {
  const terms = pack.terms.map((entry) => {
    if (!isTerm(entry)) return entry;
    const { disagreements: _, ...term } = entry;
    return { ...term, claims: [] };
  });
  return { ...pack, sources: [], terms };
}
