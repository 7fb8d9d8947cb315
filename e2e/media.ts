/** What a reader may have set for all pages: less motion, colours of the system. */
import type { Page } from 'puppeteer-core';
import type { Running } from './browsers.ts';
import { inFirefoxChrome } from './extension-life.ts';

/** Asks for less motion, or takes it back. */
export async function reduceMotion(running: Running, page: Page, isOn: boolean): Promise<void> {
  if (running.name === 'chromium') {
    const value = isOn ? 'reduce' : 'no-preference';
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value }]);
  } else {
    const name = `'ui.prefersReducedMotion'`;
    await inFirefoxChrome(
      running,
      isOn ? `Services.prefs.setIntPref(${name}, 1);` : `Services.prefs.clearUserPref(${name});`,
    );
  }
  const query = `(prefers-reduced-motion: ${isOn ? 'reduce' : 'no-preference'})`;
  await page.waitForFunction((text) => matchMedia(text).matches, {}, query);
}

/** Puts the system's colours in force on a page, or takes them back. */
export async function forceColours(running: Running, page: Page, isOn: boolean): Promise<void> {
  const value = isOn ? 'active' : 'none';
  if (running.name === 'chromium') {
    const client = await page.createCDPSession();
    await client.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'forced-colors', value }],
    });
  } else {
    await page.bringToFront();
    await inFirefoxChrome(
      running,
      `const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');
       gBrowser.selectedBrowser.browsingContext.forcedColorsOverride = '${value}';`,
    );
  }
  await page.waitForFunction((text) => matchMedia(text).matches, {}, `(forced-colors: ${value})`);
}
