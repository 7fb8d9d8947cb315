/**
 * From mentions to marks: tells senses apart, chooses, paints. Each step takes in only what is new,
 * and what takes long is done in slices.
 */
import type { TermId } from '../data/schema.ts';
import type { AmbiguousMention, PageEvidence, Resolution } from '../glossary/resolve-page.ts';
import type { SenseRecord, SenseRecords } from '../glossary/sense-record.ts';
import { type Annotation, type AnnotationStore, termOf } from './annotation-store.ts';
import type { MarkChooser } from './density.ts';
import { readContext } from './find-in-chunk.ts';
import type { Highlighter } from './highlighter.ts';
import { runInSlices } from './slices.ts';

/** Tells what mentions mean; it comes with the page's second script. */
export type ResolveMentions = (
  mentions: readonly AmbiguousMention[],
  page: PageEvidence,
  records: SenseRecords,
) => readonly Resolution[];

export interface SettlerOptions {
  readonly view: Window;
  readonly store: AnnotationStore;
  readonly chooser: MarkChooser;
  readonly highlighter: Highlighter;
  /** Fetches the sense records of forms that were met, with those they need. */
  loadSenses(forms: readonly string[]): Promise<SenseRecords>;
  /** Fetches the resolver; undefined where the extension is gone. */
  loadResolver(): Promise<ResolveMentions | undefined>;
  /** What the reader has said: this form does not mean this term here. */
  isRejected(form: string, termId: TermId): boolean;
  /** How often each term is named by a form of one sense. */
  readonly seen: ReadonlyMap<TermId, number>;
  /** What the page says besides the mentions, those included. */
  readEvidence(): PageEvidence;
  /** Something about the page's terms has changed. */
  onChange(): void;
  readonly signal: AbortSignal;
}

/** Mentions are resolved together once a burst of finds is over, in ms. */
const RESOLVE_MS = 30;
/** Mentions weighed in one step; they count as evidence for each other. */
const BATCH = 60;
/** All are looked at again when the page names new terms, but not more often than so, in ms. */
const AGAIN_MS = 3000;
/** More mentions than this aren't looked at again. */
const AGAIN_UP_TO = 3000;

export const UNDECIDED: Resolution = { kind: 'undecided', evidence: [] };

export function createSettler(options: SettlerOptions) {
  const { view, store, chooser, highlighter, signal } = options;
  const senses = new Map<string, SenseRecord>();
  const asked = new Set<string>();
  let waiting: Annotation[] = [];
  let isResolving = false;
  let timer = 0;
  let weighedTerms = 0;
  let weighedAt = Number.NEGATIVE_INFINITY;

  function paint(): void {
    const { shown, hidden } = chooser.changes();
    highlighter.update(shown, hidden);
    options.onChange();
  }

  function queue(delay: number): void {
    if (timer !== 0 || isResolving || signal.aborted) return;
    timer = view.setTimeout(() => {
      timer = 0;
      void resolveWaiting();
    }, delay);
  }

  async function resolveWaiting(): Promise<void> {
    if (isResolving || waiting.length === 0) return;
    isResolving = true;
    try {
      const resolve = await prepare();
      if (resolve !== undefined && !signal.aborted) await resolveInSlices(resolve);
    } finally {
      isResolving = false;
    }
    if (waiting.length > 0) queue(RESOLVE_MS);
  }

  async function prepare(): Promise<ResolveMentions | undefined> {
    const forms = new Set<string>();
    for (const { form } of waiting) if (!asked.has(form)) forms.add(form);
    for (const form of forms) asked.add(form);
    const [resolve, records] = await Promise.all([
      options.loadResolver(),
      forms.size > 0 ? options.loadSenses([...forms]) : senses,
    ]);
    if (records !== senses) for (const [key, record] of records) senses.set(key, record);
    if (resolve === undefined) waiting = [];
    return resolve;
  }

  function resolveInSlices(resolve: ResolveMentions): Promise<void> {
    const page = options.readEvidence();
    const batch = waiting.filter(({ id, form }) => store.get(id) !== undefined && asked.has(form));
    waiting = waiting.filter(({ form }) => !asked.has(form));
    weighedTerms = page.seen.size;
    weighedAt = view.performance.now();
    let at = 0;
    return new Promise((done) => {
      signal.addEventListener('abort', () => done(), { once: true });
      runInSlices(
        view,
        () => {
          const some = batch.slice(at, at + BATCH);
          at += BATCH;
          apply(some, resolve(some.map(toMention), page, senses));
          return at < batch.length;
        },
        signal,
        () => {
          paint();
          if (at >= batch.length) done();
        },
      );
    });
  }

  function apply(annotations: readonly Annotation[], resolutions: readonly Resolution[]): void {
    annotations.forEach((annotation, index) => {
      const found = resolutions[index] ?? UNDECIDED;
      const isRejected =
        found.kind === 'resolved' && options.isRejected(annotation.form, found.termId as TermId);
      settle(annotation, isRejected ? UNDECIDED : found);
    });
  }

  function settle(annotation: Annotation, resolution: Resolution): void {
    const before = termOf(annotation);
    annotation.resolution = resolution;
    if (termOf(annotation) === before || store.get(annotation.id) === undefined) return;
    chooser.remove([annotation]);
    chooser.add([annotation]);
  }

  function resolveAgain(): void {
    const open = store.all().filter(({ context }) => context !== undefined);
    if (open.length === 0 || open.length > AGAIN_UP_TO) return;
    waiting = open;
    queue(RESOLVE_MS);
  }

  return {
    paint,
    settle,
    /** Takes in new annotations. */
    add(annotations: readonly Annotation[]): void {
      chooser.add(annotations);
      for (const annotation of annotations) {
        if (annotation.context !== undefined) waiting.push(annotation);
      }
      if (waiting.length > 0) queue(RESOLVE_MS);
    },
    /** Looks at all ambiguous mentions again where the page has come to name other terms. */
    reconsider(): void {
      const { size } = options.seen;
      if (size === weighedTerms || view.performance.now() - weighedAt < AGAIN_MS) return;
      resolveAgain();
    },
    /** All text is read: what was weighed before had not seen all of it. */
    finish(): void {
      if (options.seen.size !== weighedTerms) resolveAgain();
      paint();
    },
    /** The reader's corrections have changed. */
    resolveAgain,
    clear(): void {
      waiting = [];
    },
  };
}

function toMention({ form, context }: Annotation): AmbiguousMention {
  return { form, ...readContext(context ?? { text: '', start: 0, end: 0 }) };
}
