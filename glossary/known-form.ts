/**
 * What is kept of a form from one call to the next: mentions come in batches, and all are looked at
 * again when the page has named other terms.
 */
import { type CompiledRecord, compileRecord, type Shared, shareTopics } from './compiled-record.ts';
import { type Standing, stand } from './judge-mention.ts';
import type { KnownMentions } from './mention-readings.ts';
import { type PageTitle, weighPage, weighSeen } from './page-evidence.ts';
import {
  type FormRecord,
  isTopicsRecord,
  type SenseRecords,
  type TopicsRecord,
} from './sense-record.ts';
import { type PageWeighing, type Reading, type Weighing, weighingOfPage } from './weighing.ts';

export interface KnownForm {
  readonly compiled: CompiledRecord;
  readonly mentions: KnownMentions;
  /** Title, headings and host, as last read, and what they say. */
  title: PageTitle | undefined;
  host: string;
  page: Weighing;
  /** By the terms that the page has named. */
  readonly views: Map<string, PageView>;
}

/** The page as it stands with certain terms named, and how readings stand there. */
export interface PageView {
  readonly page: PageWeighing;
  /** The same as it counts where a paragraph is heard alone; weighed when one is. */
  besideParagraph: PageWeighing | undefined;
  readonly standings: Map<Reading, Standing>;
}

/** The page names more and more terms: what was before is soon of no use. */
const MOST_VIEWS = 6;
const MOST_STANDINGS = 1000;

const ready = new WeakMap<FormRecord, KnownForm>();
let atHand: Shared = shareTopics([]);

/** Topics change only when a pack is switched on or off. */
export function sharedOf(records: SenseRecords): Shared {
  const found: TopicsRecord[] = [];
  for (const record of records.values()) if (isTopicsRecord(record)) found.push(record);
  const { packs } = atHand;
  const isSame =
    found.length === packs.length && found.every((record, i) => record === packs[i]?.record);
  if (!isSame) atHand = shareTopics(found);
  return atHand;
}

/** Finds or begins what is known of a form, as seen on this page. */
export function knownForm(record: FormRecord, title: PageTitle, host: string): KnownForm {
  const known = ready.get(record);
  const form = known?.compiled.shared === title.shared ? known : begin(record, title.shared);
  if (form.title !== title || form.host !== host) {
    form.title = title;
    form.host = host;
    form.page = weighPage(form.compiled, title, host);
    form.views.clear();
  }
  return form;
}

function begin(record: FormRecord, shared: Shared): KnownForm {
  const compiled = compileRecord(record, shared);
  const fresh: KnownForm = {
    compiled,
    mentions: { readings: new Map(), looks: new Map() },
    title: undefined,
    host: '',
    page: [],
    views: new Map(),
  };
  ready.set(record, fresh);
  return fresh;
}

/** Terms that a page names, and what tells them from others: joined once for all forms. */
export interface SeenTerms {
  readonly terms: readonly string[];
  readonly key: string;
}

export const NO_TERMS: SeenTerms = { terms: [], key: '' };

export function addTerms({ terms, key }: SeenTerms, more: readonly string[]): SeenTerms {
  return { terms: [...terms, ...more], key: [key, ...more].join(' ') };
}

/** The page with these terms named. */
export function viewOf({ compiled, page, views }: KnownForm, { terms, key }: SeenTerms): PageView {
  const known = views.get(key);
  if (known !== undefined) return known;
  const hits = terms.length > 0 ? [...page, ...weighSeen(compiled, terms)] : page;
  const view: PageView = {
    page: weighingOfPage(hits, compiled),
    besideParagraph: undefined,
    standings: new Map(),
  };
  if (views.size >= MOST_VIEWS) views.clear();
  views.set(key, view);
  return view;
}

export function standingIn(
  { page, standings }: PageView,
  reading: Reading,
  compiled: CompiledRecord,
): Standing {
  let standing = standings.get(reading);
  if (standing === undefined) {
    standing = stand(compiled, reading, page);
    if (standings.size >= MOST_STANDINGS) standings.clear();
    standings.set(reading, standing);
  }
  return standing;
}
