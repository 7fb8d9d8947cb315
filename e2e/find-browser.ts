/** Finds the browsers of this machine that the extension can run in. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import oldest from '../scripts/oldest-browsers.json' with { type: 'json' };

export type BrowserName = 'chromium' | 'firefox';

/** Where each browser is usually installed; the environment's word comes first. */
const PLACES: Readonly<Record<BrowserName, readonly (string | undefined)[]>> = {
  chromium: [
    process.env.CHROMIUM_PATH,
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
    process.env.FIREFOX_PATH,
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
};

const found = new Map<BrowserName, string | undefined>();

/** @returns path of an installed browser that is new enough, or undefined. */
export function findBrowser(name: BrowserName): string | undefined {
  if (!found.has(name)) {
    const place = PLACES[name].find((each) => each !== undefined && isFit(each, oldest[name]));
    found.set(name, place);
  }
  return found.get(name);
}

/**
 * @param oldestMajor the first version that the extension can be installed in.
 * @returns whether a program is there and new enough; one that doesn't tell its version is tried.
 */
export function isFit(program: string, oldestMajor: number): boolean {
  if (program === '' || !existsSync(program)) return false;
  // On Windows a browser opens a window and says nothing.
  if (process.platform === 'win32') return true;
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8', timeout: 10_000 });
  const major = /(\d+)\.\d/.exec(stdout ?? '')?.[1];
  return major === undefined || Number(major) >= oldestMajor;
}
