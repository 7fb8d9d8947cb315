/**
 * A source's link opens at the passage: each of the five articles, as a local copy with its
 * paragraphs far apart, is opened through the links of the claims that cite it.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readPacks } from '../data/read-packs.ts';
import { passageLink } from '../glossary/passage-link.ts';
import { describeInBrowsers } from './each-browser.ts';
import { findBrowser } from './find-browser.ts';
import { PATIENCE } from './patience.ts';
import { htmlPage } from './server.ts';

const folder = fileURLToPath(new URL('../../shared/seeds/', import.meta.url));
const texts = existsSync(folder)
  ? readdirSync(folder).map((name) => readFileSync(`${folder}${name}`, 'utf8'))
  : [];
const { packs } = readPacks(fileURLToPath(new URL('..', import.meta.url)));

interface Cited {
  readonly id: string;
  readonly text: string;
  readonly passages: readonly { readonly start: string; readonly directive: string }[];
}

/** Sources with passages that stand in one of the texts. */
function citedArticles(): Cited[] {
  const found = new Map<string, Cited>();
  for (const pack of packs) {
    for (const term of pack.terms) {
      if ('movedTo' in term) continue;
      for (const claim of term.claims) {
        for (const { source, passage } of claim.sources) {
          const text = texts.find((each) => passage && each.includes(passage.start));
          if (passage === undefined || text === undefined) continue;
          const directive = passageLink('', passage).slice(1);
          const entry = found.get(source) ?? { id: source, text, passages: [] };
          if (entry.text !== text) continue;
          found.set(source, {
            ...entry,
            passages: [...entry.passages, { start: passage.start, directive }],
          });
        }
      }
    }
  }
  return [...found.values()].filter(({ passages }) => passages.length > 1);
}

const articles = texts.length > 0 ? citedArticles() : [];

describe.skipIf(articles.length > 0)('passage links', () => {
  test.skip('the five articles are not at hand', () => undefined);
});

if (articles.length > 0 && findBrowser('chromium') !== undefined) {
  describeInBrowsers(
    'passage links',
    (context) => {
      test('all five articles are cited with passages', () => {
        expect(articles.length).toBeGreaterThanOrEqual(5);
      });

      test.each(articles)('$id', async ({ id, text, passages }) => {
        const lines = text.split('\n').filter((line) => line.trim() !== '');
        const body = lines
          .map((line) => `<p style="margin:0 0 1500px">${line.replaceAll('&', '&amp;')}</p>`)
          .join('');
        const url = context.server.serve(`/${id}`, htmlPage(body));
        // Firefox's remote protocol drops the directive: there the link is only seen to open the page.
        const isShown = context.running.name === 'chromium';
        for (const { start, directive } of passages.slice(0, 6)) {
          const page = await context.open(`${url}#${directive}`);
          if (isShown) {
            await page.waitForFunction(
              (words) =>
                [...document.querySelectorAll('p')].some((each) => {
                  const { top, bottom } = each.getBoundingClientRect();
                  const isInView = bottom > 0 && top < innerHeight;
                  return isInView && each.textContent?.includes(words);
                }),
              { timeout: PATIENCE },
              start,
            );
          }
          await page.close();
        }
      });
    },
    { withExtension: false },
  );
}
