import { expect, test } from 'vitest';
import { describeInBrowsers, pause } from './each-browser.ts';
import { readMarks, waitForMarks } from './marks.ts';
import { until } from './patience.ts';
import { htmlPage } from './server.ts';

const texts = (marks: readonly { text: string }[]) => marks.map(({ text }) => text);

describeInBrowsers('marks', (context) => {
  const { open, faults } = context;
  test('unambiguous terms are marked, across inline elements, once a section', async () => {
    const url = context.server.serve(
      '/marks',
      htmlPage(
        `<p>Trainium and Trainium2, <code>Trainium3</code>, said the Competition and
         <em>Markets</em> Authority. Trainium again.</p>
         <h2>Chips</h2><p>Trainium once more, and Infe<b>ren</b>tia.</p>
         <ul><li>Competition and</li><li>Markets Authority</li></ul>
         <textarea>Trainium4</textarea><p contenteditable>Inferentia2</p>
         <p hidden>Project Rainier</p>`,
      ),
    );
    const page = await open(url);
    const marks = await waitForMarks(page, (found) => texts(found).includes('tia'));
    expect(texts(marks)).toEqual([
      'Trainium',
      'Trainium2',
      expect.stringMatching(/^Competition and\s+$/u),
      'Markets',
      ' Authority',
      'Trainium',
      'Infe',
      'ren',
      'tia',
    ]);
    expect(faults).toEqual([]);
  });

  test('a part that is not to be translated is left alone, a whole page is not', async () => {
    const url = context.server.serve(
      '/untranslated',
      htmlPage(
        `<div class="notranslate"><h1>Trainium</h1><p>OpenAI, <b translate="no">ChatGPT</b>,
         <span class="notranslate">Inferentia</span></p></div>`,
      ).replace('<html', '<html translate="no"'),
    );
    const page = await open(url);
    await waitForMarks(page);
    await pause(300);
    expect(texts(await readMarks(page))).toEqual(['Trainium', 'OpenAI']);
    expect(faults).toEqual([]);
  });

  test('the page is untouched: same HTML, no request, no listener on its content', async () => {
    const body = '<p>OpenAI and ChatGPT and Trainium.</p><script>window.kept = true</script>';
    const url = context.server.serve('/untouched', htmlPage(body));
    const page = await open(url);
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    const asked = context.server.requests.length;
    await waitForMarks(page);
    await pause(300);
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    expect(context.server.requests.slice(asked).filter((path) => path !== '/favicon.ico')).toEqual(
      [],
    );
    expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
    expect(faults).toEqual([]);
  });

  test('text that comes is marked, text that goes leaves nothing', async () => {
    const url = context.server.serve(
      '/moving',
      htmlPage('<p id="one">Trainium</p><div id="two"></div>'),
    );
    const page = await open(url);
    await waitForMarks(page);
    await page.evaluate(() => {
      const two = document.querySelector('#two');
      if (two) two.innerHTML = '<p>Inferentia and <b>Chat</b>GPT</p>';
    });
    await waitForMarks(page, (marks) => texts(marks).join() === 'Trainium,Inferentia,Chat,GPT');
    await page.evaluate(() => {
      document.querySelector('#one')?.remove();
      const text = document.querySelector('#two b')?.firstChild as Text;
      text.data = 'Not ';
    });
    await waitForMarks(page, (marks) => texts(marks).join() === 'Inferentia');
    await page.evaluate(() => document.querySelector('#two')?.remove());
    await waitForMarks(page, (marks) => marks.length === 0);
    expect(await page.evaluate(() => CSS.highlights.get('glosslight')?.size ?? 0)).toBe(0);
  });

  test('marks below the window come when they are scrolled near', async () => {
    const url = context.server.serve(
      '/long',
      htmlPage(`<p>Trainium</p><div style="height:6000px"></div><p id="end">Inferentia</p>`),
    );
    const page = await open(url);
    expect(texts(await waitForMarks(page))).toEqual(['Trainium']);
    await page.evaluate(() => document.querySelector('#end')?.scrollIntoView());
    await waitForMarks(page, (marks) => texts(marks).includes('Inferentia'));
  });

  test('marks in more elements than can be watched come where the reader is', async () => {
    const part = `<h2>Part</h2><div>${'<p>Trainium is a chip.</p><h3>On</h3>'.repeat(50)}</div>`;
    const url = context.server.serve('/many', htmlPage(part.repeat(20)));
    const page = await open(url);
    await waitForMarks(page);
    const seen = () =>
      page.evaluate(() => {
        const ranges = [...(CSS.highlights.get('glosslight') ?? [])] as StaticRange[];
        const isIn = ({ startContainer }: StaticRange) => {
          const { top } = (startContainer.parentElement as Element).getBoundingClientRect();
          return top > 0 && top < innerHeight;
        };
        return [ranges.length, ranges.filter(isIn).length] as const;
      });
    for (const at of [1, 0.5, 0]) {
      await page.evaluate((part) => {
        scrollTo(0, part * (document.documentElement.scrollHeight - innerHeight));
      }, at);
      const [registered] = await until(
        seen,
        ([, inView]) => inView > 3,
        `marks at ${at} of the page`,
      );
      expect(registered).toBeLessThanOrEqual(300);
    }
  });

  test('an ambiguous form is marked in its sense and not in another', async () => {
    const right = context.server.serve(
      '/right',
      htmlPage(
        `<p>AWS customers call Claude and other foundation models through Bedrock,
         Amazon Web Services said. The model runs on Trainium chips.</p>`,
      ),
    );
    const page = await open(right);
    await waitForMarks(page, (marks) => texts(marks).includes('Bedrock'));
    const wrong = context.server.serve(
      '/wrong',
      htmlPage(
        `<h1>Server setup</h1><p>Minecraft players on Bedrock can join Java worlds through a proxy.
         The Bedrock client runs on Xbox and phones; mods need the Java edition.</p>`,
      ),
    );
    const other = await open(wrong);
    await pause(1000);
    expect(texts(await readMarks(other))).toEqual([]);
  });

  test('copied text is what the page says, to the byte', async () => {
    const url = context.server.serve(
      '/copy',
      htmlPage('<p id="copy">OpenAI trains on <i>Trainium</i> — says “AWS”.</p>'),
    );
    const page = await open(url);
    await waitForMarks(page);
    const copied = await page.evaluate(() => {
      const element = document.querySelector('#copy') as Element;
      document.getSelection()?.selectAllChildren(element);
      let taken = { text: '', html: '' };
      document.addEventListener('copy', () => {
        const range = document.getSelection()?.getRangeAt(0) as Range;
        const holder = document.createElement('div');
        holder.append(range.cloneContents());
        taken = { text: document.getSelection()?.toString() ?? '', html: holder.innerHTML };
      });
      document.execCommand('copy');
      return taken.text === ''
        ? { text: document.getSelection()?.toString(), html: element.innerHTML }
        : taken;
    });
    expect(copied).toEqual({
      text: 'OpenAI trains on Trainium — says “AWS”.',
      html: 'OpenAI trains on <i>Trainium</i> — says “AWS”.',
    });
  });
});
