/** Presses the extension's keys, which no test driver can: the browser takes them before any page. */
import type { Page } from 'puppeteer-core';
import type { Running } from './browsers.ts';
import { inFirefoxChrome } from './extension-life.ts';

const KEYS = {
  'next-term': 'VK_PERIOD',
  'previous-term': 'VK_COMMA',
  'toggle-site': 'VK_0',
} as const;

/** Does what the browser does when the command's keys are pressed over a page. */
export async function runCommand(
  running: Running,
  page: Page,
  command: keyof typeof KEYS,
): Promise<void> {
  await page.bringToFront();
  if (running.name === 'firefox') {
    await inFirefoxChrome(
      running,
      `const window = Services.wm.getMostRecentWindow('navigator:browser');
       const keys = [...window.document.querySelectorAll('keyset[id^=ext-keyset] key')];
       const key = keys.find((each) => each.getAttribute('keycode') === '${KEYS[command]}');
       if (!key) throw new Error(keys.map((each) => each.outerHTML).join());
       key.doCommand();`,
    );
    return;
  }
  const target = await running.browser.waitForTarget(
    (each) => each.type() === 'service_worker' && each.url().startsWith('chrome-extension://'),
  );
  const worker = await target.worker();
  await worker?.evaluate(
    async (name, url) => {
      const api = (globalThis as never as { chrome: ChromeApi }).chrome;
      const tab = (await api.tabs.query({})).findLast((each) => each.url === url);
      api.commands.onCommand.dispatch(name, tab);
    },
    command,
    page.url(),
  );
}

interface ChromeApi {
  readonly tabs: { query(filter: object): Promise<{ url?: string }[]> };
  readonly commands: { onCommand: { dispatch(name: string, tab: unknown): void } };
}
