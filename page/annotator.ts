/**
 * The pipeline from a document to marks: read → find → resolve → choose → paint. The first scan and
 * every later change take the same way; a change re-reads only the run of text it touches.
 */
import type { TermId } from '../data/schema.ts';
import type { AliasIndex } from '../glossary/alias-index.ts';
import type { LexiconEntry } from '../glossary/lexicon.ts';
import { matcherOver } from '../glossary/matcher.ts';
import type { PageEvidence, Resolution } from '../glossary/resolve-page.ts';
import type { SenseRecords } from '../glossary/sense-record.ts';
import { type Annotation, createAnnotationStore, termOf } from './annotation-store.ts';
import { createBareLinks } from './bare-link.ts';
import { createMarkChooser, type Density } from './density.ts';
import { isVisible } from './exclusions.ts';
import type { PlacedMention } from './find-in-chunk.ts';
import { whenInView } from './first-view.ts';
import { createHighlighter } from './highlighter.ts';
import { createHitTest } from './hit-test.ts';
import { countTerms, type PageSummary, summarisePage } from './page-summary.ts';
import { createScanner } from './scanner.ts';
import { createSections, type Sections } from './sections.ts';
import { createSettler, type ResolveMentions, UNDECIDED } from './settler.ts';
import { createShadowRoots, type ShadowRootOf } from './shadow-roots.ts';
import { later } from './slices.ts';
import { createTextObserver, type TextChanges } from './text-observer.ts';
import { createWorkBudget } from './work-budget.ts';

export interface AnnotatorOptions {
  readonly view: Window & typeof globalThis;
  readonly index: AliasIndex;
  readonly density: Density;
  /** Fetches the sense records of forms that were met, with those they need. */
  loadSenses(forms: readonly string[]): Promise<SenseRecords>;
  /** Fetches what tells senses apart; undefined where the extension is gone. */
  loadResolver(): Promise<ResolveMentions | undefined>;
  /** What the reader has said: this form does not mean this term here. */
  isRejected(form: string, termId: TermId): boolean;
  /** The page has a mark for the first time. */
  onFirstMark?(): void;
  /** Something about the page's terms has changed. */
  onChange(): void;
  /** The document was emptied and written anew: its listeners are gone. */
  onRewritten(): void;
  readonly shadowRootOf: ShadowRootOf;
  readonly signal: AbortSignal;
}

export type Annotator = ReturnType<typeof createAnnotator>;

/** A page that reports more changes than this in a batch while it is left alone is left for good. */
const FLOOD = 5000;

