/** What a frame's companion reads and changes: storage first, the background where it must be. */
import type { SenseRecord, SenseRecords } from '../glossary/sense-record.ts';
import { ask, readStorage } from './content-data.ts';
import { native } from './native.ts';
import { readSettings, type Settings } from './settings.ts';
import { SETTINGS_KEY, senseKey } from './storage-keys.ts';
import { isSenseRecord } from './stored-sense.ts';

/** @returns the records of these forms and the shared ones they need. */
export async function loadSenses(forms: readonly string[]): Promise<SenseRecords> {
  const records = await readStored(forms);
  const needed = new Set(
    [...records.values()].flatMap((record) => ('needs' in record ? record.needs : [])),
  );
  for (const [key, record] of await readStored([...needed])) records.set(key, record);
  const missing = [...forms, ...needed].filter((key) => !records.has(key));
  if (missing.length > 0) {
    const fresh = await ask('getSenses', { forms: missing });
    for (const [key, record] of Object.entries(fresh)) records.set(key, record);
  }
  return records;
}

async function readStored(forms: readonly string[]): Promise<Map<string, SenseRecord>> {
  const records = new Map<string, SenseRecord>();
  if (forms.length === 0) return records;
  const stored = await readStorage(forms.map(senseKey));
  for (const form of forms) {
    const record: unknown = stored[senseKey(form)];
    if (isSenseRecord(record) && record.form === form) records.set(form, record);
  }
  return records;
}

/** Stores settings changed by the card: “not this meaning”, “off on this site”. */
export async function changeSettings(change: (settings: Settings) => Settings): Promise<void> {
  const stored = await readStorage(SETTINGS_KEY);
  await native.storage.local.set({ [SETTINGS_KEY]: change(readSettings(stored[SETTINGS_KEY])) });
}
