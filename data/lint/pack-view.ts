/** A pack as the rules look at it: every record with the file and field it stands in. */
import { isTerm } from '../is-term.ts';
import type { Claim, MovedTerm, Pack, Source, Term } from '../schema.ts';
import type { Finding, Problem } from './problem.ts';

/** What could not be read. Rules that need the whole do not accuse what may merely be missing. */
export interface Unread {
  /** Ids (file names) of terms that did not pass the schema. */
  readonly terms: ReadonlySet<string>;
  /** True where a source did not pass, or the file could not be read at all. */
  readonly sources: boolean;
  /** True where `topics.json` did not pass. */
  readonly topics: boolean;
}

/** Nothing is missing. */
const ALL_READ: Unread = { terms: new Set(), sources: false, topics: false };

/** A claim and where it stands. */
export interface ClaimPlace {
  readonly claim: Claim;
  readonly term: Term;
  readonly file: string;
  /** `claims.2` */
  readonly field: string;
}

/** A pack with its records indexed. */
export interface PackView {
  /** The pack's folder, relative to the project, with forward slashes. */
  readonly folder: string;
  readonly pack: Pack;
  readonly unread: Unread;
  readonly terms: readonly Term[];
  readonly moved: readonly MovedTerm[];
  readonly claims: readonly ClaimPlace[];
  readonly entryById: ReadonlyMap<string, Term | MovedTerm>;
  readonly claimById: ReadonlyMap<string, ClaimPlace>;
  readonly sourceById: ReadonlyMap<string, Source>;
  /** True where every term was read: only then may a claim or a use be called missing. */
  readonly isWhole: boolean;
}

/** A named check over one pack. */
export interface Rule {
  readonly name: string;
  /** Only errors fail a build. */
  readonly severity: 'error' | 'warning';
  /** What the rule asks for, in one line. */
  readonly asks: string;
  readonly check: (view: PackView) => readonly Finding[];
}

/** The file of a term by its id. */
export function termFile(folder: string, id: string): string {
  return `${folder}/terms/${id}.json`;
}

/** The file that holds a pack's sources. */
export function sourcesFile(folder: string): string {
  return `${folder}/sources.json`;
}

/** Indexes a pack. Where an id stands twice, the first one counts (a rule of its own reports it). */
export function viewPack(pack: Pack, folder: string, unread: Unread = ALL_READ): PackView {
  const terms = pack.terms.filter(isTerm);
  const claims = terms.flatMap((term) =>
    term.claims.map((claim, index) => ({
      claim,
      term,
      file: termFile(folder, term.id),
      field: `claims.${index}`,
    })),
  );
  return {
    folder,
    pack,
    unread,
    terms,
    moved: pack.terms.filter((entry): entry is MovedTerm => !isTerm(entry)),
    claims,
    entryById: firstById(pack.terms, (entry) => entry.id),
    claimById: firstById(claims, (place) => place.claim.id),
    sourceById: firstById(pack.sources, (source) => source.id),
    isWhole: unread.terms.size === 0,
  };
}

/** Runs rules over a pack; every finding gets its rule's name. */
export function runRules(view: PackView, rules: readonly Rule[]): Problem[] {
  return rules.flatMap((rule) =>
    rule.check(view).map((finding) => ({ ...finding, rule: rule.name })),
  );
}

/** A finding about a claim; `part` is the field inside the claim, empty for the claim itself. */
export function atClaim(place: ClaimPlace, part: string, problem: string, fix: string): Finding {
  return {
    file: place.file,
    field: part === '' ? place.field : `${place.field}.${part}`,
    problem: `Claim “${place.claim.id}” ${problem}`,
    fix,
  };
}

function firstById<T>(records: readonly T[], idOf: (record: T) => string): Map<string, T> {
  const byId = new Map<string, T>();
  for (const record of records) {
    if (!byId.has(idOf(record))) byId.set(idOf(record), record);
  }
  return byId;
}
