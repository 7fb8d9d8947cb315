/**
 * `npm run data:check [-- --pack <folder>]`: checks the dataset and prints what is wrong, by file,
 * with the fix. Ends with 1 where there are errors; warnings are printed and let pass.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkDataset, checkPack } from '../data/lint/check-dataset.ts';
import { formatProblems } from '../data/lint/problem.ts';

/** What the command prints and how it ends. */
export interface CommandResult {
  readonly output: string;
  readonly exitCode: 0 | 1;
}

/**
 * Runs the check.
 * @param args the command's arguments: none, or `--pack` and a pack's folder
 * @param root the project's folder; a pack's folder is taken relative to it
 */
export function checkCommand(args: readonly string[], root: string): CommandResult {
  let folder: string | undefined;
  try {
    folder = parseArgs({ args: [...args], options: { pack: { type: 'string' } } }).values.pack;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { output: `${message}\nUse: npm run data:check [-- --pack <folder>]\n`, exitCode: 1 };
  }
  const { packs, errors, warnings } =
    folder === undefined ? checkDataset(root) : checkPack(root, resolve(root, folder));
  const terms = packs.reduce((sum, pack) => sum + pack.terms.length, 0);
  const parts = [
    warnings.length > 0 ? `Warnings\n\n${formatProblems(warnings)}` : '',
    errors.length > 0 ? `Errors\n\n${formatProblems(errors)}` : '',
    `${count(packs.length, 'pack')}, ${count(terms, 'term')}: ${count(errors.length, 'error')}, ${count(warnings.length, 'warning')}.`,
  ];
  return {
    output: `${parts.filter((part) => part !== '').join('\n\n')}\n`,
    exitCode: errors.length > 0 ? 1 : 0,
  };
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

if (import.meta.main) {
  const result = checkCommand(process.argv.slice(2), resolve(import.meta.dirname, '..'));
  process.stdout.write(result.output);
  process.exitCode = result.exitCode;
}
