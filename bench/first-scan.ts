/** The first scan: time, slices and memory, against the floor on the same page, by turns. */
import type { Bench } from './bench.ts';
import { pause } from './bench.ts';
import { floorAgainIn, measureFloor, runFloorAgain } from './floor.ts';
import { median, spread } from './statistics.ts';
import { type Cost, costOf, trace } from './trace.ts';

export interface ScanRow {
  readonly page: string;
  /** Characters of HTML. */
  readonly size: number;
  readonly aliases: number;
  /** Medians, in ms. */
  readonly ours: number;
  readonly floor: number;
  /** The floor of whoever reads a page that was read before. */
  readonly floorAgain: number;
  /** Median of each round's ratio, and its extremes. */
  readonly ratio: number;
  readonly ratios: readonly [number, number];
  /** The ratio without the evaluation of the scripts: index opened, text read, marks registered. */
  readonly builtRatio: number;
  readonly longest: number;
  readonly longestTask: number;
  /** Marks in the registry at the end. */
  readonly marks: number;
  /** Nodes and attributes in the page that were not in its HTML. */
  readonly added: number;
  readonly costs: readonly Cost[];
}

const COUNT = `[...document.getElementsByTagName('*')].reduce((sum, each) => sum + 1 + each.attributes.length, 0)`;
/** Before any extension has seen the page. */
const COUNT_EARLY = `document.addEventListener('DOMContentLoaded', () => { window.early = ${COUNT}; });`;

/** Measures one page with one lexicon. */
export async function measureScan(
  bench: Bench,
  name: string,
  html: string,
  aliases: number | undefined,
  rounds: number,
): Promise<ScanRow> {
  await bench.putLexicon(aliases);
  const url = bench.server.serve(`/${encodeURIComponent(name)}`, html);
  const costs: Cost[] = [];
  const floors: number[] = [];
  const again: number[] = [];
  const settled = 700 + html.length / 2500;
  const ratios: number[] = [];
  const built: number[] = [];
  let marks = 0;
  let added = 0;
  for (let round = 0; round < rounds; round++) {
    const floor = await measureFloor(bench, url, settled);
    const { page, client } = await bench.open();
    const events = await trace(page, async () => {
      await page.goto(url);
      await pause(settled);
      await runFloorAgain(client);
    });
    const cost = costOf(events);
    costs.push(cost);
    again.push(floorAgainIn(events));
    floors.push(floor);
    ratios.push(cost.total / floor);
    built.push((cost.total - cost.evaluation) / floor);
    marks = (await page.evaluate(`CSS.highlights.get('glosslight')?.size ?? 0`)) as number;
    if (round === 0) {
      await page.evaluateOnNewDocument(COUNT_EARLY);
      await page.goto(url);
      await pause(settled);
      added = (await page.evaluate(`${COUNT} - window.early`)) as number;
    }
    await page.close();
  }
  return {
    page: name,
    size: html.length,
    aliases: aliases ?? 0,
    ours: median(costs.map(({ total }) => total)),
    floor: median(floors),
    floorAgain: median(again),
    ratio: median(ratios),
    ratios: spread(ratios),
    builtRatio: median(built),
    longest: median(costs.map(({ longest }) => longest)),
    longestTask: median(costs.map(({ longestTask }) => longestTask)),
    marks,
    added,
    costs,
  };
}
