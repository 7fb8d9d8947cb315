/**
 * The bundled facts, for background and extension pages: files of the extension itself, read when
 * asked for. Nothing here leaves the computer.
 */
import browser from 'webextension-polyfill';
import type { TermId } from '../data/schema.ts';
import type { CardRecord, TermSummary } from '../glossary/card-record.ts';
import type { SenseRecord } from '../glossary/sense-record.ts';
import { LEXICON_KEY, senseKey, UNPACKED_KEY } from './storage-keys.ts';

/** Where the build puts the compiled dataset. */
export const DATASET_PATHS = {
  lexicon: 'data/lexicon.txt',
  senses: 'data/senses.json',
  summaries: 'data/summaries.json',
  card: (id: string) => `data/cards/${id}.json`,
} as const;

async function read(path: string): Promise<Response> {
  const response = await fetch(browser.runtime.getURL(path));
  if (!response.ok) throw new Error(`${path} is missing from the extension`);
  return response;
}

export async function readLexicon(): Promise<string> {
  return (await read(DATASET_PATHS.lexicon)).text();
}

export async function readSenses(): Promise<Readonly<Record<string, SenseRecord>>> {
  return (await read(DATASET_PATHS.senses)).json() as Promise<Record<string, SenseRecord>>;
}

export async function readSummaries(): Promise<readonly TermSummary[]> {
  return (await read(DATASET_PATHS.summaries)).json() as Promise<TermSummary[]>;
}

/** @returns a term's card, or null where the dataset has no such term. */
export async function readCard(id: TermId): Promise<CardRecord | null> {
  if (!/^[a-z0-9-]+$/u.test(id)) return null;
  try {
    return (await (await read(DATASET_PATHS.card(id))).json()) as CardRecord;
  } catch {
    return null;
  }
}

/** @returns the records of these forms with those they refer to. */
export async function sensesOf(forms: readonly string[]): Promise<Record<string, SenseRecord>> {
  const all = await readSenses();
  const found: Record<string, SenseRecord> = {};
  const take = (form: string) => {
    const record = Object.hasOwn(all, form) ? all[form] : undefined;
    if (record === undefined || Object.hasOwn(found, form)) return;
    found[form] = record;
    for (const need of record.needs ?? []) take(need);
  };
  for (const form of forms) take(form);
  return found;
}

/**
 * Puts lexicon and sense records into local storage, where a page reads them without waking the
 * background. Done once per version, or when forced; what an older version left is removed.
 */
export async function unpack(version: string, { isForced = false } = {}): Promise<void> {
  const { [UNPACKED_KEY]: unpacked } = await browser.storage.local.get(UNPACKED_KEY);
  if (unpacked === version && !isForced) return;
  const [lexicon, senses] = await Promise.all([readLexicon(), readSenses()]);
  const entries = Object.entries(senses).map(([form, record]) => [senseKey(form), record] as const);
  const stale = Object.keys(await browser.storage.local.get(null)).filter(
    (key) => key.startsWith(senseKey('')) && !Object.hasOwn(senses, key.slice(senseKey('').length)),
  );
  if (stale.length > 0) await browser.storage.local.remove(stale);
  await browser.storage.local.set({ [LEXICON_KEY]: lexicon, ...Object.fromEntries(entries) });
  await browser.storage.local.set({ [UNPACKED_KEY]: version });
}
