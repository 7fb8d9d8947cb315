/**
 * Decides what the ambiguous mentions of a page mean. All mentions of a form are weighed, then
 * judged together: a page seldom uses one form in two senses, so the others' lead counts for each,
 * and only a neighbour can contradict it.
 */
import { type CompiledRecord, type CompiledTopics, compileRecord, compileTopics, isForm } from './compiled-record.ts';
import { cutWords, readContextWindow, type Words } from './context-window.ts';
import { matchCues } from './cue-matching.ts';
import { count, newTally, type Tally, type Weighing, weighContext } from './resolve-sense.ts';
import type { Evidence, Resolution, SenseRecord, SenseRecords } from './sense-record.ts';
import { WEIGHTS } from './sense-weights.ts';

export type { Evidence, Resolution } from './sense-record.ts';

/** A mention of an ambiguous form. */
export interface AmbiguousMention {
  /** The alias text, exactly as in the lexicon. */
  readonly form: string;
  /** As on the page: perhaps a plural or in capitals. */
  readonly surface: string;
  /** At most 400 characters of page text before, blocks parted by a line break. */
  readonly before: string;
  readonly after: string;
}

/** What a page as a whole has to say. */
export interface PageEvidence {
  readonly title: string;
  readonly headings: readonly string[];
  readonly host: string;
  /** Unambiguous mentions found so far, by term id. */
  readonly seen: ReadonlyMap<string, number>;
}

const compiled = new WeakMap<SenseRecord, CompiledRecord>();
let topicsAtHand:
  | {
      readonly key: string;
      readonly records: readonly SenseRecord[];
      readonly topics: CompiledTopics;
    }
  | undefined;

function topicsOf(records: SenseRecords): CompiledTopics {
  const shared = [...records.values()].filter((record) => record.topics);
  if (
    !topicsAtHand ||
    topicsAtHand.records.length !== shared.length ||
    shared.some((r, i) => topicsAtHand?.records[i] !== r)
  ) {
    topicsAtHand = { key: '', records: shared, topics: compileTopics(shared) };
  }
  return topicsAtHand.topics;
}

/**
 * Resolves mentions, in the order given.
 *
 * @param records - Records of the mentions' forms and the shared ones that these need. A mention
 *   without its record stays undecided.
 */
export function resolvePage(
  mentions: readonly AmbiguousMention[],
  page: PageEvidence,
  records: SenseRecords,
): Resolution[] {
  const topics = topicsOf(records);
  const title = cutWords([page.title, ...page.headings].join('\n'));
  const resolutions: Resolution[] = mentions.map(() => ({ kind: 'undecided', evidence: [] }));
  const byForm = new Map<string, number[]>();
  mentions.forEach(({ form }, i) => {
    const known = byForm.get(form);
    if (known) known.push(i);
    else byForm.set(form, [i]);
  });
  for (const [form, numbers] of byForm) {
    const source = records.get(form);
    if (!source?.candidates) continue;
    let record = compiled.get(source);
    if (!record) {
      record = compileRecord(source, topics);
      compiled.set(source, record);
    }
    const context = weighPage(record, topics, title, page);
    for (const i of numbers) {
      const mention = mentions[i];
      if (!mention) continue;
      const window = readContextWindow(mention.before, mention.after);
      const weighing = weighContext(window, record, topics, form, mention.surface);
      resolutions[i] = judge(record, topics, weighing, context);
    }
  }
  return resolutions;
}

