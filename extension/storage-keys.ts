/** What is kept in the extension's local storage, by key. */

export const SETTINGS_KEY = 'settings';
/** The encoded lexicon: read by every page, so that none has to wake the background. */
export const LEXICON_KEY = 'lexicon';
/** Version of what was unpacked; compared at every start of the background. */
export const UNPACKED_KEY = 'unpacked';

/** Key of the sense record of a form, or of a pack's shared cues. */
export function senseKey(form: string): string {
  return `sense:${form}`;
}
