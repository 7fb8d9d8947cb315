import type { Page } from 'puppeteer-core';
import { createElement } from 'react';
import { renderToString as renderReact } from 'react-dom/server';
import { render as renderSvelte } from 'svelte/server';
import { beforeAll, describe, expect, test } from 'vitest';
import { createSSRApp, h } from 'vue';
import { renderToString as renderVue } from 'vue/server-renderer';
import { bundle, compileForServer } from '../bundle.ts';
import { describeInBrowsers, pause } from '../each-browser.ts';
import { hasCard } from '../frame-marks.ts';
import { hoverCard, hoverUntil } from '../hover.ts';
import { readMarks, type SeenMark, waitForMarks } from '../marks.ts';
import { htmlPage } from '../server.ts';

/** The same page in three frameworks: text that is hydrated, counted up and swapped. */
const REACT_APP = `
  import { createElement as h, useState } from 'react';
  export function App() {
    const [count, setCount] = useState(0);
    return h('section', null,
      h('p', { id: 'text' }, 'Trainium and ', h('b', null, 'Inferentia'), ' ', count),
      h('p', { id: 'swap' }, count % 2 ? 'OpenAI' : 'ChatGPT'),
      h('button', { type: 'button', onClick: () => setCount(count + 1) }, 'more'));
  }`;
const SVELTE_APP = `<script>let count = $state(0);</script>
  <section><p id="text">Trainium and <b>Inferentia</b> {count}</p>
  <p id="swap">{count % 2 ? 'OpenAI' : 'ChatGPT'}</p><button onclick={() => count++}>more</button></section>`;
interface Framework {
  readonly html: string;
  readonly script: string;
}

async function react(): Promise<Framework> {
  const html = renderReact(
    createElement('section', null, [
      createElement(
        'p',
        { id: 'text', key: 1 },
        'Trainium and ',
        createElement('b', null, 'Inferentia'),
        ' ',
        0,
      ),
      createElement('p', { id: 'swap', key: 2 }, 'ChatGPT'),
      createElement('button', { key: 3, type: 'button' }, 'more'),
    ]),
  );
  const script = await bundle(`${REACT_APP}
    import { hydrateRoot } from 'react-dom/client';
    window.start = () => hydrateRoot(document.querySelector('#app'), h(App), { onRecoverableError: (error) => faults.push(String(error)) });`);
  return { html, script };
}

async function vue(): Promise<Framework> {
  const render = () =>
    h('section', [
      h('p', { id: 'text' }, ['Trainium and ', h('b', 'Inferentia'), ' 0']),
      h('p', { id: 'swap' }, 'ChatGPT'),
      h('button', 'more'),
    ]);
  const html = await renderVue(createSSRApp({ render }));
  const script = await bundle(`
    import { createSSRApp, h, ref } from 'vue';
    const count = ref(0);
    const render = () => h('section', [
      h('p', { id: 'text' }, ['Trainium and ', h('b', 'Inferentia'), ' ' + count.value]),
      h('p', { id: 'swap' }, count.value % 2 ? 'OpenAI' : 'ChatGPT'),
      h('button', { onClick: () => count.value++ }, 'more')]);
    window.start = () => { const warn = console.error; console.error = (...all) => { faults.push(all.join(' ')); warn(...all); };
      createSSRApp({ render }).mount('#app'); };`);
  return { html, script };
}

async function svelte(): Promise<Framework> {
  const component = await compileForServer(SVELTE_APP);
  const { body } = renderSvelte(component as never, { props: {} as never });
  const script = await bundle(
    `import { hydrate } from 'svelte'; import Page from 'virtual:component';
     window.start = () => { const warn = console.warn; console.warn = (...all) => { faults.push(all.join(' ')); warn(...all); };
       hydrate(Page, { target: document.querySelector('#app') }); };`,
    SVELTE_APP,
  );
  return { html: body, script };
}

