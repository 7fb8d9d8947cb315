// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { TermId } from '../data/schema.ts';
import { createMatcher } from '../glossary/matcher.ts';
import { findInChunk } from './find-in-chunk.ts';
import { createTextReader } from './read-text.ts';

const { findForms, readMentions } = createMatcher({
  version: 'test',
  entries: ['Amazon', 'Amazon Web Services', 'Amazon.com', 'Web Services'].map((text) => ({
    termId: 'term' as TermId,
    text,
    matchCase: 'exact',
    ambiguous: false,
    acronym: false,
  })),
});

function find(html: string) {
  document.body.innerHTML = html;
  const chunk = createTextReader(document.body).next();
  if (chunk === undefined) return [];
  return findInChunk({ chunk, hits: findForms(chunk.text) }, readMentions);
}

test.each([
  ['<p>Amazon <em>Web</em> Services</p>', ['Amazon Web Services']],
  ['<p>Amazon</p> <p>Web Services</p>', ['Amazon', 'Web Services']],
  ['<p>Amazon </p><p>Web Services</p>', ['Amazon', 'Web Services']],
  ['<p>Amazon\u00ad</p> <p>Web Services</p>', ['Amazon', 'Web Services']],
  ['<p>Amazon\u00ad</p><p> Web Services</p>', ['Amazon', 'Web Services']],
  ['<p>Ama\u00adzon\u200b<b> W\u00adeb</b> Services</p>', ['Ama\u00adzon\u200b Web Services']],
  ['<p>Amazon</p><p>.com</p>', ['Amazon']],
  ['<p><code>Amazon</code> or Amazon</p>', ['Amazon']],
])('%s', (html, surfaces) => {
  const strip = (text: string) => text.replaceAll('\u00ad', '');
  expect(find(html).map(({ mention }) => strip(mention.surface))).toEqual(surfaces.map(strip));
});

test('each piece says where in its node it stands, invisible characters counted', () => {
  const [first] = find('<p>So A\u00admazon\u00ad <em>Web</em>\u200b Services.</p>');
  const pieces = first?.pieces.map(({ node, start, end }) => node.data.slice(start, end));
  expect(pieces).toEqual(['A\u00admazon\u00ad ', 'Web', '\u200b Services']);
});
