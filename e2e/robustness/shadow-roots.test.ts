import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { waitForNoCard } from '../card.ts';
import { describeInBrowsers, pause } from '../each-browser.ts';
import { hoverCard } from '../hover.ts';
import { readMarks, type SeenMark, waitForMarks } from '../marks.ts';
import { htmlPage } from '../server.ts';

const STYLE = '<style>body{font:18px/1.6 serif;margin:20px}</style>';
/** Builds a shadow tree; in the page, so it may not use anything of this file. */
const ATTACH = `function attach(host, mode, html) {
  const root = host.attachShadow({ mode });
  root.innerHTML = html;
  return root;
}`;

describeInBrowsers('shadow trees', (context) => {
  const load = (path: string, body: string) =>
    context.open(
      context.server.serve(path, htmlPage(`${body}`, `${STYLE}<script>${ATTACH}</script>`)),
    );
  const words = (marks: readonly SeenMark[]) => marks.map(({ text }) => text).sort();
  const waitFor = (page: Page, ...wanted: string[]) =>
    waitForMarks(page, (marks) => words(marks).join() === wanted.sort().join());
  const expectCard = async (page: Page, mark: SeenMark) => {
    await hoverCard(context.running, page, mark);
    await page.mouse.move(mark.x, mark.y + 500, { steps: 5 });
    await waitForNoCard(context.running, page);
  };

  for (const mode of ['open', 'closed'] as const) {
    test(`${mode}, nested, beside slotted text: marked, with a card`, async () => {
      const page = await load(
        `/${mode}`,
        `<p>OpenAI</p><x-one>ChatGPT</x-one><script>
          const root = attach(document.querySelector('x-one'), '${mode}',
            '<p>Trainium</p><slot></slot><section id="in"></section>');
          attach(root.querySelector('#in'), '${mode}', '<p>Inferentia</p>');
        </script>`,
      );
      const marks = await waitFor(page, 'OpenAI', 'ChatGPT', 'Trainium', 'Inferentia');
      for (const mark of marks) await expectCard(page, mark);
      expect(context.faults).toEqual([]);
    });
  }

  test('declarative trees, and text right at the top of a tree', async () => {
    const page = await load(
      '/declarative',
      `<div><template shadowrootmode="closed">Trainium and <b>Inferentia</b></template></div>
       <div><template shadowrootmode="open"><slot></slot> by OpenAI</template><i slot="none">x</i></div>`,
    );
    const marks = await waitFor(page, 'Trainium', 'Inferentia', 'OpenAI');
    await expectCard(page, marks.find(({ text }) => text === 'Trainium') as SeenMark);
  });

  test('trees that come late: custom elements upgraded after the scan, roots attached to old hosts', async () => {
    const page = await load(
      '/late',
      '<p>OpenAI</p><late-card></late-card><div id="empty"></div><div id="full">text <b>here</b></div>',
    );
    await waitFor(page, 'OpenAI');
    await page.evaluate(() => {
      customElements.define(
        'late-card',
        class extends HTMLElement {
          constructor() {
            super();
            this.attachShadow({ mode: 'closed' }).innerHTML = '<p>Trainium</p>';
          }
        },
      );
      const empty = document.querySelector('#empty') as HTMLElement;
      empty.attachShadow({ mode: 'closed' }).innerHTML = '<p>Inferentia</p>';
    });
    await waitFor(page, 'OpenAI', 'Trainium', 'Inferentia');
    // A host with children of its own, given a tree later still, is found by the pointer.
    await page.evaluate(() => {
      const full = document.querySelector('#full') as HTMLElement;
      full.attachShadow({ mode: 'closed' }).innerHTML = '<p id="p">ChatGPT</p>';
    });
    const box = await page.$eval('#full', (element) => element.getBoundingClientRect().toJSON());
    await page.mouse.move(box.x + 200, box.y + box.height / 2, { steps: 2 });
    await waitFor(page, 'OpenAI', 'Trainium', 'Inferentia', 'ChatGPT');
  });

  test('hosts that come, go and change inside are followed', async () => {
    const page = await load('/moving-roots', '<p>OpenAI</p><main></main>');
    await waitFor(page, 'OpenAI');
    await page.evaluate(() => {
      const host = document.createElement('x-feed');
      const root = host.attachShadow({ mode: 'closed' });
      root.innerHTML = '<p>Trainium</p>';
      document.querySelector('main')?.append(host);
      (window as never as { root: ShadowRoot }).root = root;
    });
    await waitFor(page, 'OpenAI', 'Trainium');
    await page.evaluate(() => {
      (window as never as { root: ShadowRoot }).root.innerHTML = '<p>Inferentia</p>';
    });
    await waitFor(page, 'OpenAI', 'Inferentia');
    await page.evaluate(() => {
      const host = document.querySelector('x-feed') as Element;
      host.remove();
      (window as never as { host: Element }).host = host;
    });
    await waitFor(page, 'OpenAI');
    await page.evaluate(() => {
      document.querySelector('main')?.append((window as never as { host: Element }).host);
    });
    await waitFor(page, 'OpenAI', 'Inferentia');
  });

  test('in a page of very many elements, also while they go', async () => {
    const page = await load(
      '/many',
      `<p>OpenAI</p><x-one></x-one><section></section><div><b slot="none">x</b></div><main style="height:40px;overflow:hidden"></main><x-two></x-two>
       <script>
        const half = '<p>x<i>x</i> </p>'.repeat(17000);
        document.querySelector('main').innerHTML = half + '<ul><li><x-three></x-three></ul>' + half;
        attach(document.querySelector('x-one'), 'closed', '<p>Trainium</p>');
        attach(document.querySelector('section'), 'closed', '<p>Inferentia</p>');
        attach(document.querySelector('div'), 'open', '<p>Anthropic</p>');
        attach(document.querySelector('x-two'), 'closed', '<p>ChatGPT</p>');
        const three = document.querySelector('x-three');
        attach(three, 'closed', '<p style="position:fixed;top:400px">Claude Code</p>');
        const timer = setInterval(() => {
          for (let count = 0; count < 20; count++) document.querySelector('main p')?.remove();
        }, 1);
        setTimeout(clearInterval, 2000, timer);
       </script>`,
    );
    await waitFor(page, 'OpenAI', 'Trainium', 'Inferentia', 'Anthropic', 'ChatGPT', 'Claude Code');
    expect(context.faults).toEqual([]);
  });

  test('what is excluded outside is excluded inside', async () => {
    const page = await load(
      '/excluded',
      `<p>OpenAI</p><nav><x-menu></x-menu></nav><div translate="no"><x-code></x-code></div><script>
        attach(document.querySelector('x-menu'), 'closed', '<p>Trainium</p>');
        attach(document.querySelector('x-code'), 'open', '<p>Inferentia</p>');
      </script>`,
    );
    await waitFor(page, 'OpenAI');
    await pause(700);
    expect(words(await readMarks(page))).toEqual(['OpenAI']);
  });

  test('the page’s HTML and its roots stay as they were', async () => {
    const page = await load(
      '/same-roots',
      `<x-one></x-one><script>window.root = attach(document.querySelector('x-one'), 'closed', '<p>Trainium</p>')</script>`,
    );
    await waitFor(page, 'Trainium');
    const seen = await page.evaluate(() => {
      const { root } = window as never as { root: ShadowRoot };
      return { html: root.innerHTML, sheets: root.adoptedStyleSheets.length };
    });
    expect(seen).toEqual({ html: '<p>Trainium</p>', sheets: 0 });
  });
});
