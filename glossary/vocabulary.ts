/**
 * The words that a page's contexts hold, each known once. A hash table of its own, since a look-up by
 * `Map` would want each word cut out first, and most words were met before.
 */

const SMALLEST = 1024;
/** Words remembered at most: long pages stay light. */
const MOST_WORDS = 20_000;

/** @returns the hash of a word, one character further. */
export function hashOn(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
}

export interface Vocabulary<Entry> {
  /**
   * Looks up the word `text[start, end)`.
   *
   * @param hash - Made of its characters by `hashOn`, from 0.
   */
  at(text: string, start: number, end: number, hash: number): Entry;
}

/** @param create - Makes the entry of a word that is met for the first time. */
export function createVocabulary<Entry extends { readonly word: string }>(
  create: (word: string) => Entry,
): Vocabulary<Entry> {
  let slots: (Entry | undefined)[];
  let hashes: Int32Array;
  let size: number;
  clear(SMALLEST);

  function clear(length: number): void {
    slots = new Array<Entry | undefined>(length).fill(undefined);
    hashes = new Int32Array(length);
    size = 0;
  }

  function put(entry: Entry, hash: number): void {
    const mask = slots.length - 1;
    let slot = spread(hash) & mask;
    while (slots[slot] !== undefined) slot = (slot + 1) & mask;
    slots[slot] = entry;
    hashes[slot] = hash;
    size++;
  }

  function makeRoom(): void {
    if (size >= MOST_WORDS) clear(SMALLEST);
    if (size * 2 < slots.length) return;
    const [entries, known] = [slots, hashes];
    clear(entries.length * 2);
    entries.forEach((entry, slot) => {
      if (entry !== undefined) put(entry, known[slot] as number);
    });
  }

  return {
    at(text, start, end, hash) {
      const mask = slots.length - 1;
      let slot = spread(hash) & mask;
      for (let entry = slots[slot]; entry !== undefined; entry = slots[slot]) {
        const { word } = entry;
        const isSame =
          hashes[slot] === hash && word.length === end - start && text.startsWith(word, start);
        if (isSame) return entry;
        slot = (slot + 1) & mask;
      }
      makeRoom();
      const entry = create(text.slice(start, end));
      put(entry, hash);
      return entry;
    },
  };
}

/** The high bits of a long word's hash are its first letters. */
function spread(hash: number): number {
  return hash ^ (hash >>> 15);
}
