import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkDataset } from './lint/check-dataset.ts';
import { formatProblem, readPacks } from './read-packs.ts';

const good = JSON.parse(
  readFileSync(join(import.meta.dirname, 'lint', 'fixtures', 'good.json'), 'utf8'),
);
const PACK = 'data/packs/good';
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'packs-'));
  write(`${PACK}/pack.json`, good.info);
  write(`${PACK}/topics.json`, good.topics);
  write(`${PACK}/sources.json`, good.sources);
  for (const term of good.terms) write(`${PACK}/terms/${term.id}.json`, term);
});
afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, content: unknown) {
  const full = join(root, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, typeof content === 'string' ? content : JSON.stringify(content));
}

function problems(): string[] {
  return readPacks(root).problems.map(formatProblem);
}

describe('readPacks', () => {
  test('reads a good pack whole', () => {
    const { packs, problems: found, folders } = readPacks(root);
    expect(found).toEqual([]);
    expect(packs).toEqual([{ ...good, terms: expect.arrayContaining(good.terms) }]);
    expect(folders[0]?.folder).toBe(PACK);
  });

  test('takes a pack without topics', () => {
    rmSync(join(root, PACK, 'topics.json'));
    expect(readPacks(root).packs[0]?.topics).toEqual({});
  });

  test('says where there is no pack', () => {
    expect(readPacks(join(root, 'elsewhere')).problems.map(formatProblem)).toEqual([
      'data/packs: The folder does not exist. Fix: Run this from the project, or add a pack: see data/CONTRIBUTING.md. [no-packs]',
    ]);
  });

  test('names the line of what is not JSON, and reads the rest', () => {
    write(`${PACK}/terms/rival.json`, '{\n  "id": "rival",\n  "label" "Rival"\n}');
    expect(problems()).toEqual([
      expect.stringMatching(
        /^data\/packs\/good\/terms\/rival\.json: It is not JSON: line 3, column 11: .+ Fix: Correct it there or just before; .+ \[json\]$/u,
      ),
    ]);
    expect(readPacks(root).packs[0]?.terms).toHaveLength(good.terms.length - 1);
  });

  test('finds a field that stands twice', () => {
    const text = JSON.stringify(good.terms[2]).replace('"kind":', '"label":"Other","kind":');
    write(`${PACK}/terms/rival.json`, text);
    expect(problems()).toEqual([
      `${PACK}/terms/rival.json › label: The field stands twice in one object (again in line 1); the first is lost. Fix: Keep one of the two. [json-key-twice]`,
    ]);
  });

  test('says what the schema rejects in words, with file, field and fix', () => {
    const [, , rival] = structuredClone(good.terms);
    rival.kind = 'gadget';
    rival.gloss = 'x'.repeat(150);
    rival.colour = 'red';
    rival.aliases[0].ambiguous = false;
    rival.claims[0].asOf = 'September 2023';
    rival.claims[0].sources = [];
    rival.label = ' Rival';
    rival.related = [{ to: 'maker', relation: 'hates' }];
    delete rival.claims[0].confidence;
    write(`${PACK}/terms/rival.json`, rival);
    const at = `${PACK}/terms/rival.json ›`;
    expect(problems().sort()).toEqual([
      `${at} aliases.0.ambiguous: Found false where true is expected. Fix: Write true, or leave the field out. [schema]`,
      `${at} claims.0.asOf: “September 2023” must be a year, a month or a day such as 2023, 2023-09 or 2023-09-25. Fix: The value must be a year, a month or a day such as 2023, 2023-09 or 2023-09-25: correct it. [schema]`,
      `${at} claims.0.confidence: The field “confidence” is missing. Fix: Add “confidence”. [schema]`,
      `${at} claims.0.sources: The list needs at least one source. Fix: It needs at least one source: add what is missing or remove the record. [schema]`,
      `${at} colour: “colour” is not a field that belongs here. Fix: Remove it, or correct its spelling; data/CONTRIBUTING.md lists the fields. [schema]`,
      `${at} gloss: The text is 150 characters long; 140 is the most. Fix: Shorten it by 10 or more; say one thing only. [schema]`,
      `${at} kind: “gadget” is not on the list. Fix: Use one of: chip, model, product, platform, company, organisation, regulator, deal, inquiry, person, concept. [schema]`,
      `${at} label: “ Rival” starts or ends with white space. Fix: Remove the space at the beginning or end. [schema]`,
      `${at} related.0.relation: “hates” is not on the list. Fix: Use one of: makes, runs on, offered on, invests in, supplies, regulates, investigates, succeeds, part of, led by, competes with. [schema]`,
    ]);
  });

  test('rejects an address that is not https', () => {
    const sources = structuredClone(good.sources);
    sources[1].url = 'http://paper.example/';
    write(`${PACK}/sources.json`, sources);
    expect(problems()).toEqual([
      `${PACK}/sources.json › 1.url: “http://paper.example/” must start with https://. Fix: The value must start with https://: correct it. [schema]`,
    ]);
    expect(readPacks(root).packs[0]?.sources.map(({ id }) => id)).toEqual([
      'maker-news',
      'lexicon',
    ]);
    // What cites the rejected source is not accused as well.
    expect(checkDataset(root).errors.map(({ rule }) => rule)).toEqual(['schema']);
  });

  test('wants the file name to be the id, for terms and for the pack', () => {
    write(`${PACK}/terms/rivals.json`, good.terms[2]);
    rmSync(join(root, PACK, 'terms', 'rival.json'));
    write(`${PACK}/pack.json`, { ...good.info, id: 'better' });
    expect(problems()).toEqual([
      `${PACK}/pack.json › id: The id is “better”, the folder is “good”. Fix: Make both the same. [id-not-file-name]`,
      `${PACK}/terms/rivals.json › id: The id is “rival”, the file is “rivals.json”. Fix: Name the file rival.json, or set the id “rivals”. An id that was published stays. [id-not-file-name]`,
    ]);
  });

  test('names stray and missing files', () => {
    write(`${PACK}/notes.txt`, 'x');
    write(`${PACK}/terms/draft.txt`, 'x');
    rmSync(join(root, PACK, 'sources.json'));
    expect(problems()).toEqual([
      `${PACK}/notes.txt: A pack’s folder has no place for this file. Fix: Terms belong into the folder “terms”; remove or move it. [stray-file]`,
      `${PACK}/terms/draft.txt: This is not a term’s file. Fix: Name it <term id>.json, or remove it. [stray-file]`,
      `${PACK}/sources.json: The file is missing or cannot be read. Fix: Add it. [missing-file]`,
    ]);
  });

  test('leaves out a pack whose pack.json is broken, and says so', () => {
    write(`${PACK}/pack.json`, { ...good.info, checked: '2026-11' });
    expect(readPacks(root).packs).toEqual([]);
    expect(problems()).toEqual([
      `${PACK}/pack.json › checked: “2026-11” must be a day. Fix: The value must be a day: correct it. [schema]`,
    ]);
  });

  test.each(['null', '7', '"text"', '[]', '{}', ''])(
    'never throws: every file holds %s',
    (junk) => {
      for (const name of ['pack', 'topics', 'sources', 'terms/rival']) {
        write(`${PACK}/${name}.json`, junk);
      }
      expect(() => checkDataset(root)).not.toThrow();
      expect(checkDataset(root).errors.length).toBeGreaterThan(0);
    },
  );
});

