/** What a check found, told to a person who edits JSON by hand. */

/** One fault: where it is, what is wrong, and what to do. */
export interface Problem {
  /** Path relative to the project, with forward slashes. */
  readonly file: string;
  /** Dotted path inside the file (`claims.2.value`); empty where the whole file is meant. */
  readonly field: string;
  /** What is wrong, as a sentence. */
  readonly problem: string;
  /** What to do about it, as a sentence. */
  readonly fix: string;
  /** The name of the rule, as listed in `data/CONTRIBUTING.md`. */
  readonly rule: string;
}

/** A problem before its rule's name is put on it. */
export type Finding = Omit<Problem, 'rule'>;

/** One line for logs and test output: file, field, fault, fix and rule. */
export function formatProblem({ file, field, problem, fix, rule }: Problem): string {
  return `${file}${field === '' ? '' : ` › ${field}`}: ${problem} Fix: ${fix} [${rule}]`;
}

/**
 * Several problems under the files they are in, files in alphabetical order, each problem with its
 * fix on a line of its own. Empty text for no problems.
 */
export function formatProblems(problems: readonly Problem[]): string {
  const byFile = new Map<string, Problem[]>();
  for (const problem of problems) {
    const list = byFile.get(problem.file) ?? [];
    list.push(problem);
    byFile.set(problem.file, list);
  }
  const blocks = [...byFile.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, list]) => {
      const lines = list.map(
        ({ field, problem, fix, rule }) =>
          `  ${field === '' ? '(whole file)' : field}: ${problem}\n    Fix: ${fix}  [${rule}]`,
      );
      return `${file}\n${lines.join('\n')}`;
    });
  return blocks.join('\n\n');
}
