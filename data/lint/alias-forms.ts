/** The written forms that an alias covers, so that two aliases can be compared. */
import type { Alias } from '../schema.ts';

/** What an alias covers: some written forms, or one text in any letter case. */
export interface CoveredForms {
  /** The text in lower case, hyphens, apostrophes and spaces levelled. */
  readonly key: string;
  /** The written forms; undefined where any letter case is meant. */
  readonly forms: ReadonlySet<string> | undefined;
}

/** Levels what the matcher levels too: kinds of hyphen, apostrophe and space. */
export function levelText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[‐‑‒–—−]/gu, '-')
    .replace(/[‘’ʼ`]/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim();
}

/**
 * The forms of one alias, as `matchCase` in `data/schema.ts` describes them: `exact` as written;
 * `any` in any case; else as written and in capitals, and without capitals also as at the start of
 * a sentence and in a title.
 */
export function coveredForms({ text, matchCase }: Pick<Alias, 'text' | 'matchCase'>): CoveredForms {
  const written = levelText(text);
  const key = written.toLowerCase();
  switch (matchCase) {
    case 'any':
      return { key, forms: undefined };
    case 'exact':
      return { key, forms: new Set([written]) };
    case undefined: {
      const forms = new Set([written, written.toUpperCase()]);
      if (written === key) {
        forms.add(written.replace(/^\p{L}/u, (letter) => letter.toUpperCase()));
        forms.add(written.replace(/(?<=^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase()));
      }
      return { key, forms };
    }
  }
}

/** Whether two aliases cover a form in common. */
export function overlap(a: CoveredForms, b: CoveredForms): boolean {
  if (a.key !== b.key) return false;
  const { forms } = a;
  const others = b.forms;
  if (forms === undefined || others === undefined) return true;
  return [...forms].some((form) => others.has(form));
}

/** Whether everything that `inner` covers is covered by `outer`. */
export function covers(outer: CoveredForms, inner: CoveredForms): boolean {
  const { forms } = outer;
  if (outer.key !== inner.key) return false;
  if (forms === undefined) return true;
  return inner.forms !== undefined && [...inner.forms].every((form) => forms.has(form));
}
