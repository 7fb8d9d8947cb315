/**
 * From mentions to marks: tells senses apart, chooses, paints. Each step takes in only what is new,
 * and what takes long is done in slices.
 */
import type { TermId } from '../data/schema.ts';
import { type PageEvidence, type Resolution, resolveInSteps } from '../glossary/resolve-page.ts';
import type { SenseRecord, SenseRecords } from '../glossary/sense-record.ts';
import { type Annotation, type AnnotationStore, termOf } from './annotation-store.ts';
import type { MarkChooser } from './density.ts';
import type { Highlighter } from './highlighter.ts';
import { LazyMention } from './lazy-mention.ts';
import { runInSlices } from './slices.ts';

export interface SettlerOptions {
  readonly view: Window;
  readonly store: AnnotationStore;
  readonly chooser: MarkChooser;
  readonly highlighter: Highlighter;
  /** Fetches the sense records of forms that were met, with those they need. */
  loadSenses(forms: readonly string[]): Promise<SenseRecords>;
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
/**
 * While a page is being read the first finds don't wait, for they are in view; those after them wait
 * longer and longer, since each batch is weighed by itself and all at the end. In ms, and times.
 */
const LONGEST_MS = 500;
const GROWTH = 4;
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
  let isReading = true;
  let pause = RESOLVE_MS;
  let weighedTerms = 0;
  let weighedAt = Number.NEGATIVE_INFINITY;

  function paint(): void {
    const { shown, hidden } = chooser.changes();
    highlighter.update(shown, hidden);
    options.onChange();
  }

  function queue(): void {
    if (timer !== 0 || isResolving || waiting.length === 0 || signal.aborted) return;
    timer = view.setTimeout(() => {
      timer = 0;
      void resolveWaiting();
    }, pause);
  }

  /** What waits is resolved soon, however long it would have waited. */
  function hurry(): void {
    pause = RESOLVE_MS;
    view.clearTimeout(timer);
    timer = 0;
    queue();
  }

  async function resolveWaiting(): Promise<void> {
    if (isResolving || waiting.length === 0) return;
    isResolving = true;
    if (isReading) pause = Math.min(pause * GROWTH, LONGEST_MS);
    try {
      await loadRecords();
      if (!signal.aborted) await resolveInSlices();
    } catch {
      // The extension is gone: what is undecided stays unmarked.
      waiting = [];
    } finally {
      isResolving = false;
    }
    queue();
  }

  async function loadRecords(): Promise<void> {
    const forms = new Set<string>();
    for (const { form } of waiting) if (!asked.has(form)) forms.add(form);
    for (const form of forms) asked.add(form);
    if (forms.size === 0) return;
    for (const [key, record] of await options.loadSenses([...forms])) senses.set(key, record);
  }

  function resolveInSlices(): Promise<void> {
    const page = options.readEvidence();
    const batch = waiting.filter(({ id, form }) => store.get(id) !== undefined && asked.has(form));
    waiting = waiting.filter(({ form }) => !asked.has(form));
    weighedTerms = page.seen.size;
    weighedAt = view.performance.now();
    const steps = resolveInSteps(
      batch.map(({ form, context }) => new LazyMention(form, context ?? NOWHERE)),
      page,
      senses,
    );
    return new Promise((done) => {
      signal.addEventListener('abort', () => done(), { once: true });
      let isMore = true;
      runInSlices(
        view,
        () => {
          const step = steps.next();
          if (step.done) apply(batch, step.value);
          isMore = step.done !== true;
          return isMore;
        },
        signal,
        () => {
          if (isMore) return;
          paint();
          done();
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
    hurry();
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
      queue();
    },
    /** Looks at all ambiguous mentions again where the page has come to name other terms. */
    reconsider(): void {
      const { size } = options.seen;
      if (size === weighedTerms || view.performance.now() - weighedAt < AGAIN_MS) return;
      resolveAgain();
    },
    /** All text is read for the first time: what was weighed before had not seen all of it. */
    finish(): void {
      isReading = false;
      if (options.seen.size !== weighedTerms) resolveAgain();
      hurry();
      paint();
    },
    /** The reader's corrections have changed. */
    resolveAgain,
    clear(): void {
      waiting = [];
    },
  };
}

const NOWHERE = { text: '', start: 0, end: 0, starts: [] };
