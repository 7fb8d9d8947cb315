/**
 * The bundled facts and those of imported packs, for background and extension pages: files of the
 * extension itself and its own storage, read when asked for. Nothing here leaves the computer.
 */
import browser from 'webextension-polyfill';
import type { Pack, TermId } from '../data/schema.ts';
import type { CardRecord, TermSummary } from '../glossary/card-record.ts';
import { encodeLexicon } from '../glossary/lexicon.ts';
import { type CompiledPacks, compilePacks } from '../glossary/merge-packs.ts';
import { joinOverviews, type Overview } from '../glossary/overview.ts';
import type { SenseRecord } from '../glossary/sense-record.ts';
import {
  cardKey,
  LEXICON_KEY,
  PACKS_KEY,
  PACKS_VIEW_KEY,
  senseKey,
  UNPACKED_KEY,
} from './storage-keys.ts';

/** Where the build puts the compiled dataset. */
export const DATASET_PATHS = {
  lexicon: 'data/lexicon.txt',
  /** The bundled packs without their claims: read only to put imported packs beside them. */
  packs: 'data/packs.json',
  senses: 'data/senses.json',
  summaries: 'data/summaries.json',
  overview: 'data/explore.json',
  card: (id: string) => `data/cards/${id}.json`,
} as const;

async function read(path: string): Promise<Response> {
  const response = await fetch(browser.runtime.getURL(path));
  if (!response.ok) throw new Error(`${path} is missing from the extension`);
  return response;
}

async function readJson<T>(path: string): Promise<T> {
  return (await read(path)).json() as Promise<T>;
}

/** @returns the bundled packs without claims and sources. */
export function readBundledPacks(): Promise<readonly Pack[]> {
  return readJson<Pack[]>(DATASET_PATHS.packs);
}

/** @returns the forms of all terms, encoded. */
export async function readLexicon(): Promise<string> {
  return encodedLexicon(await compileImported());
}

async function encodedLexicon(imported: CompiledPacks | undefined): Promise<string> {
  if (imported !== undefined) return encodeLexicon(imported.lexicon);
  return (await read(DATASET_PATHS.lexicon)).text();
}

export async function readSenses(): Promise<Readonly<Record<string, SenseRecord>>> {
  const imported = await compileImported();
  return imported?.senses ?? readJson<Record<string, SenseRecord>>(DATASET_PATHS.senses);
}

/** @returns all terms by label. */
export async function readSummaries(): Promise<readonly TermSummary[]> {
  const [bundled, imported] = await Promise.all([
    readJson<TermSummary[]>(DATASET_PATHS.summaries),
    readImportedView(),
  ]);
  if (imported === undefined) return bundled;
  return [...bundled, ...imported.summaries].sort((a, b) => a.label.localeCompare(b.label, 'en'));
}

/** What the page of all facts begins with, and which packs the reader brought. */
export interface FullOverview extends Overview {
  /** Ids of imported packs. */
  readonly imported: readonly string[];
}

export async function readOverview(): Promise<FullOverview> {
  const [bundled, imported] = await Promise.all([
    readJson<Overview>(DATASET_PATHS.overview),
    readImportedView(),
  ]);
  if (imported === undefined) return { ...bundled, imported: [] };
  const ids = imported.overview.packs.map(({ id }) => id);
  return { ...joinOverviews(bundled, imported.overview), imported: ids };
}

/** @returns a term's card, or null where there is no such term. */
export async function readCard(id: TermId): Promise<CardRecord | null> {
  if (!/^[a-z0-9-]+$/u.test(id)) return null;
  try {
    return await readJson<CardRecord>(DATASET_PATHS.card(id));
  } catch {
    const stored = await browser.storage.local.get(cardKey(id));
    return (stored[cardKey(id)] as CardRecord | undefined) ?? null;
  }
}

/** @returns the packs that the reader imported, as they were, oldest first. */
export async function loadPacks(): Promise<readonly Pack[]> {
  const { [PACKS_KEY]: packs } = await browser.storage.local.get(PACKS_KEY);
  return Array.isArray(packs) ? (packs as Pack[]) : [];
}

/**
 * Changes which packs there are, and puts their terms into effect. Pages take notice when they are
 * loaded anew.
 * @throws where the browser's storage is full; the packs are then as before.
 */
export async function changePacks(
  change: (packs: readonly Pack[]) => readonly Pack[],
): Promise<void> {
  const before = await loadPacks();
  const { version } = browser.runtime.getManifest();
  try {
    await browser.storage.local.set({ [PACKS_KEY]: change(before) });
    await unpack(version, { isForced: true });
  } catch (error) {
    await browser.storage.local.set({ [PACKS_KEY]: before });
    await unpack(version, { isForced: true });
    throw error;
  }
}

type ImportedView = Pick<CompiledPacks, 'summaries' | 'overview'>;

async function readImportedView(): Promise<ImportedView | undefined> {
  const { [PACKS_VIEW_KEY]: view } = await browser.storage.local.get(PACKS_VIEW_KEY);
  return view as ImportedView | undefined;
}

async function compileImported(): Promise<CompiledPacks | undefined> {
  const packs = await loadPacks();
  if (packs.length === 0) return undefined;
  return compilePacks(packs, await readBundledPacks());
}

/** @returns the records of these forms with those they refer to. */
export async function sensesOf(forms: readonly string[]): Promise<Record<string, SenseRecord>> {
  const all = await readSenses();
  const found: Record<string, SenseRecord> = {};
  const take = (form: string) => {
    const record = Object.hasOwn(all, form) ? all[form] : undefined;
    if (record === undefined || Object.hasOwn(found, form)) return;
    found[form] = record;
    for (const need of 'needs' in record ? (record.needs ?? []) : []) take(need);
  };
  for (const form of forms) take(form);
  return found;
}

/**
 * Puts lexicon and sense records into local storage, where a page reads them without waking the
 * background, and with them the cards of imported packs. Done once per version, or when forced; what
 * was there before and isn't any more is removed.
 */
export async function unpack(version: string, { isForced = false } = {}): Promise<void> {
  const { [UNPACKED_KEY]: unpacked } = await browser.storage.local.get(UNPACKED_KEY);
  if (unpacked === version && !isForced) return;
  const imported = await compileImported();
  const [lexicon, senses] = await Promise.all([
    encodedLexicon(imported),
    imported?.senses ?? readJson<Record<string, SenseRecord>>(DATASET_PATHS.senses),
  ]);
  const entries: Record<string, unknown> = { [LEXICON_KEY]: lexicon };
  if (imported !== undefined) {
    const { summaries, overview, cards } = imported;
    entries[PACKS_VIEW_KEY] = { summaries, overview } satisfies ImportedView;
    for (const [id, card] of cards) entries[cardKey(id)] = card;
  }
  for (const [form, record] of Object.entries(senses)) entries[senseKey(form)] = record;
  const stale = Object.keys(await browser.storage.local.get(null)).filter(
    (key) => isDerived(key) && !Object.hasOwn(entries, key),
  );
  if (stale.length > 0) await browser.storage.local.remove(stale);
  await browser.storage.local.set(entries);
  await browser.storage.local.set({ [UNPACKED_KEY]: version });
}

/** Whether a key holds something that was made from bundled facts and packs. */
function isDerived(key: string): boolean {
  return key === PACKS_VIEW_KEY || key.startsWith(senseKey('')) || key.startsWith(cardKey(''));
}
