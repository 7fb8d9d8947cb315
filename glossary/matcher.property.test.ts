import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TermId } from '../data/schema.ts';
import { RUNS } from '../scripts/fuzz-runs.ts';
import { createAliasIndex } from './alias-index.ts';
import { BLOCK_BREAK } from './characters.ts';
import { createFormFinder } from './form-finder.ts';
import type { Lexicon } from './lexicon.ts';
import { createMatcher } from './matcher.ts';
import { NO_TERM } from './packed-format.ts';
import { findMentionsSlowly } from './reference-matcher.ts';

/** Bits that forms and texts are made of, those that trouble text engines among them. */
// Invisible characters are left out: the plain matcher does not know them.
const bits = fc.constantFrom(
  ...['AI', 'ai', 'Nova', 'Web', 'é', 'e\u0301', 'ß', 'İ', 'の', '한', '😀', '2', 's'],
  ...[' ', ' ', '\u00a0', '\n', '\t', '-', '‑', '’', "'", '.', '/', '@', '_', BLOCK_BREAK],
  ...['\ud83d', '\udc00', '\u0000', '\u0301', '(', '$'],
);
const text = fc.array(bits, { maxLength: 30 }).map((parts) => parts.join(''));
const form = fc
  .array(bits, { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join(''))
  .filter((each) => /^[^\s\ufffc](?:.*\S)?$/su.test(each) && !each.includes(BLOCK_BREAK));
const lexicon = fc
  .array(
    fc.record({
      text: form,
      termId: fc.constantFrom('one' as TermId, 'two' as TermId, NO_TERM),
      ambiguous: fc.boolean(),
      matchCase: fc.constantFrom('smart' as const, 'exact' as const, 'any' as const),
      acronym: fc.boolean(),
    }),
    { maxLength: 8 },
  )
  .map((entries): Lexicon => ({ version: 'fuzz', entries }));

describe('text × forms × offsets', () => {
  test('mentions are in bounds, in order, apart, and say what stands there', () => {
    fc.assert(
      fc.property(lexicon, text, (forms, page) => {
        let last = 0;
        for (const { start, end, surface } of createMatcher(forms).findMentions(page)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(page.slice(start, end)).toBe(surface);
          expect(surface).not.toContain(BLOCK_BREAK);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(page.length);
      }),
      { numRuns: RUNS },
    );
  });

  test('invisible characters change no mention, and are counted in its place', () => {
    const strip = (dirty: string) => dirty.replace(/[\u00ad\u200b\u2060\ufeff]/g, '');
    const invisible = fc.constantFrom('\u00ad', '\u200b', '\u2060', '\ufeff');
    const dirtyText = fc
      .array(fc.oneof({ weight: 3, arbitrary: bits }, invisible), { maxLength: 30 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(lexicon, dirtyText, (forms, page) => {
        const { findMentions } = createMatcher(forms);
        const seen = findMentions(page).map(({ start, end, surface, entries }) => {
          expect(page.slice(start, end)).toBe(surface);
          const place = strip(page.slice(0, start)).length;
          return {
            start: place,
            end: place + strip(surface).length,
            surface: strip(surface),
            entries,
          };
        });
        expect(seen).toEqual(findMentions(strip(page)));
      }),
      { numRuns: RUNS },
    );
  });

  test('text in which blocks are glued together may hold every form that it holds apart', () => {
    fc.assert(
      fc.property(lexicon, text, (forms, page) => {
        const { findForms, mayHold } = createFormFinder(createAliasIndex(forms));
        const isHeld = mayHold(page.replaceAll(BLOCK_BREAK, ''));
        if (findForms(page).length > 0) expect(isHeld).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });

  test('the fast matcher finds what the plain one finds', () => {
    fc.assert(
      fc.property(lexicon, text, (forms, page) => {
        expect(createMatcher(forms).findMentions(page)).toEqual(findMentionsSlowly(page, forms));
      }),
      { numRuns: RUNS },
    );
  });
});
