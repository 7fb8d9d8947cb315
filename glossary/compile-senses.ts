/**
 * Packs in, one record per ambiguous written form out. Runs at build and when a reader imports a
 * pack; a page only ever gets the records of the forms that it holds.
 */
import type { Cues, OtherSense } from '../data/cues-schema.ts';
import type { Pack, Term, TermId } from '../data/schema.ts';
import { cutWords } from './context-window.ts';
import type { CandidateSense, CueSet, NamedSense, SenseRecord, Topic } from './sense-record.ts';

/** Points of the four priors; `frame` is the lowest and bars a mark without a neighbour. */
const PRIOR = { high: 1, medium: 0, low: -1, frame: -1 } as const;

type TermCues = Omit<Cues, 'forms'>;

/**
 * Makes the records of all ambiguous forms of these packs, and one shared record of topics per pack.
 *
 * @param packs - Valid packs. A form that terms of several packs share gets one record.
 * @returns Records by form (the alias text exactly as written) or by shared key (`@` and pack id).
 */
export function compileSenses(packs: readonly Pack[]): Record<string, SenseRecord> {
  const records: Record<string, SenseRecord> = {};
  const related = readRelations(packs);
  for (const pack of packs) {
    const key = `@${pack.info.id}`;
    const topics = Object.entries(pack.topics).map(
      ([name, { cues, rival }]): Topic => ({
        id: `${pack.info.id}:${name}`,
        cues,
        ...(rival !== undefined && { rival }),
      }),
    );
    if (topics.length > 0) records[key] = { form: key, topics };
    for (const term of pack.terms) {
      if (!('aliases' in term)) continue;
      for (const alias of term.aliases) {
        if (!alias.ambiguous) continue;
        const added = senseRecord(pack, term, alias.text, related.get(term.id));
        records[alias.text] = joinRecords(records[alias.text], added);
      }
    }
  }
  // Rival topics of every pack guard every form.
  const shared = Object.keys(records).filter((key) => records[key]?.topics);
  for (const [key, record] of Object.entries(records)) {
    if (!record.topics && shared.length > 0) records[key] = { ...record, needs: shared };
  }
  return records;
}

function senseRecord(
  pack: Pack,
  term: Term,
  form: string,
  related: ReadonlySet<TermId> | undefined,
): SenseRecord {
  const cues = joinCues(term.cues ?? {}, term.cues?.forms?.[form] ?? {});
  const candidate: CandidateSense = {
    termId: term.id,
    kind: term.kind,
    prior: PRIOR[cues.prior ?? 'medium'],
    ...(cues.prior === 'frame' && { frame: true }),
    ...cueSet(cues, pack.info.id, form),
    ...(cues.page && { page: widen(cues.page, pack.info.id, form) }),
    ...(isAcronym(form) && { names: fullNames(term) }),
    ...(related && { related: [...related].sort() }),
  };
  const others = (term.otherSenses ?? [])
    .filter((other) => !other.forms || other.forms.includes(form))
    .map((other): NamedSense => ({ name: other.name, ...cueSet(other, pack.info.id, form) }));
  return { form, candidates: [candidate], others };
}

function isAcronym(form: string): boolean {
  return form === form.toUpperCase() && !form.includes(' ');
}

function fullNames(term: Term): readonly string[] {
  const names = term.aliases.filter(({ text, ambiguous }) => !ambiguous && text.includes(' '));
  return [term.label, ...names.map(({ text }) => text)]
    .map((text) => cutWords(text).lower.join(' '))
    .filter((name) => name.includes(' '));
}

function joinRecords(known: SenseRecord | undefined, added: SenseRecord): SenseRecord {
  if (!known) return added;
  const names = new Set(known.others?.map((other) => other.name));
  return {
    form: known.form,
    candidates: [...(known.candidates ?? []), ...(added.candidates ?? [])],
    others: [
      ...(known.others ?? []),
      ...(added.others ?? []).filter((other) => !names.has(other.name)),
    ],
  };
}

const EVIDENCE = ['near', 'strong', 'follows', 'precedes', 'hosts'] as const;

function joinCues(all: TermCues, own: TermCues): TermCues {
  const joined: { -readonly [K in keyof TermCues]: TermCues[K] } = { ...all, ...own };
  for (const name of [...EVIDENCE, 'page', 'anchors'] as const) {
    const list = [...(all[name] ?? []), ...(own[name] ?? [])];
    if (list.length > 0) joined[name] = list;
  }
  return joined;
}

function cueSet(cues: TermCues | OtherSense, packId: string, form: string): CueSet {
  const strong = [...(cues.strong ?? []), ...('anchors' in cues ? (cues.anchors ?? []) : [])];
  const near = (cues.near ?? []).filter((cue) => !strong.includes(cue));
  const set: { -readonly [K in keyof CueSet]: CueSet[K] } = {};
  if (near.length > 0) set.near = widen(near, packId, form);
  if (strong.length > 0) set.strong = widen(strong, packId, form);
  if (cues.follows) set.follows = widen(cues.follows, packId, form);
  if (cues.precedes) set.precedes = widen(cues.precedes, packId, form);
  if (cues.hosts) set.hosts = cues.hosts;
  return set;
}

function widen(cues: readonly string[], packId: string, form: string): readonly string[] {
  return [...new Set(cues)]
    .filter((cue) => cue.toLowerCase() !== form.toLowerCase())
    .map((cue) => (cue.startsWith('@') ? `@${packId}:${cue.slice(1)}` : cue));
}

/** Neighbours of each term in the dataset, whichever of the two names the other. */
function readRelations(packs: readonly Pack[]): Map<TermId, Set<TermId>> {
  const related = new Map<TermId, Set<TermId>>();
  const add = (from: TermId, to: TermId) => {
    const known = related.get(from);
    if (known) known.add(to);
    else related.set(from, new Set([to]));
  };
  for (const { terms } of packs) {
    for (const term of terms) {
      if (!('related' in term)) continue;
      for (const { to } of term.related) {
        add(term.id, to);
        add(to, term.id);
      }
    }
  }
  return related;
}
