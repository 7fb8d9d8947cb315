/** The browser with the built extension in it, and how measurements talk to it. */
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CDPSession, Page } from 'puppeteer-core';
import { launch, outputOf, type Running } from '../e2e/browsers.ts';
import { type PageServer, startServer } from '../e2e/server.ts';
import { LEXICON_KEY } from '../extension/storage-keys.ts';
import { encodeLexicon } from '../glossary/lexicon.ts';
import { FIRST_PASS, floorPass } from './floor-script.ts';
import { lexiconOf } from './lexicons.ts';

export interface Bench {
  readonly running: Running;
  readonly server: PageServer;
  /** Fewer rounds and smaller pages. */
  readonly isQuick: boolean;
  /** Puts a lexicon of so many aliases into the extension; undefined puts the shipped one back. */
  putLexicon(size: number | undefined): Promise<void>;
  open(): Promise<{ page: Page; client: CDPSession }>;
  /** Opens a page in a browser of its own, where nothing reads it. */
  openUnread(): Promise<{ page: Page; client: CDPSession }>;
  /** Opens a page in a browser where the extension's script is the floor. */
  openAtFloor(): Promise<{ page: Page; client: CDPSession }>;
  /** Ends the background, as a browser does after half a minute. */
  sleep(): Promise<void>;
  say(line: string): void;
  close(): Promise<void>;
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Measurements collect garbage when they want to. */
const FLAGS = ['--js-flags=--expose-gc'];

export async function startBench(isQuick: boolean): Promise<Bench> {
  const server = await startServer();
  const running = await launch('chromium', { args: FLAGS });
  await pause(1500);
  let plain: Promise<Running> | undefined;
  let floor: Promise<Running> | undefined;
  let shipped: unknown;
  let inUse: number | undefined;

  async function inBackground<T, A>(run: (input: A) => Promise<T>, input: A): Promise<T> {
    // A sleeping background is woken by a page of the extension.
    const find = () => running.browser.targets().find((each) => each.type() === 'service_worker');
    if (find() === undefined) {
      const page = await running.browser.newPage();
      await page.goto(running.extensionUrl('popup.html')).catch(() => undefined);
      await running.browser.waitForTarget((each) => each.type() === 'service_worker');
      await page.close();
    }
    const worker = await find()?.worker();
    if (!worker) throw new Error('the background is not to be found');
    return (await worker.evaluate(run as (input: unknown) => Promise<unknown>, input)) as T;
  }

  return {
    running,
    server,
    isQuick,
    async putLexicon(size) {
      if (size === inUse) return;
      const key = LEXICON_KEY;
      const read = (name: string) =>
        (globalThis as unknown as ChromeGlobal).chrome.storage.local
          .get(name)
          .then((found) => found[name]);
      shipped ??= await inBackground(read, key);
      const value = size === undefined ? shipped : encodeLexicon(lexiconOf(size));
      await inBackground(
        (entry: { key: string; value: unknown }) =>
          (globalThis as unknown as ChromeGlobal).chrome.storage.local.set({
            [entry.key]: entry.value,
          }),
        { key, value },
      );
      inUse = size;
    },
    open: () => openIn(running),
    async openUnread() {
      plain ??= launch('chromium', { withExtension: false, args: FLAGS });
      return openIn(await plain);
    },
    async openAtFloor() {
      floor ??= withScript(floorPass(FIRST_PASS), () => launch('chromium', { args: FLAGS }));
      return openIn(await floor);
    },
    async sleep() {
      const target = running.browser.targets().find((each) => each.type() === 'service_worker');
      await (await target?.worker())?.close();
      await pause(300);
    },
    say: (line) => console.log(line),
    async close() {
      await running.close();
      await (await plain)?.close();
      await (await floor)?.close();
      await server.close();
    },
  };
}

/** Starts a browser with another script in place of the one of every frame. */
export async function withScript<T>(source: string, start: () => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'glosslight-bench-'));
  const own = path.join(folder, 'chrome-mv3');
  cpSync(outputOf('chrome'), own, { recursive: true });
  writeFileSync(path.join(own, 'annotate.js'), source);
  const before = process.env.E2E_OUTPUT;
  process.env.E2E_OUTPUT = folder;
  try {
    return await start();
  } finally {
    if (before === undefined) delete process.env.E2E_OUTPUT;
    else process.env.E2E_OUTPUT = before;
  }
}

async function openIn({ browser }: Running): Promise<{ page: Page; client: CDPSession }> {
  const page = await browser.newPage();
  return { page, client: await page.createCDPSession() };
}

interface ChromeGlobal {
  readonly chrome: {
    readonly storage: {
      readonly local: {
        get(name: string): Promise<Record<string, unknown>>;
        set(entries: Record<string, unknown>): Promise<void>;
      };
    };
  };
}
