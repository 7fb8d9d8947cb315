/** What the page of all facts shows without opening a card: compiled ahead of time, one small file. */
import type { TermId } from '../data/schema.ts';
import type { CardClaim, CardRecord } from './card-record.ts';
import { collectRelations, type RelationGraph } from './relation-graph.ts';
import { collectFigures, type DatedFigure } from './timeline.ts';

/** A claim with the term that it is about. */
export interface TermClaim {
  readonly termId: TermId;
  readonly label: string;
  readonly claim: CardClaim;
}

export interface TermDisagreement {
  readonly termId: TermId;
  readonly label: string;
  readonly about: string;
  readonly reading: string;
}

export interface Overview {
  readonly figures: readonly DatedFigure[];
  readonly graph: RelationGraph;
  /** The newest claims, newest first. */
  readonly latest: readonly TermClaim[];
  readonly disagreements: readonly TermDisagreement[];
  readonly counts: {
    readonly terms: number;
    readonly claims: number;
    readonly sources: number;
  };
  /** The latest day up to which facts were checked; empty without cards. */
  readonly checked: string;
  readonly packs: readonly OverviewPack[];
}

export interface OverviewPack {
  readonly id: string;
  readonly title: string;
  readonly checked: string;
  readonly terms: number;
}

/** As many as fit beside the rest without scrolling. */
const LATEST = 8;

export function compileOverview(cards: Iterable<CardRecord>): Overview {
  const all = [...cards];
  const claims = all.flatMap((card) =>
    card.claims.map((claim): TermClaim => ({ termId: card.id, label: card.label, claim })),
  );
  const sources = new Set(
    claims.flatMap(({ claim }) => claim.citations.map(({ source }) => source.url)),
  );
  return {
    figures: collectFigures(all),
    graph: collectRelations(all),
    latest: latestOf(claims),
    disagreements: all
      .flatMap(({ id, label, disagreements }) =>
        disagreements.map(({ about, reading }) => ({ termId: id, label, about, reading })),
      )
      .sort((a, b) => a.label.localeCompare(b.label, 'en')),
    counts: { terms: all.length, claims: claims.length, sources: sources.size },
    checked: all.reduce((latest, { checked }) => (checked > latest ? checked : latest), ''),
    packs: packsOf(all),
  };
}

/** The overview of two datasets that share no term. */
export function joinOverviews(a: Overview, b: Overview): Overview {
  return {
    figures: [...a.figures, ...b.figures],
    graph: {
      nodes: [...a.graph.nodes, ...b.graph.nodes],
      edges: [...a.graph.edges, ...b.graph.edges],
    },
    latest: latestOf([...a.latest, ...b.latest]),
    disagreements: [...a.disagreements, ...b.disagreements],
    counts: {
      terms: a.counts.terms + b.counts.terms,
      claims: a.counts.claims + b.counts.claims,
      sources: a.counts.sources + b.counts.sources,
    },
    checked: a.checked > b.checked ? a.checked : b.checked,
    packs: [...a.packs, ...b.packs],
  };
}

/** Each term once: its newest claim; what two cards tell in the same words, once as well. */
function latestOf(claims: readonly TermClaim[]): readonly TermClaim[] {
  const seen = new Set<string>();
  return claims
    .filter(({ claim }) => claim.supersededBy === undefined && claim.asOf.length === 10)
    .sort((a, b) => (a.claim.asOf === b.claim.asOf ? 0 : a.claim.asOf < b.claim.asOf ? 1 : -1))
    .filter(({ termId, claim }) => {
      if (seen.has(termId) || seen.has(claim.text)) return false;
      seen.add(termId).add(claim.text);
      return true;
    })
    .slice(0, LATEST);
}

function packsOf(cards: readonly CardRecord[]): readonly OverviewPack[] {
  const packs = new Map<string, OverviewPack>();
  for (const { pack, checked } of cards) {
    const terms = (packs.get(pack.id)?.terms ?? 0) + 1;
    packs.set(pack.id, { ...pack, checked, terms });
  }
  return [...packs.values()];
}
