/**
 * Packs in, one record per ambiguous written form out. Runs at build and when a reader imports a
 * pack; a page only ever gets the records of the forms that it holds.
 */
import type { Cues, OtherSense } from '../data/cues-schema.ts';
import { isTerm } from '../data/is-term.ts';
import type { Pack, Term, TermId } from '../data/schema.ts';
import { wordsOf } from './context-window.ts';
import { type CueList, tabulate } from './cue-table.ts';
import {
  type CandidateSense,
  type CueClass,
  type FormRecord,
  type NamedSense,
  type SenseRecord,
  slotSign,
  type TopicsRecord,
} from './sense-record.ts';

/** Points of the four priors; `frame` is the lowest and bars most marks without a neighbour. */
const PRIOR = { high: 1, medium: 0, low: -1, frame: -1 } as const;
/** Readings of one form that signs and bits suffice for; any beyond are left out. */
const MOST_READINGS = 30;

type EvidenceCues = Omit<Cues, 'forms'>;

/** A reading of a form, before its cues are tabulated. */
interface Reading {
  readonly pack: Pack;
  readonly cues: EvidenceCues | OtherSense;
}

/** What the packs say of one form. */
interface FormReadings {
  readonly candidates: (Reading & { readonly sense: CandidateSense })[];
  readonly others: (Reading & { readonly sense: NamedSense })[];
}

/**
 * Makes the records of all ambiguous forms of these packs, and one record of topics per pack.
 *
 * @param packs - Valid packs. A form that terms of several packs share gets one record.
 * @returns Records by form (the alias text exactly as written) or by shared key (`@` and pack id).
 */
export function compileSenses(packs: readonly Pack[]): Record<string, SenseRecord> {
  const records: Record<string, SenseRecord> = {};
  for (const pack of packs) {
    const record = topicsRecord(pack);
    if (record.topics.length > 0) records[record.form] = record;
  }
  // Every pack's rival topics guard every form.
  const needs = Object.keys(records);
  for (const [form, readings] of readForms(packs)) {
    records[form] = formRecord(form, readings, needs);
  }
  return records;
}

function topicsRecord({ info, topics }: Pack): TopicsRecord {
  const entries = Object.entries(topics);
  return {
    form: `@${info.id}`,
    topics: entries.map(([name, { rival }]) => {
      const id = `${info.id}:${name}`;
      return rival === undefined ? { id } : { id, rival };
    }),
    table: tabulate(
      '',
      entries.map(([, { cues }], slot) => ({ slot, cues, class: '.' })),
    ),
  };
}

function readForms(packs: readonly Pack[]): Map<string, FormReadings> {
  const forms = new Map<string, FormReadings>();
  const related = readRelations(packs);
  for (const pack of packs) {
    for (const term of pack.terms) {
      if (!isTerm(term)) continue;
      for (const { text, ambiguous } of term.aliases) {
        if (!ambiguous) continue;
        const readings = forms.get(text) ?? { candidates: [], others: [] };
        forms.set(text, readings);
        const cues = joinCues(term.cues ?? {}, term.cues?.forms?.[text] ?? {});
        const sense = candidateSense(term, text, cues, related.get(term.id) ?? new Set());
        readings.candidates.push({ pack, cues, sense });
        for (const other of term.otherSenses ?? []) {
          const { name, hosts } = other;
          if (other.forms && !other.forms.includes(text)) continue;
          if (readings.others.some((known) => known.sense.name === name)) continue;
          readings.others.push({ pack, cues: other, sense: hosts ? { name, hosts } : { name } });
        }
      }
    }
  }
  return forms;
}

function candidateSense(
  term: Term,
  form: string,
  { prior, hosts }: EvidenceCues,
  related: ReadonlySet<TermId>,
): CandidateSense {
  const isAcronym = form === form.toUpperCase() && !form.includes(' ');
  return {
    termId: term.id,
    kind: term.kind,
    prior: PRIOR[prior ?? 'medium'],
    ...(prior === 'frame' && { frame: true }),
    ...(isAcronym && { names: fullNames(term) }),
    ...(related.size > 0 && { related: [...related].sort() }),
    ...(hosts && { hosts }),
  };
}

function fullNames({ label, aliases }: Term): readonly string[] {
  const safe = aliases.filter(({ ambiguous }) => !ambiguous).map(({ text }) => text);
  return [label, ...safe]
    .map((text) => wordsOf(text).join(' '))
    .filter((name) => name.includes(' '));
}

const LISTS = ['near', 'strong', 'follows', 'precedes', 'hosts', 'page', 'anchors'] as const;

function joinCues(all: EvidenceCues, own: EvidenceCues): EvidenceCues {
  const joined: { -readonly [K in keyof EvidenceCues]: EvidenceCues[K] } = { ...all, ...own };
  for (const name of LISTS) {
    const list = [...(all[name] ?? []), ...(own[name] ?? [])];
    if (list.length > 0) joined[name] = list;
  }
  return joined;
}

function formRecord(form: string, readings: FormReadings, needs: readonly string[]): FormRecord {
  const all: readonly Reading[] = [...readings.candidates, ...readings.others].slice(
    0,
    MOST_READINGS,
  );
  const topicsFor: Record<string, string> = {};
  const lists = (cueClass: CueClass, pick: (cues: EvidenceCues) => readonly string[] | undefined) =>
    all.map(({ pack, cues }, slot): CueList => {
      const own = (pick(cues) ?? []).flatMap((cue) => {
        const topic = cue.startsWith('@') ? pack.topics[cue.slice(1)] : undefined;
        if (topic === undefined) return [cue];
        if (cueClass === '>' || cueClass === '<') return topic.cues;
        const id = `${pack.info.id}:${cue.slice(1)}`;
        const signs = topicsFor[id] ?? '';
        if (!signs.includes(slotSign(slot))) topicsFor[id] = `${signs}${slotSign(slot)}`;
        return [];
      });
      return { slot, cues: own, class: cueClass };
    });
  const strong = lists('+', ({ strong: own, anchors }) => [...(own ?? []), ...(anchors ?? [])]);
  const near = lists('.', (cues) => cues.near);
  return {
    form,
    needs,
    candidates: readings.candidates.map(({ sense }) => sense),
    others: readings.others
      .map(({ sense }) => sense)
      .slice(0, MOST_READINGS - readings.candidates.length),
    near: tabulate(form, [...strong, ...near]),
    follows: tabulate(
      form,
      lists('>', (cues) => cues.follows),
    ),
    precedes: tabulate(
      form,
      lists('<', (cues) => cues.precedes),
      true,
    ),
    page: tabulate(
      form,
      lists('.', (cues) => cues.page),
    ),
    topicsFor,
  };
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
      if (!isTerm(term)) continue;
      for (const { to } of term.related) {
        add(term.id, to);
        add(to, term.id);
      }
    }
  }
  return related;
}
