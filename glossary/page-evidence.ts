/**
 * What title, headings, host and the unambiguous terms of a page say for each reading of a form.
 */
import type { TermId } from '../data/schema.ts';
import {
  bit,
  type CompiledRecord,
  cuesNear,
  type Shared,
  type TopicCue,
  topicsOf,
  type WordEntry,
} from './compiled-record.ts';
import { cutWords, type Words } from './context-window.ts';
import { cuesFor, joinCues, stands, type TableCue } from './cue-matching.ts';
import { isForm } from './resolve-sense.ts';
import * as weights from './sense-weights.ts';
import { count, type Hit, type Weighing } from './weighing.ts';

/** What a page as a whole has to say. */
export interface PageEvidence {
  readonly title: string;
  readonly headings: readonly string[];
  /** `www.example.org`; empty where the page has none. */
  readonly host: string;
  /** Unambiguous mentions found so far, by term id. */
  readonly seen: ReadonlyMap<string, number>;
}

/** Title and headings, cut and looked up once for all forms of the page. */
export interface PageTitle {
  readonly shared: Shared;
  readonly text: string;
  readonly words: Words;
  /** By word, and each once. */
  readonly entries: readonly WordEntry[];
  readonly distinct: readonly WordEntry[];
  /** Topics' cues that stand there, each once, in order. */
  readonly topics: readonly TopicCue[];
}

export function readTitle({ title, headings }: PageEvidence, shared: Shared): PageTitle {
  const text = [title, ...headings].join('\n');
  if (shared.title?.text === text) return shared.title;
  const words = cutWords(text, shared.words);
  const { words: entries } = words;
  const met = new Set<TopicCue['cue']>();
  const topics: TopicCue[] = [];
  entries.forEach((entry, i) => {
    for (const topic of topicsOf(shared, entry)) {
      if (met.has(topic.cue) || !stands(topic.cue, words, i, 'anywhere')) continue;
      met.add(topic.cue);
      topics.push(topic);
    }
  });
  shared.title = { shared, text, words, entries, distinct: [...new Set(entries)], topics };
  return shared.title;
}

/** Weighs title, headings and host. */
export function weighPage(compiled: CompiledRecord, title: PageTitle, host: string): Weighing {
  const hits: Hit[] = [];
  const sums: number[] = [];
  const capped = (slot: number, cue: string, weight: number) => {
    const added = Math.min(weight, weights.titleCap - (sums[slot] ?? 0));
    if (added <= 0) return;
    sums[slot] = (sums[slot] ?? 0) + added;
    count(hits, slot, cue, 'title', added);
  };
  for (const { source, slot, weight } of findOwn(compiled, title)) {
    capped(slot, source, weights.title * Math.min(weight, weights.title));
  }
  for (const { cue, topic } of title.topics) {
    if (isForm(cue, compiled.words)) continue;
    const speaksFor = compiled.readingsOf[topic] ?? 0;
    for (let slot = 0; speaksFor >> slot; slot++) {
      if (speaksFor & bit(slot)) capped(slot, cue.source, weights.title * weights.topic);
    }
    if (compiled.rivals[topic] !== undefined) {
      capped(compiled.firstTopic + topic, cue.source, weights.title * compiled.foreign);
    }
  }
  const { candidates, others } = compiled.record;
  [...candidates, ...others].forEach(({ hosts }, slot) => {
    const known = hosts?.find((entry) => isHost(host, entry));
    if (known) count(hits, slot, known, 'host', weights.host);
  });
  return hits;
}

/** The form's own cues that stand in the title, one per reading and place. */
function findOwn(compiled: CompiledRecord, title: PageTitle): Set<TableCue> {
  const { words, entries, distinct } = title;
  const hasPage = compiled.record.page !== '';
  const cuesOf = new Map<WordEntry, readonly TableCue[]>();
  for (const entry of distinct) {
    let cues = cuesNear(compiled, entry);
    if (hasPage) cues = joinCues(cues, cuesFor(compiled.page, entry));
    if (cues.length > 0) cuesOf.set(entry, cues);
  }
  const found = new Set<TableCue>();
  if (cuesOf.size === 0) return found;
  for (let i = 0; i < entries.length; i++) {
    const cues = cuesOf.get(entries[i] as WordEntry);
    if (cues === undefined) continue;
    const met = cues.filter((cue) => stands(cue, words, i, 'anywhere'));
    if (met.length > 1) met.sort((a, b) => b.weight - a.weight);
    let taken = 0;
    for (const cue of met) {
      if (taken & bit(cue.slot)) continue;
      taken |= bit(cue.slot);
      found.add(cue);
    }
  }
  return found;
}

/** Weighs the terms of the page: a candidate's own safe names, its relations, the rest. */
export function weighSeen({ record }: CompiledRecord, terms: readonly string[]): Weighing {
  const hits: Hit[] = [];
  record.candidates.forEach(({ termId, related }, slot) => {
    if (terms.includes(termId)) count(hits, slot, termId, 'anchor', weights.anchor);
    let room = weights.pageCap;
    for (const term of terms) {
      if (room <= 0) break;
      if (term === termId) continue;
      const isRelated = related?.includes(term as TermId);
      const weight = Math.min(room, isRelated ? weights.related : weights.sameDataset);
      room -= weight;
      count(hits, slot, term, 'page', weight);
    }
  });
  return hits;
}

function isHost(host: string, entry: string): boolean {
  const wanted = entry.split('/')[0] ?? '';
  return host === wanted || host.endsWith(`.${wanted}`);
}
