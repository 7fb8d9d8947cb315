import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { outputOf } from '../browsers.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

function filesUnder(folder: string, pattern: RegExp): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

const SOURCES = ['components', 'data', 'entrypoints', 'extension', 'glossary', 'page'].flatMap(
  (folder) =>
    filesUnder(path.join(root, folder), /\.tsx?$/u).filter(
      (file) => !/\.test\.|fixture/u.test(file),
    ),
);

describe('the sources', () => {
  test.each([
    [
      'markup out of text',
      /\.(?:inner|outer)HTML\s*=|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML|setHTMLUnsafe|DOMParser/u,
    ],
    ['code out of text', /\beval\(|new Function\(|setTimeout\(\s*['"`]/u],
    [
      'a way to a network',
      /XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection|importScripts/u,
    ],
    [
      'the page’s own messages',
      /addEventListener\(\s*'message'|onMessageExternal|onConnectExternal|window\.postMessage/u,
    ],
  ])('hold no %s', (_, pattern) => {
    const found = SOURCES.filter((file) =>
      pattern.test(readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gmu, '')),
    );
    expect(found).toEqual([]);
  });

  test('fetch is used for the extension’s own files only', () => {
    const found = SOURCES.filter((file) => /\bfetch\(/u.test(readFileSync(file, 'utf8')));
    expect(found.map((file) => path.relative(root, file))).toEqual(['extension/dataset.ts']);
  });
});

describe.each(['chrome', 'firefox'] as const)('the files built for %s', (target) => {
  const folder = outputOf(target);
  const scripts = filesUnder(folder, /\.js$/u);
  const read = (file: string) => readFileSync(file, 'utf8');
  const manifest = JSON.parse(read(path.join(folder, 'manifest.json'))) as Record<string, unknown>;

  test('tell the browser to compile the scanner, and it alone, in one go', () => {
    const hinted = scripts.filter((file) =>
      read(file).startsWith('//# allFunctionsCalledOnLoad\n'),
    );
    expect(hinted.map((file) => path.basename(file))).toEqual(['annotate.js']);
  });

  test('hold no eval, no remote script and no console', () => {
    for (const file of scripts) {
      const code = read(file);
      expect(code, file).not.toMatch(/\beval\(|new Function\(|importScripts/u);
      expect(code, file).not.toMatch(/import\(\s*["'`]https?:/u);
      expect(code, file).not.toMatch(/console\.(?:log|debug|info)\(/u);
    }
    for (const file of filesUnder(folder, /\.html$/u)) {
      expect(read(file), file).not.toMatch(/(?:src|href)="(?:https?:)?\/\//u);
    }
  });

  test('the scanner and its companion hold no markup sink at all; others only the renderer’s own', () => {
    for (const file of scripts) {
      const sinks =
        read(file).match(/innerHTML|outerHTML|insertAdjacentHTML|document\.write/gu) ?? [];
      const isRendering = /card\.js$|[\\/]chunks[\\/]/u.test(file);
      // Preact names `innerHTML` where it would serve `dangerouslySetInnerHTML`, which no source uses.
      if (!isRendering) expect(sinks, file).toEqual([]);
      else expect(new Set(sinks).size, file).toBeLessThanOrEqual(1);
    }
  });

  test('the manifest asks for what is used and lets nobody in', () => {
    expect(manifest.externally_connectable).toBeUndefined();
    expect(manifest.web_accessible_resources).toBeUndefined();
    expect(manifest.content_security_policy).toBeUndefined();
    expect(manifest.host_permissions).toEqual(['http://*/*', 'https://*/*']);
    const allowed = ['storage', 'scripting', 'contextMenus', 'sidePanel', 'activeTab'];
    for (const permission of manifest.permissions as string[]) {
      expect(allowed).toContain(permission);
      expect(read(path.join(root, 'docs/privacy.md'))).toContain(`\`${permission}\``);
    }
  });
});
