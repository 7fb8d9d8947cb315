/** What claims rest on. */
import { atClaim, type Rule } from './pack-view.ts';

/** Longest part of a passage that is quoted, in words: enough to find it, too little to replace it. */
const PASSAGE_WORDS = 8;

/** A citation names a source of `sources.json`. */
export const sourcesKnown: Rule = {
  name: 'source-unknown',
  severity: 'error',
  asks: 'A citation names a source of sources.json.',
  check: (view) =>
    view.claims.flatMap((place) =>
      place.claim.sources.flatMap(({ source }, index) =>
        view.sourceById.has(source) || view.unread.sources
          ? []
          : [
              atClaim(
                place,
                `sources.${index}.source`,
                `cites “${source}”, which sources.json does not have.`,
                `Add the source to ${view.folder}/sources.json, or correct the id.`,
              ),
            ],
      ),
    ),
};

/** The same place of the same source is cited once. */
export const citedOnce: Rule = {
  name: 'citation-doubled',
  severity: 'error',
  asks: 'A claim cites one place of a source once.',
  check: (view) =>
    view.claims.flatMap((place) => {
      const seen = new Set<string>();
      return place.claim.sources.flatMap(({ source, locator }, index) => {
        const key = `${source}|${locator.toLowerCase()}`;
        if (!seen.has(key)) {
          seen.add(key);
          return [];
        }
        return [
          atClaim(
            place,
            `sources.${index}`,
            `cites “${source}”, ${locator}, twice.`,
            'Remove one of the two, or name the other place.',
          ),
        ];
      });
    }),
};

/** One retelling does not make a claim certain. */
export const weakSourceNotHigh: Rule = {
  name: 'weak-source-high',
  severity: 'error',
  asks: 'A claim that rests on one source of kind reference is medium at best.',
  check: (view) =>
    view.claims.flatMap((place) => {
      const { sources, confidence } = place.claim;
      const ids = new Set(sources.map(({ source }) => source));
      const [only] = ids;
      if (confidence !== 'high' || ids.size !== 1 || only === undefined) return [];
      if (view.sourceById.get(only)?.kind !== 'reference') return [];
      return [
        atClaim(
          place,
          'confidence',
          `is “high” but rests on “${only}” alone, a work of reference.`,
          'Set “medium”, or add the primary source that the work of reference draws on.',
        ),
      ];
    }),
};

/** A passage is named by its first and last words, not quoted. */
export const passageShort: Rule = {
  name: 'passage-long',
  severity: 'warning',
  asks: `A passage is named by at most ${PASSAGE_WORDS} words at each end.`,
  check: (view) =>
    view.claims.flatMap((place) =>
      place.claim.sources.flatMap(({ passage }, index) =>
        (['start', 'end'] as const).flatMap((part) => {
          const words = passage?.[part]?.split(/\s+/u).length ?? 0;
          if (words <= PASSAGE_WORDS) return [];
          return [
            atClaim(
              place,
              `sources.${index}.passage.${part}`,
              `quotes ${words} words of its source.`,
              `Keep the ${part === 'start' ? 'first' : 'last'} three to five; they only find the place.`,
            ),
          ];
        }),
      ),
    ),
};
