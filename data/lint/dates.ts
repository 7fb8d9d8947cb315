/** Dates: a claim is of the day it was true or said, never later than anyone could know it. */

import { atClaim, type Rule, sourcesFile } from './pack-view.ts';
import { existsDay, firstDay, lastDay } from './partial-date.ts';
import type { Finding } from './problem.ts';

/** Days exist in the calendar. */
export const daysExist: Rule = {
  name: 'no-such-day',
  severity: 'error',
  asks: 'A date exists in the calendar.',
  check: (view) => [
    ...view.claims
      .filter(({ claim }) => !existsDay(claim.asOf))
      .map((place) =>
        atClaim(
          place,
          'asOf',
          `is dated ${place.claim.asOf}, a day that does not exist.`,
          'Look the day up in the source; give month or year if the source gives no more.',
        ),
      ),
    ...view.pack.sources.flatMap((source, index): Finding[] =>
      source.published === null || existsDay(source.published)
        ? []
        : [
            {
              file: sourcesFile(view.folder),
              field: `${index}.published`,
              problem: `Source “${source.id}” is dated ${source.published}, a day that does not exist.`,
              fix: 'Look the day up; give month or year if it is not known more exactly.',
            },
          ],
    ),
    ...(existsDay(view.pack.info.checked)
      ? []
      : [
          {
            file: `${view.folder}/pack.json`,
            field: 'checked',
            problem: `${view.pack.info.checked} is a day that does not exist.`,
            fix: 'Give the day up to which the facts were checked.',
          },
        ]),
  ],
};

/** Nothing is dated after the day up to which the pack was checked. */
export const notAfterChecked: Rule = {
  name: 'after-checked',
  severity: 'error',
  asks: 'No claim and no source is later than the pack’s checked day.',
  check: (view) => {
    const { checked } = view.pack.info;
    const claims = view.claims
      .filter(({ claim }) => firstDay(claim.asOf) > checked)
      .map((place) =>
        atClaim(
          place,
          'asOf',
          `is dated ${place.claim.asOf}, after ${checked}, up to which the pack is checked.`,
          'Date it by when it was said or announced; if it is newer, set “checked” in pack.json.',
        ),
      );
    const sources = view.pack.sources.flatMap((source, index): Finding[] =>
      source.published === null || firstDay(source.published) <= checked
        ? []
        : [
            {
              file: sourcesFile(view.folder),
              field: `${index}.published`,
              problem: `Source “${source.id}” is dated ${source.published}, after ${checked}, up to which the pack is checked.`,
              fix: 'Correct the date; if it is newer, set “checked” in pack.json.',
            },
          ],
    );
    return [...claims, ...sources];
  },
};

/** A source cannot report what came after it. Says nothing where one source's day is unknown. */
export const notAfterSources: Rule = {
  name: 'as-of-after-sources',
  severity: 'error',
  asks: 'A claim is not dated later than its newest source.',
  check: (view) =>
    view.claims.flatMap((place) => {
      const days: string[] = [];
      for (const { source } of place.claim.sources) {
        const published = view.sourceById.get(source)?.published;
        if (published === undefined || published === null) return [];
        days.push(published);
      }
      const newest = days.sort((a, b) => (lastDay(a) < lastDay(b) ? -1 : 1)).at(-1);
      if (newest === undefined || firstDay(place.claim.asOf) <= lastDay(newest)) return [];
      return [
        atClaim(
          place,
          'asOf',
          `is dated ${place.claim.asOf}, later than its newest source (${newest}).`,
          'Give the day on which the source says it was true or said; or cite a later source.',
        ),
      ];
    }),
};
