/**
 * Finds mentions: leftmost, longest, at word boundaries, by each alias's own rule of letter case.
 */
import { type AliasIndex, createAliasIndex, mix, NOT_FOUND } from './alias-index.ts';
import {
  ALL_INVISIBLE,
  foldCode,
  isSpaceCode,
  isWordCode,
  joins,
  narrow,
  UNCLEAN,
} from './characters.ts';
import type { Lexicon, LexiconEntry } from './lexicon.ts';
import { acceptsCase, isGlued } from './mention-rules.ts';
import { createStartFinder, type StartFinder } from './start-finder.ts';

/** One occurrence of an alias in a text. */
export interface Mention {
  /** Offsets in UTF-16 code units, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** The characters on the page, invisible ones included. */
  readonly surface: string;
  /** The lexicon's entries that it may stand for; more than one where terms share a form. */
  readonly entries: readonly LexiconEntry[];
}

export interface Matcher {
  /** @param text one chunk of page text. @returns mentions in order, none overlapping. */
  findMentions(text: string): Mention[];
}

/** @param lexicon any size; for tests and tools, which have no packed one. */
export function createMatcher(
  lexicon: Lexicon,
  finder: (index: AliasIndex) => StartFinder = createStartFinder,
): Matcher & { readonly lexicon: Lexicon } {
  return { lexicon, ...matcherOver(createAliasIndex(lexicon), finder) };
}

/** @param index a packed lexicon, opened: nothing is built. */
export function matcherOver(
  index: AliasIndex,
  finder: (index: AliasIndex) => StartFinder = createStartFinder,
): Matcher {
  const nextStart = finder(index);
  const codes = new Uint16Array(index.longest + 2);

  function findInClean(text: string): Mention[] {
    const mentions: Mention[] = [];
    let from = 0;
    for (;;) {
      const start = nextStart(text, from);
      if (start < 0) return mentions;
      const mention = matchAt(text, start);
      if (mention !== undefined) mentions.push(mention);
      from = mention?.end ?? start + 1;
    }
  }

  /** The longest acceptable alias that begins exactly here. */
  function matchAt(text: string, start: number): Mention | undefined {
    const first = text.charCodeAt(start);
    if (isWordCode(first) && joins(text.charCodeAt(start - 1), first)) return undefined;
    let best: Mention | undefined;
    let hash = 0;
    let length = 0;
    let at = start;
    while (at < text.length && length <= index.longest) {
      const code = foldCode(text.charCodeAt(at));
      const before = hash;
      hash = mix(hash, code);
      codes[length++] = code;
      at++;
      if (code === 0x20) while (isSpaceCode(text.charCodeAt(at))) at++;
      const isWord = isWordCode(code);
      if (isWord && joins(code, text.charCodeAt(at))) continue;
      if (code === 0x73 && length > 1) {
        const singular = index.lookUp(before, length - 1, codes);
        if (singular >= 0) best = accept(text, start, at, at - 1, singular) ?? best;
      }
      if (length > index.longest) break;
      const group = index.lookUp(hash, length, codes);
      if (group >= 0) best = accept(text, start, at, at, group) ?? best;
      if (group === NOT_FOUND && isWord) break;
    }
    return best;
  }

  function accept(
    text: string,
    start: number,
    end: number,
    formEnd: number,
    group: number,
  ): Mention | undefined {
    const written = text.slice(start, formEnd);
    const isMeant = (entry: LexiconEntry) =>
      acceptsCase(written, entry) && !isGlued(text, start, end, entry);
    const all = index.entriesOf(group);
    const entries = all.every(isMeant) ? all : all.filter(isMeant);
    return entries.length === 0
      ? undefined
      : { start, end, surface: text.slice(start, end), entries };
  }

  return {
    findMentions(text) {
      if (index.size === 0) return [];
      return UNCLEAN.test(text) ? findCleaned(text, findInClean) : findInClean(text);
    },
  };
}

/** Runs a search on the text without invisible and full-width characters, results moved back. */
function findCleaned(text: string, find: (clean: string) => Mention[]): Mention[] {
  const removed: number[] = [];
  const clean = text.replace(ALL_INVISIBLE, (char, offset: number) => {
    for (let unit = 0; unit < char.length; unit++) removed.push(offset + unit);
    return '';
  });
  let passed = 0;
  const original = (offset: number) => {
    while (passed < removed.length && (removed[passed] as number) <= offset + passed) passed++;
    return offset + passed;
  };
  return find(narrow(clean)).map((mention) => {
    const start = original(mention.start);
    const end = original(mention.end - 1) + 1;
    return { ...mention, start, end, surface: text.slice(start, end) };
  });
}

/** @returns mentions of the lexicon's terms in a text; for one-off use, else keep a matcher. */
export function findMentions(text: string, lexicon: Lexicon): Mention[] {
  return createMatcher(lexicon).findMentions(text);
}
