/** The whole check: files, schema, then every rule. Called by a build and by `npm run data:check`. */

import { type PackFolder, readPack, readPacks } from '../read-packs.ts';
import type { Pack } from '../schema.ts';
import { findIdsAcrossPacks } from './ids.ts';
import { runRules, viewPack } from './pack-view.ts';
import type { Problem } from './problem.ts';
import { RULES } from './rules.ts';

/** What a check found. Only errors fail a build. */
export interface DatasetCheck {
  readonly packs: readonly Pack[];
  readonly errors: readonly Problem[];
  readonly warnings: readonly Problem[];
}

/**
 * Reads and checks every pack of a project. Never throws on bad data.
 * @param root the project's folder, the one that holds `data/packs`
 */
export function checkDataset(root: string): DatasetCheck {
  const { folders, problems } = readPacks(root);
  return checkFolders(folders, problems);
}

/**
 * Reads and checks one pack, wherever it is.
 * @param root the folder that file names in messages are relative to
 * @param folder the pack's folder
 */
export function checkPack(root: string, folder: string): DatasetCheck {
  const { packFolder, problems } = readPack(root, folder);
  return checkFolders(packFolder === undefined ? [] : [packFolder], problems);
}

function checkFolders(
  folders: readonly PackFolder[],
  fileProblems: readonly Problem[],
): DatasetCheck {
  const views = folders.map(({ pack, folder, unread }) => viewPack(pack, folder, unread));
  const warningNames = new Set(
    RULES.filter((rule) => rule.severity === 'warning').map((rule) => rule.name),
  );
  const problems = [
    ...fileProblems,
    ...views.flatMap((view) => runRules(view, RULES)),
    ...findIdsAcrossPacks(views),
  ];
  return {
    packs: folders.map(({ pack }) => pack),
    errors: problems.filter((problem) => !warningNames.has(problem.rule)),
    warnings: problems.filter((problem) => warningNames.has(problem.rule)),
  };
}
