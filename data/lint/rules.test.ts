import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { packSchema } from '../schema.ts';
import { runRules, viewPack } from './pack-view.ts';
import { formatProblem } from './problem.ts';
import { RULES } from './rules.ts';

/** A fault made in the good pack, and every problem that must then be found: no more, no less. */
interface Fixture {
  readonly rule: string;
  /** New values by dotted path into the pack. */
  readonly changes: Readonly<Record<string, unknown>>;
  /** Dotted paths to take out. */
  readonly remove?: readonly string[];
  /** Problems as `formatProblem` writes them. */
  readonly finds: readonly string[];
}

const FOLDER = join(import.meta.dirname, 'fixtures');
const PLACE = 'data/packs/good';
const files = readdirSync(FOLDER).filter((name) => name.startsWith('bad-'));
const fixtures = files.map((name): [string, Fixture] => [name, readFixture(name)]);

function readFixture(name: string) {
  return JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));
}

function findProblems(pack: unknown): string[] {
  const view = viewPack(v.parse(packSchema, pack), PLACE);
  return runRules(view, RULES).map(formatProblem);
}

function makeFault({ changes, remove = [] }: Fixture): unknown {
  const pack: unknown = readFixture('good.json');
  const holder = (path: string) => {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    let at = pack as Record<string, unknown>;
    for (const key of keys) at = at[key] as Record<string, unknown>;
    return { at, last };
  };
  for (const [path, value] of Object.entries(changes)) {
    const { at, last } = holder(path);
    at[last] = value;
  }
  for (const path of remove) {
    const { at, last } = holder(path);
    delete at[last];
  }
  return pack;
}

describe('the rules of the dataset', () => {
  test('find nothing in a good pack', () => {
    expect(findProblems(readFixture('good.json'))).toEqual([]);
  });

  test.each(fixtures)('find what is wrong in %s', (name, fixture) => {
    expect(name).toBe(`bad-${fixture.rule}.json`);
    const problems = findProblems(makeFault(fixture));
    expect(problems).toEqual(fixture.finds);
    expect(problems.some((line) => line.endsWith(`[${fixture.rule}]`))).toBe(true);
  });

  test('each have a bad example and a name of their own', () => {
    const names = RULES.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(fixtures.map(([, { rule }]) => rule).sort()).toEqual([...names].sort());
  });

  test('are all explained in the guide', () => {
    const guide = readFileSync(join(import.meta.dirname, '..', 'CONTRIBUTING.md'), 'utf8');
    const rows = RULES.map(({ name, asks }) => `| \`${name}\` | ${asks} |`);
    expect(rows.filter((row) => !guide.includes(row))).toEqual([]);
  });
});
