/** What the script of every frame reads: storage first, the background where storage doesn't have it. */
import { type AliasIndex, openAliasIndex } from '../glossary/alias-index.ts';
import { createAsker } from './messages.ts';
import { native } from './native.ts';
import { readSettings, type Settings } from './settings.ts';
import { LEXICON_KEY, SETTINGS_KEY } from './storage-keys.ts';

export const ask = createAsker(native.runtime);

export async function loadSettings(): Promise<Settings> {
  return readSettings((await native.storage.local.get(SETTINGS_KEY))[SETTINGS_KEY]);
}

/** @returns the aliases; undefined where none can be had. Asked for only where text is to be read. */
export async function loadIndex(): Promise<AliasIndex | undefined> {
  const stored = await native.storage.local.get(LEXICON_KEY);
  return openAliasIndex(stored[LEXICON_KEY]) ?? openAliasIndex(await ask('getLexicon', {}));
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