const EDITORS = {
  ProseMirror: `
    import { EditorState } from 'prosemirror-state'; import { EditorView } from 'prosemirror-view';
    import { schema } from 'prosemirror-schema-basic'; import { history } from 'prosemirror-history';
    import { keymap } from 'prosemirror-keymap'; import { baseKeymap } from 'prosemirror-commands';
    const doc = schema.node('doc', null, [schema.node('paragraph', null, [schema.text('Trainium here. ')])]);
    const view = new EditorView(document.querySelector('#editor'), { state: EditorState.create({ doc, plugins: [history(), keymap(baseKeymap)] }) });
    window.read = () => view.state.doc.textContent;`,
  Lexical: `
    import { createEditor, $getRoot, $createParagraphNode, $createTextNode } from 'lexical';
    import { registerRichText } from '@lexical/rich-text';
    const element = document.querySelector('#editor'); element.contentEditable = 'true';
    const editor = createEditor({ namespace: 'x', onError: (error) => faults.push(String(error)) });
    editor.setRootElement(element); registerRichText(editor);
    editor.update(() => { $getRoot().append($createParagraphNode().append($createTextNode('Trainium here. '))); });
    window.read = () => editor.getEditorState().read(() => $getRoot().getTextContent());`,
  CodeMirror: `
    import { EditorView, keymap } from '@codemirror/view'; import { EditorState } from '@codemirror/state';
    import { defaultKeymap } from '@codemirror/commands';
    const view = new EditorView({ parent: document.querySelector('#editor'), state: EditorState.create({ doc: 'Trainium here. ', extensions: [keymap.of(defaultKeymap)] }) });
    window.read = () => view.state.doc.toString();`,
} as const;

type Names = keyof typeof EDITORS;

