/**
 * What a file would add if it were imported as a pack: the schema first, then the rules that keep
 * ids, sources and relations whole, then the rest of the rules as remarks. Pure; reads a text.
 */

import { isTerm } from '../data/is-term.ts';
import * as aliases from '../data/lint/aliases.ts';
import * as citations from '../data/lint/citations.ts';
import * as cues from '../data/lint/cues.ts';
import * as dates from '../data/lint/dates.ts';
import * as disagreements from '../data/lint/disagreements.ts';
import { uniqueClaimIds, uniqueSourceIds, uniqueTermIds } from '../data/lint/ids.ts';
import { readJson } from '../data/lint/json-text.ts';
import { movesEnd } from '../data/lint/moved.ts';
import { runRules, viewPack } from '../data/lint/pack-view.ts';
import type { Problem } from '../data/lint/problem.ts';
import * as relations from '../data/lint/relations.ts';
import { RULES } from '../data/lint/rules.ts';
import { readAs } from '../data/lint/schema-faults.ts';
import * as supersedes from '../data/lint/supersedes.ts';
import { topicsKnown } from '../data/lint/topics.ts';
import { type Pack, packSchema } from '../data/schema.ts';
import type { Lexicon } from './lexicon.ts';
import { type Clash, reconcilePack } from './merge-packs.ts';

/** Largest file, in bytes. All bundled facts are a tenth of it; storage holds twice as much. */
export const MAX_PACK_BYTES = 5 * 1024 * 1024;

export type PackCheck =
  /** No JSON at all. */
  | { readonly kind: 'not-json'; readonly message: string }
  /** Faults that would leave cards without sources or links without ends. */
  | { readonly kind: 'faulty'; readonly faults: readonly Problem[] }
  | {
      readonly kind: 'usable';
      /** As in the file. */
      readonly pack: Pack;
      /** Labels of the terms that it would add. */
      readonly added: readonly string[];
      readonly clashes: readonly Clash[];
      /** What a bundled pack would not be let off. */
      readonly remarks: readonly Problem[];
    };

/** Rules without which a card would be wrong rather than merely less well written. */
const NEEDED: ReadonlySet<string> = new Set(
  [
    uniqueTermIds,
    uniqueClaimIds,
    uniqueSourceIds,
    movesEnd,
    citations.sourcesKnown,
    supersedes.supersedesKnown,
    supersedes.supersedesAcyclic,
    disagreements.disagreementKnown,
    dates.daysExist,
    aliases.aliasOnce,
    cues.cuesWellFormed,
    topicsKnown,
    relations.relationKnown,
  ].map(({ name }) => name),
);

/**
 * @param text of the file
 * @param known the forms of everything that is there already
 */
export function checkPackText(text: string, known: Lexicon): PackCheck {
  const json = readJson(text);
  if (json.kind === 'fault') return { kind: 'not-json', message: json.message };
  const reading = readAs(packSchema, json.value, '');
  if (reading.kind === 'faults') {
    return {
      kind: 'faulty',
      faults: reading.findings.map((each) => ({ ...each, rule: 'schema' })),
    };
  }
  const pack = reading.value;
  const problems = runRules(viewPack(withoutKnownTargets(pack, known), ''), RULES).map(locate);
  const faults = problems.filter(({ rule }) => NEEDED.has(rule));
  if (faults.length > 0) return { kind: 'faulty', faults };
  const reconciled = reconcilePack(pack, known);
  return {
    kind: 'usable',
    pack,
    added: reconciled.pack.terms.filter(isTerm).map(({ label }) => label),
    clashes: reconciled.clashes,
    remarks: problems,
  };
}

/** A pack may relate its terms to those that are there already. */
function withoutKnownTargets(pack: Pack, known: Lexicon): Pack {
  const ids = new Set<string>(known.entries.map(({ termId }) => termId));
  const own = new Set<string>(pack.terms.map(({ id }) => id));
  const terms = pack.terms.map((entry) =>
    isTerm(entry)
      ? { ...entry, related: entry.related.filter(({ to }) => own.has(to) || !ids.has(to)) }
      : entry,
  );
  return { ...pack, terms };
}

/** The rules speak of a pack in many files: `/terms/x.json` is the term of that id in this one. */
function locate(problem: Problem): Problem {
  const term = /^\/terms\/(.+)\.json$/u.exec(problem.file)?.[1];
  const place = term === undefined ? problem.file.replace(/^\/|\.json$/gu, '') : `terms “${term}”`;
  return { ...problem, field: [place, problem.field].filter((part) => part !== '').join(' › ') };
}
