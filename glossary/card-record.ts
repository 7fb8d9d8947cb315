/**
 * What a card shows of a term, joined and sorted ahead of time: one plain record per term, made at
 * build (or when a pack is imported) so that a page asks for one id and gets all of it.
 */
import { isTerm } from '../data/is-term.ts';
import type {
  Citation,
  Claim,
  ClaimId,
  Kind,
  Pack,
  PartialDate,
  Relation,
  Source,
  Term,
  TermId,
  Value,
} from '../data/schema.ts';
import { passageLink } from './passage-link.ts';

/** A source as cited by one claim. */
export interface CardCitation {
  readonly source: Source;
  readonly locator: string;
  /** Address of the passage where its words are known, else of the page. Always https. */
  readonly href: string;
}

/** What a claim replaced, enough to show “old → new”. */
export interface OvertakenClaim {
  readonly id: ClaimId;
  readonly text: string;
  readonly asOf: PartialDate;
  readonly value?: Value;
}

export interface CardClaim {
  readonly id: ClaimId;
  readonly text: string;
  readonly asOf: PartialDate;
  readonly confidence: Claim['confidence'];
  readonly citations: readonly CardCitation[];
  readonly measure?: string;
  readonly value?: Value;
  /** Id of the claim that this one replaces, and what that one said. */
  readonly supersedes?: ClaimId;
  readonly overtakes?: OvertakenClaim;
  /** Id of the claim that replaced this one: it is history. */
  readonly supersededBy?: ClaimId;
}

export interface CardDisagreement {
  readonly about: string;
  readonly reading: string;
  /** In order of date, oldest first; equal weight. */
  readonly claims: readonly CardClaim[];
}

export interface CardRelated {
  readonly id: TermId;
  readonly label: string;
  readonly kind: Kind;
  readonly relation: Relation;
  /** True where the other term is the subject: `makes` then reads “made by”. */
  readonly inverse: boolean;
}

export interface CardRecord {
  readonly id: TermId;
  readonly label: string;
  readonly kind: Kind;
  readonly gloss: string;
  /** Newest first. */
  readonly claims: readonly CardClaim[];
  readonly disagreements: readonly CardDisagreement[];
  readonly related: readonly CardRelated[];
  /** Written forms, for search and for “also written”. */
  readonly aliases: readonly string[];
  readonly pack: { readonly id: string; readonly title: string };
  /** Day up to which the pack's facts were checked. */
  readonly checked: PartialDate;
}

/** One line of a list of terms: popup, search. */
export interface TermSummary {
  readonly id: TermId;
  readonly label: string;
  readonly kind: Kind;
  readonly gloss: string;
  readonly aliases: readonly string[];
}

/**
 * Joins packs into cards.
 * @param packs validated and linted packs; an id that resolves to nothing is left out of the card
 *   rather than shown broken.
 * @returns cards by term id; terms that have moved are absent, links to them lead to their successor.
 */
export function compileCards(packs: readonly Pack[]): ReadonlyMap<TermId, CardRecord> {
  const terms = new Map<TermId, { term: Term; pack: Pack }>();
  const moved = new Map<TermId, TermId>();
  const sources = new Map<string, Source>();
  const claims = new Map<ClaimId, Claim>();
  const successors = new Map<ClaimId, ClaimId>();
  for (const pack of packs) {
    for (const source of pack.sources) sources.set(source.id, source);
    for (const entry of pack.terms) {
      if (!isTerm(entry)) {
        moved.set(entry.id, entry.movedTo);
        continue;
      }
      terms.set(entry.id, { term: entry, pack });
      for (const claim of entry.claims) {
        claims.set(claim.id, claim);
        if (claim.supersedes !== undefined) successors.set(claim.supersedes, claim.id);
      }
    }
  }
  const current = (id: TermId): TermId => {
    let at = id;
    for (let hops = 0; moved.has(at) && hops < moved.size; hops++) at = moved.get(at) as TermId;
    return at;
  };

  const cite = (citation: Citation): CardCitation[] => {
    const source = sources.get(citation.source);
    if (source === undefined) return [];
    return [{ source, locator: citation.locator, href: passageLink(source.url, citation.passage) }];
  };
  const toCardClaim = (claim: Claim): CardClaim => {
    const old = claim.supersedes === undefined ? undefined : claims.get(claim.supersedes);
    const successor = successors.get(claim.id);
    return {
      id: claim.id,
      text: claim.text,
      asOf: claim.asOf,
      confidence: claim.confidence,
      citations: claim.sources.flatMap(cite),
      ...(claim.measure === undefined ? {} : { measure: claim.measure }),
      ...(claim.value === undefined ? {} : { value: claim.value }),
      ...(old === undefined
        ? {}
        : {
            supersedes: old.id,
            overtakes: {
              id: old.id,
              text: old.text,
              asOf: old.asOf,
              ...(old.value === undefined ? {} : { value: old.value }),
            },
          }),
      ...(successor === undefined ? {} : { supersededBy: successor }),
    };
  };

  const related = new Map<TermId, CardRelated[]>();
  const relate = (from: TermId, to: TermId, relation: Relation, inverse: boolean) => {
    const target = terms.get(to)?.term;
    if (target === undefined || !terms.has(from)) return;
    const list = related.get(from) ?? [];
    list.push({ id: to, label: target.label, kind: target.kind, relation, inverse });
    related.set(from, list);
  };
  for (const { term } of terms.values()) {
    for (const link of term.related) {
      const to = current(link.to);
      relate(term.id, to, link.relation, false);
      relate(to, term.id, link.relation, link.relation !== 'competes with');
    }
  }

  const cards = new Map<TermId, CardRecord>();
  for (const { term, pack } of terms.values()) {
    cards.set(term.id, {
      id: term.id,
      label: term.label,
      kind: term.kind,
      gloss: term.gloss,
      claims: term.claims.map(toCardClaim).sort(newestFirst),
      disagreements: (term.disagreements ?? []).map((entry) => ({
        about: entry.about,
        reading: entry.reading,
        claims: entry.claims
          .flatMap((id) => claims.get(id) ?? [])
          .map(toCardClaim)
          .sort((a, b) => newestFirst(b, a)),
      })),
      related: related.get(term.id) ?? [],
      aliases: [...new Set(term.aliases.map((alias) => alias.text))],
      pack: { id: pack.info.id, title: pack.info.title },
      checked: pack.info.checked,
    });
  }
  return cards;
}

/** The lines of a list of terms, by label. */
export function summarise(cards: ReadonlyMap<TermId, CardRecord>): TermSummary[] {
  return [...cards.values()]
    .map(({ id, label, kind, gloss, aliases }) => ({ id, label, kind, gloss, aliases }))
    .sort((a, b) => a.label.localeCompare(b.label, 'en'));
}

/** Newest first; of two dates that begin alike the more precise one counts as newer. */
function newestFirst(a: CardClaim, b: CardClaim): number {
  if (a.asOf !== b.asOf) return a.asOf < b.asOf ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}
