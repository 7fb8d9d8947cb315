/** The words of the full pages of facts: term, timeline, relations. One place, one language. */
import type { Kind, Relation } from '../../data/schema.ts';
import { counted } from '../counted.ts';

const KIND_PLURALS: Readonly<Record<Kind, string>> = {
  chip: 'Chips',
  model: 'Models',
  product: 'Products',
  platform: 'Platforms',
  company: 'Companies',
  organisation: 'Organisations',
  regulator: 'Regulators',
  deal: 'Deals',
  inquiry: 'Inquiries',
  person: 'People',
  concept: 'Concepts',
};

const UNIT_NAMES: Readonly<Record<string, string>> = {
  USD: 'US dollars',
  EUR: 'Euros',
  GBP: 'Pounds sterling',
  JPY: 'Yen',
  percent: 'Percent',
};

export const EXPLORE_TEXT = {
  product: 'Glosslight',
  views: { terms: 'Terms', timeline: 'Timeline', graph: 'Relations' },
  navigation: 'Views',
  settings: 'Settings',
  sidePanel: 'Side panel',
  skip: 'Skip to the facts',
  title: (name: string) => `${name} · Glosslight`,
  allTerms: 'All terms',
  kind: 'Kind',
  anyKind: 'All kinds',
  kinds: KIND_PLURALS,
  matches: (count: number) => counted(count, 'match', 'matches'),
  terms: (count: number) => counted(count, 'term'),
  unknownTitle: 'No such term',
  unknown: 'Neither the built-in facts nor your own packs have a term of this name.',
  failed: 'The facts could not be read',
  failedHint: 'Reloading the page usually helps.',
} as const;

export const HOME_TEXT = {
  title: 'All facts',
  lead: (terms: number, claims: number, sources: number, day: string) =>
    `${counted(terms, 'term')}, ${counted(claims, 'dated fact')} and ${counted(sources, 'source')}, checked up to ${day}. All of it is on this computer.`,
  latest: 'Newest facts',
  differ: 'Where sources differ',
  showAll: (count: number) => `Show all ${count}`,
  timeline: 'Timeline of figures',
  timelineHint: 'Sums, sizes and shares by date, and where sources differ on them.',
  graph: 'Relations',
  graphHint: 'Who makes, backs, supplies, runs on or investigates whom.',
} as const;

export const TERM_TEXT = {
  written: 'Also written',
  pack: (title: string) => `From the pack “${title}”`,
  print: 'Print',
  facts: 'Facts',
  earlier: (count: number) => `Replaced since (${count})`,
  figures: 'Figures over time',
  relations: 'Relations',
  sources: 'Sources',
  noRelations: 'No relation to another term is recorded.',
  allRelations: 'Open in Relations',
  sourceColumns: ['Publisher', 'Title', 'Published', 'Passage', 'Facts'],
  untitled: 'Headline not recorded',
  passage: 'Read the passage',
  factsCsv: 'Facts as CSV',
  claimColumns: ['As of', 'Fact', 'Confidence', 'Measure', 'Amount', 'Unit', 'Sources', 'State'],
  state: { current: 'still holds', overtaken: 'replaced since' },
} as const;

export const AS_OF_TEXT = {
  label: 'As of',
  name: 'Show the card as it read on',
  newest: (day: string) => `${day}, the newest fact`,
  now: 'Newest',
  past: (day: string) => `As this card would have read on ${day}`,
  later: (count: number) => `${counted(count, 'fact')} came later.`,
  back: 'Back to now',
  previous: 'Earlier',
  next: 'Later',
  stop: (at: number, total: number) => `${at} of ${total}`,
} as const;

export const TIMELINE_TEXT = {
  title: 'Timeline of figures',
  lead: 'Every amount in the facts, at the date it was true or said. Where amounts lie far apart, each line stands for ten times the one below it.',
  unit: 'Counted in',
  unitName: (unit: string) => UNIT_NAMES[unit] ?? `${unit.charAt(0).toUpperCase()}${unit.slice(1)}`,
  unitOption: (name: string, count: number) => `${name} (${count})`,
  about: 'About',
  from: 'From',
  allYears: 'All years',
  earlier: (count: number) => `${counted(count, 'earlier figure')} left out.`,
  showAll: 'Show all years',
  name: (unit: string, count: number, from: string, to: string) =>
    `${counted(count, 'figure')} in ${unit} from ${from} to ${to}`,
  description:
    'A point for each figure: time runs to the right, the amount upwards. Diamonds with a letter mark figures on which sources differ. The table below holds the same figures.',
  cursor: 'Step through the figures',
  hint: 'Point at a figure, or step through them with the arrow keys.',
  previous: 'Previous figure',
  next: 'Next figure',
  at: (at: number, total: number) => `${at} of ${total}`,
  disputed: (letter: string) => `${letter}, sources differ`,
  differ: 'Sources differ',
  differOn: (about: string) => `Sources differ: ${about}`,
  legend: {
    title: 'How to read it',
    holds: 'still holds',
    overtaken: 'replaced since',
    disputed: 'sources differ',
    upTo: 'up to, or less than',
    atLeast: 'at least, or more than',
    span: 'only month or year known',
  },
  table: (count: number) => `Table of the same ${counted(count, 'figure')}`,
  columns: ['Date', 'Figure', 'What is counted', 'Terms', 'Sources', 'State'],
  csvColumns: [
    'date',
    'bound',
    'amount',
    'to',
    'unit',
    'measure',
    'terms',
    'sources',
    'state',
    'sources differ on',
    'claim',
  ],
  state: { holds: 'Still holds', overtaken: 'Replaced since' },
  empty: 'No figure matches.',
} as const;

export const GRAPH_TEXT = {
  title: 'Relations',
  lead: 'How the terms stand to each other. Every name leads to its facts.',
  show: 'Show',
  aroundOne: 'A term and its neighbours',
  term: 'Term',
  relations: {
    makes: 'Who makes what',
    'runs on': 'What runs on what',
    'offered on': 'What is offered where',
    'invests in': 'Who invests in whom',
    supplies: 'Who supplies whom',
    regulates: 'Who regulates whom',
    investigates: 'Who investigates whom',
    succeeds: 'What succeeds what',
    'part of': 'What is part of what',
    'led by': 'Who leads what',
    'competes with': 'Who competes with whom',
  } satisfies Readonly<Record<Relation, string>>,
  relationOption: (name: string, count: number) => `${name} (${count})`,
  name: (nodes: number, edges: number) =>
    `Graph of ${counted(nodes, 'term')} and ${counted(edges, 'relation')}`,
  description: 'The table below holds the same relations.',
  hidden: (count: number) =>
    `${counted(count, 'more term')} did not fit. The pages of the terms shown lead to them.`,
  table: (count: number) => `Table of the same ${counted(count, 'relation')}`,
  columns: ['Term', 'Relation', 'Other term'],
  empty: 'No relation is recorded.',
} as const;

export const SAVE_TEXT = {
  svg: 'Save SVG',
  csv: 'Save CSV',
  svgName: (what: string) => `Save SVG picture of ${what}`,
  csvName: (what: string) => `Save CSV table of ${what}`,
} as const;

export const PANEL_TEXT = {
  back: 'This page',
  show: 'Show in the text',
  full: 'Open in a tab',
} as const;
