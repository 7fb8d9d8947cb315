/**
 * What title, headings, host and the unambiguous terms of a page say for each reading of a form.
 */
import { bit, type CompiledRecord, wordEntry } from './compiled-record.ts';
import type { Words } from './context-window.ts';
import { matchCues, stands, type TableCue } from './cue-matching.ts';
import { isForm } from './resolve-sense.ts';
import { WEIGHTS } from './sense-weights.ts';
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

/** Weighs title, headings and host. */
export function weighPage(compiled: CompiledRecord, title: Words, host: string): Weighing {
  const hits: Hit[] = [];
  const sums: number[] = [];
  const capped = (slot: number, cue: string, weight: number) => {
    const added = Math.min(weight, WEIGHTS.titleCap - (sums[slot] ?? 0));
    if (added <= 0) return;
    sums[slot] = (sums[slot] ?? 0) + added;
    count(hits, slot, cue, 'title', added);
  };
  const cues = new Set<TableCue>();
  const topics = new Map<TableCue, number>();
  const met: TableCue[] = [];
  for (let i = 0; i < title.lower.length; i++) {
    const entry = wordEntry(compiled.shared, title.lower[i] as string);
    met.length = 0;
    matchCues(compiled.near, entry, title, i, 'anywhere', met);
    matchCues(compiled.page, entry, title, i, 'anywhere', met);
    let taken = 0;
    for (const cue of met.sort((a, b) => b.weight - a.weight)) {
      if (taken & bit(cue.slot)) continue;
      taken |= bit(cue.slot);
      cues.add(cue);
    }
    for (const { cue, topic } of entry.topics) {
      if (stands(cue, title, i, 'anywhere') && !isForm(cue, compiled.words)) topics.set(cue, topic);
    }
  }
  for (const { source, slot, weight } of cues) {
    capped(slot, source, WEIGHTS.title * Math.min(weight, WEIGHTS.title));
  }
  for (const [{ source }, topic] of topics) {
    const speaksFor = compiled.readingsOf[topic] ?? 0;
    for (let slot = 0; speaksFor >> slot; slot++) {
      if (speaksFor & bit(slot)) capped(slot, source, WEIGHTS.title * WEIGHTS.topic);
    }
    if (compiled.rivals[topic] !== undefined) {
      capped(compiled.firstTopic + topic, source, WEIGHTS.title * compiled.foreign);
    }
  }
  const { candidates, others } = compiled.record;
  [...candidates, ...others].forEach(({ hosts }, slot) => {
    const known = hosts?.find((entry) => isHost(host, entry));
    if (known) count(hits, slot, known, 'host', WEIGHTS.host);
  });
  return hits;
}

/** Weighs the terms of the page: a candidate's own safe names, its relations, the rest. */
export function weighSeen({ record }: CompiledRecord, seen: Iterable<string>): Weighing {
  const hits: Hit[] = [];
  const terms = [...seen];
  record.candidates.forEach(({ termId, related }, slot) => {
    let room = WEIGHTS.pageCap;
    for (const term of terms) {
      if (term === termId) {
        count(hits, slot, term, 'anchor', WEIGHTS.anchor);
        continue;
      }
      const isRelated = related?.some((id) => id === term);
      const weight = Math.min(room, isRelated ? WEIGHTS.related : WEIGHTS.sameDataset);
      if (weight <= 0) continue;
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
