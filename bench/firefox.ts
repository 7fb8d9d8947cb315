/**
 * Firefox tells no one what a script of an extension took: there the scanner itself runs as a script
 * of the page, by the clock, beside the floor.
 */
import { launch } from '../e2e/browsers.ts';
import { bundleFile } from '../e2e/bundle.ts';
import { encodeLexicon } from '../glossary/lexicon.ts';
import type { Bench } from './bench.ts';
import type { PassTimes } from './firefox-page.ts';
import { lexiconOf } from './lexicons.ts';
import { makePage } from './pages.ts';
import { median } from './statistics.ts';

export interface FirefoxRow {
  readonly aliases: number;
  readonly mentions: number;
  /** ms, medians of the passes after the first. */
  readonly scan: number;
  readonly floor: number;
  readonly ratio: number;
  /** Of the first pass in a fresh page. */
  readonly coldRatio: number;
}

const PASSES = 6;

/** @returns rows for a made page of 1 MB; none where Firefox isn't to be had. */
export async function measureFirefox(
  bench: Bench,
  names: readonly string[],
): Promise<readonly FirefoxRow[]> {
  const running = await launch('firefox', { withExtension: false }).catch(() => undefined);
  if (running === undefined) return [];
  const code = await bundleFile(new URL('firefox-page.ts', import.meta.url));
  const rows: FirefoxRow[] = [];
  try {
    for (const aliases of bench.isQuick ? [300] : [300, 1000, 10_000, 100_000]) {
      const packed = JSON.stringify(encodeLexicon(lexiconOf(aliases)));
      const url = bench.server.serve('/firefox', makePage(1_000_000, names));
      const runs: PassTimes[] = [];
      for (let round = 0; round < (bench.isQuick ? 2 : 4); round++) {
        const page = await running.browser.newPage();
        await page.goto(url);
        runs.push((await page.evaluate(`${code}; timePasses(${packed}, ${PASSES})`)) as PassTimes);
        await page.close();
      }
      const hot = (key: 'scan' | 'floor') => median(runs.flatMap((run) => run[key].slice(1)));
      rows.push({
        aliases,
        mentions: runs[0]?.mentions ?? 0,
        scan: hot('scan'),
        floor: hot('floor'),
        ratio: hot('scan') / hot('floor'),
        coldRatio: median(
          runs.map(({ scan, floor }) => (scan[0] as number) / (floor[0] as number)),
        ),
      });
    }
  } finally {
    await running.close();
  }
  return rows;
}