/** Title, headings, host and the unambiguous terms of the page. */
function weighPage(
  record: CompiledRecord,
  shared: CompiledTopics,
  title: Words,
  page: PageEvidence,
): Weighing {
  const readings = [...record.candidates, ...record.others].map(newTally);
  const foreign = shared.topics.map(newTally);
  const met = new Set<unknown>();
  const capped = (tally: Tally | undefined, cue: string, weight: number) => {
    if (tally && tally.points < WEIGHTS.titleCap) count(tally, cue, 'title', weight);
  };
  for (let i = 0; i < title.lower.length; i++) {
    for (const index of [record.near, record.page]) {
      matchCues(index, title, i, 'anywhere', (cue) => {
        if (met.has(cue)) return;
        met.add(cue);
        capped(readings[cue.tag.slot], cue.source, WEIGHTS.title * Math.min(cue.tag.weight, 1.5));
      });
    }
    matchCues(shared.index, title, i, 'anywhere', (cue) => {
      if (met.has(cue) || isForm(cue.words, cue.stem, record.form)) return;
      met.add(cue);
      readings.forEach((tally, slot) => {
        if (record.topicsOf[slot]?.has(cue.tag))
          capped(tally, cue.source, WEIGHTS.topic * WEIGHTS.title);
      });
      if (record.foreign[cue.tag])
        capped(foreign[cue.tag], cue.source, WEIGHTS.foreign * WEIGHTS.title);
    });
  }
  record.candidates.forEach((candidate, slot) => {
    const tally = readings[slot];
    if (!tally) return;
    if (page.seen.has(candidate.termId)) count(tally, candidate.termId, 'anchor', WEIGHTS.anchor);
    let sum = 0;
    for (const termId of page.seen.keys()) {
      if (termId === candidate.termId) continue;
      const isRelated = candidate.related?.some((id) => id === termId);
      const grown = Math.min(
        WEIGHTS.pageCap,
        sum + (isRelated ? WEIGHTS.related : WEIGHTS.sameDataset),
      );
      if (grown > sum) count(tally, termId, 'page', grown - sum);
      sum = grown;
    }
  });
  [...record.candidates, ...record.others].forEach((sense, slot) => {
    const tally = readings[slot];
    const host = sense.hosts?.find((known) => isHost(page.host, known));
    if (tally && host) count(tally, host, 'host', WEIGHTS.host);
  });
  return { readings, foreign, unlisted: newTally() };
}

function isHost(host: string, known: string): boolean {
  const wanted = known.split('/')[0] ?? '';
  return host === wanted || host.endsWith(`.${wanted}`);
}

interface Judged {
  name: string;
  points: number;
  beside: number;
  evidence: Evidence[];
}

function judge(
  record: CompiledRecord,
  shared: CompiledTopics,
  weighing: Weighing,
  page: Weighing,
): Resolution {
  const sum = (slot: number): Judged => {
    const a = weighing.readings[slot] ?? newTally();
    const b = page.readings[slot] ?? newTally();
    return {
      name: '',
      points: a.points + b.points,
      beside: a.beside,
      evidence: [...a.evidence, ...b.evidence],
    };
  };
  let best: Judged | undefined;
  let bestSlot = 0;
  record.candidates.forEach((candidate, slot) => {
    const judged = sum(slot);
    if (
      !best ||
      judged.points + candidate.prior > best.points + (record.candidates[bestSlot]?.prior ?? 0)
    ) {
      best = judged;
      bestSlot = slot;
    }
  });
  const candidate = record.candidates[bestSlot];
  if (!best || !candidate) return { kind: 'undecided', evidence: [] };
  let rival: Judged = { name: '', points: 0, beside: 0, evidence: [] };
  record.others.forEach((other, number) => {
    const judged = sum(record.candidates.length + number);
    if (judged.points > rival.points) rival = { ...judged, name: other.name };
  });
  let foreignTop: Judged = { name: '', points: 0, beside: 0, evidence: [] };
  let foreignSum = 0;
  shared.topics.forEach((topic, number) => {
    const a = weighing.foreign[number] ?? newTally();
    const b = page.foreign[number] ?? newTally();
    const points = a.points + b.points;
    foreignSum += points;
    if (points > foreignTop.points) {
      foreignTop = {
        name: topic.rival ?? '',
        points,
        beside: 0,
        evidence: [...a.evidence, ...b.evidence],
      };
    }
  });
  foreignTop.points += (foreignSum - foreignTop.points) * 0.5;
  foreignTop.points += weighing.unlisted.points;
  foreignTop.evidence.push(...weighing.unlisted.evidence);
  if (foreignTop.points > rival.points) rival = foreignTop;

  const prior = candidate.prior * WEIGHTS.prior;
  const own = best.points;
  const lead = own + prior - rival.points;
  const needed = WEIGHTS.needed[candidate.prior + 1] ?? 2;
  const framed = !candidate.frame || best.beside > 0;
  const evidence = (judged: Judged) => judged.evidence.sort((x, y) => y.weight - x.weight);
  if (lead > WEIGHTS.lead && own >= needed && framed) {
    return { kind: 'resolved', termId: candidate.termId, evidence: evidence(best) };
  }
  if (rival.points > 1.5 && lead <= 0 && rival.name) {
    return { kind: 'other', name: rival.name, evidence: evidence(rival) };
  }
  return { kind: 'undecided', evidence: [...evidence(best), ...evidence(rival)] };
}