describeInBrowsers('frameworks and editors', (context) => {
  const HEAD =
    '<style>body{font:18px/1.7 serif;margin:30px} [contenteditable]{white-space:pre-wrap}</style><script>window.faults = []; addEventListener("error", (event) => faults.push(event.message));</script>';
  const faultsOf = (page: Page) =>
    page.evaluate(() => (window as never as { faults: string[] }).faults);
  const load = (path: string, body: string, script: string) =>
    context.open(
      context.server.serve(
        path,
        htmlPage(`${body}<script>${script.replaceAll('</script', '<\\/script')}</script>`, HEAD),
      ),
    );

  describe.each([
    ['React', react],
    ['Vue', vue],
    ['Svelte', svelte],
  ] as const)('%s', (name, make) => {
    let built: Framework;
    beforeAll(async () => {
      built = await make();
    });

    test('hydrates over marks and renders again and again without a word wrong', async () => {
      const page = await load(`/${name}`, `<div id="app">${built.html}</div>`, built.script);
      const marks = await waitForMarks(page, (found) => found.length === 3);
      await page.evaluate(() => (window as never as { start(): void }).start());
      await pause(200);
      expect(await faultsOf(page)).toEqual([]);
      expect((await hoverCard(context.running, page, marks[0])).label).toBe('Trainium');
      await page.keyboard.press('Escape');
      for (let click = 1; click <= 5; click++) {
        await page.$eval('button', (button) => button.click());
        const shown = await page.$$eval('#text,#swap', (all) =>
          all.map((each) => each.textContent),
        );
        expect(shown[0]?.replace(/\s+/gu, ' ')).toBe(`Trainium and Inferentia ${click}`);
        expect(shown[1]).toBe(click % 2 ? 'OpenAI' : 'ChatGPT');
        await pause(150);
      }
      await waitForMarks(page, (found) => found.some(({ text }) => text === 'OpenAI'));
      expect(await faultsOf(page)).toEqual([]);
    });
  });

  test('React hydrates a whole document with a card open at its end', async () => {
    // The script that the page begins with is no part of what is hydrated.
    const script = await bundle(`
      import { createElement as h, useState } from 'react';
      import { hydrateRoot } from 'react-dom/client';
      function App() {
        const [count, setCount] = useState(0);
        return h('html', { lang: 'en' },
          h('head', null, h('title', null, 'Whole')),
          h('body', null, h('p', { id: 'text' }, 'Trainium and ', h('b', null, 'Inferentia'), ' ', count),
            h('button', { type: 'button', onClick: () => setCount(count + 1) }, 'more')));
      }
      window.start = () => hydrateRoot(document, h(App), { onRecoverableError: (error) => faults.push(String(error)) });`);
    const html =
      '<!DOCTYPE html><html lang="en"><head><title>Whole</title></head><body><p id="text">Trainium and <b>Inferentia</b> <!-- -->0</p><button type="button">more</button></body></html>';
    const page = await context.open(context.server.serve('/whole', html));
    const [mark] = await waitForMarks(page, (found) => found.length === 2);
    await page.evaluate(`window.faults = []; ${script}`);
    await hoverCard(context.running, page, mark);
    const paragraph = await page.$('#text');
    await page.evaluate(() => (window as never as { start(): void }).start());
    await pause(300);
    expect(await faultsOf(page)).toEqual([]);
    // What the server sent is what is there: nothing was thrown away and built anew.
    expect(await paragraph?.evaluate((each) => each.isConnected)).toBe(true);
    expect(await hasCard(page)).toBe(true);
    for (let click = 1; click <= 3; click++) {
      await page.$eval('button', (button) => button.click());
      await page.waitForFunction(
        (text) => document.querySelector('#text')?.textContent === text,
        {},
        `Trainium and Inferentia ${click}`,
      );
    }
    await waitForMarks(page, (found) => found.length === 2);
    expect(await faultsOf(page)).toEqual([]);
  });

  test.each(Object.keys(EDITORS) as Names[])(
    '%s: typed in for real, never marked, content exact',
    async (name) => {
      const page = await load(
        `/editor-${name}`,
        '<p>OpenAI outside.</p><div id="editor"></div>',
        await bundle(EDITORS[name]),
      );
      await waitForMarks(page, (marks) => marks.some(({ text }) => text === 'OpenAI'));
      await watchForMarks(page);
      const target = (await page.$('#editor [contenteditable=true]')) ?? (await page.$('#editor'));
      await target?.click();
      await page.keyboard.press('End');
      await page.keyboard.type('Inferentia and ChatGPT');
      await page.keyboard.press('Enter');
      await page.keyboard.type('more Trainium');
      await pause(600);
      const text = await page.evaluate(() => (window as never as { read(): string }).read());
      expect(text.replace(/\s+/gu, ' ')).toBe(
        `Trainium here. Inferentia and ChatGPT${name === 'ProseMirror' ? '' : ' '}more Trainium`,
      );
      expect((await readMarks(page)).map((mark) => mark.text)).toEqual(['OpenAI']);
      expect(await faultsOf(page)).toEqual([]);
    },
  );

  /** From now on a mark inside the editor is a fault, however short its life. */
  const watchForMarks = (page: Page) =>
    page.evaluate(() => {
      const { faults } = window as never as { faults: string[] };
      const editor = document.querySelector('#editor');
      const look = () => {
        CSS.highlights.get('glosslight')?.forEach(({ startContainer }) => {
          if (editor?.contains(startContainer))
            faults.push(`marked: ${startContainer.textContent}`);
        });
        requestAnimationFrame(look);
      };
      look();
    });

  test('plain editable text and fields: typing stays typing, and no card comes while it goes on', async () => {
    const page = await load(
      '/editable',
      '<p id="out">OpenAI outside.</p><div id="edit" contenteditable>Trainium </div><textarea>Trainium</textarea><input value="Trainium">',
      '',
    );
    const [mark] = await waitForMarks(page);
    await page.click('#edit');
    await page.keyboard.press('End');
    await page.keyboard.type('is Inferentia');
    await page.mouse.move((mark?.x ?? 0) - 4, mark?.y ?? 0, { steps: 3 });
    await page.mouse.move(mark?.x ?? 0, mark?.y ?? 0, { steps: 3 });
    await pause(400);
    expect(await page.$('[popover=manual]')).toBeNull();
    await hoverUntil(page, mark as SeenMark, () => hasCard(page));
    expect(await page.$eval('#edit', (each) => each.innerHTML.replace(/&nbsp;/gu, ' '))).toBe(
      'Trainium is Inferentia',
    );
    expect((await readMarks(page)).length).toBe(1);
  });
});
