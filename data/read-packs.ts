/**
 * Reads packs from their folders (Node only). The layout of a pack's folder is written down here:
 * `pack.json`, `topics.json` (may be absent), `sources.json`, `terms/<term id>.json`.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { topicsSchema } from './cues-schema.ts';
import { readJson } from './lint/json-text.ts';
import type { Unread } from './lint/pack-view.ts';
import type { Problem } from './lint/problem.ts';
import { readAs } from './lint/schema-faults.ts';
import {
  type MovedTerm,
  movedTermSchema,
  type Pack,
  packInfoSchema,
  type Source,
  sourceSchema,
  type Term,
  termSchema,
} from './schema.ts';

export { formatProblem, type Problem } from './lint/problem.ts';

/** A pack with the folder that it came from and what of it could not be read. */
export interface PackFolder {
  /** Relative to the project, with forward slashes. */
  readonly folder: string;
  readonly pack: Pack;
  readonly unread: Unread;
}

/** All packs of a project. */
export interface PacksReading {
  readonly packs: readonly Pack[];
  readonly folders: readonly PackFolder[];
  readonly problems: readonly Problem[];
}

/** Names that a pack's folder may hold. */
const PACK_ENTRIES = new Set(['pack.json', 'topics.json', 'sources.json', 'terms', 'README.md']);

/**
 * Reads every pack under `data/packs`. Records that do not pass the schema are left out and
 * reported; nothing throws.
 * @param root the project's folder
 */
export function readPacks(root: string): PacksReading {
  const home = join(root, 'data', 'packs');
  const names = listFolder(home);
  if (names === undefined || names.length === 0) {
    const problem = names === undefined ? 'The folder does not exist.' : 'The folder is empty.';
    const fix = 'Run this from the project, or add a pack: see data/CONTRIBUTING.md.';
    return {
      packs: [],
      folders: [],
      problems: [{ file: 'data/packs', field: '', problem, fix, rule: 'no-packs' }],
    };
  }
  const readings = names
    .filter((name) => statSync(join(home, name)).isDirectory())
    .map((name) => readPack(root, join(home, name)));
  const folders = readings.flatMap(({ packFolder }) => packFolder ?? []);
  return {
    packs: folders.map(({ pack }) => pack),
    folders,
    problems: readings.flatMap(({ problems }) => problems),
  };
}

/**
 * Reads one pack.
 * @param root the folder that file names in problems are relative to
 * @param folder the pack's folder
 * @returns no `packFolder` where `pack.json` cannot be used
 */
export function readPack(
  root: string,
  folder: string,
): { readonly packFolder?: PackFolder; readonly problems: readonly Problem[] } {
  const reader = createReader(root);
  const path = reader.name(folder);
  const names = listFolder(folder);
  if (names === undefined) {
    reader.report(folder, '', 'missing-file', 'There is no such folder.', 'Correct the path.');
    return { problems: reader.problems };
  }
  for (const name of names) {
    if (PACK_ENTRIES.has(name)) continue;
    reader.report(
      join(folder, name),
      '',
      'stray-file',
      'A pack’s folder has no place for this file.',
      'Terms belong into the folder “terms”; remove or move it.',
    );
  }
  const infoJson = reader.json(join(folder, 'pack.json'));
  const info = infoJson && reader.take(packInfoSchema, infoJson.value, join(folder, 'pack.json'));
  if (info !== undefined && info.id !== basename(resolve(folder))) {
    reader.report(
      join(folder, 'pack.json'),
      'id',
      'id-not-file-name',
      `The id is “${info.id}”, the folder is “${basename(resolve(folder))}”.`,
      'Make both the same.',
    );
  }
  const { terms, broken } = readTerms(reader, join(folder, 'terms'));
  const { sources, isWhole } = readSources(reader, join(folder, 'sources.json'));
  const topicsPath = join(folder, 'topics.json');
  const topicsJson = existsSync(topicsPath) ? reader.json(topicsPath) : { value: {} };
  const topics = topicsJson && reader.take(topicsSchema, topicsJson.value, topicsPath);
  if (info === undefined) return { problems: reader.problems };
  const unread = { terms: broken, sources: !isWhole, topics: topics === undefined };
  const pack: Pack = { info, topics: topics ?? {}, sources, terms };
  return { packFolder: { folder: path, pack, unread }, problems: reader.problems };
}

