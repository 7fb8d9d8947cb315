import { expect, test } from 'vitest';
import { readCard, waitForCard } from '../card.ts';
import { describeInBrowsers, pause } from '../each-browser.ts';
import { openPopupFor } from '../extension-tabs.ts';
import { waitForFrameCard } from '../frame-marks.ts';
import { hoverCard, moveOnto } from '../hover.ts';
import { readMarks, waitForMarks } from '../marks.ts';

const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>`;

describeInBrowsers('kinds of documents', (context) => {
  const load = (path: string, type: string, body: string) =>
    context.open(context.server.serve(path, body, { 'content-type': type }));
  const popupSays = async (page: Awaited<ReturnType<typeof load>>, words: string) => {
    const popup = await openPopupFor(context.running, page);
    await popup.waitForFunction((text) => document.body.textContent?.includes(text), {}, words);
    await popup.close();
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

  test('JSON shown as text works; shown by a viewer, the popup says it can’t', async () => {
    const page = await load('/kind.json', 'application/json', '{"chip":"Trainium","by":"OpenAI"}');
    const marks = await waitForMarks(page).catch(() => []);
    if (marks.length > 0) {
      expect((await hoverCard(context.running, page, marks[0])).text.length).toBeGreaterThan(20);
    } else {
      await popupSays(page, 'cannot run');
    }
  });

  test('an SVG drawing: marked; where no card can be shown, the popup leads to the facts', async () => {
    const page = await load(
      '/kind.svg',
      'image/svg+xml',
      '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200"><text x="40" y="60" font-size="24">Trainium</text></svg>',
    );
    const [mark] = await waitForMarks(page);
    await moveOnto(page, mark);
    if (context.running.name === 'chromium') await waitForFrameCard(page);
    await popupSays(page, 'a drawing');
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
    expect(await readMarks(page).catch(() => [])).toEqual([]);
    await popupSays(page, 'shows this document as its source');
    expect(context.faults).toEqual([]);
  });

  test('a PDF: the popup says why', async () => {
    const { running, server } = context;
    const url = server.serve('/kind.pdf', PDF, { 'content-type': 'application/pdf' });
    const page = await running.browser.newPage();
    await page.goto(url).catch(() => undefined);
    await pause(900);
    // A browser without a viewer of its own downloads the file, and there is no page to speak of.
    if (page.url() === url) await popupSays(page, 'PDF');
    await page.close();
  });

  test('inside a frameset, with the card in the frame', async () => {
    context.server.serve('/leaf', '<p style="font:18px serif">Trainium</p>');
    const page = await load(
      '/frames-old',
      'text/html',
      '<html><frameset rows="50%,50%"><frame src="/leaf"><frame src="/leaf"></frameset></html>',
    );
    await pause(900);
    const frame = page.frames()[1];
    if (frame === undefined) throw new Error('no frame');
    const [mark] = await readMarks(frame as never);
    await moveOnto(page, mark);
    const end = Date.now() + 3000;
    while ((await frame.$('[popover=manual]')) === null) {
      if (Date.now() > end) throw new Error('no card');
      await pause(50);
    }
    expect(await readCard(context.running, page).catch(() => null)).toBeDefined();
    await waitForCard(context.running, page, 1).catch(() => undefined);
  });
});
