/**
 * The pipeline from a document to marks: read → find → resolve → choose → paint. The first scan and
 * every later change take the same way; a change re-reads only the run of text it touches.
 */
import type { TermId } from '../data/schema.ts';
import type { Lexicon, LexiconEntry } from '../glossary/lexicon.ts';
import { createMatcher } from '../glossary/matcher.ts';
import { resolvePage } from '../glossary/resolve-page.ts';
import type { SenseRecord, SenseRecords } from '../glossary/sense-record.ts';
import { type Annotation, createAnnotationStore, termOf } from './annotation-store.ts';
import { chooseMarked, type Density } from './density.ts';
import { isVisible } from './exclusions.ts';
import { findInChunk, type PlacedMention } from './find-in-chunk.ts';
import { createHighlighter } from './highlighter.ts';
import { createHitTest } from './hit-test.ts';
import { type PageSummary, summarisePage } from './page-summary.ts';
import { createTextReader, readRun, type TextChunk } from './read-text.ts';
import { createShadowRoots, type ShadowRootOf } from './shadow-roots.ts';
import { later, runInSlices } from './slices.ts';
import { createTextObserver, type TextChanges } from './text-observer.ts';

export interface AnnotatorOptions {
  readonly view: Window & typeof globalThis;
  readonly lexicon: Lexicon;
  readonly density: Density;
  /** Fetches the sense records of forms that were met, with those they need. */
  loadSenses(forms: readonly string[]): Promise<SenseRecords>;
  /** What the reader has said: this form does not mean this term here. */
  isRejected(form: string, termId: TermId): boolean;
  /** Something about the page's terms has changed. */
  onChange(): void;
  /** The document was emptied and written anew: its listeners are gone. */
  onRewritten(): void;
  readonly shadowRootOf: ShadowRootOf;
  readonly signal: AbortSignal;
}

export type Annotator = ReturnType<typeof createAnnotator>;

/** Sense records are asked for together once a burst of finds is over, in ms. */
const RESOLVE_MS = 30;

