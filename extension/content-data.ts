/** What a page's script reads: storage first, the background where storage doesn't have it. */
import { type AliasIndex, openAliasIndex } from '../glossary/alias-index.ts';
import type { SenseRecord, SenseRecords } from '../glossary/sense-record.ts';
import { createAsker } from './messages.ts';
import { native } from './native.ts';
import { readSettings, type Settings } from './settings.ts';
import { LEXICON_KEY, SETTINGS_KEY, senseKey } from './storage-keys.ts';
import { isSenseRecord } from './stored-sense.ts';

export const ask = createAsker(native.runtime);

export async function loadSettings(): Promise<Settings> {
  return readSettings((await native.storage.local.get(SETTINGS_KEY))[SETTINGS_KEY]);
}

/** @returns the aliases; undefined where none can be had. Asked for only where text is to be read. */
export async function loadIndex(): Promise<AliasIndex | undefined> {
  const stored = await native.storage.local.get(LEXICON_KEY);
  return openAliasIndex(stored[LEXICON_KEY]) ?? openAliasIndex(await ask('getLexicon', {}));
}

/** @returns the records of these forms and the shared ones they need. */
export async function loadSenses(forms: readonly string[]): Promise<SenseRecords> {
  const records = await readStored(forms);
  const needed = new Set(
    [...records.values()].flatMap((record) => ('needs' in record ? record.needs : [])),
  );
  for (const [key, record] of await readStored([...needed])) records.set(key, record);
  const missing = forms.filter((form) => !records.has(form));
  if (missing.length > 0) {
    const fresh = await ask('getSenses', { forms: missing });
    for (const [key, record] of Object.entries(fresh)) records.set(key, record);
  }
  return records;
}

async function readStored(forms: readonly string[]): Promise<Map<string, SenseRecord>> {
  const records = new Map<string, SenseRecord>();
  if (forms.length === 0) return records;
  const stored = await native.storage.local.get(forms.map(senseKey));
  for (const form of forms) {
    const record: unknown = stored[senseKey(form)];
    if (isSenseRecord(record) && record.form === form) records.set(form, record);
  }
  return records;
}

/** Calls back with the new settings whenever they change anywhere. */
export function watchSettings(listener: (settings: Settings) => void, signal: AbortSignal): void {
  const onChanged = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    const change = changes[SETTINGS_KEY];
    if (area === 'local' && change !== undefined) listener(readSettings(change.newValue));
  };
  native.storage.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => {
    try {
      native.storage.onChanged.removeListener(onChanged);
    } catch {
      // The extension is gone, and its listeners with it.
    }
  });
}

/** Stores settings changed by the card: “not this meaning”, “off on this site”. */
export async function changeSettings(change: (settings: Settings) => Settings): Promise<void> {
  const stored = await native.storage.local.get(SETTINGS_KEY);
  await native.storage.local.set({ [SETTINGS_KEY]: change(readSettings(stored[SETTINGS_KEY])) });
}
