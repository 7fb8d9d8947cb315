/** mark.js with the same list on the same page: what most highlighters of words are built on. */
import { readFileSync } from 'node:fs';
import type { Bench } from './bench.ts';
import { evaluateInWorld } from './floor.ts';
import { lexiconOf } from './lexicons.ts';
import { withoutMarks } from './pages.ts';

/** @returns ms of one run, with boundaries of words and a case of letters as the page has them. */
export async function measureMarkJs(bench: Bench, html: string, aliases: number): Promise<number> {
  const source = readFileSync(new URL(import.meta.resolve('mark.js/dist/mark.min.js')), 'utf8');
  const terms = lexiconOf(aliases).entries.map(({ text }) => text);
  const url = bench.server.serve('/peer', withoutMarks(html));
  const { page, client } = await bench.open();
  try {
    await page.goto(url);
    return await evaluateInWorld<number>(
      client,
      `(() => { ${source};
        const mark = new Mark(document.body);
        const start = performance.now();
        mark.mark(${JSON.stringify(terms)}, {
          accuracy: 'exactly', separateWordSearch: false, caseSensitive: true,
        });
        return performance.now() - start;
      })()`,
    );
  } finally {
    await page.close();
  }
}
