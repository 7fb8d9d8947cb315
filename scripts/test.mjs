/**
 * `npm test`: everything, from a clean clone to the end-to-end tests in both browsers. Ends with one
 * line that counts over all suites; with CI set, a missing browser is a failure.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureBrowsers, installPackages, root, run } from './setup.mjs';

let passed = 0;
let failed = 0;
let skipped = 0;

function count(title, isGood) {
  if (isGood) passed += 1;
  else failed += 1;
  console.log(`${isGood ? '✓' : '✗'} ${title}`);
}

function step(title, command, args) {
  const { code, output } = run(command, args, { capture: true });
  if (code !== 0) console.log(output);
  count(title, code === 0);
}

/** Runs a Vitest suite and adds its tests to the count. */
function suite(title, config, extraEnv = {}) {
  const report = path.join(root, 'node_modules', `.report-${path.basename(config)}.json`);
  rmSync(report, { force: true });
  console.log(`\n${title}`);
  const { code } = run(
    'vitest',
    [
      'run',
      '--config',
      config,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { extraEnv },
  );
  if (!existsSync(report)) {
    count(`${title}: no report`, false);
    return;
  }
  const results = JSON.parse(readFileSync(report, 'utf8'));
  passed += results.numPassedTests;
  failed += results.numFailedTests;
  skipped += results.numPendingTests + results.numTodoTests;
  // A file that cannot be loaded has no test to fail.
  if (code !== 0 && results.numFailedTests === 0) count(`${title}: ended with ${code}`, false);
}

installPackages();
step('lint', 'biome', ['ci', '--error-on-warnings', '.']);
step('types', 'tsc', ['--noEmit']);
step('unused code and packages', 'knip', []);
step('dataset', 'node', ['scripts/data-check.ts']);
suite('Unit and property tests', 'vitest.config.ts');
step('build for Chromium', 'wxt', ['build']);
step('build for Firefox', 'wxt', ['build', '-b', 'firefox']);
step('sizes', 'size-limit', []);

const browsers = ensureBrowsers();
for (const advice of browsers.missing) {
  console.log(`Missing browser — ${advice}`);
  if (process.env.CI) count(`browser missing: ${advice}`, false);
  else skipped += 1;
}
if (browsers.found.length > 0) {
  suite(`End to end in ${browsers.found.join(' and ')}`, 'vitest.e2e.config.ts', {
    E2E_BROWSERS: browsers.found.join(','),
  });
}

console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed > 0 ? 1 : 0);
