/** Starts the browsers of this machine with the built extension. */
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { type BrowserName, findBrowser } from './find-browser.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Host of the extension's own pages in Firefox, fixed so that tests can open them. */
const FIREFOX_UUID = '3f1c2a4e-8a55-4c0b-9d1e-6a2b7c8d9e0f';
const GECKO_ID = 'glosslight@glosslight.example';

export interface Running {
  readonly name: BrowserName;
  readonly browser: Browser;
  /** Address of a file of the extension. */
  extensionUrl(file: string): string;
  close(): Promise<void>;
}

export interface LaunchOptions {
  readonly isHeadless?: boolean;
  readonly width?: number;
  readonly height?: number;
  /** Command line and preferences on top of the usual. */
  readonly args?: readonly string[];
  readonly prefs?: Readonly<Record<string, unknown>>;
  readonly withExtension?: boolean;
  /** Whether the page that greets after an installation stays open. */
  readonly keepsWelcome?: boolean;
}

/** No traffic of the browser's own: a closed network must not slow down or blur a test. */
const QUIET = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-features=Translate,OptimizationHints,MediaRouter',
];

/** Starts a browser with a fresh profile and the built extension in it. */
export async function launch(name: BrowserName, options: LaunchOptions = {}): Promise<Running> {
  const executablePath = findBrowser(name);
  if (executablePath === undefined) throw new Error(`no ${name} that is new enough is installed`);
  const { isHeadless = true, width = 1100, height = 800, args = [], prefs = {} } = options;
  const hasExtension = options.withExtension ?? true;
  const common = {
    executablePath,
    headless: isHeadless,
    defaultViewport: isHeadless ? { width, height } : null,
    userDataDir: mkdtempSync(path.join(tmpdir(), `glosslight-${name}-`)),
  };
  if (name === 'chromium') {
    const isRoot = process.getuid?.() === 0;
    const browser = await puppeteer.launch({
      ...common,
      browser: 'chrome',
      pipe: true,
      enableExtensions: hasExtension ? [outputOf('chrome')] : false,
      args: [...QUIET, '--disable-gpu', ...(isRoot ? ['--no-sandbox'] : []), ...args],
    });
    const id = hasExtension ? await chromiumId(browser) : '';
    if (hasExtension && !options.keepsWelcome) await closeWelcome(browser);
    return {
      name,
      browser,
      extensionUrl: (file) => `chrome-extension://${id}/${file}`,
      close: () => closeAndTidy(browser, common.userDataDir),
    };
  }
  const browser = await puppeteer.launch({
    ...common,
    browser: 'firefox',
    args: ['--remote-allow-system-access', ...args],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: FIREFOX_UUID }),
      'browser.shell.checkDefaultBrowser': false,
      'datareporting.policy.dataSubmissionEnabled': false,
      ...prefs,
    },
  });
  if (hasExtension) {
    await browser.installExtension(outputOf('firefox'));
    if (!options.keepsWelcome) await closeWelcome(browser);
  }
  return {
    name,
    browser,
    extensionUrl: (file) => `moz-extension://${FIREFOX_UUID}/${file}`,
    close: () => closeAndTidy(browser, common.userDataDir),
  };
}

/** A profile takes tens of megabytes, and nobody comes back to it. */
async function closeAndTidy(browser: Browser, profile: string): Promise<void> {
  await browser.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }).catch(
    () => undefined,
  );
}

export function outputOf(target: 'chrome' | 'firefox'): string {
  return path.resolve(root, process.env.E2E_OUTPUT ?? '.output', `${target}-mv3`);
}

/** The welcome would lie over a test's pages; it has tests of its own. */
async function closeWelcome(browser: Browser): Promise<void> {
  const page = await findOpenPage(browser, '/welcome.html', 4000);
  await page?.close().catch(() => undefined);
}

/**
 * Waits for a page that the extension opens by itself. Firefox reports such a page without its
 * address, so each is asked for its own.
 * @param ending of the address.
 * @param ms to wait at most.
 */
export async function findOpenPage(
  browser: Browser,
  ending: string,
  ms: number,
): Promise<Page | undefined> {
  const end = Date.now() + ms;
  while (Date.now() < end) {
    for (const page of await browser.pages()) {
      const url = await page.evaluate(() => location.href).catch(() => '');
      if (url.endsWith(ending)) return page;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return undefined;
}

async function chromiumId(browser: Browser): Promise<string> {
  const target = await browser.waitForTarget(
    (each) => each.type() === 'service_worker' && each.url().startsWith('chrome-extension://'),
  );
  return new URL(target.url()).host;
}

/**
 * Opens a page of the extension. Firefox never reports the end of such a load, so the page is asked
 * until it is there.
 */
export async function openExtensionPage(running: Running, file: string): Promise<Page> {
  const page = await running.browser.newPage();
  const url = running.extensionUrl(file);
  if (running.name === 'chromium') {
    await page.goto(url);
    return page;
  }
  await bidiOf(running).send('browsingContext.navigate', {
    context: contextOf(page),
    url,
    wait: 'none',
  });
  // The blank page that stands before it is complete as well.
  await page.waitForFunction(
    (protocol) => location.protocol === protocol && document.readyState === 'complete',
    { polling: 20 },
    new URL(url).protocol,
  );
  return page;
}

/** Firefox's side of the debugging protocol, for what the driver has no words for. */
export interface Bidi {
  send(method: string, params: unknown): Promise<{ readonly result: unknown }>;
}

export function bidiOf(running: Running): Bidi {
  return (running.browser as unknown as { connection: Bidi }).connection;
}

/** Name of a page or a frame in that protocol. */
export function contextOf(page: Page): string {
  return (page.mainFrame() as unknown as { _id: string })._id;
}