export function createAnnotator(options: AnnotatorOptions) {
  const { view, signal } = options;
  const { document } = view;
  const matcher = createMatcher(options.lexicon);
  const store = createAnnotationStore();
  const highlighter = createHighlighter(view, signal);
  const shadows = createShadowRoots(
    view,
    options.shadowRootOf,
    (root) => {
      observer.observe(root);
      scan(root, queue);
    },
    signal,
  );
  const hitTest = createHitTest(document, store, shadows.at);
  /** How often each term is named by a form of one sense. */
  const seen = new Map<TermId, number>();
  const senses = new Map<string, SenseRecord>();
  const asked = new Set<string>();
  let nextId = 1;
  let isScanning = true;
  let isQueued = false;
  let rootElement = document.documentElement;

  function annotate(chunk: TextChunk): void {
    // A change during the first scan may have been read ahead of it.
    const fresh = findInChunk(chunk, matcher)
      .filter(({ pieces: [first] }) => first && !store.at(first.node, first.start))
      .map(toAnnotation);
    if (fresh.length === 0) return;
    store.add(fresh);
    for (const annotation of fresh) count(annotation, 1);
    queue();
  }

  function toAnnotation(placed: PlacedMention): Annotation {
    const { entries, surface } = placed.mention;
    const sure = entries.find((entry) => !entry.ambiguous);
    const entry =
      sure ?? entries.find(({ text }) => text === surface) ?? (entries[0] as LexiconEntry);
    const base = {
      id: nextId++,
      surface,
      form: entry.text,
      pieces: placed.pieces as Annotation['pieces'],
    };
    if (sure === undefined) {
      return {
        ...base,
        context: { before: placed.before, after: placed.after },
        resolution: undefined,
      };
    }
    const isRejected = options.isRejected(entry.text, entry.termId);
    return {
      ...base,
      resolution: isRejected
        ? { kind: 'undecided', evidence: [] }
        : { kind: 'resolved', termId: entry.termId, evidence: [] },
    };
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
    queue();
  }

  function rescan(chunk: TextChunk): void {
    for (const node of chunk.nodes) drop(store.removeNode(node));
    annotate(chunk);
  }

  function queue(): void {
    if (isQueued) return;
    isQueued = true;
    view.setTimeout(() => {
      isQueued = false;
      if (!signal.aborted) void settle();
    }, RESOLVE_MS);
  }

  /** Resolves what is ambiguous, chooses what to mark, paints. */
  async function settle(): Promise<void> {
    const open = store.all().filter(({ context }) => context !== undefined);
    const unknown = [...new Set(open.map(({ form }) => form))].filter((form) => !asked.has(form));
    if (unknown.length > 0) {
      for (const form of unknown) asked.add(form);
      paint();
      for (const [key, record] of await options.loadSenses(unknown)) senses.set(key, record);
      if (signal.aborted) return;
    }
    if (open.length > 0) resolveAll();
    paint();
    options.onChange();
  }

  function resolveAll(): void {
    const open = store.all().filter(({ context }) => context !== undefined);
    const resolutions = resolvePage(
      open.map(({ form, surface, context }) => ({
        form,
        surface,
        before: context?.before ?? '',
        after: context?.after ?? '',
      })),
      readPageEvidence(document, seen),
      senses,
    );
    open.forEach((annotation, index) => {
      const resolution = resolutions[index];
      if (resolution?.kind !== 'resolved') {
        annotation.resolution = resolution;
        return;
      }
      const isRejected = options.isRejected(annotation.form, resolution.termId as TermId);
      annotation.resolution = isRejected ? { kind: 'undecided', evidence: [] } : resolution;
    });
  }

  function paint(): void {
    highlighter.mark(chooseMarked(store.all(), options.density, document));
  }

  function scan(root: Document | ShadowRoot | Element, onDone: () => void): void {
    const reader = createTextReader(root);
    runInSlices(
      view,
      () => {
        const chunk = reader.next();
        if (chunk === undefined) {
          onDone();
          return false;
        }
        if (root === document) annotate(chunk);
        else rescan(chunk);
        return true;
      },
      signal,
    );
  }

  function onTextChanges({ dirty, added, hasRemovals }: TextChanges): void {
    if (hasRemovals) {
      drop(store.removeWhere(({ pieces }) => !pieces[0].node.isConnected));
      shadows.prune();
    }
    if (document.documentElement !== rootElement) {
      rootElement = document.documentElement;
      options.onRewritten();
    }
    highlighter.restore();
    const runs = new Set<Text>(dirty);
    const trees = [...added].filter((node) => node.isConnected);
    shadows.search(trees);
    for (const tree of trees) {
      scan(tree as Element, () => {});
      for (const edge of edgesOf(tree)) runs.add(edge);
    }
    const pending = [...runs].filter((node) => node.isConnected);
    const done = new Set<Text>();
    runInSlices(
      view,
      () => {
        const node = pending.pop();
        if (node === undefined) return false;
        if (done.has(node) || !node.isConnected) return true;
        const chunk = readRun(node, node.getRootNode());
        for (const each of chunk.nodes) done.add(each);
        rescan(chunk);
        return true;
      },
      signal,
    );
  }

  const observer = createTextObserver(view, onTextChanges, signal);
  observer.observe(document);
  scan(document, () => {
    isScanning = false;
    queue();
    later(view, () => shadows.search([document]));
  });

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
    summary: (): PageSummary => summarisePage(store.all(), isScanning, isVisible),
    /** Looks at the reader's corrections again. */
    refresh() {
      for (const annotation of store.all()) {
        const termId = termOf(annotation);
        if (annotation.context === undefined && termId !== undefined) {
          if (options.isRejected(annotation.form, termId)) {
            annotation.resolution = { kind: 'undecided', evidence: [] };
          }
        }
      }
      later(view, () => void settle());
    },
  };
}

/** Headings read as evidence, and their length in characters. */
const MAX_HEADINGS = 24;
const HEADING_LENGTH = 160;

function readPageEvidence(document: Document, seen: ReadonlyMap<TermId, number>) {
  const headings: string[] = [];
  for (const heading of document.querySelectorAll('h1,h2,h3')) {
    if (headings.length === MAX_HEADINGS) break;
    headings.push((heading.textContent ?? '').slice(0, HEADING_LENGTH));
  }
  return { title: document.title.slice(0, 300), headings, host: document.location.host, seen };
}

/** First and last text node of an inserted tree: their runs may reach beyond it. */
function edgesOf(tree: Node): Text[] {
  const edges: Text[] = [];
  for (const side of ['firstChild', 'lastChild'] as const) {
    let at: Node | null = tree;
    while (at !== null && at.nodeType === 1) at = at[side];
    if (at?.nodeType === 3) edges.push(at as Text);
  }
  return edges;
}
