import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { isFit } from '../e2e/find-browser.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'glosslight-browsers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** @returns path of a program that says this when it is asked for its version. */
function program(says: string): string {
  const file = path.join(folder, says.replace(/\W/g, '-'));
  writeFileSync(file, `#!/bin/sh\necho "${says}"\n`);
  chmodSync(file, 0o755);
  return file;
}

test.skipIf(process.platform === 'win32').each([
  ['Mozilla Firefox 146.0', 146, true],
  ['Mozilla Firefox 153.7.0esr', 146, true],
  ['Mozilla Firefox 140.12.0esr', 146, false],
  ['Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)', 131, true],
  ['Google Chrome 99.0.4844.51', 131, false],
  ['a browser that tells nothing', 131, true],
])('%s, where %d is the oldest: %s', (says, oldest, isNewEnough) => {
  expect(isFit(program(says), oldest)).toBe(isNewEnough);
});

test('what is not there is no browser', () => {
  expect(isFit('', 131)).toBe(false);
  expect(isFit(path.join(folder, 'nothing'), 131)).toBe(false);
});
