/**
 * Resolves labelled mentions as a page would and counts what came out. For `bench-senses.ts`.
 */
import type { Pack, TermId } from '../data/schema.ts';
import { compileSenses } from '../glossary/compile-senses.ts';
import { withoutReading } from '../glossary/cue-table.ts';
import { buildLexicon } from '../glossary/lexicon.ts';
import { createMatcher, type Matcher, type Mention } from '../glossary/matcher.ts';
import { MentionInText } from '../glossary/mention-text.ts';
import {
  type AmbiguousMention,
  type PageEvidence,
  type Resolution,
  resolvePage,
} from '../glossary/resolve-page.ts';
import { type FormRecord, isTopicsRecord, slotSign } from '../glossary/sense-record.ts';

/** One line of a file of labelled mentions. */
export interface LabelledMention {
  readonly id: string;
  readonly term: string;
  readonly mention: string;
  /** The entity's name, or null where the mention means something else. */
  readonly sense: string | null;
  readonly other: string | null;
  readonly title: string;
  readonly before: string;
  readonly after: string;
  readonly origin: string;
}

/** How a labelled mention was read. */
export interface Reading {
  readonly row: LabelledMention;
  /** False where the dataset has no term of this form. */
  readonly known: boolean;
  readonly marked: boolean;
  /** Marked although the sense that it has was struck out of the inventory. */
  readonly markedUnlisted: boolean;
  /** An unambiguous term of the dataset stands in title or passage. */
  readonly hasTerm: boolean;
  readonly resolution: Resolution | undefined;
}

export interface Bench {
  /** Reads one row; `strike` says whether to try it with other senses struck out too. */
  read(row: LabelledMention): Reading;
  /** Milliseconds spent in the resolver, and mentions resolved, so far. */
  readonly spent: { ms: number; mentions: number };
}

export function createBench(packs: readonly Pack[]): Bench {
  const matcher = createMatcher(buildLexicon(packs));
  const records = new Map(Object.entries(compileSenses(packs)));
  const forms = new Set([...records.keys()].map((form) => form.toLowerCase()));
  for (const { text } of matcher.lexicon.entries) forms.add(text.toLowerCase());
  const struck = new Map<string, FormRecord>();
  const spent = { ms: 0, mentions: 0 };

  /** A form's record without one of its other senses. */
  const without = (form: string, record: FormRecord, name: string): FormRecord => {
    const key = `${form}\n${name}`;
    const known = struck.get(key) ?? strike(record, name);
    struck.set(key, known);
    return known;
  };

  return {
    spent,
    read(row) {
      const text = `${row.before}${row.mention}${row.after}`;
      const at = row.before.length;
      const found = matcher.findMentions(text);
      const page = readPage(row.title, found, matcher);
      const hasTerm = page.seen.size > 0;
      // The label says that there is a mention, even where the matcher's own rules see a piece of
      // something longer (“Mistral-7B”); those have tests of their own.
      let hit = found.find(
        (mention) => mention.start < at + row.mention.length && mention.end > at,
      );
      if (!hit) {
        const entries = matcher.lexicon.entries.filter(({ text }) => text === row.mention);
        if (entries.length > 0)
          hit = { start: at, end: at + row.mention.length, surface: row.mention, entries };
        if (hit) found.push(hit);
      }
      const known = hit !== undefined || forms.has(row.mention.toLowerCase());
      const plain = hit?.entries.some((entry) => !entry.ambiguous) ?? false;
      if (!hit || plain) {
        return { row, known, marked: plain, markedUnlisted: plain, hasTerm, resolution: undefined };
      }
      const ambiguous = found.filter((mention) =>
        mention.entries.every((entry) => entry.ambiguous),
      );
      const mentions = ambiguous.map((mention) => readMention(text, mention));
      const number = ambiguous.indexOf(hit);
      const started = performance.now();
      const resolution = resolvePage(mentions, page, records)[number];
      spent.ms += performance.now() - started;
      spent.mentions += mentions.length;
      const marked = resolution?.kind === 'resolved';
      const form = mentions[number]?.form ?? '';
      let markedUnlisted = marked;
      if (row.sense === null && !marked) {
        const full = records.get(form);
        for (const { name } of full && !isTopicsRecord(full) ? full.others : []) {
          const record = without(form, full as FormRecord, name);
          const again = resolvePage(mentions, page, new Map(records).set(form, record))[number];
          if (again?.kind === 'resolved') markedUnlisted = true;
        }
      }
      return { row, known, marked, markedUnlisted, hasTerm, resolution };
    },
  };
}

/** Keeps the sense's number, so that no other sign changes, but takes all its cues away. */
function strike(record: FormRecord, name: string): FormRecord {
  const slot = record.candidates.length + record.others.findIndex((other) => other.name === name);
  const sign = slotSign(slot);
  return {
    ...record,
    others: record.others.map((other) => (other.name === name ? { name } : other)),
    near: withoutReading(record.near, slot),
    follows: withoutReading(record.follows, slot),
    precedes: withoutReading(record.precedes, slot),
    page: withoutReading(record.page, slot),
    topicsFor: Object.fromEntries(
      Object.entries(record.topicsFor).map(([id, signs]) => [id, signs.replaceAll(sign, '')]),
    ),
  };
}

function readPage(title: string, found: readonly Mention[], matcher: Matcher): PageEvidence {
  const seen = new Map<TermId, number>();
  for (const { entries } of [...found, ...matcher.findMentions(title)]) {
    for (const { ambiguous, termId } of entries) {
      if (!ambiguous) seen.set(termId, (seen.get(termId) ?? 0) + 1);
    }
  }
  return { title, headings: [], host: '', seen };
}

function readMention(text: string, mention: Mention): AmbiguousMention {
  const { entries, surface, start } = mention;
  return new MentionInText(entries[0]?.text ?? '', surface, text, start);
}

export interface Scores {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Counts readings against their labels. */
export function score(
  readings: readonly Reading[],
  isMarked: (reading: Reading) => boolean = ({ marked }) => marked,
): Scores {
  let right = 0;
  let wrong = 0;
  let missed = 0;
  for (const reading of readings) {
    const means = reading.row.sense !== null;
    if (isMarked(reading)) means ? right++ : wrong++;
    else if (means) missed++;
  }
  const precision = right / Math.max(1, right + wrong);
  const recall = right / Math.max(1, right + missed);
  const f1 = (2 * precision * recall) / Math.max(1e-9, precision + recall);
  return { right, wrong, missed, precision, recall, f1 };
}
