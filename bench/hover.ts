/** The pointer over a marked page: what each of its moves costs, and how soon the card is there. */
import { readMarks, waitForMarks } from '../e2e/marks.ts';
import { DWELL } from '../page/card-intent.ts';
import { type Bench, pause } from './bench.ts';
import { lexiconOf } from './lexicons.ts';
import { makePage } from './pages.ts';
import { median } from './statistics.ts';
import { callsOnEvents, trace } from './trace.ts';

export interface HoverRow {
  readonly mentions: number;
  /** µs, medians: handling a `pointermove`, its hit test and intent. */
  readonly ours: number;
  /** µs, sum of medians: the same and what is heard as the pointer passes from element to element. */
  readonly whole: number;
  /** µs, median: a listener of the page that asks for the element under the same `pointermove`. */
  readonly elementFromPoint: number;
}

/** The page's own: the question that every hit test begins with, at the same points in the same trace. */
const ASK = `<script>addEventListener('pointermove', ({ clientX, clientY }) => {
  window.under = document.elementFromPoint(clientX, clientY);
}, true)</script>`;

export async function measureHover(bench: Bench): Promise<HoverRow[]> {
  await bench.putLexicon(100_000);
  const names = lexiconOf(100_000).entries.map(({ text }) => text);
  const rows: HoverRow[] = [];
  for (const size of bench.isQuick ? [140_000, 1_400_000] : [140_000, 1_400_000, 7_000_000]) {
    const { page } = await bench.open();
    const name = `hover-${size}`;
    const html = makePage(size, names).replace('</body>', `${ASK}</body>`);
    await page.goto(bench.server.serve(`/${name}`, html));
    await pause(1500 + size / 800);
    const events = await trace(page, async () => {
      for (let index = 0; index < 150; index++) {
        await page.mouse.move(40 + ((index * 37) % 900), 60 + ((index * 53) % 600));
      }
    });
    const took = (file: string, type: string) => median(callsOnEvents(events, file, type)) * 1000;
    const ours = took('companion.js', 'pointermove');
    rows.push({
      mentions: Math.round(size / 110),
      ours,
      whole: ours + took('companion.js', 'pointerover') + took('companion.js', 'pointerout'),
      elementFromPoint: took(name, 'pointermove'),
    });
    await page.close();
  }
  return rows;
}

export interface CardTimes {
  /** Medians, ms from the end of the dwell to the card being laid out. */
  readonly first: number;
  readonly warm: number;
  readonly asleep: number;
}

/** Notes when the pointer first moves over a mark and when a card's box is there. */
const WATCH = `
  window.moved = undefined; window.shown = undefined;
  document.addEventListener('pointermove', () => { window.moved ??= performance.now(); }, true);
  const look = () => {
    const host = document.querySelector('[popover=manual]');
    if (window.shown === undefined && host !== null && host.getBoundingClientRect().width > 0) {
      window.shown = performance.now();
    }
    requestAnimationFrame(look);
  };
  look();`;

export async function measureCard(bench: Bench): Promise<CardTimes> {
  await bench.putLexicon(undefined);
  const url = bench.server.serve(
    '/card',
    '<!doctype html><title>Card</title><p style="margin:200px">Trainium and Inferentia are chips.</p>',
  );
  const times: Record<keyof CardTimes, number[]> = { first: [], warm: [], asleep: [] };
  for (let round = 0; round < (bench.isQuick ? 3 : 9); round++) {
    for (const kind of ['first', 'asleep'] as const) {
      const { page } = await bench.open();
      await page.goto(url);
      await waitForMarks(page);
      await pause(700);
      await page.evaluate(WATCH);
      if (kind === 'asleep') await bench.sleep();
      times[kind].push(await timeOf(page, 0));
      await page.mouse.move(5, 700);
      await pause(1500);
      if (kind === 'first') times.warm.push(await timeOf(page, 1));
      await page.close();
    }
  }
  return {
    first: median(times.first),
    warm: median(times.warm),
    asleep: median(times.asleep),
  };

  async function timeOf(page: Awaited<ReturnType<Bench['open']>>['page'], index: number) {
    const mark = (await readMarks(page))[index];
    if (mark === undefined) return Number.NaN;
    await page.evaluate('window.moved = undefined; window.shown = undefined;');
    await page.mouse.move(mark.x, mark.y);
    await page.waitForFunction('window.shown !== undefined', { timeout: 5000 }).catch(() => {});
    const took = (await page.evaluate('window.shown - window.moved')) as number;
    return took - DWELL.normal;
  }
}
