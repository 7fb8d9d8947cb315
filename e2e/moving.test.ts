import { expect, test } from 'vitest';
import { describeInBrowsers, pause } from './each-browser.ts';
import { readMarks, waitForMarks } from './marks.ts';
import { htmlPage } from './server.ts';

const texts = (marks: readonly { text: string }[]) => marks.map(({ text }) => text);

describeInBrowsers('pages that move and pages that are long', (context) => {
  const { open, faults } = context;

  test('a page that writes itself anew all the time is left alone, and errs nowhere', async () => {
    const row = '<p>Trainium and Inferentia, said the Competition and Markets Authority.</p>';
    const url = context.server.serve('/restless', htmlPage('<p>OpenAI</p><div id="box"></div>'));
    const page = await open(url);
    await waitForMarks(page);
    await page.evaluate((html) => {
      const box = document.querySelector('#box') as HTMLElement;
      const write = () => {
        box.innerHTML = html.repeat(900);
        requestAnimationFrame(write);
      };
      write();
      setTimeout(() => {
        box.innerHTML = '';
        box.remove();
      }, 4000);
    }, row);
    await page.waitForFunction(() => document.querySelector('#box') === null);
    await pause(600);
    // Marks of what stayed are right; what came since is not read any more.
    expect(texts(await readMarks(page))).toEqual(['OpenAI']);
    await page.evaluate(() => {
      const p = document.createElement('p');
      p.textContent = 'Trainium';
      document.body.append(p);
    });
    await pause(600);
    expect(texts(await readMarks(page))).toEqual(['OpenAI']);
    expect(faults).toEqual([]);
  });

  test('a stream of words is marked as it comes', async () => {
    const url = context.server.serve('/stream', htmlPage('<p id="answer"> </p>'));
    const page = await open(url);
    await pause(400);
    await page.evaluate(async () => {
      const text = document.querySelector('#answer')?.firstChild as Text;
      for (const piece of ['The chips ', 'Train', 'ium and In', 'feren', 'tia are ', 'two.']) {
        text.data += piece;
        await new Promise((done) => setTimeout(done, 60));
      }
    });
    await waitForMarks(page, (marks) => texts(marks).join() === 'Trainium,Inferentia');
    expect(faults).toEqual([]);
  });

  test('a long page that names a term at its very end only', async () => {
    const nothing = `<p>${'nothing <i>of note</i> here '.repeat(10)}</p>`.repeat(600);
    const end = '<div>It is</div><div>Trainium</div><div>Inferentia</div><div>that count.</div>';
    const url = context.server.serve('/at-the-end', htmlPage(nothing + end));
    const page = await open(url);
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await waitForMarks(page, (marks) => texts(marks).join() === 'Trainium,Inferentia');
    expect(faults).toEqual([]);
  });

  test('a very long plain text has marks where the reader is, wherever that is', async () => {
    const lines = Array.from({ length: 6000 }, (_, line) => `${line} Trainium and so on.`);
    const url = context.server.serve('/long.txt', lines.join('\n'), {
      'content-type': 'text/plain; charset=utf-8',
    });
    const page = await open(url);
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight / 2));
    const marks = await waitForMarks(page, () => true);
    // By default a term is marked once in a section, and plain text has but one.
    expect(marks.length).toBeLessThanOrEqual(300);
    await page.evaluate(() => window.scrollTo(0, 0));
    await waitForMarks(page, (found) => texts(found).includes('Trainium'));
  });

  test('a heading that comes divides the page anew', async () => {
    const url = context.server.serve(
      '/heading',
      htmlPage('<p id="one">Trainium</p><p id="two">Trainium</p>'),
    );
    const page = await open(url);
    await waitForMarks(page, (marks) => marks.length === 1);
    await page.evaluate(() => {
      const heading = document.createElement('h2');
      heading.textContent = 'Another part';
      document.querySelector('#two')?.before(heading);
    });
    await waitForMarks(page, (marks) => marks.length === 2);
    await page.evaluate(() => document.querySelector('h2')?.remove());
    await waitForMarks(page, (marks) => marks.length === 1);
  });
});
