/** The words of settings and welcome, in one place and one language. */
import { counted } from '../counted.ts';

export const OPTIONS_TEXT = {
  title: 'Settings',
  lead: 'Changes take effect at once, on open pages too.',
  saved: 'Saved.',
  undo: 'Undo',
  explore: 'Explore all facts',
  sections: {
    where: 'Where it works',
    hover: 'How a card opens',
    marks: 'What is underlined',
    look: 'Looks',
    meanings: 'Not this meaning',
    packs: 'Packs of facts',
    keys: 'Keyboard',
    data: 'Your data',
    privacy: 'Privacy',
  },
  mode: {
    legend: 'Pages',
    options: {
      everywhere: { label: 'Every page', hint: 'Except on the sites that you switch off.' },
      listed: {
        label: 'Only sites that I switch on',
        hint: 'With the toolbar button, on the site.',
      },
    },
  },
  sites: {
    title: 'Sites with a rule of their own',
    none: 'No site has a rule of its own. The toolbar button switches the site that you are on.',
    columns: ['Site', 'Glosslight there', 'Remove'],
    on: 'On',
    off: 'Off',
    remove: (site: string) => `Remove the rule for ${site}`,
  },
  hover: {
    legend: 'Pointing at a term',
    options: {
      fast: { label: 'Fast', hint: 'After a fifth of a second.' },
      normal: { label: 'Normal', hint: 'After a third of a second at rest.' },
      calm: { label: 'Calm', hint: 'After a good half second at rest.' },
      click: { label: 'On click only', hint: 'Nothing opens by pointing alone.' },
    },
  },
  density: {
    legend: 'A term that comes more than once',
    options: {
      section: { label: 'First time in each section', hint: 'The default.' },
      page: { label: 'First time on the page', hint: 'For calm pages.' },
      every: { label: 'Every time', hint: 'For close reading.' },
    },
  },
  theme: {
    legend: 'Cards and pages',
    options: {
      page: { label: 'Like the page', hint: 'Full pages follow the system.' },
      light: { label: 'Light', hint: '' },
      dark: { label: 'Dark', hint: '' },
    },
  },
  badge: {
    label: 'Count on the toolbar button',
    hint: 'How many terms the page has.',
  },
  rejections: {
    none: 'None. “Not this meaning” on a card puts a word on this list.',
    columns: ['Word', 'Not meant', 'Remove'],
    everywhere: 'everywhere',
    on: (host: string) => `on ${host}`,
    remove: (form: string, label: string) => `Let “${form}” stand for ${label} again`,
  },
  keys: {
    lead: 'They can be changed in the browser:',
    columns: ['Action', 'Keys'],
    none: 'not set',
    where: {
      chromium: 'chrome://extensions/shortcuts',
      firefox: 'about:addons, the gear, “Manage Extension Shortcuts”',
    },
    openPopup: 'Open the list of this page’s terms',
  },
  data: {
    lead: 'Your settings and imported packs, saved to one file or erased for good.',
    export: 'Export everything',
    erase: 'Erase everything',
    eraseSure: 'Erase all settings, rules and imported packs? This cannot be undone.',
    eraseYes: 'Erase',
    cancel: 'Cancel',
    erased: 'Erased. Everything is as it was at the start.',
    version: (version: string) => `Version ${version}`,
  },
  privacy: {
    lines: [
      'Glosslight makes no network requests. What you read, search or point at never leaves this computer, and nothing is counted.',
      'A link to a source is opened only when you press it.',
      'Settings and imported packs are kept in the browser’s storage for this extension and go when it is removed.',
    ],
    columns: ['It may', 'What for'],
    permissions: [
      ['read pages', 'to find the terms in their text; done on this computer'],
      ['keep data', 'for settings and facts'],
      ['run scripts', 'to bring the card to a page when you point at a term'],
    ],
  },
} as const;

export const PACKS_TEXT = {
  lead: 'Facts of your own or of others, in one JSON file. They are underlined and shown just like the built-in ones.',
  columns: ['Pack', 'Checked', 'Remove'],
  bundled: 'built in',
  size: (terms: number, licence: string) => `${counted(terms, 'term')} · ${licence}`,
  remove: (title: string) => `Remove the pack ${title}`,
  choose: 'Import a pack…',
  reading: 'Reading the file…',
  preview: (title: string) => `Import “${title}”?`,
  by: (maintainer: string, licence: string) => `${maintainer} · ${licence}`,
  found: (terms: number, claims: number, sources: number) =>
    `${counted(terms, 'new term')}, ${counted(claims, 'fact')}, ${counted(sources, 'source')}.`,
  errors: (count: number) => counted(count, 'error'),
  warnings: (count: number) => counted(count, 'remark'),
  clashes: (count: number) => counted(count, 'clash', 'clashes'),
  clash: {
    term: (label: string) => `The term “${label}” is known already and is left out.`,
    form: (form: string, label: string, owner: string) =>
      `“${form}” (${label}) keeps standing for ${owner}.`,
    shared: (form: string, label: string, owner: string) =>
      `“${form}” may mean ${label} or ${owner}: the text around it decides.`,
  },
  fix: 'Fix:',
  more: (count: number) => `and ${count} more`,
  accept: 'Import',
  cancel: 'Cancel',
  refused: 'This file can’t be imported',
  tooLarge: (mb: number) => `It is larger than ${mb} MB.`,
  notJson: (why: string) => `It is not a JSON file: ${why}`,
  nothingNew: 'Every term in it is known already.',
  taken: (title: string) => `A pack of this name is there already: ${title}. Remove it first.`,
  full: 'The browser’s storage for this extension is full. Nothing was changed.',
  done: (title: string) =>
    `“${title}” is imported. Pages that are open take notice when they are reloaded.`,
  removed: (title: string) => `“${title}” is removed.`,
} as const;

export const WELCOME_TEXT = {
  title: 'Facts beside what you read',
  lead: 'Glosslight underlines names and terms from AI and cloud computing on any page. Point at one and a card tells you what it is, with dates and sources.',
  steps: {
    try: 'Try it',
    where: 'Where may it work?',
    silence: 'What leaves this computer: nothing',
  },
  tryHint: 'Point at an underlined word, or go to it with Tab.',
  sample: [
    { text: 'Amazon will put up to $4 billion into ' },
    { text: 'Anthropic', term: 'anthropic' },
    { text: ', whose models will be trained on ' },
    { text: 'Trainium', term: 'trainium' },
    { text: ' chips and offered on ' },
    { text: 'Bedrock', term: 'bedrock' },
    { text: '.' },
  ],
  sampleDate: '2023-09-25',
  sampleSource: 'A sentence as a newspaper might have printed it on 25 September 2023.',
  open: (term: string) => `What is ${term}?`,
  silence: (terms: number, day: string) =>
    `There is no account, and nothing is sent or counted. The ${terms.toLocaleString('en-US')} terms and their sources came with the extension. They were checked up to ${day}.`,
  settings: 'Settings',
  wrong:
    'Is something wrong? “Not this meaning” on a card takes the underline away, and every fact names its source.',
  done: 'Start reading',
} as const;
