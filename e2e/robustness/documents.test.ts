import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { HINDRANCES } from '../../components/strings.ts';
import { openExtensionPage } from '../browsers.ts';
import { describeInBrowsers, pause } from '../each-browser.ts';
import { inFirefoxChrome } from '../extension-life.ts';
import { tabIdOf } from '../extension-tabs.ts';
import { frameOf, hasCard, hoverInFrame, waitForFrameMarks } from '../frame-marks.ts';
import { hoverCard, hoverUntil, moveOnto } from '../hover.ts';
import { readMarks, type SeenMark, waitForMarks } from '../marks.ts';
import { htmlPage } from '../server.ts';

const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>`;

describeInBrowsers('kinds of documents', (context) => {
  const load = (path: string, type: string, body: string) =>
    context.open(context.server.serve(path, body, { 'content-type': type }));
  const popupSaysFor = async (tab: number, words: string) => {
    const popup = await openExtensionPage(context.running, `popup.html?tab=${tab}`);
    await popup.waitForFunction((text) => document.body.textContent?.includes(text), {}, words);
    await popup.close();
  };
  const popupSays = async (page: Page, words: string) =>
    popupSaysFor(await tabIdOf(context.running, page), words);
  /** The browser's own pages answer no driver: they are opened and left by the browser itself. */
  const goIn = (url: string) =>
    inFirefoxChrome(
      context.running,
      `const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');
       gBrowser.selectedTab = gBrowser.addTrustedTab(${JSON.stringify(url)});
       const { linkedBrowser } = gBrowser.selectedTab;
       while (linkedBrowser.currentURI.spec === 'about:blank' || gBrowser.selectedTab.hasAttribute('busy'))
         await new Promise((done) => setTimeout(done, 20));`,
    );
  const firefoxTab = async (part: string) => {
    const id = await inFirefoxChrome(
      context.running,
      `const { WebExtensionPolicy } = Cu.getGlobalForObject(Services);
       const { extension } = WebExtensionPolicy.getByID('glosslight@glosslight.example');
       const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');
       const tab = gBrowser.tabs.find((each) => each.linkedBrowser.currentURI.spec.includes(${JSON.stringify(part)}));
       return tab && extension.apiManager.global.tabTracker.getId(tab);`,
    );
    if (typeof id !== 'number') throw new Error(`no tab of ${part}`);
    return id;
  };

  test.each([
    ['plain text', 'text/plain; charset=utf-8', 'Trainium is a chip.\nSo is Inferentia.\n'],
    [
      'XHTML',
      'application/xhtml+xml',
      '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>Trainium is a chip.</p></body></html>',
    ],
    ['a page of quirks', 'text/html', '<p>Trainium is a chip.<table><td>x</table>'],
  ])('%s works like a page', async (_, type, body) => {
    const page = await load(`/kind-${_.replaceAll(' ', '-')}`, type, body);
    const marks = await waitForMarks(page);
    expect((await hoverCard(context.running, page, marks[0])).label).toBe('Trainium');
    expect(context.faults).toEqual([]);
  });

  const JSON_TEXT = '{"chip":"Trainium","by":"OpenAI"}';

  test('JSON shown as text works', async () => {
    const page = await load('/kind.json', 'application/json', JSON_TEXT);
    const marks = await waitForMarks(page);
    expect((await hoverCard(context.running, page, marks[0])).text.length).toBeGreaterThan(20);
  });

  test('JSON in a viewer of the browser’s own: the popup says why', async ({ skip }) => {
    const { running } = context;
    skip(running.name === 'chromium', 'Chromium has no viewer for JSON');
    // Drivers switch the viewer off.
    const setViewer = (isOn: boolean) =>
      inFirefoxChrome(running, `Services.prefs.setBoolPref('devtools.jsonview.enabled', ${isOn});`);
    await setViewer(true);
    try {
      const url = context.server.serve('/viewed.json', JSON_TEXT, {
        'content-type': 'application/json',
      });
      await goIn(url);
      await popupSaysFor(await firefoxTab('/viewed.json'), 'cannot run');
    } finally {
      await setViewer(false);
    }
  });

  test('the reader view: the popup says why', async ({ skip }) => {
    const { running } = context;
    skip(running.name === 'chromium', 'Chromium shows its own beside the page');
    const line = '<p>Trainium is a chip of Amazon, made for training large models of language.</p>';
    const url = context.server.serve(
      '/read',
      htmlPage(`<article><h1>Chips</h1>${line.repeat(30)}</article>`),
    );
    await goIn(`about:reader?url=${encodeURIComponent(url)}`);
    await popupSaysFor(await firefoxTab('about:reader'), 'cannot run');
  });

  test('an SVG drawing: marked; where no card can be shown, the popup leads to the facts', async () => {
    const page = await load(
      '/kind.svg',
      'image/svg+xml',
      '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200"><text x="40" y="60" font-size="24">Trainium</text></svg>',
    );
    const [mark] = await waitForMarks(page);
    await moveOnto(page, mark);
    if (context.running.name === 'chromium') {
      await hoverUntil(page, mark as SeenMark, () => hasCard(page));
    }
    await popupSays(page, HINDRANCES.svg);
    expect(context.faults).toEqual([]);
  });

  test('SVG inside a page works', async () => {
    const page = await load(
      '/inline-svg',
      'text/html',
      '<svg width="400" height="100"><text x="40" y="60" font-size="24">Trainium</text></svg><p>x</p>',
    );
    const [mark] = await waitForMarks(page);
    expect((await hoverCard(context.running, page, mark)).label).toBe('Trainium');
  });

  test('XML is shown as source: nothing is marked, and the popup says why', async () => {
    const page = await load('/kind.xml', 'application/xml', '<news><item>Trainium</item></news>');
    await pause(700);
    expect(await readMarks(page)).toEqual([]);
    await popupSays(page, HINDRANCES.xml);
    expect(context.faults).toEqual([]);
  });

  test('a PDF: the popup says why', async () => {
    const { running, server } = context;
    const url = server.serve('/kind.pdf', PDF, { 'content-type': 'application/pdf' });
    if (running.name === 'firefox') {
      await goIn(url);
      await popupSaysFor(await firefoxTab('/kind.pdf'), 'PDF');
      return;
    }
    const page = await context.open(url);
    await popupSays(page, HINDRANCES.pdf);
  });

  test('inside a frameset, with the card in the frame', async () => {
    context.server.serve('/leaf', '<p style="font:18px serif">Trainium</p>');
    const page = await load(
      '/frames-old',
      'text/html',
      '<html><frameset rows="50%,50%"><frame src="/leaf"><frame src="/leaf"></frameset></html>',
    );
    const frame = await frameOf(page, 'frame');
    const [mark] = await waitForFrameMarks(frame);
    await hoverInFrame(page, 'frame', mark as SeenMark, frame);
    expect(context.faults).toEqual([]);
  });
});
