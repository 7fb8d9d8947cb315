/** The table in `docs/robustness.md` is kept: every row names tests that exist. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Row {
  readonly line: string;
  readonly files: readonly string[];
  readonly titles: readonly string[];
}

const fileNames = (text: string) =>
  [...text.matchAll(/`([^`]+\.test\.tsx?)`/gu)].map(([, name]) =>
    [name as string, path.join('e2e', name as string)].find((each) =>
      existsSync(path.join(root, each)),
    ),
  );

/** Rows under each heading; a heading's file is that of rows which name none. */
function readRows(): Row[] {
  const rows: Row[] = [];
  let section: readonly (string | undefined)[] = [];
  for (const line of readFileSync(path.join(root, 'docs/robustness.md'), 'utf8').split('\n')) {
    if (line.startsWith('#')) section = fileNames(line);
    const cells = line.split('|').slice(1, -1);
    const last = cells.at(-1)?.trim() ?? '';
    if (cells.length < 3 || last === 'test' || /^-+$/u.test(last)) continue;
    const own = fileNames(last);
    rows.push({
      line,
      files: (own.length > 0 ? own : section).filter((each) => each !== undefined),
      titles: [...last.matchAll(/“([^”]+)”/gu)].map(([, title]) => title as string),
    });
  }
  return rows;
}

/** The titles in a file; what is filled in at run time fits anything. */
function titlesOf(file: string): RegExp[] {
  const source = readFileSync(path.join(root, file), 'utf8');
  const literals = source.matchAll(/(?:'((?:[^'\\\n]|\\.)*)'|`([^`\n]*)`),\s*(?:async|\(|\{)/gu);
  return [...literals].flatMap(([, plain, filled]) => {
    const parts = (plain ?? filled ?? '').split(/%[sid]|\$\{[^}]*\}|\$\w+/u);
    // A title that is all filled in would fit everything.
    if (parts.join('').length < 8) return [];
    const escaped = parts.map((part) => part.replace(/[.*+?^(){}|[\]\\]/gu, '\\$&'));
    return new RegExp(`^${escaped.join('.+')}$`, 'u');
  });
}

test('every row of the table names tests that exist', () => {
  const rows = readRows();
  expect(rows.length).toBeGreaterThan(80);
  const titles = new Map<string, RegExp[]>();
  for (const { line, files, titles: wanted } of rows) {
    expect(files, line).not.toEqual([]);
    for (const file of files) if (!titles.has(file)) titles.set(file, titlesOf(file));
    for (const title of wanted) {
      const isThere = files.some((file) => titles.get(file)?.some((each) => each.test(title)));
      expect(isThere, `“${title}” in ${files.join()}`).toBe(true);
    }
  }
});
