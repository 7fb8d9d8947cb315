/** mark.js with the same list on the same page: what most highlighters of words are built on. */
import { readFileSync } from 'node:fs';
import { type Bench, pause } from './bench.ts';
import { evaluateInWorld } from './floor.ts';
import { lexiconOf } from './lexicons.ts';
import { median } from './statistics.ts';
import { taskAt, trace } from './trace.ts';

const STAMP = 'mark.js';

/**
 * Runs where no extension is, on a page that has settled, with its script compiled: what is counted is
 * the marking alone.
 *
 * @returns ms that the thread ran, median of some rounds, with boundaries of words and the case of
 *   letters that the list has.
 */
export async function measureMarkJs(bench: Bench, html: string, aliases: number): Promise<number> {
  const source = readFileSync(new URL(import.meta.resolve('mark.js/dist/mark.min.js')), 'utf8');
  const terms = lexiconOf(aliases).entries.map(({ text }) => text);
  const url = bench.server.serve('/peer', html);
  const times: number[] = [];
  for (let round = 0; round < (bench.isQuick ? 1 : 3); round++) {
    const { page, client } = await bench.openUnread();
    const events = await trace(page, async () => {
      await page.goto(url);
      await pause(500);
      await evaluateInWorld(
        client,
        `(() => { ${source};
          const mark = new Mark(document.body);
          return new Promise((done) => setTimeout(() => {
            console.timeStamp('${STAMP}');
            mark.mark(${JSON.stringify(terms)}, {
              accuracy: 'exactly', separateWordSearch: false, caseSensitive: true, done,
            });
          }));
        })()`,
        true,
      );
    });
    times.push(taskAt(events, STAMP));
    await page.close();
  }
  return median(times.filter((ms) => !Number.isNaN(ms)));
}
