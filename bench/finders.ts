/** The two ways to find where a form may begin, against each other at every size of the lexicon. */
import { bundleFile } from '../e2e/bundle.ts';
import { packAliases } from '../glossary/pack-aliases.ts';
import type { Bench } from './bench.ts';
import { evaluateInWorld } from './floor.ts';
import { lexiconOf } from './lexicons.ts';
import { makePage, withoutMarks } from './pages.ts';
import { median } from './statistics.ts';

type Times = readonly [cold: number, hot: number];

export interface FinderRow {
  readonly aliases: number;
  /** ms for the text of a page of 1 MB; undefined where it is not tried. */
  readonly native: Times | undefined;
  readonly filter: Times;
}

/** An expression of more forms takes longer to compile than a page to read. */
const NATIVE_TRIED_UP_TO = 10_000;
const PASSES = 5;

export async function measureFinders(
  bench: Bench,
  names: readonly string[],
): Promise<readonly FinderRow[]> {
  const code = await bundleFile(new URL('finders-page.ts', import.meta.url));
  const html = withoutMarks(makePage(1_000_000, names));
  const url = bench.server.serve('/finders', html);
  const { page, client } = await bench.open();
  const time = async (packed: string): Promise<Times> => {
    const runs: Times[] = [];
    for (let round = 0; round < (bench.isQuick ? 2 : 5); round++) {
      const source = `${code}; timeFinder(${JSON.stringify(packed)}, ${PASSES})`;
      runs.push(await evaluateInWorld<Times>(client, source));
    }
    return [median(runs.map(([cold]) => cold)), median(runs.map(([, hot]) => hot))];
  };
  const rows: FinderRow[] = [];
  try {
    await page.goto(url);
    for (const aliases of [60, 300, 1000, 1500, 3000, 10_000, 100_000]) {
      const lexicon = lexiconOf(aliases);
      const native =
        aliases <= NATIVE_TRIED_UP_TO
          ? await time(packAliases(lexicon, Number.POSITIVE_INFINITY))
          : undefined;
      rows.push({ aliases, native, filter: await time(packAliases(lexicon, 0)) });
    }
  } finally {
    await page.close();
  }
  return rows;
}
