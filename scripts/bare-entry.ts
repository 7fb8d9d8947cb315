/** A build step: leaves out what the framework wraps a page's scripts in. */
import type { Plugin } from 'vite';

/** Where its wrapper for unlisted scripts begins, and what it calls. */
const WRAPPER = /const result = \(\(\) => \{[\s\S]*definition\.main\(\)/;

/** @returns a module that only calls the script; undefined where it is not the wrapper we know. */
export function strip(code: string): string | undefined {
  if (!WRAPPER.test(code)) return undefined;
  const imported = code.split('\n').filter((line) => line.startsWith('import definition'));
  return `${imported.join('\n')}\nexport default definition.main();`;
}

/**
 * The wrapper logs a script that crashes, and in production not even that: the browser tells of it
 * anyway. Half a kilobyte that every frame would compile.
 */
export function bareEntry(): Plugin {
  return {
    name: 'bare-entry',
    apply: 'build',
    transform: {
      filter: { id: /wxt-unlisted-script-entrypoint/ },
      handler: strip,
    },
  };
}
