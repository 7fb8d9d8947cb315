/**
 * Citations of a claim, to be copied. A citation names what was claimed and when it held, every
 * source with its passage, and the version of the facts it was taken from. Dates are written as in
 * the data (2023-09-25): unlike “9/25/23”, that reads the same everywhere.
 */
import type { CardCitation, CardClaim } from './card-record.ts';

export type CitationFormat = 'plain' | 'markdown' | 'bibtex' | 'csl-json';

/** What the claim was taken from. */
export interface CitedDataset {
  /** “Glosslight facts”, or the title of an imported pack. */
  readonly title: string;
  /** The day up to which its facts were checked, or a version number. */
  readonly version: string;
}

type CitedClaim = Pick<CardClaim, 'id' | 'text' | 'asOf' | 'citations'>;

/**
 * @param claim with at least one citation.
 * @returns text for the clipboard, without a line break at the end.
 */
export function formatCitation(
  claim: CitedClaim,
  format: CitationFormat,
  dataset: CitedDataset,
): string {
  switch (format) {
    case 'plain':
      return plain(claim, dataset);
    case 'markdown':
      return markdown(claim, dataset);
    case 'bibtex':
      return bibtex(claim, dataset);
    case 'csl-json':
      return cslJson(claim, dataset);
  }
}

function plain(claim: CitedClaim, dataset: CitedDataset): string {
  const sources = claim.citations.map(
    (citation) => `${describe(citation, (title) => `“${title}”`)}. ${citation.href}`,
  );
  return [`${sentence(claim.text)} (As of ${claim.asOf}.)`, ...sources, from(dataset)].join('\n');
}

function markdown(claim: CitedClaim, dataset: CitedDataset): string {
  const sources = claim.citations.map((citation) => {
    const [name, ...rest] = parts(citation, (title) => `“${title}”`).map(escapeMarkdown);
    return `- ${[`[${name}](<${escapeAddress(citation.href)}>)`, ...rest].join(', ')}`;
  });
  const claimed = `${escapeMarkdown(sentence(claim.text))} (As of ${claim.asOf}.)`;
  return [claimed, '', ...sources, '', `*${escapeMarkdown(from(dataset))}*`].join('\n');
}

function bibtex(claim: CitedClaim, dataset: CitedDataset): string {
  return claim.citations
    .map(({ source, locator, href }) => {
      const fields = [
        ['author', source.author === null ? undefined : `{${escapeTex(source.author)}}`],
        // Doubled braces keep capitals as they are.
        ['title', `{${escapeTex(source.title ?? `${source.publisher} (title not recorded)`)}}`],
        ['organization', `{${escapeTex(source.publisher)}}`],
        ['date', source.published ?? undefined],
        ['url', escapeAddress(href)],
        ['note', escapeTex(noteOf(claim, locator, dataset))],
      ].filter((field): field is [string, string] => field[1] !== undefined);
      const lines = fields.map(([name, value]) => `  ${name} = {${value}}`);
      return `@online{${citationKey(claim, source.id)},\n${lines.join(',\n')}\n}`;
    })
    .join('\n\n');
}

function cslJson(claim: CitedClaim, dataset: CitedDataset): string {
  const items = claim.citations.map(({ source, locator, href }) => ({
    id: citationKey(claim, source.id),
    type: source.kind === 'news' ? 'article-newspaper' : 'webpage',
    ...(source.title === null ? {} : { title: source.title }),
    ...(source.author === null ? {} : { author: [{ literal: source.author }] }),
    'container-title': source.publisher,
    ...(source.published === null
      ? {}
      : { issued: { 'date-parts': [source.published.split('-').map(Number)] } }),
    URL: href,
    note: noteOf(claim, locator, dataset),
  }));
  return JSON.stringify(items, null, 2);
}

/** Publisher, author, title, day and place, as far as they are known. */
function parts({ source, locator }: CardCitation, quote: (title: string) => string): string[] {
  return [
    source.publisher,
    source.author,
    source.title === null ? null : quote(source.title),
    source.published,
    locator,
  ].filter((part) => part !== null);
}

function describe(citation: CardCitation, quote: (title: string) => string): string {
  return parts(citation, quote).join(', ');
}

function noteOf(claim: CitedClaim, locator: string, dataset: CitedDataset): string {
  return `${locator}. Cited for: ${sentence(claim.text)} (As of ${claim.asOf}.) ${from(dataset)}`;
}

function from(dataset: CitedDataset): string {
  return `From ${dataset.title}, ${dataset.version}.`;
}

function sentence(text: string): string {
  return /[.!?…]$/u.test(text) ? text : `${text}.`;
}

/** Claim and source together: a source cited for two claims has two entries. */
function citationKey(claim: CitedClaim, sourceId: string): string {
  return `${claim.id}--${sourceId}`;
}

/** Characters that would turn words into marks, links or HTML. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/gu, '\\$&');
}

/** Keeps an address inside `<…>` or `{…}`. */
function escapeAddress(address: string): string {
  return address.replace(
    /[<>{}\\\s]/gu,
    (character) =>
      `%${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function escapeTex(text: string): string {
  return text.replace(/[\\~^&%$#_{}]/gu, (character) => TEX[character] ?? `\\${character}`);
}
