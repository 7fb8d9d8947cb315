/** `npm run data:report`: what the dataset holds and how well it is founded, as Markdown. */
import { resolve } from 'node:path';
import { viewPack } from '../data/lint/pack-view.ts';
import { firstDay, lastDay } from '../data/lint/partial-date.ts';
import { readPacks } from '../data/read-packs.ts';
import type { Claim, Pack, Source, Term } from '../data/schema.ts';

/** After so many years, counted to the pack's `checked` day, a claim is worth another look. */
const OLD_YEARS = 2;

/** A report on packs; one section each. */
export function reportPacks(packs: readonly Pack[]): string {
  return `# The dataset\n\n${packs.map(reportPack).join('\n\n')}\n`;
}

function reportPack(pack: Pack): string {
  // The folder's name plays no part here: nothing of a report is a fault at a place.
  const view = viewPack(pack, pack.info.id);
  const claims = view.claims.map(({ claim }) => claim);
  const sourcesOf = (claim: Claim): Source[] =>
    [...new Set(claim.sources.map(({ source }) => source))].flatMap(
      (id) => view.sourceById.get(id) ?? [],
    );
  const hasPrimary = (claim: Claim) =>
    sourcesOf(claim).some(({ kind }) => kind === 'primary' || kind === 'regulator');
  const publishers = (claim: Claim) =>
    new Set(sourcesOf(claim).map(({ publisher }) => publisher.toLowerCase())).size;
  const share = (title: string, test: (claim: Claim) => boolean) => {
    const number = claims.filter(test).length;
    const percent = claims.length === 0 ? 0 : Math.round((100 * number) / claims.length);
    return [title, `${number} of ${claims.length} (${percent} percent)`] as const;
  };
  const confidence = (['high', 'medium', 'low'] as const).map((level) =>
    share(`Claims of ${level} confidence`, (claim) => claim.confidence === level),
  );
  const counts: readonly (readonly [string, string])[] = [
    ['Checked up to', pack.info.checked],
    ['Terms', String(view.terms.length)],
    ['Terms that moved', String(view.moved.length)],
    ['Claims', String(claims.length)],
    ['Sources', String(pack.sources.length)],
    share('Claims with two sources or more', (claim) => sourcesOf(claim).length >= 2),
    share('Claims with a primary source or a regulator', hasPrimary),
    share(
      'Claims with a primary source, a regulator or two publishers',
      (claim) => hasPrimary(claim) || publishers(claim) >= 2,
    ),
    ...confidence,
    share('Claims with a value', (claim) => claim.value !== undefined),
    share('Claims that supersede another', (claim) => claim.supersedes !== undefined),
  ];
  const superseded = new Set(claims.map((claim) => claim.supersedes));
  const limit = `${Number(pack.info.checked.slice(0, 4)) - OLD_YEARS}${pack.info.checked.slice(4)}`;
  const old = view.claims.filter(
    ({ claim }) => !superseded.has(claim.id) && lastDay(claim.asOf) < limit,
  );
  const used = new Set(claims.flatMap((claim) => claim.sources.map(({ source }) => source)));
  const related = new Set(
    view.terms.flatMap((term) => term.related.flatMap(({ to }) => [to, term.id])),
  );
  const disagreements = view.terms.flatMap((term) =>
    (term.disagreements ?? []).map((one) => `${term.id}: ${one.about} (${one.claims.join(', ')})`),
  );
  return [
    `## ${pack.info.title}`,
    table(['', ''], counts),
    section('Disagreements', disagreements),
    section(
      'Sources that nothing cites',
      pack.sources.filter(({ id }) => !used.has(id)).map(({ id }) => id),
    ),
    section(
      'Terms without a relation',
      view.terms.filter(({ id }) => !related.has(id)).map(({ id }) => id),
    ),
    section(
      `Claims of before ${limit} without a successor`,
      old.map(({ claim, term }) => `${claim.asOf} ${term.id}: ${claim.id}`).sort(),
    ),
    `### Kinds\n\n${table(['Kind', 'Terms'], countKinds(view.terms))}`,
    `### Oldest and newest date of each term\n\n${table(
      ['Term', 'Claims', 'Oldest', 'Newest'],
      view.terms.map(describeDates),
    )}`,
  ].join('\n\n');
}

function describeDates(term: Term): readonly string[] {
  const days = term.claims
    .map(({ asOf }) => asOf as string)
    .sort((a, b) => (firstDay(a) < firstDay(b) ? -1 : 1));
  return [term.id, String(days.length), days[0] ?? '', days.at(-1) ?? ''];
}

function countKinds(terms: readonly Term[]): (readonly [string, string])[] {
  const counts = new Map<string, number>();
  for (const { kind } of terms) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([kind, number]) => [kind, String(number)] as const);
}

function section(title: string, lines: readonly string[]): string {
  const body = lines.length === 0 ? 'None.' : lines.map((line) => `- ${line}`).join('\n');
  return `### ${title}${lines.length === 0 ? '' : ` (${lines.length})`}\n\n${body}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

if (import.meta.main) {
  const { packs, problems } = readPacks(resolve(import.meta.dirname, '..'));
  process.stdout.write(reportPacks(packs));
  if (problems.length > 0) {
    process.stderr.write(`${problems.length} problems with files; run npm run data:check.\n`);
  }
}
