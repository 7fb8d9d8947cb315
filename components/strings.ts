/**
 * Every word that the card and the popup show or read out, in one place and one language. Texts
 * with a number or a name in them are functions, so that another language can order them its way.
 */
import type { Kind, Source } from '../data/schema.ts';
import type { PageDate } from '../glossary/page-date.ts';
import { counted } from './counted.ts';

/** Language and direction of the texts below; set on the card's and the popup's root element. */
export const LANGUAGE = { lang: 'en', dir: 'ltr' } as const;

export const KIND_NAMES: Readonly<Record<Kind, string>> = {
  chip: 'Chip',
  model: 'Model',
  product: 'Product',
  platform: 'Platform',
  company: 'Company',
  organisation: 'Organisation',
  regulator: 'Regulator',
  deal: 'Deal',
  inquiry: 'Inquiry',
  person: 'Person',
  concept: 'Concept',
};

export const SOURCE_KINDS: Readonly<Record<Source['kind'], string>> = {
  primary: 'primary source',
  regulator: 'regulator',
  news: 'news',
  reference: 'reference',
};

export const DATE_ORIGINS: Readonly<Record<PageDate['origin'], string>> = {
  'json-ld': 'page data',
  meta: 'page data',
  microdata: 'page data',
  'dublin-core': 'page data',
  time: 'shown on page',
  byline: 'shown on page',
  url: 'page address',
  reader: 'set by you',
};

export const CARD_TEXT = {
  back: 'Back',
  pin: 'Keep open',
  close: 'Close',
  place: (label: string, { at, total }: { readonly at: number; readonly total: number }) =>
    `${label}, term ${at} of ${total}`,
  none: 'No terms on this page',
  facts: 'Facts, newest first',
  more: (count: number) => counted(count, 'more fact'),
  earlier: (count: number) => `Earlier (${count})`,
  confidence: { medium: 'medium confidence', low: 'low confidence' },
  quoted: (title: string) => `“${title}”`,
  newTab: 'opens in a new tab',
  checked: (day: string) => `Facts checked ${day}`,
  asOf: (day: string) => `Facts as of ${day}`,
  stale: (day: string) => `Last checked ${day}: may be out of date`,
} as const;

export const SINCE_TEXT = {
  title: { published: 'Since this article', changed: 'Since this page’s last change' },
  unknown: 'Article date unknown',
  newer: (day: string) => `This page is newer than our facts (checked ${day}).`,
  none: (checked: string) => `No recorded change (facts checked ${checked}).`,
  from: 'from',
  to: 'to',
  more: (count: number) => counted(count, 'more change'),
  before: (day: string) => `Before, ${day}:`,
  setDate: 'Set date',
  changeDate: 'Change the article’s date',
  year: 'Year',
  month: 'Month',
  day: 'Day',
  any: 'Any',
  apply: 'Use this date',
  reset: 'Use the page’s date',
  cancel: 'Cancel',
} as const;

export const DISAGREEMENT_TEXT = {
  title: (about: string) => `Sources differ on ${about}`,
  more: (count: number) => `Show ${count} more`,
  statements: 'What each says',
} as const;

export const RELATED_TEXT = {
  title: 'Related',
  rest: (count: number) => `+${count}`,
  restName: (count: number) => `${count} more related`,
} as const;

export const CITE_TEXT = {
  open: 'Cite',
  title: 'Copy citation',
  formats: { plain: 'Plain text', markdown: 'Markdown', bibtex: 'BibTeX', 'csl-json': 'CSL-JSON' },
  position: (at: number, total: number) => `Fact ${at} of ${total}`,
  previous: 'Previous fact',
  next: 'Next fact',
  copied: (format: string) => `Copied: ${format}`,
  failed: 'The browser did not allow copying',
} as const;

export const MORE_TEXT = {
  open: 'More',
  why: 'Why this meaning?',
  explore: 'Open in Explore',
  notThis: 'Not this meaning',
  scopes: { here: 'Here', site: 'On this site', everywhere: 'Everywhere' },
  siteOff: 'Switch off on this site',
  rejected: {
    here: 'Left unmarked on this page.',
    site: 'Left unmarked on this site.',
    everywhere: 'Left unmarked everywhere.',
  },
  undo: 'Undo',
} as const;

export const POPUP_TEXT = {
  site: (host: string) => `Glosslight on ${host}`,
  on: 'On',
  off: 'Off',
  dated: (day: string) => `Page dated ${day}`,
  undated: 'Page date unknown',
  totals: (terms: number, mentions: number) =>
    `${counted(terms, 'term')}, ${counted(mentions, 'mention')}`,
  changed: (terms: number, day: string) => `${terms.toLocaleString('en-US')} changed since ${day}`,
  noTerms: 'No terms on this page',
  search: 'Find any term',
  clear: 'Clear search',
  terms: 'On this page',
  results: 'Results',
  changes: (count: number) => `${counted(count, 'change')} since`,
  mentions: (count: number) => counted(count, 'mention'),
  unmarked: 'Left unmarked here',
  readsAs: (sense: string) => `reads as ${sense}`,
  unclear: 'meaning unclear',
  noResults: (query: string) => `No term matches “${query}”.`,
  explore: 'Explore all facts',
  beside: 'Side panel',
  settings: 'Settings',
} as const;

/** Why a page is not read as others are, or has no cards. */
export const HINDRANCES = {
  xml: 'The browser shows this document as its source, which is not marked. The search above still works.',
  pdf: 'PDF files are shown by the browser’s own viewer, which keeps their text to itself. The search above still works.',
  svg: 'This document is a drawing: terms in it may have no card. Choose one here to read its facts.',
  removed: 'This page removes the cards. Choose a term here to read its facts.',
} as const;

/** Title and one line for each state in which the popup has no list to show. */
export const POPUP_NOTICES = {
  loading: { title: 'Reading the page…', text: '' },
  off: {
    title: 'Switched off on this site',
    text: 'Nothing on it is read or underlined. The search above still works.',
  },
  protected: {
    title: 'Glosslight cannot run on this page',
    text: 'The browser keeps its own pages, add-on stores and documents such as PDF files to itself. The search above still works.',
  },
  'on-demand': {
    title: 'Waiting to be asked',
    text: 'On this page Glosslight marks terms only when you ask for it.',
    action: 'Mark terms now',
  },
  error: {
    title: 'This page could not be read',
    text: 'Reloading the page usually helps.',
    action: 'Try again',
  },
  empty: {
    title: '',
    text: 'No name or word on it is among the facts. The search above covers them all.',
  },
} as const;
