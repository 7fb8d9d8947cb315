/**
 * From what a page's reader finds to marks: keep → resolve → choose → paint. What is found first and
 * what comes with later changes take the same way.
 */
import type { TermId } from '../data/schema.ts';
import type { LexiconEntry } from '../glossary/lexicon.ts';
import { createMentionReader } from '../glossary/matcher.ts';
import type { Resolution } from '../glossary/resolve-page.ts';
import type { SenseRecords } from '../glossary/sense-record.ts';
import { type Annotation, createAnnotationStore, termOf } from './annotation-store.ts';
import { createBareLinks } from './bare-link.ts';
import { createMarkChooser, type Density } from './density.ts';
import { isVisible } from './exclusions.ts';
import { findInChunk, type PlacedMention } from './find-in-chunk.ts';
import { createHighlighter } from './highlighter.ts';
import { createHitTest } from './hit-test.ts';
import type { PageReader, ReadingListener } from './page-reader.ts';
import { countTerms, type PageSummary, summarisePage } from './page-summary.ts';
import { readPageEvidence } from './read-page-evidence.ts';
import { createSections } from './sections.ts';
import { createSettler, UNDECIDED } from './settler.ts';
import { shadowPathAt } from './shadow-path.ts';
import type { ShadowRootOf } from './shadow-roots.ts';
import { later } from './slices.ts';
import { textsIn } from './texts-in.ts';

export interface AnnotatorOptions {
  readonly view: Window & typeof globalThis;
  readonly reader: PageReader;
  readonly shadowRootOf: ShadowRootOf;
  readonly density: Density;
  /** Fetches the sense records of forms that were met, with those they need. */
  loadSenses(forms: readonly string[]): Promise<SenseRecords>;
  /** What the reader has said: this form does not mean this term here. */
  isRejected(form: string, termId: TermId): boolean;
  /** Something about the page's terms has changed. */
  onChange(): void;
  readonly signal: AbortSignal;
}

export type Annotator = ReturnType<typeof createAnnotator>;

export function createAnnotator(options: AnnotatorOptions) {
  const { view, reader, signal } = options;
  const { document } = view;
  const store = createAnnotationStore();
  const highlighter = createHighlighter(view, signal, (annotation) => hitTest.rectsOf(annotation));
  const hitTest = createHitTest(document, store, (x, y) =>
    reader.shadows.all().size === 0 ? [] : shadowPathAt(document, options.shadowRootOf, x, y),
  );
  const readMentions = createMentionReader(reader.lexicon);
  /** How often each term is named by a form of one sense. */
  const seen = new Map<TermId, number>();
  const sections = createSections(document);
  const bareLinks = createBareLinks();
  const chooser = createMarkChooser(options.density, document, bareLinks);
  /** Asked for a shadow tree since something last left the page. */
  let looked = new WeakSet<Element>();
  let nextId = 1;
  /** Nodes were moved since the order was last looked at. */
  let wasMoved = false;
  /** The first scan isn't over. */
  let isFirst = true;

  const settler = createSettler({
    view,
    store,
    chooser,
    highlighter,
    seen,
    loadSenses: options.loadSenses,
    isRejected: options.isRejected,
    readEvidence: () => readPageEvidence(document, seen),
    onChange: options.onChange,
    signal,
  });

  function annotate(placed: readonly PlacedMention[]): void {
    let fresh: Annotation[] = [];
    const take = () => {
      if (fresh.length === 0) return;
      store.add(fresh);
      settler.add(fresh);
      fresh = [];
    };
    for (const each of placed) {
      const [first] = each.pieces;
      // A change during the first scan may have been read ahead of it.
      const known = store.at(first.node, first.start);
      if (known.some(({ pieces: [own] }) => own.node === first.node && own.start === first.start)) {
        // What is added together must have none between.
        take();
        continue;
      }
      const annotation = toAnnotation(each, sections.of(first.node));
      fresh.push(annotation);
      count(annotation, 1);
    }
    take();
  }

  function toAnnotation({ mention, pieces, context }: PlacedMention, section: Node): Annotation {
    const { entries, surface } = mention;
    const sure = entries.find((entry) => !entry.ambiguous);
    const entry =
      sure ?? entries.find(({ text }) => text === surface) ?? (entries[0] as LexiconEntry);
    const { termId } = entry;
    const isRejected = sure !== undefined && options.isRejected(entry.text, termId);
    return {
      id: nextId++,
      form: entry.text,
      pieces,
      section,
      order: 0,
      context: sure === undefined ? context : undefined,
      onlyTermId: sure && termId,
      resolution: sure && (isRejected ? UNDECIDED : resolvedAs(termId)),
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
    chooser.remove(removed);
  }

  const listener: ReadingListener = {
    onFound: (found) => annotate(findInChunk(found, readMentions)),
    onStale: (node) => drop(store.removeNode(node)),
    onTouched: sections.touch,
    onChanges({ trees, hasRemovals, moved }) {
      if (hasRemovals) {
        drop(store.sweep());
        looked = new WeakSet();
      }
      wasMoved ||= moved.length > 0;
      for (const tree of moved) for (const text of textsIn(tree)) drop(store.removeNode(text));
      highlighter.restore();
      bareLinks.forget();
      const divided = sections.update(trees);
      chooser.divideAgain(divided, hasRemovals, sections.of);
    },
    onSlice(isDone) {
      if (isDone && wasMoved) restoreOrder();
      settler.paint();
      if (!isDone) return;
      if (isFirst) settler.finish();
      else settler.reconsider();
      isFirst = false;
    },
    onLeft(isForGood) {
      if (isForGood) clear();
      settler.paint();
    },
    onReadAgain() {
      drop(store.all().slice());
      store.clear();
      isFirst = true;
    },
  };

  function restoreOrder(): void {
    wasMoved = false;
    if (store.size() > SORTED_UP_TO) return;
    let isOther = store.restoreOrder();
    const all = store.all();
    for (const annotation of all) {
      const section = sections.of(annotation.pieces[0].node);
      isOther ||= section !== annotation.section;
      annotation.section = section;
    }
    if (!isOther) return;
    chooser.remove(all);
    chooser.add(all);
  }

  /** Even hearing of its changes costs more than the page's marks are worth. */
  function clear(): void {
    drop(store.all().slice());
    store.clear();
    highlighter.clear();
    settler.clear();
  }

  return {
    hitTest,
    highlighter,
    /** The pointer came to an element that may hold text in a shadow tree. */
    look(target: EventTarget | null): void {
      const element = target as Element | null;
      if (element?.nodeType !== 1 || looked.has(element)) return;
      looked.add(element);
      reader.shadows.look(element);
    },
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
    summary: (): PageSummary =>
      summarisePage(store.all(), reader.isScanning(), reader.isOnDemand(), isVisible),
    /** How many terms the page shows, 100 for more; undefined while it is read. */
    count: () => (reader.isScanning() ? undefined : countTerms(store.all(), isVisible, 100)),
    /** Takes what the reader has found, and all that it finds. */
    start: () => reader.listen(listener),
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

/** More annotations than this aren't put in order again, which takes a look at each. */
const SORTED_UP_TO = 3000;

/** A form of one sense is evidence enough. */
const NONE: Resolution['evidence'] = [];

function resolvedAs(termId: TermId): Resolution {
  return { kind: 'resolved', termId, evidence: NONE };
}
