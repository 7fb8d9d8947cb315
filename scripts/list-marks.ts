/**
 * Lists every mark that Glosslight would make on saved pages, with its context and evidence, for
 * reading: `node scripts/list-marks.ts <folder or files…>`. Forms left unmarked follow, by meaning.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Window } from 'happy-dom';
import { readPacks } from '../data/read-packs.ts';
import { compileSenses } from '../glossary/compile-senses.ts';
import { buildLexicon } from '../glossary/lexicon.ts';
import { createMatcher } from '../glossary/matcher.ts';
import { type AmbiguousMention, resolvePage } from '../glossary/resolve-page.ts';
import { findInChunk, type PlacedMention } from '../page/find-in-chunk.ts';
import { LazyMention } from '../page/lazy-mention.ts';
import { readPageEvidence } from '../page/read-page-evidence.ts';
import { createTextReader } from '../page/read-text.ts';

const { packs } = readPacks(fileURLToPath(new URL('..', import.meta.url)));
const { findForms, readMentions } = createMatcher(buildLexicon(packs));
const records = new Map(Object.entries(compileSenses(packs)));

const files = process.argv.slice(2).flatMap((place) =>
  statSync(place).isDirectory()
    ? readdirSync(place)
        .filter((name) => name.endsWith('.html'))
        .map((name) => path.join(place, name))
    : [place],
);
let marks = 0;
for (const file of files) marks += list(file);
console.log(`\n${marks} marks on ${files.length} pages`);

/** @returns how many mentions of a page would be marked, were all of them shown. */
function list(file: string): number {
  const window = new Window({
    url: `https://saved.example/${path.basename(file)}`,
    settings: {
      disableJavaScriptEvaluation: true,
      disableJavaScriptFileLoading: true,
      disableCSSFileLoading: true,
      disableIframePageLoading: true,
    } as object,
  });
  const document = window.document as unknown as Document;
  document.write(readFileSync(file, 'utf8'));
  const placed: PlacedMention[] = [];
  const reader = createTextReader(document);
  for (let chunk = reader.next(); chunk !== undefined; chunk = reader.next()) {
    const found = { chunk, hits: findForms(chunk.text) };
    placed.push(...findInChunk(found, readMentions));
  }
  const seen = new Map<string, number>();
  const ambiguous: PlacedMention[] = [];
  for (const each of placed) {
    const sure = each.mention.entries.find((entry) => !entry.ambiguous);
    if (sure === undefined) ambiguous.push(each);
    else seen.set(sure.termId, (seen.get(sure.termId) ?? 0) + 1);
  }
  const resolutions = resolvePage(
    ambiguous.map(toAmbiguous),
    { ...readPageEvidence(document, seen), host: '' },
    records,
  );
  console.log(`\n# ${path.basename(file)}: ${document.title.trim()}`);
  const unmarked = new Map<string, number>();
  let count = 0;
  for (const each of placed) {
    const at = ambiguous.indexOf(each);
    const resolution = at < 0 ? undefined : resolutions[at];
    const term =
      at < 0
        ? each.mention.entries.find((entry) => !entry.ambiguous)?.termId
        : resolution?.kind === 'resolved'
          ? resolution.termId
          : undefined;
    if (term === undefined) {
      const reads = resolution?.kind === 'other' ? resolution.name : 'undecided';
      const key = `${each.mention.entries[0]?.text} → ${reads}`;
      unmarked.set(key, (unmarked.get(key) ?? 0) + 1);
      continue;
    }
    count += 1;
    const { before, after } = toAmbiguous(each).around(70);
    const evidence = (resolution?.evidence ?? [])
      .slice(0, 4)
      .map(({ cue, where, weight }) => `${where} ${cue} ${weight.toFixed(1)}`)
      .join('; ');
    const line = `${before}[[${each.mention.surface}]]${after.slice(0, 50)}`;
    console.log(`${term}\t${line.replaceAll(/\s+/gu, ' ')}\t${evidence}`);
  }
  for (const [key, times] of unmarked) console.log(`  left: ${key} ×${times}`);
  window.happyDOM.abort();
  return count;
}

function toAmbiguous({ mention, context }: PlacedMention): AmbiguousMention {
  const form = mention.entries.find(({ text }) => text === mention.surface) ?? mention.entries[0];
  return new LazyMention(form?.text ?? '', context);
}
