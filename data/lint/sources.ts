/** Sources: each page once, at its own address, and used. */
import type { Source } from '../schema.ts';
import {
  findTracking,
  fragmentOf,
  isStandIn,
  sameAddressKey,
  withoutTracking,
} from './addresses.ts';
import { type PackView, type Rule, sourcesFile } from './pack-view.ts';
import type { Finding } from './problem.ts';

/** A source that nothing cites is not provenance. */
export const sourcesUsed: Rule = {
  name: 'source-unused',
  severity: 'error',
  asks: 'Every source is cited by a claim.',
  check: (view) => {
    if (!view.isWhole) return [];
    const used = new Set(view.claims.flatMap(({ claim }) => claim.sources.map((c) => c.source)));
    return eachSource(view, (source, at) =>
      used.has(source.id)
        ? []
        : [at('id', 'is cited by no claim.', 'Cite it where it supports a claim, or remove it.')],
    );
  },
};

/** The same page under two ids would count as two accounts. */
export const sourcesOnce: Rule = {
  name: 'address-twice',
  severity: 'error',
  asks: 'A page is one source: no address stands twice.',
  check: (view) => {
    const seen = new Map<string, Source>();
    return eachSource(view, (source, at) => {
      const key = sameAddressKey(source.url);
      const first = seen.get(key);
      if (first === undefined) {
        seen.set(key, source);
        return [];
      }
      return [
        at(
          'url',
          `has the same address as “${first.id}”.`,
          `Keep one record, and let every claim that cites “${source.id}” cite “${first.id}”.`,
        ),
      ];
    });
  },
};

/** Nobody who follows a source is told apart by the link. */
export const addressesClean: Rule = {
  name: 'address-tracking',
  severity: 'error',
  asks: 'An address has no tracking parameters (utm_…, gclid, cid= and the like).',
  check: (view) =>
    eachSource(view, (source, at) => {
      const names = findTracking(source.url);
      if (names.length === 0) return [];
      return [
        at(
          'url',
          `has tracking in its address: ${names.join(', ')}.`,
          `Write ${withoutTracking(source.url)} and see that it opens.`,
        ),
      ];
    }),
};

/** A source's address is the page's own, and the place in it belongs to the citation. */
export const addressesOwn: Rule = {
  name: 'address-indirect',
  severity: 'error',
  asks: 'An address is the page’s own: no short link, cached copy or text fragment.',
  check: (view) =>
    eachSource(view, (source, at) => {
      if (isStandIn(source.url)) {
        return [
          at('url', 'has a short link or a copy as its address.', 'Write the address of the page.'),
        ];
      }
      if (fragmentOf(source.url).includes(':~:')) {
        return [
          at(
            'url',
            'has a text fragment in its address.',
            'End it before “#”; the words go into the citation’s “passage”.',
          ),
        ];
      }
      return [];
    }),
};

/** One publisher has one name: independent accounts are counted by it. */
export const publishersOneName: Rule = {
  name: 'publisher-spelling',
  severity: 'warning',
  asks: 'A publisher is written in one way.',
  check: (view) => {
    const spelling = new Map<string, string>();
    return eachSource(view, (source, at) => {
      const key = source.publisher
        .toLowerCase()
        .replace(/^the /u, '')
        .replace(/[^\p{L}\p{N}]/gu, '');
      const first = spelling.get(key) ?? source.publisher;
      spelling.set(key, first);
      if (first === source.publisher) return [];
      return [
        at(
          'publisher',
          `names its publisher “${source.publisher}”; an earlier one writes “${first}”.`,
          'Write it in one way, as the publisher does.',
        ),
      ];
    });
  },
};

type At = (part: string, problem: string, fix: string) => Finding;

function eachSource(view: PackView, check: (source: Source, at: At) => Finding[]): Finding[] {
  return view.pack.sources.flatMap((source, index) =>
    check(source, (part, problem, fix) => ({
      file: sourcesFile(view.folder),
      field: `${index}.${part}`,
      problem: `Source “${source.id}” ${problem}`,
      fix,
    })),
  );
}
