// @vitest-environment happy-dom
// @vitest-environment-options { "settings": { "handleDisabledFileLoadingAsSuccess": true } }
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPageDate } from './read-page-date.ts';

/** Other people's pages, kept outside the repository; without them there is nothing to run. */
const PAGES = resolve(import.meta.dirname, '../../shared/pages');
const TODAY = '2026-11-21';

interface Label {
  readonly date: string | null;
  readonly note: string | null;
  readonly sure: boolean;
}

const hasPages = existsSync(`${PAGES}/dates.json`);

describe.skipIf(!hasPages)(`real pages (skipped where ${PAGES} is absent)`, () => {
  const labels: Record<string, Label> = hasPages
    ? JSON.parse(readFileSync(`${PAGES}/dates.json`, 'utf8'))
    : {};
  const results = Object.entries(labels).map(([name, label]) => {
    const html = readFileSync(`${PAGES}/${name}.html`, 'utf8');
    const page = new DOMParser().parseFromString(html, 'text/html');
    const found = readPageDate(page, '', TODAY);
    return { name, label, found };
  });

  /** Days that a label accepts; a page that reports its last change answers another question. */
  const accepts = ({ label, found }: (typeof results)[number]) => {
    const said = found?.date ?? null;
    if (said === label.date) return true;
    if (label.sure) return false;
    const [, second] = /also defensible: (null|[\d-]+)/.exec(label.note ?? '') ?? [];
    const lastChange = /last edited on (\d+ \w+ \d{4})/.exec(label.note ?? '')?.[1];
    if (found?.role === 'changed' && lastChange !== undefined) {
      return new Date(`${lastChange} UTC`).toISOString().slice(0, 10) === said;
    }
    return second === (said ?? 'null');
  };

  test('at least 95 % are right', () => {
    const wrong = results.filter((one) => !accepts(one));
    const share = 1 - wrong.length / results.length;
    expect(share, JSON.stringify(wrong, undefined, 1)).toBeGreaterThanOrEqual(0.95);
  });

  test.each(results)('$name is right, or unknown', (one) => {
    if (!accepts(one)) expect(one.found).toBeUndefined();
  });
});
