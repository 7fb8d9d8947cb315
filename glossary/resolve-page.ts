/**
 * Decides what the ambiguous mentions of a page mean. All mentions of a form are weighed, then
 * judged together: a page seldom uses one form in two senses, so what the others mean counts for
 * each, and only a neighbour can contradict it.
 */
import { type CompiledRecord, compileRecord, type Shared, shareTopics } from './compiled-record.ts';
import { cutWords, readContextWindow } from './context-window.ts';
import { decide, type Standing, stand } from './judge-mention.ts';
import { type PageEvidence, weighPage, weighSeen } from './page-evidence.ts';
import { weighContext, weighNeighbours } from './resolve-sense.ts';
import {
  type FormRecord,
  isTopicsRecord,
  type Resolution,
  type SenseRecords,
  type TopicsRecord,
} from './sense-record.ts';
import { WEIGHTS } from './sense-weights.ts';
import type { Weighing } from './weighing.ts';

export type { PageEvidence } from './page-evidence.ts';
export type { Resolution } from './sense-record.ts';

/** A mention of an ambiguous form. */
export interface AmbiguousMention {
  /** The alias text, exactly as in the lexicon. */
  readonly form: string;
  /** As on the page: perhaps a plural or in capitals. */
  readonly surface: string;
  /** At most 400 characters of page text before, blocks parted by a line break. */
  readonly before: string;
  /** At most 400 characters after. */
  readonly after: string;
}

/** A mention with what its context says. */
interface WeighedMention {
  readonly number: number;
  readonly source: AmbiguousMention;
  readonly context: Weighing;
  /** Number of words in the context. */
  readonly words: number;
  /** False where no more than the neighbours was looked at. */
  readonly isClose: boolean;
}

/** The context of mentions that were not looked at, or have no telling neighbours. */
const NOTHING: Weighing = [];

/** One form's mentions on the page. */
interface FormOnPage {
  readonly compiled: CompiledRecord;
  readonly page: Weighing;
  readonly mentions: readonly WeighedMention[];
}

/**
 * So many mentions of a form, spread over the page, are read closely. Where they agree by a clear
 * lead, the others are looked at no farther than their neighbours; else more are read closely.
 */
const FIRST_READINGS = 3;
const MORE_READINGS = 6;
/** Of a form met still more often, so many neighbours are looked at; the rest follow the others. */
const MOST_LOOKS = 40;
const CLEAR_LEAD = 2;
/** Characters on each side that a look takes in: at neighbours, and at first and second reading. */
const NEIGHBOURS_REACH = 40;
const FIRST_REACH = 120;
const FULL_REACH = 400;
/** A lead, either way, after which a second reading would change nothing. */
const DECISIVE_LEAD = 4;

/**
 * Resolves mentions.
 *
 * @param mentions - In page order; any number.
 * @param page - What else the page says. As `seen` grows between calls, more may get resolved.
 * @param records - Records of the mentions' forms, and the shared records that they need. A mention
 *   without a record stays undecided.
 * @returns One resolution per mention, in the same order.
 */
export function resolvePage(
  mentions: readonly AmbiguousMention[],
  page: PageEvidence,
  records: SenseRecords,
): Resolution[] {
  const resolutions: Resolution[] = mentions.map(() => ({ kind: 'undecided', evidence: [] }));
  const forms = weighForms(mentions, page, records);
  for (const form of forms) judgeForm(form, page.seen.keys(), resolutions);
  // What was resolved is evidence for other forms: Claude for Opus, Bedrock for Titan.
  const resolvedAs = forms.map((form) => resolvedTerms(form, resolutions));
  forms.forEach((form, i) => {
    const found = new Set<string>();
    resolvedAs.forEach((terms, k) => {
      if (k !== i) for (const term of terms) if (!page.seen.has(term)) found.add(term);
    });
    if (found.size > 0) judgeForm(form, [...page.seen.keys(), ...found], resolutions);
  });
  return resolutions;
}

function weighForms(
  mentions: readonly AmbiguousMention[],
  page: PageEvidence,
  records: SenseRecords,
): FormOnPage[] {
  const numbers = new Map<string, number[]>();
  mentions.forEach(({ form }, number) => {
    const known = numbers.get(form);
    if (known) known.push(number);
    else numbers.set(form, [number]);
  });
  const title = cutWords([page.title, ...page.headings].join('\n'));
  const shared = sharedOf(records);
  const forms: FormOnPage[] = [];
  for (const [form, own] of numbers) {
    const source = records.get(form);
    if (source === undefined || isTopicsRecord(source)) continue;
    const compiled = compiledRecord(source, shared);
    const context = weighPage(compiled, title, page.host);
    const weighed = weighMentions(own, mentions, compiled, context);
    forms.push({ compiled, page: context, mentions: weighed });
  }
  return forms;
}

