import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkDataset } from '../data/lint/check-dataset.ts';
import { readPacks } from '../data/read-packs.ts';
import { checkCommand } from './data-check.ts';
import { newTermCommand } from './data-new.ts';
import { reportPacks } from './data-report.ts';

const FIXTURES = join(import.meta.dirname, '..', 'data', 'lint', 'fixtures');
const good = JSON.parse(readFileSync(join(FIXTURES, 'good.json'), 'utf8'));
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dataset-'));
  const pack = join(root, 'data', 'packs', 'good');
  mkdirSync(join(pack, 'terms'), { recursive: true });
  const write = (name: string, value: unknown) =>
    writeFileSync(join(pack, name), JSON.stringify(value));
  write('pack.json', good.info);
  write('topics.json', good.topics);
  write('sources.json', good.sources);
  for (const term of good.terms) write(`terms/${term.id}.json`, term);
});
afterEach(() => rmSync(root, { recursive: true }));

function spoil() {
  const path = join(root, 'data', 'packs', 'good', 'terms', 'rival.json');
  const rival = { ...good.terms[2], gloss: 'Groundbreaking chip' };
  writeFileSync(path, JSON.stringify(rival));
}

describe('data:check', () => {
  test('passes a good dataset', () => {
    expect(checkCommand([], root)).toEqual({
      output: '1 pack, 4 terms: 0 errors, 0 warnings.\n',
      exitCode: 0,
    });
  });

  test('prints warnings and errors by file, with the fix, and fails on errors', () => {
    spoil();
    expect(checkCommand([], root)).toEqual({
      output: `Warnings

data/packs/good/terms/rival.json
  gloss: The gloss says “Groundbreaking”.
    Fix: State the figure or the fact, or say who called it so.  [praise]

Errors

data/packs/good/terms/rival.json
  gloss: The gloss does not end with a full stop: “…Groundbreaking chip”.
    Fix: End it with a full stop.  [no-full-stop]

1 pack, 4 terms: 1 error, 1 warning.
`,
      exitCode: 1,
    });
  });

  test('checks one pack, wherever it is', () => {
    cpSync(join(root, 'data', 'packs', 'good'), join(root, 'mine', 'good'), { recursive: true });
    spoil();
    expect(checkCommand(['--pack', 'mine/good'], root).exitCode).toBe(0);
    expect(checkCommand(['--pack', 'data/packs/good'], root).exitCode).toBe(1);
    expect(checkCommand(['--pack', 'nowhere'], root).output).toContain('There is no such folder.');
  });

  test('explains itself when it is called wrongly', () => {
    const { output, exitCode } = checkCommand(['--all'], root);
    expect(output).toContain('Use: npm run data:check');
    expect(exitCode).toBe(1);
  });
});

describe('data:new', () => {
  test('makes a file that passes the schema and fails the check until it is filled in', () => {
    expect(newTermCommand(['project-rainier'], root)).toEqual({
      output: `data/packs/good/terms/project-rainier.json
Replace every “FILL IN”, cite sources of sources.json, then run npm run data:check.
`,
      exitCode: 0,
    });
    expect(readPacks(root).problems).toEqual([]);
    const { errors } = checkDataset(root);
    expect(new Set(errors.map(({ file }) => file))).toEqual(
      new Set(['data/packs/good/terms/project-rainier.json']),
    );
    expect(errors.filter(({ rule }) => rule === 'placeholder').map(({ field }) => field)).toEqual([
      'label',
      'gloss',
      'claims.0.text',
      'claims.0.sources.0.locator',
      'aliases.0.text',
    ]);
    expect(errors.some(({ rule }) => rule === 'source-unknown')).toBe(true);
  });

  test.each([
    [['Project Rainier'], '“Project Rainier” is no id'],
    [[], 'Which id is the term to have?'],
    [['rival'], 'data/packs/good/terms/rival.json is there already.'],
    [['x', '--pack', 'bad'], 'There is no pack “bad” in data/packs.'],
    [['x', '--what'], 'Unknown option'],
  ])('refuses %j', (args, why) => {
    const { output, exitCode } = newTermCommand(args, root);
    expect(output).toContain(why);
    expect(exitCode).toBe(1);
  });

  test('asks for the pack where there are several', () => {
    mkdirSync(join(root, 'data', 'packs', 'other', 'terms'), { recursive: true });
    expect(newTermCommand(['x'], root).output).toContain('Which pack? There are: good, other.');
    expect(newTermCommand(['x', '--pack', 'other'], root).exitCode).toBe(0);
  });
});

describe('data:report', () => {
  test('counts what a pack holds and how it is founded', () => {
    const report = reportPacks(readPacks(root).packs);
    for (const line of [
      '| Terms | 3 |',
      '| Terms that moved | 1 |',
      '| Claims | 6 |',
      '| Claims with two sources or more | 1 of 6 (17 percent) |',
      '| Claims with a primary source or a regulator | 3 of 6 (50 percent) |',
      '| Claims with a primary source, a regulator or two publishers | 4 of 6 (67 percent) |',
      '| Claims of high confidence | 3 of 6 (50 percent) |',
      '| Claims of low confidence | 0 of 6 (0 percent) |',
      '### Disagreements (1)\n\n- chip-one: Chip One’s share of the market (chip-one-share, maker-share)',
      '### Sources that nothing cites\n\nNone.',
      '### Terms without a relation\n\nNone.',
      '| chip-one | 4 | 2023-09 | 2024-11 |',
      '| chip | 2 |',
    ]) {
      expect(report).toContain(line);
    }
  });

  test('lists old claims without a successor, unused sources and lonely terms', () => {
    const spare = { ...good.sources[0], id: 'spare' };
    const lonely = { ...good.terms[2], id: 'lonely' };
    const report = reportPacks([
      { ...good, sources: [...good.sources, spare], terms: [...good.terms, lonely] },
    ]);
    expect(report).toContain('### Sources that nothing cites (1)\n\n- spare');
    expect(report).toContain('### Terms without a relation (1)\n\n- lonely');
    expect(report).toMatch(
      /### Claims of before 2024-11-14 without a successor \(4\)\n\n- 2023 maker: maker-share/u,
    );
    expect(report).not.toContain('chip-one: chip-one-invested\n');
  });

  test('says nothing foolish about an empty pack', () => {
    expect(reportPacks([{ ...good, sources: [], terms: [] }])).toContain('0 of 0 (0 percent)');
  });
});
