/** Writes as with an input method: text that is not settled yet. */
import type { Page } from 'puppeteer-core';
import type { Running } from './browsers.ts';
import { inFirefoxChrome } from './extension-life.ts';

/** Begins a composition in the field that has the focus, and presses Escape within it. */
export async function composeAndEscape(running: Running, page: Page): Promise<void> {
  if (running.name === 'chromium') {
    const client = await page.createCDPSession();
    await client.send('Input.imeSetComposition', {
      text: 'あ',
      selectionStart: 1,
      selectionEnd: 1,
    });
    await page.keyboard.press('Escape');
    return;
  }
  await page.bringToFront();
  const error = await inFirefoxChrome(
    running,
    `const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');
     const { messageManager } = gBrowser.selectedBrowser;
     const told = new Promise((tell) => messageManager.addMessageListener('composed', ({ data }) => tell(data)));
     messageManager.loadFrameScript('data:application/javascript;charset=utf-8,' + encodeURIComponent('(' + function () {
       try {
         const writer = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
         writer.beginInputTransactionForTests(content);
         writer.setPendingCompositionString('あ');
         writer.appendClauseToPendingComposition(1, writer.ATTR_RAW_CLAUSE);
         writer.setCaretInPendingComposition(1);
         writer.flushPendingComposition();
         writer.keydown(new content.KeyboardEvent('', { key: 'Escape', code: 'Escape', keyCode: 27 }));
         sendAsyncMessage('composed', '');
       } catch (error) {
         sendAsyncMessage('composed', String(error));
       }
     } + ')()'), false);
     return told;`,
  );
  if (error !== '') throw new Error(String(error));
}
