/**
 * The five articles that the dataset started from, as plain pages, where they are at hand: every
 * term that stands in one is marked, in its sense, and its card comes.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readPacks } from '../data/read-packs.ts';
import { buildLexicon } from '../glossary/lexicon.ts';
import { createMatcher } from '../glossary/matcher.ts';
import { waitForCard, waitForNoCard } from './card.ts';
import { describeInBrowsers } from './each-browser.ts';
import { readMarks, waitForFinalMarks } from './marks.ts';
import { htmlPage } from './server.ts';

const folder = fileURLToPath(new URL('../../shared/seeds/', import.meta.url));
const articles = existsSync(folder)
  ? readdirSync(folder).map((name) => ({ name, text: readFileSync(`${folder}${name}`, 'utf8') }))
  : [];

describe.skipIf(articles.length > 0)('articles', () => {
  test.skip('the five articles are not at hand', () => undefined);
});

const CARDS = new Set(
  `trainium inferentia neuron-sdk bedrock cma ftc european-commission amazon aws anthropic claude
   claude-2 openai chatgpt gpt-3 gpt-4 microsoft azure microsoft-copilot google deepmind gemini bard
   meta llama nvidia xai alexa codewhisperer large-language-model foundation-model`.split(/\s+/u),
);

if (articles.length > 0) {
  const { packs } = readPacks(fileURLToPath(new URL('..', import.meta.url)));
  const matcher = createMatcher(buildLexicon(packs));

  describeInBrowsers('articles', (context) => {
    test.each(articles)('$name', async ({ name, text }) => {
      const paragraphs = text.split('\n').filter((line) => line.trim() !== '');
      const body = paragraphs
        .map((line) => `<p>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`)
        .join('');
      const style = '<style>body{font:15px/1.4 sans-serif;max-width:900px;margin:0 auto}</style>';
      const page = await context.open(context.server.serve(`/${name}`, htmlPage(body, style)));
      await page.setViewport({ width: 1100, height: 4000 });
      const marks = await waitForFinalMarks(page, (found) => found.length > 5);
      const named = new Set(
        matcher
          .findMentions(text)
          .flatMap(({ entries }) => entries.map(({ termId }) => termId as string))
          .filter((id) => CARDS.has(id)),
      );
      const seen = new Set<string>();
      const waits: number[] = [];
      for (const { text: word, x, y } of marks) {
        const ids = matcher
          .findMentions(word)
          .flatMap((m) => m.entries.map((e) => e.termId as string));
        for (const id of ids) seen.add(id);
        if (ids.length === 0) continue;
        await page.mouse.move(x, Math.max(1, y - 40));
        await page.mouse.move(x - 2, y, { steps: 2 });
        await page.mouse.move(x, y);
        const start = Date.now();
        const card = await waitForCard(context.running, page);
        waits.push(Date.now() - start);
        expect(card.dates.length, word).toBeGreaterThan(0);
        expect(
          card.links.some((link) => link.startsWith('https://')),
          word,
        ).toBe(true);
        await page.keyboard.press('Escape');
        await waitForNoCard(context.running, page);
        await page.mouse.move(1090, 10);
      }
      waits.sort((a, b) => a - b);
      // How long a machine takes is told, not asked for: the bench measures it against a floor.
      console.info(
        `${name}: ${waits.length} cards, median ${waits[waits.length >> 1]} ms, slowest ${waits.at(-1)} ms`,
      );
      const missing = [...named].filter((id) => !seen.has(id));
      expect(missing).toEqual([]);
      expect(await readMarks(page)).toHaveLength(marks.length);
      expect(context.faults).toEqual([]);
    });
  });
}
