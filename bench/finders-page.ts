/** Runs in a world of the page: matches its text with a packed lexicon. Bundled by `finders.ts`. */
import { openAliasIndex } from '../glossary/alias-index.ts';
import { createFormFinder, type FormFinder } from '../glossary/form-finder.ts';

/** Characters matched at a time, as the scanner does. */
const CHUNK = 8192;

/** @returns ms of opening the lexicon with the first pass, and the median of later ones. */
function timeFinder(packed: string, passes: number): readonly [cold: number, hot: number] {
  const all = document.body.textContent ?? '';
  const chunks: string[] = [];
  for (let at = 0; at < all.length; at += CHUNK) chunks.push(all.slice(at, at + CHUNK));
  const times: number[] = [];
  let finder: FormFinder | undefined;
  for (let pass = 0; pass <= passes; pass++) {
    const start = performance.now();
    if (finder === undefined) {
      const index = openAliasIndex(packed);
      if (index === undefined) throw new Error('no lexicon');
      finder = createFormFinder(index);
    }
    for (const chunk of chunks) finder.findForms(chunk);
    times.push(performance.now() - start);
  }
  const [cold = Number.NaN, ...hot] = times;
  return [cold, hot.sort((a, b) => a - b)[hot.length >> 1] as number];
}

Object.assign(globalThis, { timeFinder });
