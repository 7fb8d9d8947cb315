/** “Why this?”: what decided a mention's sense, in one line. */
import type { Resolution } from '../glossary/resolve-page.ts';

/** Cues named; more would be a table and no line. */
const MOST = 4;

const PLACES: Readonly<Record<string, string>> = {
  near: 'near',
  before: 'after',
  after: 'before',
  title: 'in the title',
  page: 'on this page',
  host: 'on this site',
  anchor: 'on this page',
  elsewhere: 'elsewhere on this page',
  prior: 'most often meant',
  case: 'by its capitals',
};

/** @returns a line such as “near “merger”, “antitrust””; empty where nothing had to be decided. */
export function describeEvidence(resolution: Resolution | undefined): string {
  if (resolution?.kind !== 'resolved') return '';
  const best = resolution.evidence
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST);
  const byPlace = new Map<string, string[]>();
  for (const { cue, where } of best) {
    const place = PLACES[where] ?? where;
    byPlace.set(place, [...(byPlace.get(place) ?? []), `“${cue}”`]);
  }
  return [...byPlace].map(([place, cues]) => `${place} ${cues.join(', ')}`).join('; ');
}
