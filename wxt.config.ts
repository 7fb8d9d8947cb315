import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { bareEntry } from './scripts/bare-entry.ts';
import { compileDataset } from './scripts/compile-dataset.ts';
import { compileHint } from './scripts/compile-hint.ts';
import oldest from './scripts/oldest-browsers.json' with { type: 'json' };

const root = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  // Every name in a file is imported in that file: the graph stays readable and can be linted.
  imports: false,
  manifestVersion: 3,
  outDir: process.env.WXT_OUT_DIR ?? '.output',
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}',
  vite: () => ({
    plugins: [preact(), bareEntry(), compileHint(['annotate.js'])],
    // Constants of a module stay constants, so that the minifier writes their values where they are used.
    build: { target: 'es2023', rolldownOptions: { output: { topLevelVar: false } } },
  }),
  manifest: ({ browser }) => ({
    name: 'Glosslight',
    description:
      'Dated, sourced facts about AI and cloud terms on any page. Nothing leaves your computer.',
    permissions: ['storage', 'scripting'],
    host_permissions: ['http://*/*', 'https://*/*'],
    action: { default_title: 'Glosslight' },
    // No letters: many sites and screen readers have their own. All can be changed in the browser.
    commands: {
      _execute_action: {
        suggested_key: { default: 'Alt+Shift+9', mac: 'MacCtrl+Shift+9' },
      },
      'next-term': {
        suggested_key: { default: 'Alt+Shift+Period', mac: 'MacCtrl+Shift+Period' },
        description: 'Explain the next term',
      },
      'previous-term': {
        suggested_key: { default: 'Alt+Shift+Comma', mac: 'MacCtrl+Shift+Comma' },
        description: 'Explain the previous term',
      },
      'toggle-site': {
        suggested_key: { default: 'Alt+Shift+0', mac: 'MacCtrl+Shift+0' },
        description: 'Switch Glosslight on or off for this site',
      },
    },
    icons: {
      16: 'icon/16.png',
      32: 'icon/32.png',
      48: 'icon/48.png',
      96: 'icon/96.png',
      128: 'icon/128.png',
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'glosslight@glosslight.example',
              strict_min_version: `${oldest.firefox}.0`,
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: `${oldest.chromium}` }),
  }),
  hooks: {
    /** Bad data stops the build here, with file, field and fix. */
    'build:publicAssets': (_wxt, files) => {
      for (const [relativeDest, contents] of compileDataset(root)) {
        files.push({ relativeDest, contents });
      }
    },
    /**
     * The scanner is an unlisted script, named here as a content script: one declared as such tells
     * every page the extension's id and can be switched off by an event of the page's.
     */
    'build:manifestGenerated': (wxt, manifest) => {
      manifest.content_scripts = [
        {
          matches: ['http://*/*', 'https://*/*'],
          js: ['annotate.js'],
          css: ['assets/highlight.css'],
          all_frames: true,
          match_about_blank: true,
          match_origin_as_fallback: true,
          run_at: 'document_idle',
          // Firefox lets highlight styles into shadow trees only from a user style sheet.
          ...(wxt.config.browser === 'firefox' ? { css_origin: 'user' } : {}),
        },
      ] as typeof manifest.content_scripts;
    },
  },
});