function weighMentions(
  numbers: readonly number[],
  mentions: readonly AmbiguousMention[],
  compiled: CompiledRecord,
  page: Weighing,
): WeighedMention[] {
  const weighed: WeighedMention[] = [];
  const read = (i: number, reach: number): Weighing => {
    const number = numbers[i] as number;
    const source = mentions[number] as AmbiguousMention;
    const { before, after, surface } = source;
    const window = readContextWindow(before.slice(-reach), after.slice(0, reach));
    const context = weighContext(window, compiled, surface);
    weighed[i] = { number, source, context, words: window.lower.length, isClose: true };
    return context;
  };
  const look = (i: number) => {
    const number = numbers[i] as number;
    const source = mentions[number] as AmbiguousMention;
    const { before, after, surface } = source;
    const window = readContextWindow(
      before.slice(-NEIGHBOURS_REACH),
      after.slice(0, NEIGHBOURS_REACH),
    );
    const context = weighNeighbours(window, compiled, surface);
    weighed[i] = {
      number,
      source,
      context: context.length > 0 ? context : NOTHING,
      words: 0,
      isClose: false,
    };
  };
  const leads: number[] = [];
  const readSome = (readings: number) => {
    const step = Math.ceil(numbers.length / readings);
    for (let i = 0; i < numbers.length; i += step) {
      if (weighed[i] !== undefined) continue;
      let { lead } = stand(compiled, read(i, FIRST_REACH), page);
      if (Math.abs(lead) < DECISIVE_LEAD) ({ lead } = stand(compiled, read(i, FULL_REACH), page));
      leads.push(lead);
    }
  };
  readSome(FIRST_READINGS);
  const agree =
    leads.every((lead) => lead > CLEAR_LEAD) || leads.every((lead) => lead < -CLEAR_LEAD);
  if (!agree) readSome(MORE_READINGS);
  let looks = 0;
  numbers.forEach((number, i) => {
    if (weighed[i] !== undefined) return;
    if (++looks <= MOST_LOOKS) look(i);
    else {
      const source = mentions[number] as AmbiguousMention;
      weighed[i] = { number, source, context: NOTHING, words: 0, isClose: false };
    }
  });
  return weighed;
}

function resolvedTerms(form: FormOnPage, resolutions: readonly Resolution[]): Set<string> {
  const terms = new Set<string>();
  for (const { number } of form.mentions) {
    const resolution = resolutions[number];
    if (resolution?.kind === 'resolved') terms.add(resolution.termId);
  }
  return terms;
}

/** Judges each mention by itself, then with what the others of the form mean. */
function judgeForm(form: FormOnPage, seen: Iterable<string>, resolutions: Resolution[]): void {
  const { compiled, mentions } = form;
  const page = [...form.page, ...weighSeen(compiled, seen)];
  const standings = mentions.map(({ context, isClose }) =>
    isClose ? stand(compiled, context, page) : undefined,
  );
  const leads = standings.reduce((sum, standing) => sum + (standing?.lead ?? 0), 0);
  const close = mentions.filter(({ isClose }) => isClose).length;
  const judged = (mention: WeighedMention, own: Standing | undefined): Resolution => {
    const { context, words } = mention;
    const standing = own ?? stand(compiled, context, page);
    const others = close - (own ? 1 : 0);
    const mean = others > 0 ? (leads - (own?.lead ?? 0)) / others : 0;
    const pull = limit(mean * WEIGHTS.elsewhere, WEIGHTS.elsewhereCap);
    const { beside, rivalBeside, around } = standing;
    // A sentence that plainly speaks of something else stands against the rest of the page.
    const isContradicted =
      pull > 0
        ? rivalBeside > beside || around <= -WEIGHTS.plain
        : beside > rivalBeside || around >= WEIGHTS.plain;
    const hits = [...context, ...page];
    const found = decide(compiled, hits, standing, words, isContradicted ? 0 : pull);
    if (found.kind !== 'resolved' || standing.rivalAround < WEIGHTS.doubt) return found;
    return judgeParagraph(mention, form, page) ?? found;
  };
  let ofNothing: Resolution | undefined;
  mentions.forEach((mention, i) => {
    if (mention.context !== NOTHING) {
      resolutions[mention.number] = judged(mention, standings[i]);
      return;
    }
    ofNothing ??= judged(mention, undefined);
    resolutions[mention.number] = ofNothing;
  });
}

/**
 * Where something speaks for another reading, the mention's own paragraph is heard alone: a page on
 * one subject may have a line on another.
 * @returns the paragraph's judgement where it plainly stands against the rest, else undefined.
 */
function judgeParagraph(
  { source }: WeighedMention,
  { compiled }: FormOnPage,
  page: Weighing,
): Resolution | undefined {
  const before = source.before.slice(source.before.lastIndexOf('\n') + 1);
  const end = source.after.indexOf('\n');
  const after = end < 0 ? source.after : source.after.slice(0, end);
  if (before.length === source.before.length && end < 0) return undefined;
  const window = readContextWindow(before, after);
  const context = weighContext(window, compiled, source.surface);
  const elsewhere = page.map((hit) => ({ ...hit, weight: hit.weight * WEIGHTS.paragraphFactor }));
  const standing = stand(compiled, context, elsewhere);
  if (standing.around > -WEIGHTS.plain) return undefined;
  return decide(compiled, [...context, ...elsewhere], standing, window.lower.length, 0);
}

function limit(points: number, cap: number): number {
  return Math.max(-cap, Math.min(cap, points));
}

const ready = new WeakMap<FormRecord, CompiledRecord>();
let atHand: Shared = { packs: [], words: new Map() };

/** Topics change only when a pack is switched on or off. */
function sharedOf(records: SenseRecords): Shared {
  const found: TopicsRecord[] = [];
  for (const record of records.values()) if (isTopicsRecord(record)) found.push(record);
  const { packs } = atHand;
  const isSame =
    found.length === packs.length && found.every((record, i) => record === packs[i]?.record);
  if (!isSame) atHand = shareTopics(found);
  return atHand;
}

function compiledRecord(record: FormRecord, shared: Shared): CompiledRecord {
  const known = ready.get(record);
  if (known?.shared === shared) return known;
  const compiled = compileRecord(record, shared);
  ready.set(record, compiled);
  return compiled;
}
