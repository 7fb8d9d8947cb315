/**
 * `npm run bench`: measures the built extension in Chromium against the floor and against mark.js, and
 * writes docs/performance.md. `--quick`: fewer rounds, no page over 1 MB, nothing written.
 * Ends with 1 where a gate is broken.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Bench, startBench } from './bench.ts';
import { measureFinders } from './finders.ts';
import { measureFirefox } from './firefox.ts';
import { measureFirstMarks } from './first-marks.ts';
import { measureScan, type ScanRow } from './first-scan.ts';
import { measureFrames, measureHeap, startEmpty } from './frames.ts';
import { checkGates } from './gates.ts';
import { measureCard, measureHover } from './hover.ts';
import { lexiconOf } from './lexicons.ts';
import { measureMoving } from './moving.ts';
import { makePage, realPages } from './pages.ts';
import { measureMarkJs } from './peers.ts';
import { drawPlot } from './plot.ts';
import { writeReport } from './report.ts';
import { measureResolving } from './resolving.ts';
import type { Results } from './results.ts';
import { median, spread } from './statistics.ts';
import { measureUpkeep } from './upkeep.ts';
import { measureWordless } from './wordless.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const isQuick = process.argv.includes('--quick');

const output = process.env.E2E_OUTPUT ?? buildOwn();
process.env.E2E_OUTPUT = output;
const scripts = path.resolve(root, output, 'chrome-mv3');

function buildOwn(): string {
  const folder = path.join('.output', 'bench');
  execFileSync('wxt', ['build'], {
    cwd: root,
    env: { ...process.env, WXT_OUT_DIR: folder },
    shell: process.platform === 'win32',
  });
  return folder;
}

const NAMES = lexiconOf(100_000).entries.map(({ text }) => text);
const SIZES = isQuick
  ? ([
      ['100 kB', 100_000],
      ['1 MB', 1_000_000],
    ] as const)
  : ([
      ['100 kB', 100_000],
      ['1 MB', 1_000_000],
      ['5 MB', 5_000_000],
      ['10 MB', 10_000_000],
    ] as const);
const ALIASES = isQuick ? [300, 100_000] : [60, 300, 1000, 10_000, 100_000];

async function measureScans(bench: Bench): Promise<ScanRow[]> {
  const rows: ScanRow[] = [];
  const add = async (name: string, size: number, aliases: number) => {
    const rounds = size > 2_000_000 ? 5 : isQuick ? 3 : 7;
    const row = await measureScan(bench, name, makePage(size, NAMES), aliases, rounds);
    bench.say(`${name}, ${aliases} aliases: ${row.ratio.toFixed(2)}× floor`);
    rows.push(row);
  };
  for (const [name, size] of SIZES) await add(name, size, 300);
  for (const aliases of ALIASES) if (aliases !== 300) await add('1 MB', 1_000_000, aliases);
  if (!isQuick) await add('5 MB', 5_000_000, 100_000);
  return rows;
}

async function measureGrowth(bench: Bench, scans: readonly ScanRow[]): Promise<Results['growth']> {
  const empty = await startEmpty();
  const pages = [];
  const aliases = [];
  try {
    for (const row of scans) {
      if (row.aliases === 300) {
        const heap = await measureHeap(bench, empty, row.size, 300);
        pages.push({ size: row.size, ours: row.ours, floor: row.floor, heap });
      }
      if (row.page === '1 MB') {
        const heap = await measureHeap(bench, empty, 1_000_000, row.aliases);
        aliases.push({ size: row.aliases, ours: row.ours, floor: row.floor, heap });
      }
    }
  } finally {
    await empty.close();
  }
  aliases.sort((a, b) => a.size - b.size);
  return { pages, aliases };
}

async function measurePeer(bench: Bench, real: readonly ScanRow[]): Promise<Results['peer']> {
  const saved = new Map(realPages(100).map(({ name, html }) => [name, html]));
  const pages = real.map((row) => ({ html: saved.get(row.page) as string, ours: row.ours }));
  if (pages.length === 0) {
    const html = makePage(60_000, NAMES);
    pages.push({ html, ours: (await measureScan(bench, '60 kB', html, 300, 3)).ours });
  }
  const markJs: number[] = [];
  for (const { html } of pages) markJs.push(await measureMarkJs(bench, html, 300));
  const ratios = pages.map(({ ours }, index) => ours / (markJs[index] as number));
  return {
    markJs: median(markJs),
    ours: median(pages.map(({ ours }) => ours)),
    ratio: median(ratios),
    ratios: spread(ratios),
  };
}

const bench = await startBench(isQuick);
let results: Results;
try {
  const scans = await measureScans(bench);
  const real: ScanRow[] = [];
  for (const { name, html } of realPages(isQuick ? 4 : 12)) {
    const row = await measureScan(bench, name, html, 300, isQuick ? 2 : 7);
    bench.say(`${name}: ${row.ratio.toFixed(2)}× floor`);
    real.push(row);
  }
  const peer = await measurePeer(bench, real);
  const wordless = await measureWordless(bench);
  bench.say(`no term: ${wordless.ratio.toFixed(2)}× floor`);
  const firstMarks = await measureFirstMarks(bench, NAMES);
  const finders = await measureFinders(bench, NAMES);
  const upkeep = await measureUpkeep(bench);
  const moving = await measureMoving(bench);
  const hover = await measureHover(bench);
  const empty = await startEmpty();
  const frames = await measureFrames(bench, empty);
  await empty.close();
  const growth = await measureGrowth(bench, scans);
  const card = await measureCard(bench);
  const sizeOf = (file: string) => statSync(path.join(scripts, file)).size;
  const sizes = {
    annotate: sizeOf('annotate.js'),
    companion: sizeOf('companion.js'),
    card: sizeOf('card.js'),
  };
  const resolving = await measureResolving(bench);
  const firefox = await measureFirefox(bench, NAMES);
  results = {
    scans,
    real,
    wordless,
    firstMarks,
    finders,
    firefox,
    resolving,
    growth,
    upkeep,
    moving,
    hover,
    card,
    frames,
    sizes,
    peer,
  };
} finally {
  await bench.close();
}

const gates = checkGates(results);
const machine = `Chromium, ${cpus().length} cores (load ${(loadavg()[0] as number).toFixed(1)})`;
const report = writeReport(results, gates, machine);
if (isQuick) console.log(report);
else publish(report);
for (const { name, limit, measured, holds } of gates) {
  console.log(`${holds ? '✓' : '✗'} ${name}: ${measured} (${limit})`);
}
process.exit(gates.every(({ holds }) => holds) ? 0 : 1);

function publish(text: string): void {
  const file = path.join(root, 'docs/performance.md');
  const page = readFileSync(file, 'utf8');
  const [start, end] = ['<!-- bench:start -->', '<!-- bench:end -->'];
  const head = page.slice(0, page.indexOf(start) + start.length);
  writeFileSync(file, `${head}\n\n${text}\n\n${page.slice(page.indexOf(end))}`);
  for (const [name, points, xLabel] of [
    ['pages', results.growth.pages, 'characters of HTML'],
    ['aliases', results.growth.aliases, 'aliases'],
  ] as const) {
    const line = (key: 'ours' | 'floor' | 'heap') =>
      points.map((row) => [row.size, row[key]] as const);
    writeFileSync(
      path.join(root, `docs/performance-${name}.svg`),
      drawPlot({
        title:
          name === 'pages' ? 'First scan by size of the page' : 'First scan by number of aliases',
        xLabel,
        yLabel: 'ms, KB',
        series: [
          { label: 'ours, ms', points: line('ours') },
          { label: 'floor, ms', points: line('floor') },
          { label: 'heap, KB', points: line('heap') },
        ],
      }),
    );
  }
}
