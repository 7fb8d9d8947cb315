/**
 * Makes a clean clone ready, with nothing but Node and npm: packages from the lock file, browsers
 * where the machine has none. Plain JavaScript, because it runs before anything is installed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

const bin = path.join(root, 'node_modules', '.bin');

/** The project's own Node and tools come before the machine's. */
export const env = {
  ...process.env,
  PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}`,
};

/**
 * Runs a command of the project.
 * @returns its exit code; with `capture`, what it printed, and the same with its errors as `output`.
 */
export function run(command, args, { capture = false, extraEnv = {} } = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    env: { ...env, ...extraEnv },
    stdio: capture ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    shell: process.platform === 'win32',
  });
  if (result.error) throw result.error;
  const printed = result.stdout ?? '';
  return { code: result.status ?? 1, printed, output: `${printed}${result.stderr ?? ''}` };
}

/** Installs the packages, unless what is there is newer than the lock file. */
export function installPackages() {
  const lock = path.join(root, 'package-lock.json');
  const installed = path.join(root, 'node_modules', '.package-lock.json');
  const isFresh =
    existsSync(installed) &&
    existsSync(path.join(bin, process.platform === 'win32' ? 'node.cmd' : 'node')) &&
    statSync(installed).mtimeMs >= statSync(lock).mtimeMs;
  if (isFresh) return;
  console.log('Installing packages (npm ci)…');
  const { code } = run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) throw new Error('npm ci failed: see above');
}

const oldest = JSON.parse(readFileSync(new URL('oldest-browsers.json', import.meta.url), 'utf8'));

const BROWSERS = {
  chromium: {
    debian: 'chromium',
    variable: 'CHROMIUM_PATH',
    advice: `Chrome, Chromium or Edge ${oldest.chromium} or newer`,
  },
  firefox: {
    debian: 'firefox-esr',
    variable: 'FIREFOX_PATH',
    advice: `Firefox ${oldest.firefox} or newer`,
  },
};

/** @returns path of a browser that is new enough, by the same search as the tests', or undefined. */
function find(name) {
  const code = `import { findBrowser } from './e2e/find-browser.ts'; process.stdout.write(findBrowser('${name}') ?? '');`;
  const { code: failed, printed } = run('node', ['--input-type=module', '-e', code], {
    capture: true,
  });
  if (failed) throw new Error('the search for browsers failed');
  return printed.trim() === '' ? undefined : printed.trim();
}

/**
 * Looks for browsers and, on Debian as root, installs those that are missing or too old.
 * @param names those wanted.
 * @returns those that are there, and for each missing one what to do.
 */
export function ensureBrowsers(names = ['chromium', 'firefox']) {
  let missing = names.filter((name) => find(name) === undefined);
  const mayInstall = process.getuid?.() === 0 && isDebian();
  if (missing.length > 0 && mayInstall) {
    const packages = missing.map((name) => BROWSERS[name].debian);
    console.log(`Installing ${packages.join(' and ')} (apt-get)…`);
    const quiet = { extraEnv: { DEBIAN_FRONTEND: 'noninteractive' } };
    run('apt-get', ['update', '-qq'], { capture: true, ...quiet });
    const { code, output } = run('apt-get', ['install', '-y', '-qq', ...packages], {
      capture: true,
      ...quiet,
    });
    if (code !== 0) console.log(output.slice(-2000));
    missing = names.filter((name) => find(name) === undefined);
  }
  return {
    found: names.filter((name) => !missing.includes(name)),
    missing: missing.map((name) => {
      const { advice, variable } = BROWSERS[name];
      return `${name}: install ${advice}, or set ${variable} to the program's path`;
    }),
  };
}

function isDebian() {
  return (
    existsSync('/etc/os-release') &&
    /^ID(?:_LIKE)?=.*(?:debian|ubuntu)/mu.test(readFileSync('/etc/os-release', 'utf8'))
  );
}
