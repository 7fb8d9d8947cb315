/** What the packed lexicon says of a form, read once a page has it. */
import type { LexiconEntry } from './lexicon.ts';
import { CASES, decodeAt, ESCAPE } from './packed-format.ts';

/**
 * @param group as `AliasIndex.lookUp` returns it.
 * @returns the entries whose forms fold to the same characters.
 */
export type EntryReader = (group: number) => readonly LexiconEntry[];

/** @param packed what an `AliasIndex` was opened from. */
export function createEntryReader(packed: string): EntryReader {
  const known = new Map<number, readonly LexiconEntry[]>();
  return (group) => {
    let entries = known.get(group);
    if (entries === undefined) {
      entries = readLine(packed.slice(group, packed.indexOf('\n', group)));
      known.set(group, entries);
    }
    return entries;
  };
}

function readLine(line: string): LexiconEntry[] {
  const fields = line.split('\t').map(unescapeAll);
  const entries: LexiconEntry[] = [];
  for (let at = 0; at + 2 < fields.length; at += 3) {
    const flags = Number(fields[at + 2]);
    entries.push({
      text: fields[at] as string,
      termId: fields[at + 1] as LexiconEntry['termId'],
      matchCase: CASES[flags & 3] ?? 'exact',
      ambiguous: (flags & 4) !== 0,
      acronym: (flags & 8) !== 0,
    });
  }
  return entries;
}

const ESCAPED = new RegExp(`${String.fromCharCode(ESCAPE)}(...)`, 'gs');

function unescapeAll(field: string): string {
  if (!field.includes(String.fromCharCode(ESCAPE))) return field;
  return field.replace(ESCAPED, (_, digits: string) => String.fromCharCode(decodeAt(digits, 0)));
}
