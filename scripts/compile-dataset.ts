/** Turns the packs into the files that the extension ships. */

import { checkDataset } from '../data/lint/check-dataset.ts';
import { formatProblem } from '../data/lint/problem.ts';
import { compileCards, summarise } from '../glossary/card-record.ts';
import { compileSenses } from '../glossary/compile-senses.ts';
import { buildLexicon, encodeLexicon } from '../glossary/lexicon.ts';
import { withoutClaims } from '../glossary/merge-packs.ts';
import { compileOverview } from '../glossary/overview.ts';

/**
 * @param root folder of the project.
 * @returns path in the extension and contents of each file.
 * @throws with file, field and fix of every fault in the data.
 */
export function compileDataset(root: string): ReadonlyMap<string, string> {
  const { packs, errors } = checkDataset(root);
  if (errors.length > 0) {
    throw new Error(
      `The dataset has ${errors.length} faults:\n${errors.map(formatProblem).join('\n')}`,
    );
  }
  const cards = compileCards(packs);
  const files = new Map<string, string>([
    ['data/lexicon.txt', encodeLexicon(buildLexicon(packs))],
    ['data/packs.json', JSON.stringify(packs.map(withoutClaims))],
    ['data/senses.json', JSON.stringify(compileSenses(packs))],
    ['data/summaries.json', JSON.stringify(summarise(cards))],
    ['data/explore.json', JSON.stringify(compileOverview(cards.values()))],
  ]);
  for (const [id, card] of cards) files.set(`data/cards/${id}.json`, JSON.stringify(card));
  return files;
}
