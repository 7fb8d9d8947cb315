/** A build step: tells Chromium which scripts to compile at once. */
import type { Plugin } from 'vite';

/** It must be a file's first line; to other browsers it is a comment like any other. */
const COMPILE_ALL = '//# allFunctionsCalledOnLoad\n';

/**
 * Most of a script that runs on every page is called at once. To compile all of it in one go costs
 * less than to find where each function ends and to compile it when it is called.
 *
 * @param files - Names of built files, as `annotate.js`.
 */
export function compileHint(files: readonly string[]): Plugin {
  return {
    name: 'compile-hint',
    generateBundle: {
      // What the others put first must not push the hint down.
      order: 'post',
      handler(_options, bundle) {
        for (const output of Object.values(bundle)) {
          if (output.type === 'chunk' && files.includes(output.fileName)) {
            output.code = COMPILE_ALL + output.code;
          }
        }
      },
    },
  };
}
