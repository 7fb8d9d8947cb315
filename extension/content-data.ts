/** What the script of every frame reads: storage first, the background where storage doesn't have it. */
import { type AliasIndex, openAliasIndex } from '../glossary/alias-index.ts';
import { insist } from './insist.ts';
import { createAsker } from './messages.ts';
import { native } from './native.ts';
import { LEXICON_KEY, SETTINGS_KEY } from './storage-keys.ts';

/** The browser sets `runtime` up when it is first touched, which most frames need not pay for. */
export const ask: ReturnType<typeof createAsker> = (name, request) =>
  insist(() => createAsker(native.runtime)(name, request));

/** What storage holds under these keys. */
export const readStorage = (keys: string | string[]) =>
  insist(() => native.storage.local.get(keys));

/** @returns the settings as storage holds them, unread. */
export async function loadSettings(): Promise<unknown> {
  return (await readStorage(SETTINGS_KEY))[SETTINGS_KEY];
}

/** @returns the aliases; undefined where none can be had. Asked for only where text is to be read. */
export async function loadIndex(): Promise<AliasIndex | undefined> {
  const stored = await readStorage(LEXICON_KEY);
  return openAliasIndex(stored[LEXICON_KEY]) ?? openAliasIndex(await ask('getLexicon', {}));
}

/** Calls back with the new settings, unread, whenever they change anywhere. */
export function watchSettings(listener: (settings: unknown) => void, signal: AbortSignal): void {
  const onChanged = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    const change = changes[SETTINGS_KEY];
    if (area === 'local' && change !== undefined) listener(change.newValue);
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
