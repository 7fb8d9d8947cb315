import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TermId } from '../data/schema.ts';
import { BLOCK_BREAK } from './characters.ts';
import type { Lexicon, LexiconEntry } from './lexicon.ts';
import { createMatcher, findMentions } from './matcher.ts';
import { findMentionsSlowly } from './reference-matcher.ts';
import { filterFinder, nativeFinder } from './start-finder.ts';

type Draft = Partial<LexiconEntry> & { text: string };
const lexiconOf = (...drafts: (string | Draft)[]): Lexicon => ({
  version: 'test',
  entries: drafts.map((draft) => ({
    termId: 'term' as TermId,
    ambiguous: false,
    matchCase: 'smart',
    acronym: false,
    ...(typeof draft === 'string' ? { text: draft } : draft),
  })),
});

const lexicon = lexiconOf(
  'Trainium',
  'Trainium2',
  'Amazon',
  'Amazon.com',
  'Amazon Web Services',
  "Amazon's investment in Anthropic",
  'Anthropic',
  { text: 'AWS', acronym: true, matchCase: 'exact' },
  { text: 'CMA', acronym: true, ambiguous: true, matchCase: 'exact' },
  { text: 'Bedrock', ambiguous: true },
  'Competition and Markets Authority',
  'GPT-4',
  { text: 'OpenAI', matchCase: 'any' },
  { text: 'xAI', matchCase: 'exact' },
  'large language model',
  'AI safety',
  { text: '$4 billion partnership', ambiguous: true },
  'Alexa',
  'Alexa+',
  '東京',
);
const matcher = createMatcher(lexicon);
const surfaces = (text: string) => matcher.findMentions(text).map((mention) => mention.surface);

describe('boundaries', () => {
  test.each([
    ['アマゾンのTrainiumチップ', ['Trainium']],
    ['Two Trainiums and a Trainium2.', ['Trainiums', 'Trainium2']],
    ['CMA-ES beats CMA‑ES', []],
    ['CMAs and CMAS, AWSS, XAIS', ['CMAs']],
    ['TRAINIUMS AND OPENAIS, OpenAIS', ['TRAINIUMS', 'OPENAIS']],
    ['The CMA-led inquiry', ['CMA']],
    ['Bedrock-7B, Bedrock-OpenAI, Bedrock-MAE', ['Bedrock', 'Bedrock', 'OpenAI']],
    ['Bedrockers love bedrock', []],
    ['éTrainium Trainiumé', []],
    ['Trainium_2 _Trainium', []],
    ['Anthropic은 AWS에서', ['Anthropic', 'AWS']],
    ['住在東京都', ['東京']],
    ['GPT-4, GPT-4.5, GPT-4o, GPT-4.', ['GPT-4', 'GPT-4']],
    ['@Amazon #Amazon Amazon', ['Amazon']],
    ['see https://www.Amazon.com/Trainium?q=AWS or OpenAI@example.org', []],
    ['docs.Bedrock Bedrock.js Bedrock.', ['Bedrock']],
    ['Amazon.com Inc and Amazon.', ['Amazon.com', 'Amazon']],
    ['Amazon/AWS (Amazon) “Amazon” Amazon’s', ['Amazon', 'AWS', 'Amazon', 'Amazon', 'Amazon']],
    ['the $4 billion partnership.', ['$4 billion partnership']],
    ['Alexa+ and Alexa', ['Alexa+', 'Alexa']],
    [`Competition and${BLOCK_BREAK}Markets Authority`, []],
    ['non-Amazon, post-GPT-4', ['Amazon', 'GPT-4']],
  ])('%s', (text, expected) => {
    expect(surfaces(text)).toEqual(expected);
  });
});

describe('written variants', () => {
  test.each([
    ['Amazon’s investment in Anthropic', ['Amazon’s investment in Anthropic']],
    ['GPT‑4 and GPT–4', ['GPT‑4', 'GPT–4']],
    ['Amazon\u00a0Web\n   Services', ['Amazon\u00a0Web\n   Services']],
    [
      'Train\u00adium and Amazon\u200b Web\u2060 Services',
      ['Train\u00adium', 'Amazon\u200b Web\u2060 Services'],
    ],
    ['Ｔｒａｉｎｉｕｍ', ['Ｔｒａｉｎｉｕｍ']],
    ['AMAZON INVESTS IN ANTHROPIC', ['AMAZON', 'ANTHROPIC']],
    ['amazon, amAzon', []],
    ['aws XAI xAI', ['xAI']],
    ['openai OpenAi OPENAI', ['openai', 'OpenAi', 'OPENAI']],
    [
      'Large language models. LARGE LANGUAGE MODEL. Large Language Model',
      ['Large language models', 'LARGE LANGUAGE MODEL', 'Large Language Model'],
    ],
    ['AI Safety, ai safety', ['AI Safety']],
  ])('%s', (text, expected) => {
    expect(surfaces(text)).toEqual(expected);
  });

  test('offsets hold with invisible characters around', () => {
    const text = '\u200bThe \u200bTrain\u00adium\u200b chip';
    const [mention] = matcher.findMentions(text);
    expect(text.slice(mention?.start, mention?.end)).toBe('Train\u00adium');
  });
});

