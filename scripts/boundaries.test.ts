import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const biome = path.join(root, 'node_modules', '.bin', 'biome');
/** A folder with the project's rules and nothing of the project, to plant violations in. */
let field: string;

beforeAll(() => {
  field = mkdtempSync(path.join(tmpdir(), 'glosslight-lint-'));
  const rules = readFileSync(path.join(root, 'biome.json'), 'utf8')
    // Rules of our own are named by their place in the project.
    .replaceAll('"./scripts/lint/', `"${root}scripts/lint/`);
  writeFileSync(
    path.join(field, 'biome.json'),
    JSON.stringify({ ...JSON.parse(rules), $schema: undefined, vcs: { enabled: false } }),
  );
});
afterAll(() => rmSync(field, { recursive: true, force: true }));

function lint(file: string, code: string): string {
  const place = path.join(field, file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, code);
  const { stdout, stderr } = spawnSync(biome, ['lint', file], { cwd: field, encoding: 'utf8' });
  return stdout + stderr;
}

describe('a planted violation is caught', () => {
  test.each([
    [
      'glossary/planted.ts',
      "import { createAnnotator } from '../page/annotator.ts';",
      'glossary/ is pure',
    ],
    ['glossary/planted.ts', "import { h } from 'preact';", 'glossary/ is pure'],
    ['glossary/planted.ts', 'export const title = document.title;', 'glossary/ knows no DOM'],
    [
      'page/planted.ts',
      "import { native } from '../extension/native.ts';",
      'page/ knows no browser API',
    ],
    ['page/planted.ts', 'export const id = chrome.runtime.id;', 'page/ knows no browser API'],
    [
      'components/Planted.tsx',
      "import browser from 'webextension-polyfill';",
      'Components take props',
    ],
    [
      'components/Planted.tsx',
      "import { termOf } from '../page/annotation-store.ts';",
      'Components take props',
    ],
    [
      'extension/planted.ts',
      "import { FactCard } from '../components/FactCard.tsx';",
      'extension/ is the seam',
    ],
    [
      'data/planted.ts',
      "import { fold } from '../glossary/characters.ts';",
      'data/ imports nothing',
    ],
  ])('%s: %s', (file, code, message) => {
    expect(lint(file, `${code}\n`)).toContain(message);
  });
});

test('only extension/ and entrypoints/ import the polyfill', () => {
  const { stdout } = spawnSync(
    'git',
    ['grep', '-lE', "from 'webextension-polyfill'", '--', '*.ts', '*.tsx'],
    { cwd: root, encoding: 'utf8' },
  );
  const offenders = stdout
    .split('\n')
    .filter((file) => /^(?:glossary|page|components|data)\//u.test(file))
    .filter((file) => /^import (?!type)/mu.test(readFileSync(path.join(root, file), 'utf8')));
  expect(offenders).toEqual([]);
});
