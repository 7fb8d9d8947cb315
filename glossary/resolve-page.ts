/**
 * Decides what the ambiguous mentions of a page mean. All mentions of a form are weighed, then
 * judged together: a page seldom uses one form in two senses, so what the others mean counts for
 * each, and only a neighbour can contradict it.
 */
import type { CompiledRecord } from './compiled-record.ts';
import { decide, isLicensed, stand } from './judge-mention.ts';
import {
  addTerms,
  type KnownForm,
  knownForm,
  NO_TERMS,
  type PageView,
  type SeenTerms,
  sharedOf,
  standingIn,
  viewOf,
} from './known-form.ts';
import {
  knownReadings,
  look,
  type MentionReadings,
  NOTHING,
  readClosely,
  readParagraph,
} from './mention-readings.ts';
import type { AmbiguousMention } from './mention-text.ts';
import { type PageEvidence, readTitle } from './page-evidence.ts';
import { isTopicsRecord, type Resolution, type SenseRecords } from './sense-record.ts';
import * as weights from './sense-weights.ts';
import { type Reading, weighingOfPage } from './weighing.ts';

export type { AmbiguousMention } from './mention-text.ts';
export type { PageEvidence } from './page-evidence.ts';
export type { Resolution } from './sense-record.ts';

/** One form's mentions on the page. Parallel arrays: there may be thousands. */
interface FormOnPage {
  readonly known: KnownForm;
  readonly mentions: readonly AmbiguousMention[];
  /** The mentions' places among all of the page. */
  readonly numbers: readonly number[];
  /** What the mentions' contexts say. */
  readonly readings: readonly Reading[];
  /** What is known of those that were read closely; undefined for the others. */
  readonly closeReadings: readonly (MentionReadings | undefined)[];
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
/** A lead, either way, after which a second reading would change nothing. */
const DECISIVE_LEAD = 3;

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
  const steps = resolveInSteps(mentions, page, records);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/**
 * As `resolvePage`, with a pause after each form: a page of many mentions is not to wait for all.
 *
 * @returns Steps of a ms or so; the last one brings the resolutions.
 */
export function* resolveInSteps(
  mentions: readonly AmbiguousMention[],
  page: PageEvidence,
  records: SenseRecords,
): Generator<undefined, Resolution[]> {
  const resolutions: Resolution[] = mentions.map(() => UNKNOWN);
  const forms: FormOnPage[] = [];
  for (const form of weighForms(mentions, page, records)) {
    forms.push(form);
    yield;
  }
  const seen = addTerms(NO_TERMS, [...page.seen.keys()]);
  for (const form of forms) {
    judgeForm(form, seen, resolutions);
    yield;
  }
  if (forms.length < 2) return resolutions;
  // What was resolved is evidence for other forms: Claude for Opus, Bedrock for Titan.
  const resolvedAs = forms.map((form) => resolvedTerms(form, resolutions));
  for (const [i, form] of forms.entries()) {
    const found = new Set<string>();
    resolvedAs.forEach((terms, k) => {
      if (k !== i) for (const term of terms) if (!page.seen.has(term)) found.add(term);
    });
    if (found.size === 0) continue;
    judgeForm(form, addTerms(seen, [...found]), resolutions);
    yield;
  }
  return resolutions;
}

const UNKNOWN: Resolution = { kind: 'undecided', evidence: [] };

function* weighForms(
  mentions: readonly AmbiguousMention[],
  page: PageEvidence,
  records: SenseRecords,
): Generator<FormOnPage> {
  const numbers = new Map<string, number[]>();
  mentions.forEach(({ form }, number) => {
    const known = numbers.get(form);
    if (known) known.push(number);
    else numbers.set(form, [number]);
  });
  const title = readTitle(page, sharedOf(records));
  for (const [form, own] of numbers) {
    const source = records.get(form);
    if (source === undefined || isTopicsRecord(source)) continue;
    const known = knownForm(source, title, page.host);
    const its = own.map((number) => mentions[number] as AmbiguousMention);
    yield { known, mentions: its, numbers: own, ...readMentions(its, known) };
  }
}

function readMentions(
  mentions: readonly AmbiguousMention[],
  form: KnownForm,
): Pick<FormOnPage, 'readings' | 'closeReadings'> {
  const { compiled } = form;
  const view = viewOf(form, NO_TERMS);
  const { length } = mentions;
  const closeReadings: (MentionReadings | undefined)[] = new Array(length).fill(undefined);
  const found: (Reading | undefined)[] = new Array(length).fill(undefined);
  const leads: number[] = [];
  const leadOf = (reading: Reading) => standingIn(view, reading, compiled).lead;
  const suffices = (reading: Reading) => {
    const standing = standingIn(view, reading, compiled);
    const { lead } = standing;
    return lead <= -DECISIVE_LEAD || (lead >= DECISIVE_LEAD && isLicensed(compiled, standing));
  };
  const readSome = (most: number) => {
    const step = Math.ceil(length / most);
    for (let i = 0; i < length; i += step) {
      if (closeReadings[i] !== undefined) continue;
      const mention = knownReadings(form.mentions, mentions[i] as AmbiguousMention);
      const reading = readClosely(mention, compiled, suffices);
      closeReadings[i] = mention;
      found[i] = reading;
      leads.push(leadOf(reading));
    }
  };
  readSome(FIRST_READINGS);
  const agree =
    leads.every((lead) => lead > CLEAR_LEAD) || leads.every((lead) => lead < -CLEAR_LEAD);
  if (!agree) readSome(MORE_READINGS);
  let looks = 0;
  const readings = mentions.map(
    (mention, i) =>
      found[i] ?? (++looks <= MOST_LOOKS ? look(form.mentions, mention, compiled) : NOTHING),
  );
  return { readings, closeReadings };
}

function resolvedTerms(form: FormOnPage, resolutions: readonly Resolution[]): Set<string> {
  const terms = new Set<string>();
  for (const number of form.numbers) {
    const resolution = resolutions[number];
    if (resolution?.kind === 'resolved') terms.add(resolution.termId);
  }
  return terms;
}

/** Judges each mention by itself, then with what the others of the form mean. */
function judgeForm(
  { known: form, mentions, numbers, readings, closeReadings }: FormOnPage,
  seen: SeenTerms,
  resolutions: Resolution[],
): void {
  const { compiled } = form;
  const view = viewOf(form, seen);
  let leads = 0;
  let close = 0;
  for (const reading of readings) {
    if (!reading.isClose) continue;
    leads += standingIn(view, reading, compiled).lead;
    close++;
  }
  const answers = new Map<Reading, Resolution>();
  const judge = (reading: Reading, i: number): Resolution => {
    const standing = standingIn(view, reading, compiled);
    const others = close - (reading.isClose ? 1 : 0);
    const mean = others > 0 ? (leads - (reading.isClose ? standing.lead : 0)) / others : 0;
    const pull = limit(mean * weights.elsewhere, weights.elsewhereCap);
    const { beside, rivalBeside, around } = standing;
    // A sentence that plainly speaks of something else stands against the rest of the page.
    const isContradicted =
      pull > 0
        ? rivalBeside > beside || around <= -weights.plain
        : beside > rivalBeside || around >= weights.plain;
    const counted = isContradicted ? 0 : pull;
    const found = decide(compiled, reading, view.page, standing, counted);
    const isSure = found.kind !== 'resolved' || standing.rivalAround < weights.plain;
    if (!isSure) {
      const mention =
        closeReadings[i] ?? knownReadings(form.mentions, mentions[i] as AmbiguousMention);
      return judgeParagraph(mention, compiled, view) ?? found;
    }
    // Mentions with one reading, as all have that nothing stands beside, have one answer.
    answers.set(reading, found);
    return found;
  };
  readings.forEach((reading, i) => {
    resolutions[numbers[i] as number] = answers.get(reading) ?? judge(reading, i);
  });
}

/**
 * Where something speaks for another reading, the mention's own paragraph is heard alone: a page on
 * one subject may have a line on another.
 * @returns the paragraph's judgement where it plainly stands against the rest, else undefined.
 */
function judgeParagraph(
  mention: MentionReadings,
  compiled: CompiledRecord,
  view: PageView,
): Resolution | undefined {
  const paragraph = readParagraph(mention, compiled);
  if (paragraph === undefined) return undefined;
  view.besideParagraph ??= weighingOfPage(
    view.page.hits.map((hit) => ({ ...hit, weight: hit.weight * weights.paragraphFactor })),
    compiled,
  );
  const elsewhere = view.besideParagraph;
  const standing = stand(compiled, paragraph, elsewhere);
  if (standing.around > -weights.plain) return undefined;
  return decide(compiled, paragraph, elsewhere, standing, 0);
}

function limit(points: number, cap: number): number {
  return Math.max(-cap, Math.min(cap, points));
}
