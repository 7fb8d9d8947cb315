/** A small pack that a reader might import: one term of its own. */
export const LAMP_PACK = {
  info: {
    id: 'lamp-makers',
    title: 'Makers of lamps',
    scope: 'Companies that make lamps.',
    maintainer: 'A reader',
    licence: 'CC0',
    checked: '2026-11-01',
  },
  topics: {},
  sources: [
    {
      id: 'lamp-news',
      title: 'Zyxlux opens',
      publisher: 'Lamp News',
      author: null,
      published: '2026-10-01',
      url: 'https://example.com/zyxlux',
      kind: 'news',
    },
  ],
  terms: [
    {
      id: 'zyxlux',
      label: 'Zyxlux',
      kind: 'company',
      gloss: 'A maker of reading lamps.',
      aliases: [{ text: 'Zyxlux', kind: 'name' }],
      claims: [
        {
          id: 'zyxlux-opened',
          text: 'Zyxlux opened in October 2026.',
          asOf: '2026-10-01',
          sources: [{ source: 'lamp-news', locator: 'paragraph 1' }],
          confidence: 'high',
        },
      ],
      related: [] as object[],
    },
  ],
};
