/** Finds the browsers of this machine that the extension can run in. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import oldest from '../scripts/oldest-browsers.json' with { type: 'json' };

export type BrowserName = 'chromium' | 'firefox';

const NAMED: Readonly<Record<BrowserName, string | undefined>> = {
  chromium: process.env.CHROMIUM_PATH,
  firefox: process.env.FIREFOX_PATH,
};

/** Where each browser is usually installed. */
const PLACES: Readonly<Record<BrowserName, readonly string[]>> = {
  chromium: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/microsoft-edge',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: [
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
};

const found = new Map<BrowserName, string | undefined>();

/**
 * @returns path of an installed browser that is new enough, or undefined. One that the environment
 *   names is taken, or none: no other is to be tested in its place unnoticed.
 */
export function findBrowser(name: BrowserName): string | undefined {
  if (!found.has(name)) {
    const places = NAMED[name] ? [NAMED[name]] : PLACES[name];
    found.set(
      name,
      places.find((each) => isFit(each, oldest[name])),
    );
  }
  return found.get(name);
}

/**
 * @param oldestMajor the first version that the extension can be installed in.
 * @returns whether a program is there and new enough; one that doesn't tell its version is tried.
 */
export function isFit(program: string, oldestMajor: number): boolean {
  if (!existsSync(program)) return false;
  // On Windows a browser opens a window and says nothing.
  if (process.platform === 'win32') return true;
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8', timeout: 10_000 });
  const major = /(\d+)\.\d/.exec(stdout ?? '')?.[1];
  return major === undefined || Number(major) >= oldestMajor;
}