function readTerms(
  reader: Reader,
  folder: string,
): { terms: (Term | MovedTerm)[]; broken: ReadonlySet<string> } {
  const names = listFolder(folder);
  if (names === undefined) {
    reader.report(
      folder,
      '',
      'missing-file',
      'The pack has no folder “terms”.',
      'Create it and add a term: npm run data:new <id>.',
    );
    return { terms: [], broken: new Set() };
  }
  const broken = new Set<string>();
  const terms = names.flatMap((name): (Term | MovedTerm)[] => {
    const path = join(folder, name);
    if (!name.endsWith('.json')) {
      reader.report(
        path,
        '',
        'stray-file',
        'This is not a term’s file.',
        'Name it <term id>.json, or remove it.',
      );
      return [];
    }
    const fileId = name.slice(0, -'.json'.length);
    const json = reader.json(path);
    const isMoved =
      typeof json?.value === 'object' && json.value !== null && 'movedTo' in json.value;
    const term: Term | MovedTerm | undefined =
      json && reader.take(isMoved ? movedTermSchema : termSchema, json.value, path);
    if (term === undefined) {
      broken.add(fileId);
      return [];
    }
    if (term.id !== fileId) {
      reader.report(
        path,
        'id',
        'id-not-file-name',
        `The id is “${term.id}”, the file is “${name}”.`,
        `Name the file ${term.id}.json, or set the id “${fileId}”. An id that was published stays.`,
      );
    }
    return [term];
  });
  return { terms, broken };
}

/** Each source by itself, so that one fault does not hide the rest. */
function readSources(reader: Reader, path: string): { sources: Source[]; isWhole: boolean } {
  const json = reader.json(path);
  if (json === undefined) return { sources: [], isWhole: false };
  if (!Array.isArray(json.value)) {
    reader.report(
      path,
      '',
      'schema',
      'The file is not a list.',
      'Begin it with “[”, end it with “]”, and put a source in each pair of curly brackets.',
    );
    return { sources: [], isWhole: false };
  }
  const records: readonly unknown[] = json.value;
  const sources = records.flatMap(
    (record, index) => reader.take(sourceSchema, record, path, String(index)) ?? [],
  );
  return { sources, isWhole: sources.length === records.length };
}

type Reader = ReturnType<typeof createReader>;

/** Reads files and collects what is wrong with them. */
function createReader(root: string) {
  const problems: Problem[] = [];
  const name = (path: string) => relative(resolve(root), resolve(path)).split(sep).join('/');
  const report = (path: string, field: string, rule: string, problem: string, fix: string) => {
    problems.push({ file: name(path), field, problem, fix, rule });
  };
  return {
    problems,
    name,
    report,
    /** The parsed file, or undefined with a report. */
    json(path: string): { readonly value: unknown } | undefined {
      const text = readText(path);
      if (text === undefined) {
        report(path, '', 'missing-file', 'The file is missing or cannot be read.', 'Add it.');
        return undefined;
      }
      const reading = readJson(text);
      if (reading.kind === 'fault') {
        const fix = 'Correct it there or just before; an editor that knows JSON marks the place.';
        report(path, '', 'json', reading.message, fix);
        return undefined;
      }
      for (const { field, line } of reading.doubled) {
        report(
          path,
          field,
          'json-key-twice',
          `The field stands twice in one object (again in line ${line}); the first is lost.`,
          'Keep one of the two.',
        );
      }
      return { value: reading.value };
    },
    /** The value as its schema gives it, or undefined with reports. */
    take<Schema extends Parameters<typeof readAs>[0]>(
      schema: Schema,
      value: unknown,
      path: string,
      prefix = '',
    ) {
      const reading = readAs(schema, value, name(path), prefix);
      if (reading.kind === 'value') return reading.value;
      problems.push(...reading.findings.map((finding) => ({ ...finding, rule: 'schema' })));
      return undefined;
    },
  };
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** The visible entries of a folder in alphabetical order; undefined where there is none. */
function listFolder(path: string): readonly string[] | undefined {
  try {
    return readdirSync(path)
      .filter((name) => !name.startsWith('.'))
      .sort();
  } catch {
    return undefined;
  }
}
