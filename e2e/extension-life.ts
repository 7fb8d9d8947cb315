/** What happens to an extension under open pages: updates, removal, a background that sleeps. */
import type { Page } from 'puppeteer-core';
import { bidiOf, openExtensionPage, outputOf, type Running } from './browsers.ts';

/** Puts the same extension in once more, as an update does. */
export async function updateExtension(running: Running): Promise<void> {
  await running.browser.installExtension(
    outputOf(running.name === 'chromium' ? 'chrome' : 'firefox'),
  );
}

/** Takes the extension out of the running browser. */
export async function removeExtension(running: Running): Promise<void> {
  const id =
    running.name === 'chromium'
      ? new URL(running.extensionUrl('')).host
      : 'glosslight@glosslight.example';
  await running.browser.uninstallExtension(id);
}

/** Stops the background, which the browser does whenever it likes. */
export async function stopBackground(running: Running): Promise<void> {
  if (running.name === 'chromium') {
    const target = await running.browser.waitForTarget(
      (each) => each.type() === 'service_worker' && each.url().startsWith('chrome-extension://'),
    );
    const worker = await target.worker();
    await worker?.close();
    return;
  }
  await inFirefoxChrome(
    running,
    `const { WebExtensionPolicy } = Cu.getGlobalForObject(Services);
     const policy = WebExtensionPolicy.getByID('glosslight@glosslight.example');
     return policy.extension.terminateBackground({ ignoreDevToolsAttached: true });`,
  );
}

/** Has a stopped background at work again; keys wake it in Firefox, where they are pressed for real. */
export async function wakeBackground(running: Running): Promise<void> {
  if (running.name === 'firefox') return;
  const page = await openExtensionPage(running, 'popup.html?tab=0');
  await page.evaluate(() => {
    const { chrome } = globalThis as never as {
      chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };
    };
    return chrome.runtime.sendMessage({ name: 'getSite', request: {} });
  });
  await page.close();
}

/** Runs code with Firefox's own rights. */
export async function inFirefoxChrome(running: Running, body: string): Promise<unknown> {
  const connection = bidiOf(running);
  const tree = (await connection.send('browsingContext.getTree', {
    'moz:scope': 'chrome',
  })) as { result: { contexts: { context: string }[] } };
  const [context] = tree.result.contexts;
  if (context === undefined) throw new Error('no window of the browser');
  const { result } = (await connection.send('script.callFunction', {
    functionDeclaration: `async () => { ${body} }`,
    target: { context: context.context },
    awaitPromise: true,
  })) as { result: { type: string; result?: { value?: unknown } } };
  if (result.type !== 'success') throw new Error(JSON.stringify(result).slice(0, 400));
  return result.result?.value;
}

/** How many cards and marks a page holds: two of one kind mean two scripts at work. */
export function countOf(page: Page): Promise<{ cards: number; marks: number }> {
  return page.evaluate(() => ({
    cards: document.querySelectorAll('[popover=manual][data-theme]').length,
    marks: CSS.highlights.get('glosslight')?.size ?? 0,
  }));
}

/** Runs an expression where the extension's scripts of a page run. Chromium only. */
export async function inExtensionWorld(page: Page, expression: string): Promise<void> {
  const client = await page.createCDPSession();
  try {
    const world = new Promise<number>((resolve) => {
      client.on('Runtime.executionContextCreated', ({ context: { id, origin } }) => {
        if (origin.startsWith('chrome-extension://')) resolve(id);
      });
    });
    await client.send('Runtime.enable');
    await client.send('Runtime.evaluate', { expression, contextId: await world });
  } finally {
    await client.detach();
  }
}
