/** What is kept in the extension's local storage, by key. */

export const SETTINGS_KEY = 'settings';
/** The encoded lexicon: read by every page, so that none has to wake the background. */
export const LEXICON_KEY = 'lexicon';
/** Version of what was unpacked; compared at every start of the background. */
export const UNPACKED_KEY = 'unpacked';

/** The packs that the reader imported, as they were. */
export const PACKS_KEY = 'packs';
/** What lists and overviews need of them, compiled. */
export const PACKS_VIEW_KEY = 'packs-view';

/** Key of the card of an imported term. */
export function cardKey(id: string): string {
  return `card:${id}`;
}

/** Key of the sense record of a form, or of a pack's shared cues. */
export function senseKey(form: string): string {
  return `sense:${form}`;
}
