/**
 * One stretch of being switched on: everything it starts ends with it, listeners, observers, marks
 * and card alike.
 */
import type { TermId } from '../../data/schema.ts';
import { changeSettings, loadSenses } from '../../extension/companion-data.ts';
import { ask } from '../../extension/content-data.ts';
import type { FrameNote } from '../../extension/messages.ts';
import { isConnected, shadowRootOf } from '../../extension/native.ts';
import { accept, readSettings, reject, type Settings } from '../../extension/settings.ts';
import { switchSite } from '../../extension/site-rules.ts';
import type { CardRecord } from '../../glossary/card-record.ts';
import { createAnnotator } from '../../page/annotator.ts';
import { takeCardBundle } from '../../page/card-bundle.ts';
import { createCardController } from '../../page/card-controller.ts';
import type { Sighting } from '../../page/lent-mention.ts';
import type { PageSummary } from '../../page/page-summary.ts';
import { createTermTour } from '../../page/term-tour.ts';
import type { Stretch } from '../annotate/door.ts';
import { answerNotes, topFrame } from './frame-notes.ts';
import type { PageDay } from './page-day.ts';

export interface SessionOptions {
  readonly stretch: Stretch;
  readonly site: string;
  readonly pageDay: PageDay;
  /** Whether there is no room for a card in this frame as it is now. */
  isSmall(): boolean;
  /** The last pointer event; undefined before any. */
  seen(): Sighting | undefined;
  onChange(): void;
  /** Applies settings to this frame. */
  take(settings: Settings): void;
  /** The extension was updated or removed under the page. */
  onGone(): void;
}

export interface Session {
  summary(): PageSummary;
  /** How many terms the page shows, 100 for more; undefined while it is read. */
  count(): number | undefined;
  /** Reads a page that was left alone because reading it took too much. */
  readNow(): void;
  /** Scrolls to a term's first mark and opens its card. @returns false where there is none. */
  openTerm(termId: TermId): boolean;
  /** Takes settings in without a new start. @returns false where a new start is needed. */
  accepts(settings: unknown): boolean;
  /** Adds the listeners again that the page has taken away. */
  listen(): void;
  /** Puts back what was lost while the page was away, or ends where the extension was. */
  wake(): void;
  /** The page takes every card away. */
  isBlocked(): boolean;
  /** Does what another part of the extension asks of this frame. */
  answer(note: FrameNote): boolean;
}

export function createSession(options: SessionOptions): Session {
  const { site, stretch } = options;
  const { signal, reader } = stretch;
  let settings = readSettings(stretch.settings);
  /** “Here” corrections: kept as long as the page is. */
  const rejectedHere = new Set<string>();
  const records = new Map<TermId, CardRecord>();
  const coming = new Map<TermId, Promise<CardRecord | null>>();

  const annotator = createAnnotator({
    view: window,
    reader,
    shadowRootOf,
    density: settings.density,
    loadSenses,
    isRejected: (form, termId) =>
      (rejectedHere.size > 0 && rejectedHere.has(`${form}\t${termId}`)) ||
      settings.rejections.some(
        (each) =>
          each.form === form &&
          each.termId === termId &&
          (each.host === null || each.host === site),
      ),
    onChange() {
      if (!isConnected()) return options.onGone();
      cards.check();
      options.onChange();
    },
    signal,
  });

  /** Once for the dwell and the card after it. */
  function fetchCard(termId: TermId): Promise<CardRecord | null> {
    const under = coming.get(termId);
    if (under !== undefined) return under;
    const needsScript = takeCardBundle() === undefined;
    const fetched = ask('prepareCard', { termId, needsScript });
    coming.set(termId, fetched);
    const forget = () => coming.delete(termId);
    fetched.then(forget, forget);
    return fetched;
  }

  /** What the reader says holds here at once, whether or not it can be stored, and elsewhere then. */
  function say(change: (settings: Settings) => Settings): void {
    options.take(change(settings));
    changeSettings(change).catch(() => {});
  }

  const cards = createCardController({
    view: window,
    annotator,
    preset: settings.hover,
    theme: settings.theme,
    signal,
    async prepare(termId) {
      if (!isConnected()) {
        options.onGone();
        return null;
      }
      const known = takeCardBundle() && records.get(termId);
      const record = known ?? (await fetchCard(termId));
      const bundle = takeCardBundle();
      if (record === null || bundle === undefined) return null;
      records.set(termId, record);
      return { bundle, record };
    },
    onNotThis(form, termId, scope) {
      if (scope === 'here') {
        const key = `${form}\t${termId}`;
        rejectedHere.add(key);
        annotator.refresh();
        return () => {
          rejectedHere.delete(key);
          annotator.refresh();
        };
      }
      const rejection = { form, termId, host: scope === 'site' ? site : null };
      say((current) => reject(current, rejection));
      return () => say((current) => accept(current, rejection));
    },
    onExplore: (termId) => void ask('openExplore', { termId }).catch(() => {}),
    pageDate: options.pageDay.known,
    onSetDate(date) {
      options.pageDay.set(date);
      options.onChange();
    },
    onSiteOff: () => say((current) => switchSite(current, site, false)),
    lender: window.top === window ? undefined : topFrame,
    isSmall: options.isSmall,
    seen: options.seen,
    onReturn: () => tour.comeBack(),
    onBlocked: options.onChange,
  });
  const tour = createTermTour({
    view: window,
    annotator,
    open: (annotation, place) => cards.open(annotation, place),
    shown: cards.shown,
  });
  const answer = answerNotes(cards, tour, () => annotator.count() !== undefined);
  annotator.start();

  return {
    summary: annotator.summary,
    count: annotator.count,
    readNow: reader.readNow,
    openTerm(termId) {
      const annotation = annotator.find(termId);
      if (annotation === undefined) return false;
      const element = annotation.pieces[0].node.parentElement;
      element?.scrollIntoView({ block: 'center', behavior: 'instant' });
      // The card stands by its word once the page has scrolled.
      requestAnimationFrame(() => cards.open(annotation));
      return true;
    },
    accepts(raw) {
      const next = readSettings(raw);
      const keeps = (['density', 'hover', 'theme'] as const).every(
        (key) => next[key] === settings[key],
      );
      const isNew = next.rejections !== settings.rejections;
      settings = keeps ? next : settings;
      if (keeps && isNew) annotator.refresh();
      return keeps;
    },
    listen: cards.listen,
    wake() {
      if (isConnected()) annotator.highlighter.restore();
      else options.onGone();
    },
    isBlocked: cards.isBlocked,
    answer,
  };
}