describe('checkDataset', () => {
  test('finds nothing in a good pack', () => {
    const { packs, errors, warnings } = checkDataset(root);
    expect([packs.length, errors, warnings]).toEqual([1, [], []]);
  });

  test('does not accuse what only a broken file hides', () => {
    write(`${PACK}/terms/maker.json`, '{');
    write(`${PACK}/topics.json`, '{');
    expect(checkDataset(root).errors.map(({ rule }) => rule)).toEqual(['json', 'json']);
  });

  test('keeps errors and warnings apart', () => {
    const [, , rival] = structuredClone(good.terms);
    rival.gloss = 'Groundbreaking chip';
    write(`${PACK}/terms/rival.json`, rival);
    const { errors, warnings } = checkDataset(root);
    expect(errors.map(({ rule }) => rule)).toEqual(['no-full-stop']);
    expect(warnings.map(({ rule }) => rule)).toEqual(['praise']);
  });

  test('finds ids that two packs share', () => {
    const [, , rival] = structuredClone(good.terms);
    rival.aliases = [rival.aliases[0]];
    write('data/packs/other/pack.json', { ...good.info, id: 'other' });
    write('data/packs/other/sources.json', [good.sources[0]]);
    write('data/packs/other/terms/rival.json', rival);
    expect(checkDataset(root).errors.map(formatProblem)).toEqual([
      'data/packs/other/terms/rival.json › id: The id “rival” is also a term of data/packs/good. Fix: Keep the term in one pack, or give this one another id. [duplicate-term-id]',
      'data/packs/other/terms/rival.json › claims.0.id: Claim “rival-announced” has an id that a claim of data/packs/good already uses. Fix: Give this claim another id. [duplicate-claim-id]',
    ]);
  });
});