export function createAnnotator(options: AnnotatorOptions) {
  const { view, signal } = options;
  const { document } = view;
  const store = createAnnotationStore();
  const highlighter = createHighlighter(view, signal, (annotation) => hitTest.rectsOf(annotation));
  const shadows = createShadowRoots(
    view,
    options.shadowRootOf,
    (root) => {
      observer.observe(root);
      if (!isOnDemand) scanner.read(root);
    },
    signal,
  );
  const hitTest = createHitTest(document, store, shadows.at);
  /** How often each term is named by a form of one sense. */
  const seen = new Map<TermId, number>();
  /** One for all annotations of a term: there may be tens of thousands. */
  const resolutions = new Map<TermId, Resolution>();
  const sections = createSections(document);
  const bareLinks = createBareLinks();
  const chooser = createMarkChooser(options.density, document, bareLinks);
  const budget = createWorkBudget();
  let nextId = 1;
  let isScanning = true;
  /** Reading this page took too much: it is read when the reader asks for it. */
  let isOnDemand = false;
  let rootElement = document.documentElement;

  const settler = createSettler({
    view,
    store,
    chooser,
    highlighter,
    seen,
    loadSenses: options.loadSenses,
    loadResolver: options.loadResolver,
    isRejected: options.isRejected,
    readEvidence: () => readPageEvidence(document, sections, seen),
    onChange: options.onChange,
    signal,
  });

  const scanner = createScanner({
    view,
    matcher: matcherOver(options.index),
    onStale: (node) => drop(store.removeNode(node)),
    sections,
    onFound: annotate,
    onSlice(ms, isDone) {
      settler.paint();
      if (isScanning) {
        if (isDone) endFirstScan();
      } else if (!budget.spend(ms, view.performance.now())) {
        leaveAlone();
      } else if (isDone) {
        settler.reconsider();
      }
    },
    signal,
  });

  function annotate(placed: readonly PlacedMention[], under: readonly Node[]): void {
    const fresh: Annotation[] = [];
    for (const [index, each] of placed.entries()) {
      const [first] = each.pieces;
      // A change during the first scan may have been read ahead of it.
      const known = store.at(first.node, first.start);
      if (known.some(({ pieces: [own] }) => own.node === first.node && own.start === first.start)) {
        continue;
      }
      const annotation = toAnnotation(each, under[index] as Node);
      fresh.push(annotation);
      count(annotation, 1);
    }
    if (fresh.length === 0) return;
    if (store.size() === 0) options.onFirstMark?.();
    store.add(fresh);
    settler.add(fresh);
  }

  function toAnnotation({ mention, pieces, context }: PlacedMention, section: Node): Annotation {
    const { entries, surface } = mention;
    const sure = entries.find((entry) => !entry.ambiguous);
    const entry =
      sure ?? entries.find(({ text }) => text === surface) ?? (entries[0] as LexiconEntry);
    const base = { id: nextId++, form: entry.text, pieces, section, order: 0 };
    if (sure === undefined) return { ...base, context, resolution: undefined };
    const isRejected = options.isRejected(entry.text, entry.termId);
    const resolution = isRejected ? UNDECIDED : resolvedAs(entry.termId);
    return { ...base, onlyTermId: entry.termId, resolution };
  }

  function resolvedAs(termId: TermId): Resolution {
    let resolution = resolutions.get(termId);
    if (resolution === undefined) {
      resolution = { kind: 'resolved', termId, evidence: [] };
      resolutions.set(termId, resolution);
    }
    return resolution;
  }

  function count(annotation: Annotation, by: 1 | -1): void {
    const termId = termOf(annotation);
    if (annotation.context !== undefined || termId === undefined) return;
    const total = (seen.get(termId) ?? 0) + by;
    if (total > 0) seen.set(termId, total);
    else seen.delete(termId);
  }

  function drop(removed: readonly Annotation[]): void {
    if (removed.length === 0) return;
    for (const annotation of removed) count(annotation, -1);
    chooser.remove(removed);
  }

  function endFirstScan(): void {
    isScanning = false;
    settler.finish();
    later(view, () => shadows.search([document]));
  }

  function leaveAlone(): void {
    isOnDemand = true;
    scanner.stop();
    options.onChange();
  }

  function readAll(from?: Text): void {
    const root = document.body ?? document;
    isScanning = true;
    scanner.read(root, { from });
    if (from !== undefined) scanner.read(root, { until: from });
    if (!isOnDemand) return;
    isOnDemand = false;
    for (const shadow of shadows.all()) scanner.read(shadow);
  }

  function onTextChanges({ dirty, added, hasRemovals, count: reported }: TextChanges): void {
    if (hasRemovals) {
      drop(store.sweep());
      shadows.prune();
    }
    if (document.documentElement !== rootElement) {
      rootElement = document.documentElement;
      options.onRewritten();
    }
    highlighter.restore();
    if (isOnDemand) {
      for (const node of dirty) drop(store.removeNode(node));
      settler.paint();
      if (reported > FLOOD) giveUp();
      return;
    }
    const trees = [...added].filter((node) => node.isConnected);
    shadows.search(trees);
    bareLinks.forget();
    const moved = sections.update(trees, hasRemovals);
    if (moved.size > 0) chooser.divideAgain(moved, sections.of);
    scanner.readChanges(dirty, trees);
    settler.paint();
  }

  /** Even hearing of its changes costs more than the page's marks are worth. */
  function giveUp(): void {
    observer.stop();
    store.clear();
    highlighter.clear();
    settler.clear();
    seen.clear();
    options.onChange();
  }

  const observer = createTextObserver(view, onTextChanges, signal);
  observer.observe(document);
  whenInView(view, readAll, signal);

  return {
    hitTest,
    highlighter,
    /** The pointer came to an element that may hold text in a shadow tree. */
    look: shadows.look,
    get: store.get,
    /** Marks in document order, for moving from one to the next. */
    marked: () => store.all().filter(highlighter.isMarked),
    /** Mentions that mean a term, in the order of the page. */
    resolved: () => store.all().filter((each) => termOf(each) !== undefined),
    /** @returns the first mark of a term, or its first mention where none is marked. */
    find(termId: TermId) {
      const own = store.all().filter((annotation) => termOf(annotation) === termId);
      return own.find(highlighter.isMarked) ?? own[0];
    },
    summary: (): PageSummary => summarisePage(store.all(), isScanning, isOnDemand, isVisible),
    /** How many terms the page shows, 100 for more; undefined while it is read. */
    count: () => (isScanning ? undefined : countTerms(store.all(), isVisible, 100)),
    /** Reads a page that was left alone, now and from now on. */
    readNow() {
      if (!isOnDemand) return;
      budget.reset();
      drop(store.all().slice());
      store.clear();
      observer.observe(document);
      for (const shadow of shadows.all()) observer.observe(shadow);
      readAll();
    },
    /** Looks at the reader's corrections again. */
    refresh() {
      for (const annotation of store.all()) {
        const { onlyTermId, form } = annotation;
        if (onlyTermId === undefined) continue;
        const isRejected = options.isRejected(form, onlyTermId);
        if (isRejected === (termOf(annotation) === undefined)) continue;
        settler.settle(annotation, isRejected ? UNDECIDED : resolvedAs(onlyTermId));
      }
      settler.resolveAgain();
      later(view, settler.paint);
    },
  };
}

/** Headings read as evidence, and their length in characters. */
const MAX_HEADINGS = 24;
const HEADING_LENGTH = 160;

function readPageEvidence(
  document: Document,
  sections: Sections,
  seen: ReadonlyMap<TermId, number>,
): PageEvidence {
  return {
    title: document.title.slice(0, 300),
    headings: sections
      .titles(MAX_HEADINGS)
      .map(({ textContent }) => (textContent ?? '').slice(0, HEADING_LENGTH)),
    host: document.location.host,
    seen,
  };
}
