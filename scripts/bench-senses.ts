/**
 * Measures sense resolution on labelled mentions.
 *
 *   node scripts/bench-senses.ts <file.jsonl> [--pack <folder>] [--errors] [--why <id>]
 *
 * Each line is a record with `term`, `mention`, `sense` (null: it means something else), `other`,
 * `title`, `before`, `after`, `origin`; each is resolved as a page of its own.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { exit, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { readPack, readPacks } from '../data/read-packs.ts';
import type { Pack } from '../data/schema.ts';
import {
  createBench,
  type LabelledMention,
  type Reading,
  type Scores,
  score,
} from './sense-measures.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { pack: { type: 'string' }, errors: { type: 'boolean' }, why: { type: 'string' } },
});
const [file] = positionals;
if (!file) {
  stdout.write('Which file? node scripts/bench-senses.ts <file.jsonl>\n');
  exit(2);
}
const root = join(import.meta.dirname, '..');
const packs = values.pack ? readFolder(values.pack) : readPacks(root).packs;
const bench = createBench(packs);
const rows = readFileSync(file, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line): LabelledMention => JSON.parse(line));
const readings = rows.map(bench.read);
const known = readings.filter((reading) => reading.known);

if (values.why) explain(readings.find((reading) => reading.row.id === values.why));
else report();

function report(): void {
  print(`${known.length} mentions of the dataset's forms`);
  line('as it is', score(known));
  line(
    'own sense struck out',
    score(known, (reading) => reading.markedUnlisted),
  );
  line(
    'baseline: every string',
    score(known, () => true),
  );
  line(
    'baseline: a term on the page',
    score(known, (reading) => reading.hasTerm),
  );
  const { ms, mentions } = bench.spent;
  print(
    `${((ms / Math.max(1, mentions)) * 1000).toFixed(0)} µs a mention (${mentions} resolved)\n`,
  );
  const foreign = readings.filter((reading) => !reading.known);
  if (foreign.length > 0) {
    print(`apart: ${foreign.length} mentions of forms that the dataset doesn't carry\n`);
  }
  const terms = [...Map.groupBy(known, ({ row }) => row.term)]
    .map(([term, own]) => ({
      term,
      own,
      scores: score(own),
      unlisted: score(own, (reading) => reading.markedUnlisted),
    }))
    .sort((a, b) => a.scores.f1 - b.scores.f1 || a.unlisted.precision - b.unlisted.precision);
  print('by term, worst first: right/wrong/missed, precision, recall, F1; struck out: wrong');
  for (const { term, scores, unlisted } of terms) {
    print(`${term.padEnd(16)} ${counts(scores)} ${figures(scores)}   ${unlisted.wrong}`);
  }
  if (!values.errors) return;
  for (const reading of known) {
    const means = reading.row.sense !== null;
    if (means !== reading.marked) print(`\n${means ? 'MISSED' : 'WRONG'} ${quote(reading)}`);
    else if (!means && reading.markedUnlisted) print(`\nSTRUCK ${quote(reading)}`);
  }
}

function explain(reading: Reading | undefined): void {
  if (!reading) return;
  print(quote(reading));
  const { row, resolution } = reading;
  print(`${row.title}\n${row.before}[[${row.mention}]]${row.after}\n`);
  for (const { cue, where, weight } of resolution?.evidence ?? [])
    print(`${weight.toFixed(1)} ${where} ${cue}`);
}

function quote({ row, resolution }: Reading): string {
  const reading = resolution
    ? resolution.kind === 'other'
      ? resolution.name
      : resolution.kind
    : 'no mention';
  const evidence = (resolution?.evidence ?? [])
    .slice(0, 9)
    .map(({ cue, where, weight }) => `${cue} ${where} ${weight.toFixed(1)}`);
  const text = `${row.before.slice(-90)}[[${row.mention}]]${row.after.slice(0, 90)}`.replaceAll(
    '\n',
    ' ⏎ ',
  );
  return `${row.id} (${row.sense ?? row.other}) → ${reading}\n  ${row.title} | ${text}\n  ${evidence.join(' · ')}`;
}

function line(name: string, scores: Scores): void {
  print(`${name.padEnd(30)} ${figures(scores)}   (${counts(scores)})`);
}

function figures({ precision, recall, f1 }: Scores): string {
  return `P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${f1.toFixed(3)}`;
}

function counts({ right, wrong, missed }: Scores): string {
  return `${right}/${wrong}/${missed}`.padEnd(10);
}

function print(text: string): void {
  stdout.write(`${text}\n`);
}

function readFolder(path: string): readonly Pack[] {
  const { packFolder, problems } = readPack(root, resolve(path));
  if (packFolder) return [packFolder.pack];
  for (const { file, problem } of problems) print(`${file}: ${problem}`);
  return exit(1);
}
