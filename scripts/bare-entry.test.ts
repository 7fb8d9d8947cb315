import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { strip } from './bare-entry.ts';

test('the framework’s own wrapper is the one that is left out', () => {
  const wrapper = new URL(
    '../node_modules/wxt/dist/virtual/unlisted-script-entrypoint.mjs',
    import.meta.url,
  );
  expect(strip(readFileSync(fileURLToPath(wrapper), 'utf8'))).toBe(
    'import definition from "virtual:user-unlisted-script-entrypoint";\nexport default definition.main();',
  );
});

test('another one stays as it is', () => {
  expect(strip('import definition from "x";\ndefinition.start();')).toBeUndefined();
});
