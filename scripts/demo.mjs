/**
 * `npm run demo`: from a clean clone to a browser with the extension on a demo page. Without a
 * display it runs headless and saves pictures instead.
 */
import { ensureBrowsers, installPackages, run } from './setup.mjs';

installPackages();
const { found, missing } = ensureBrowsers();
if (found.length === 0) {
  console.error(`The demo needs a browser.\n${missing.join('\n')}`);
  process.exit(1);
}
const browser = found[0];
console.log(`Building for ${browser}…`);
const target = browser === 'firefox' ? ['-b', 'firefox'] : [];
const build = run('wxt', ['build', ...target], { capture: true });
if (build.code !== 0) {
  console.error(build.output);
  process.exit(build.code);
}
process.exit(run('node', ['scripts/show-demo.ts', browser, ...process.argv.slice(2)]).code);
