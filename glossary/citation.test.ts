import { describe, expect, test } from 'vitest';
import type { ClaimId, PartialDate, SourceId } from '../data/schema.ts';
import type { CardCitation, CardClaim } from './card-record.ts';
import { formatCitation } from './citation.ts';

const dataset = { title: 'Glosslight facts', version: '2026-11-14' };

const first: CardCitation = {
  source: {
    id: 'time-2023' as SourceId,
    title: 'Size Matters: 100% & more',
    publisher: 'TIME',
    author: 'Ann Author',
    published: '2023-09-25' as PartialDate,
    url: 'https://time.example/story',
    kind: 'news',
  },
  locator: 'paragraph 4',
  href: 'https://time.example/story#:~:text=up%20to',
};
const second: CardCitation = {
  source: { ...first.source, id: 'body' as SourceId, publisher: 'The Body', kind: 'regulator' },
  locator: 'summary',
  href: 'https://body.example/(a)',
};
const untitled: CardCitation = {
  ...first,
  source: { ...first.source, title: null, author: null, published: null },
};
const claim = (...citations: CardCitation[]): CardClaim => ({
  id: 'amazon-invests' as ClaimId,
  text: 'Amazon agreed to invest up to $4 billion_in all',
  asOf: '2023-09' as PartialDate,
  confidence: 'high',
  citations,
});

describe('plain', () => {
  test('names claim, date, every source with its address, and the facts it is from', () => {
    expect(formatCitation(claim(first, second), 'plain', dataset)).toBe(
      [
        'Amazon agreed to invest up to $4 billion_in all. (As of 2023-09.)',
        'TIME, Ann Author, “Size Matters: 100% & more”, 2023-09-25, paragraph 4. https://time.example/story#:~:text=up%20to',
        'The Body, Ann Author, “Size Matters: 100% & more”, 2023-09-25, summary. https://body.example/(a)',
        'From Glosslight facts, 2026-11-14.',
      ].join('\n'),
    );
  });

  test('leaves out what was never seen', () => {
    expect(formatCitation(claim(untitled), 'plain', dataset)).toContain(
      '\nTIME, paragraph 4. https://',
    );
  });

  test('adds no second full stop', () => {
    const ended = { ...claim(first), text: 'It did.' };
    expect(formatCitation(ended, 'plain', dataset)).toMatch(/^It did\. \(As of/u);
  });
});

describe('markdown', () => {
  test('links the publisher and escapes what would be a mark', () => {
    const lines = formatCitation(claim(second), 'markdown', dataset).split('\n');
    expect(lines[0]).toBe('Amazon agreed to invest up to $4 billion\\_in all. (As of 2023-09.)');
    expect(lines[2]).toBe(
      '- [The Body](<https://body.example/(a)>), Ann Author, “Size Matters: 100% & more”, 2023-09-25, summary',
    );
    expect(lines.at(-1)).toBe('*From Glosslight facts, 2026-11-14.*');
  });

  test('an address cannot end the link early', () => {
    const sly = { ...first, href: 'https://a.example/> [x](javascript:alert(1))' };
    const text = formatCitation(claim(sly), 'markdown', dataset);
    expect(text).toContain('<https://a.example/%3E%20[x](javascript:alert(1))>');
  });
});

describe('bibtex', () => {
  test('has one entry a source, with a key of its own', () => {
    const text = formatCitation(claim(first, second), 'bibtex', dataset);
    expect(text.match(/^@online\{.*,$/gmu)).toEqual([
      '@online{amazon-invests--time-2023,',
      '@online{amazon-invests--body,',
    ]);
  });

  test('writes the fields and escapes TeX', () => {
    expect(formatCitation(claim(first), 'bibtex', dataset)).toBe(
      [
        '@online{amazon-invests--time-2023,',
        '  author = {{Ann Author}},',
        '  title = {{Size Matters: 100\\% \\& more}},',
        '  organization = {{TIME}},',
        '  date = {2023-09-25},',
        '  url = {https://time.example/story#:~:text=up%20to},',
        '  note = {paragraph 4. Cited for: Amazon agreed to invest up to \\$4 billion\\_in all. (As of 2023-09.) From Glosslight facts, 2026-11-14.}',
        '}',
      ].join('\n'),
    );
  });

  test('says that a title is not recorded rather than making one up', () => {
    const text = formatCitation(claim(untitled), 'bibtex', dataset);
    expect(text).toContain('title = {{TIME (title not recorded)}}');
    expect(text).not.toMatch(/author|date =/u);
  });

  test('braces stay balanced whatever the words', () => {
    const sly = { ...claim(first), text: '}} \\ {' };
    const text = formatCitation(sly, 'bibtex', dataset).replace(/\\[{}]/gu, '');
    expect(text.split('{').length).toBe(text.split('}').length);
  });
});

describe('csl-json', () => {
  test('is an array of items that a reference manager reads', () => {
    expect(JSON.parse(formatCitation(claim(first), 'csl-json', dataset))).toEqual([
      {
        id: 'amazon-invests--time-2023',
        type: 'article-newspaper',
        title: 'Size Matters: 100% & more',
        author: [{ literal: 'Ann Author' }],
        'container-title': 'TIME',
        issued: { 'date-parts': [[2023, 9, 25]] },
        URL: 'https://time.example/story#:~:text=up%20to',
        note: 'paragraph 4. Cited for: Amazon agreed to invest up to $4 billion_in all. (As of 2023-09.) From Glosslight facts, 2026-11-14.',
      },
    ]);
  });

  test('leaves out what is not known, and tells news from other pages', () => {
    const [item] = JSON.parse(formatCitation(claim(untitled), 'csl-json', dataset));
    expect(Object.keys(item)).toEqual(['id', 'type', 'container-title', 'URL', 'note']);
    const [page] = JSON.parse(formatCitation(claim(second), 'csl-json', dataset));
    expect(page.type).toBe('webpage');
  });
});
