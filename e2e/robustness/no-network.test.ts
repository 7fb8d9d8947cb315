import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { openExtensionPage } from '../browsers.ts';
import { waitForNoCard } from '../card.ts';
import { runCommand } from '../commands.ts';
import { describeInBrowsers, pause } from '../each-browser.ts';
import { inFirefoxChrome } from '../extension-life.ts';
import { openPopupFor } from '../extension-tabs.ts';
import { hoverCard, moveOnto } from '../hover.ts';
import { waitForMarks } from '../marks.ts';
import { htmlPage } from '../server.ts';

const OWN = /^(?:chrome-extension|moz-extension|data|blob|about|resource|chrome):/u;

describeInBrowsers('a day of use', (context) => {
  /** Every address that the browser asks for, of pages, workers and the background alike. */
  const listen = async (): Promise<() => Promise<readonly string[]>> => {
    const { running } = context;
    if (running.name === 'firefox') {
      await inFirefoxChrome(
        running,
        `const asked = [];
         Services.obs.addObserver({ observe(subject) {
           asked.push(subject.QueryInterface(Ci.nsIHttpChannel).URI.spec);
         } }, 'http-on-modify-request');
         Services.glosslightAsked = asked;`,
      );
      return async () =>
        JSON.parse(
          String(await inFirefoxChrome(running, 'return JSON.stringify(Services.glosslightAsked)')),
        );
    }
    const asked: string[] = [];
    for (const target of running.browser.targets()) {
      const client = await target.createCDPSession().catch(() => undefined);
      await client?.send('Network.enable').catch(() => undefined);
      client?.on('Network.requestWillBeSent', ({ request }) => asked.push(request.url));
    }
    running.browser.on('targetcreated', async (target) => {
      const client = await target.createCDPSession().catch(() => undefined);
      await client?.send('Network.enable').catch(() => undefined);
      client?.on('Network.requestWillBeSent', ({ request }) => asked.push(request.url));
    });
    return async () => asked;
  };

  test('nothing is asked of any server that the reader did not open', async () => {
    const asked = await listen();
    const visited: string[] = [];
    const visit = async (path: string, body: string): Promise<Page> => {
      const url = context.server.serve(path, htmlPage(body));
      visited.push(url);
      return context.open(url);
    };
    const page = await visit(
      '/morning',
      `<p>Trainium, Inferentia and ChatGPT.</p><p>AWS customers call Claude through Bedrock on Trainium.</p>
       <iframe width="600" height="300" srcdoc="<p>OpenAI</p>"></iframe>`,
    );
    const marks = await waitForMarks(page, (found) => found.length >= 3);
    for (const mark of marks.slice(0, 3)) {
      await hoverCard(context.running, page, mark);
      await page.keyboard.press('Escape');
      await waitForNoCard(context.running, page);
      await page.mouse.move(700, 600, { steps: 2 });
    }
    await moveOnto(page, marks[0]);
    await runCommand(context.running, page, 'next-term');
    await pause(300);
    const popup = await openPopupFor(context.running, page);
    await popup.waitForSelector('input');
    await popup.type('input', 'nvidia');
    await pause(300);
    await popup.close();
    for (const file of ['options.html', 'explore.html', 'welcome.html', 'sidepanel.html']) {
      const own = await openExtensionPage(context.running, file).catch(() => undefined);
      await pause(500);
      await own?.close();
    }
    await visit('/evening', '<p>OpenAI and xAI.</p>');
    await pause(500);
    const host = new URL(context.server.origin).host;
    const foreign = (await asked()).filter((url) => !OWN.test(url) && new URL(url).host !== host);
    // Firefox's own services ask when they like; none of them is asked for by the extension.
    expect(foreign.filter((url) => !/mozilla\.(?:com|net|org)|firefox\.com/u.test(url))).toEqual(
      [],
    );
    const paths = context.server.requests.filter((path) => path !== '/favicon.ico');
    expect(paths).toEqual(visited.map((url) => new URL(url).pathname));
  });
});
