/**
 * Runs in a world of the page: finds the mentions as the scanner does, and resolves those of several
 * senses as the settler does. Bundled and timed by `resolving.ts`.
 */
import { type PageEvidence, resolvePage } from '../glossary/resolve-page.ts';
import type { SenseRecord } from '../glossary/sense-record.ts';
import type { PlacedMention } from '../page/find-in-chunk.ts';
import { LazyMention } from '../page/lazy-mention.ts';
import { readPageEvidence } from '../page/read-page-evidence.ts';
import { findInPage } from './find-in-page.ts';

export interface ResolvingInput {
  /** The packed lexicon, as it lies in storage. */
  readonly lexicon: string;
  readonly records: Readonly<Record<string, SenseRecord>>;
}

export interface ResolvingCounts {
  readonly mentions: number;
  /** Mentions whose form has several senses, and those marked. */
  readonly ambiguous: number;
  readonly resolved: number;
}

/** One step at a time, so that each is timed from outside, by the thread's own clock. */
export interface ResolvingSteps {
  find(): void;
  /** What a page has at hand when it resolves: untimed. */
  prepare(): void;
  resolve(): void;
  counts(): ResolvingCounts;
}

function createSteps({ lexicon, records }: ResolvingInput): ResolvingSteps {
  let placed: readonly PlacedMention[] = [];
  let ambiguous: readonly PlacedMention[] = [];
  let page: PageEvidence;
  let fresh: ReadonlyMap<string, SenseRecord>;
  let resolved = 0;
  return {
    find() {
      placed = findInPage(lexicon);
    },
    prepare() {
      ambiguous = placed.filter(({ mention }) => mention.entries.every((each) => each.ambiguous));
      page = readEvidence(placed);
      // As out of storage: nothing of an earlier pass is known of these.
      fresh = structuredClone(recordsOf(records, new Set(ambiguous.map(formOf))));
    },
    resolve() {
      resolved = 0;
      const mentions = ambiguous.map((each) => new LazyMention(formOf(each), each.context));
      for (const { kind } of resolvePage(mentions, page, fresh))
        if (kind === 'resolved') resolved++;
    },
    counts: () => ({ mentions: placed.length, ambiguous: ambiguous.length, resolved }),
  };
}

function readEvidence(placed: readonly PlacedMention[]): PageEvidence {
  const seen = new Map<string, number>();
  for (const { mention } of placed) {
    const sure = mention.entries.find((entry) => !entry.ambiguous);
    if (sure !== undefined) seen.set(sure.termId, (seen.get(sure.termId) ?? 0) + 1);
  }
  return { ...readPageEvidence(document, seen), host: 'saved.example' };
}

function recordsOf(
  all: Readonly<Record<string, SenseRecord>>,
  forms: ReadonlySet<string>,
): Map<string, SenseRecord> {
  const found = new Map<string, SenseRecord>();
  for (const form of forms) {
    const record = all[form];
    if (record === undefined) continue;
    found.set(form, record);
    for (const need of 'needs' in record ? record.needs : []) {
      found.set(need, all[need] as SenseRecord);
    }
  }
  return found;
}

function formOf({ mention }: PlacedMention): string {
  const { entries, surface } = mention;
  return (entries.find(({ text }) => text === surface) ?? entries[0])?.text ?? '';
}

Object.assign(globalThis, { createSteps });
