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

export class Vocabulary<Entry extends { readonly word: string }> {
  private readonly create: (word: string) => Entry;
  private slots: (Entry | undefined)[] = [];
  private hashes = new Int32Array(0);
  private size = 0;

  /** @param create - Makes the entry of a word that is met for the first time. */
  constructor(create: (word: string) => Entry) {
    this.create = create;
    this.clear(SMALLEST);
  }

  /**
   * Looks up the word `text[start, end)`.
   *
   * @param hash - Made of its characters by `hashOn`, from 0.
   */
  at(text: string, start: number, end: number, hash: number): Entry {
    const { slots, hashes } = this;
    const mask = hashes.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let entry = slots[slot]; entry !== undefined; entry = slots[slot]) {
      const { word } = entry;
      const isSame =
        hashes[slot] === hash && word.length === end - start && text.startsWith(word, start);
      if (isSame) return entry;
      slot = (slot + 1) & mask;
    }
    return this.add(text.slice(start, end), hash);
  }

  private add(word: string, hash: number): Entry {
    if (this.size >= MOST_WORDS) this.clear(SMALLEST);
    else if (this.size * 2 >= this.slots.length) this.grow();
    const entry = this.create(word);
    this.put(entry, hash);
    this.size++;
    return entry;
  }

  private put(entry: Entry, hash: number): void {
    const mask = this.hashes.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (this.slots[slot] !== undefined) slot = (slot + 1) & mask;
    this.slots[slot] = entry;
    this.hashes[slot] = hash;
  }

  private grow(): void {
    const { slots, hashes, size } = this;
    this.clear(slots.length * 2);
    this.size = size;
    slots.forEach((entry, slot) => {
      if (entry !== undefined) this.put(entry, hashes[slot] as number);
    });
  }

  private clear(length: number): void {
    this.slots = new Array<Entry | undefined>(length).fill(undefined);
    this.hashes = new Int32Array(length);
    this.size = 0;
  }
}
