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
import type { SenseRecord } from './sense-record.ts';

/** Something in a pack that is known already. */
export type Clash =
  /** The term's id is taken: the known term stays. */
  | { readonly kind: 'term'; readonly termId: TermId; readonly label: string }
  /** The form stands for a known term without doubt: it stays so. */
  | { readonly kind: 'form'; readonly form: string; readonly label: string; readonly owner: TermId }
  /** Both are ambiguous: the text around a mention decides. */
  | { readonly kind: 'shared'; readonly form: string; readonly label: string; readonly owner: TermId };

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
  const ids = new Set(known.entries.map(({ termId }) => termId));
  const owners = new Map(known.entries.map((entry) => [fold(entry.text), entry]));
  const clashes: Clash[] = [];
  const terms = pack.terms.flatMap((entry) => {
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
export function reconcilePacks(packs: readonly Pack[], bundled: Lexicon): readonly Pack[] {
  let known = bundled;
  return packs.map((each) => {
    const { pack } = reconcilePack(each, known);
    known = mergeLexicons(known, buildLexicon([pack]));
    return pack;
  });
}

export interface CompiledPacks {
  readonly lexicon: Lexicon;
  readonly senses: Readonly<Record<string, SenseRecord>>;
  readonly cards: ReadonlyMap<TermId, CardRecord>;
  readonly summaries: readonly TermSummary[];
  readonly overview: Overview;
}

/** @param packs reconciled. */
export function compilePacks(packs: readonly Pack[]): CompiledPacks {
  const cards = compileCards(packs);
  return {
    lexicon: buildLexicon(packs),
    senses: compileSenses(packs),
    cards,
    summaries: summarise(cards),
    overview: compileOverview(cards.values()),
  };
}

/** All forms of both; the version changes with either. */
export function mergeLexicons(a: Lexicon, b: Lexicon): Lexicon {
  if (b.entries.length === 0) return a;
  return { version: `${a.version}-${b.version}`, entries: [...a.entries, ...b.entries] };
}

type Records = Readonly<Record<string, SenseRecord>>;

/** All records of both: a shared form gets the readings of both, and every form all topics. */
export function mergeSenses(a: Records, b: Records): Record<string, SenseRecord> {
  const merged: Record<string, SenseRecord> = { ...a };
  for (const [key, record] of Object.entries(b)) {
    const known = Object.hasOwn(merged, key) ? merged[key] : undefined;
    merged[key] = known === undefined ? record : joinRecords(known, record);
  }
  const shared = Object.keys(merged).filter((key) => merged[key]?.topics !== undefined);
  for (const [key, record] of Object.entries(merged)) {
    if (record.topics === undefined && shared.length > 0) merged[key] = { ...record, needs: shared };
  }
  return merged;
}

function joinRecords(a: SenseRecord, b: SenseRecord): SenseRecord {
  const names = new Set(a.others?.map(({ name }) => name));
  return {
    ...a,
    candidates: [...(a.candidates ?? []), ...(b.candidates ?? [])],
    others: [...(a.others ?? []), ...(b.others ?? []).filter(({ name }) => !names.has(name))],
  };
}
