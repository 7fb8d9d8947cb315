/** The words of settings and welcome, in one place and one language. */

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}

export const OPTIONS_TEXT = {
  title: 'Settings',
  lead: 'Every change counts at once, on open pages as well.',
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
    everywhere: 'Every page',
    everywhereHint: 'Except on the sites that you switch off.',
    listed: 'Only sites that I switch on',
    listedHint: 'From the toolbar button, on the site.',
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
    calm: 'Calm',
    calmHint: 'After a good half second at rest.',
    normal: 'Normal',
    normalHint: 'After a third of a second at rest.',
    fast: 'Fast',
    fastHint: 'After a fifth of a second.',
    click: 'On click only',
    clickHint: 'Nothing opens by pointing.',
  },
  density: {
    legend: 'A term that comes more than once',
    section: 'First time in each section',
    sectionHint: 'Calm pages; the default.',
    page: 'First time on the page',
    pageHint: 'As little as possible.',
    every: 'Every time',
    everyHint: 'For work with a text.',
  },
  theme: {
    legend: 'Cards and pages',
    page: 'Like the page',
    pageHint: 'Settings and other full pages follow the system.',
    light: 'Light',
    lightHint: '',
    dark: 'Dark',
    darkHint: '',
  },
  badge: {
    label: 'Count on the toolbar button',
    hint: 'How many terms the page has.',
  },
  rejections: {
    none: 'None. “Not this meaning” on a card puts a word on this list.',
    columns: ['Word', 'Not meant', 'Where', 'Remove'],
    everywhere: 'Everywhere',
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
    lead: 'Settings and imported packs, in one file that stays with you.',
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
  lead: 'Facts of your own or of others, as one JSON file. They are marked and shown as the bundled ones are.',
  columns: ['Pack', 'Terms', 'Checked', 'Licence', 'Remove'],
  bundled: 'bundled',
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
  lead: 'Glosslight underlines the names and terms of AI and the cloud on any page, and tells you what they are: dated, sourced, and without leaving the page.',
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
  sampleSource: 'A sentence as a newspaper might have had it on 25 September 2023.',
  open: (term: string) => `What is ${term}?`,
  silence: (terms: number, day: string) =>
    `No request, no account, no counting. The ${terms.toLocaleString('en-US')} terms and their sources came with the extension; they were checked up to ${day}.`,
  more: 'All facts',
  settings: 'Settings',
  wrong:
    'Something wrong? “Not this meaning” on a card takes a word back; every fact names its source.',
  done: 'Start reading',
} as const;