test('two terms that share a form are both candidates', () => {
  const shared = lexiconOf(
    { text: 'Copilot', termId: 'one' as TermId },
    { text: 'Copilot', termId: 'two' as TermId },
  );
  expect(findMentions('a Copilot', shared)[0]?.entries.map((entry) => entry.termId)).toEqual([
    'one',
    'two',
  ]);
});

test('the longest alias wins, and a shorter one where it does not hold', () => {
  expect(surfaces('Amazon Web Services')).toEqual(['Amazon Web Services']);
  expect(surfaces('Amazon Web Server')).toEqual(['Amazon']);
  expect(surfaces('Competition and Markets Amazon')).toEqual(['Amazon']);
});

test('a form whose place in the table collides with the start of a longer one is found', () => {
  const found = findMentions('aBBBaBssBs-B', lexiconOf('aBBBa', 'BssBs-', 'B'));
  expect(found.map(({ start, end }) => [start, end])).toEqual([[11, 12]]);
});

test('an ambiguous acronym behind a number and a slash is part of a law’s number', () => {
  const law = lexiconOf({ text: 'EC', acronym: true, ambiguous: true });
  expect(findMentions('Directive 2009/20/EC of the EC', law).map(({ start }) => start)).toEqual([
    28,
  ]);
  expect(findMentions('EU/EC 2009, EC', law)).toHaveLength(2);
});

test('an empty lexicon finds nothing', () => {
  expect(findMentions('Amazon', lexiconOf())).toEqual([]);
});

const pieces = fc.constantFrom(
  ...lexicon.entries.map((entry) => entry.text),
  ...[' ', ' ', ' ', '\n', '\u00a0', '-', '‑', '’', "'", '.', ',', '/', '@', 's', 'S', '2', 'é'],
  ...['の', '한', 'Amazon', 'amazon web', 'AMAZON', 'Web Services', 'x', '(', ')', '$4', '+'],
  ...[BLOCK_BREAK, '://', '.com', 'Competition and', 'GPT', '-ES', '_', '\ud83d', '😀'],
);
const texts = fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join(''));

describe('agrees with the plain matcher', () => {
  test.each([
    ['native', nativeFinder],
    ['filter', filterFinder],
  ] as const)('%s engine, pieces of aliases', (_, finder) => {
    const fast = createMatcher(lexicon, finder);
    fc.assert(
      fc.property(texts, (text) => {
        expect(fast.findMentions(text)).toEqual(findMentionsSlowly(text, lexicon));
      }),
      { numRuns: 1500 },
    );
  });

  test('random lexicons over a small alphabet', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'B', 's', ' ', '-', '1'), maxLength: 6 });
    const alias = word.filter((text) => /^\S(.*\S)?$/u.test(text));
    fc.assert(
      fc.property(fc.array(alias, { maxLength: 12 }), word, word, (aliases, one, two) => {
        const random = lexiconOf(...aliases);
        const text = `${one}${two}${aliases.join('')}`;
        const expected = findMentionsSlowly(text, random);
        for (const finder of [nativeFinder, filterFinder]) {
          expect(createMatcher(random, finder).findMentions(text)).toEqual(expected);
        }
      }),
      { numRuns: 1500 },
    );
  });

  test('any text at all: ordered, disjoint, in bounds, nothing thrown', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        let last = 0;
        for (const mention of matcher.findMentions(text)) {
          expect(mention.start).toBeGreaterThanOrEqual(last);
          expect(mention.end).toBeGreaterThan(mention.start);
          expect(mention.end).toBeLessThanOrEqual(text.length);
          expect(text.slice(mention.start, mention.end)).toBe(mention.surface);
          last = mention.end;
        }
      }),
    );
  });
});
