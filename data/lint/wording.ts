/** How texts are written: dated, standing alone, plain. Each rule has pairs in CONTRIBUTING.md. */

import type { PackView, Rule } from './pack-view.ts';
import type { Finding } from './problem.ts';
import { type TextPlace, type TextRole, textsOf } from './texts.ts';

/** What `npm run data:new` leaves to be filled in. */
export const PLACEHOLDER = 'FILL IN';

/** Words that were true on the day of writing and on no other. Capitals inside a name are let be. */
const UNDATED =
  /(?:(?<=^|[.!?] )(?:Currently|Recently|Now|Nowadays|Today|Yesterday|Tomorrow|Presently|Lately)|\b(?:currently|recently|now|nowadays|today|yesterday|tomorrow|presently|lately)|\b(?:at present|at the moment|these days|(?:right|just|as of|by|until) now)|(?<!\bthe )\b(?:[Ll]ast|[Tt]his|[Nn]ext|[Pp]ast) (?:week|month|quarter|year|decade|spring|summer|autumn|fall|winter)|\b(?:days?|weeks?|months?|years?|decades?) ago)\b/u;
/** Words that go stale more slowly. */
const FADING = /\b(?:latest|newest|upcoming|forthcoming|soon|so far|to date|brand-new)\b/iu;
/** Talk of how the text came about, which a reader of the card cannot follow. */
const BEHIND_SCENES =
  /\b(?:(?:the|this|that|our) (?:article|excerpt|notes?|data ?set|page|snippet|text above)|seed (?:articles?|texts?|notes?|\d+)|the seeds?|excerpts?|(?:see|as|mentioned|described|noted) (?:above|below)|according to (?:the|this) source)\b/iu;
/** Openings that need the claim before. */
const LEANING =
  /^(?:It|Its|They|Their|He|His|She|Her|This|That|These|Those|Both|Also|However|But|And|Later|Then)\b/u;
/** Praise. */
const PRAISE =
  /\b(?:revolutionary|ground-?breaking|cutting-edge|state-of-the-art|world-class|best-in-class|game-chang\w+|industry-leading|market-leading|seamless(?:ly)?|unprecedented|unparalleled|innovative|blazing|supercharg\w+|visionary|legendary)\b/iu;

/** Nothing that the scaffold left is still there. */
export const placeholdersFilled: Rule = {
  name: 'placeholder',
  severity: 'error',
  asks: 'No text is a placeholder.',
  check: (view) => {
    const marks = new RegExp(
      `\\b(?:${PLACEHOLDER}|TODO|TBD|FIXME|XXX)\\b|\\?\\?\\?|lorem ipsum`,
      'u',
    );
    const aliases = view.terms.flatMap((term) =>
      term.aliases.map(({ text }, index) => ({
        file: `${view.folder}/terms/${term.id}.json`,
        field: `aliases.${index}.text`,
        text,
        name: 'The alias',
      })),
    );
    return [...textsOf(view), ...aliases].flatMap(({ file, field, text, name }) =>
      marks.test(text)
        ? [
            {
              file,
              field,
              problem: `${name} is a placeholder: “${text}”.`,
              fix: 'Write the real text, or remove the record.',
            },
          ]
        : [],
    );
  },
};

/** Sentences end like sentences. */
export const endsWithStop: Rule = textRule({
  name: 'no-full-stop',
  severity: 'error',
  asks: 'A gloss, a claim and the reading of a disagreement end with a full stop.',
  roles: ['gloss', 'claim', 'reading'],
  find: (text) => (/\.[”’)]?$/u.test(text) ? undefined : text.slice(-20)),
  problem: (found) => `does not end with a full stop: “…${found}”.`,
  fix: 'End it with a full stop.',
});

/** One space between words. */
export const singleSpaces: Rule = textRule({
  name: 'double-space',
  severity: 'error',
  asks: 'There is one space between words, none before a comma or full stop, and no line break.',
  roles: ['label', 'gloss', 'claim', 'about', 'reading', 'locator', 'sense'],
  find: (text) => /\s{2,}|[\n\r\t\u00a0]|\s[,.;:](?=\s|$)/u.exec(text)?.[0],
  problem: () => 'has two spaces together, a space before a comma or stop, or a line break.',
  fix: 'Use one ordinary space.',
});

/** Quotation marks and apostrophes are of one kind. */
export const quotesAlike: Rule = textRule({
  name: 'mixed-quotes',
  severity: 'error',
  asks: 'A text does not mix straight and curly quotation marks or apostrophes.',
  roles: ['gloss', 'claim', 'about', 'reading', 'locator', 'sense'],
  find: (text) => (/['"]/u.test(text) && /[‘’“”]/u.test(text) ? text : undefined),
  problem: () => 'mixes straight and curly quotation marks or apostrophes.',
  fix: 'Use curly ones throughout: “ ” and ’.',
});

/** Cards stand side by side: one kind of apostrophe and quotation mark for all. One report a file. */
export const quotesCurly: Rule = {
  name: 'straight-quotes',
  severity: 'warning',
  asks: 'Quotation marks and apostrophes of a card are curly (passages stay as the source has them).',
  check: (view) => {
    const straight = textsOf(view).filter(({ text }) => /['"]/u.test(text));
    const files = new Map<string, TextPlace[]>();
    for (const place of straight) files.set(place.file, [...(files.get(place.file) ?? []), place]);
    return [...files].map(([file, places]) => ({
      file,
      field: places[0]?.field ?? '',
      problem: `Straight quotation marks or apostrophes stand here${
        places.length > 1 ? ` and in ${places.length - 1} more texts` : ''
      }.`,
      fix: 'Write “ ” and ’; leave “passage” as the source has it.',
    }));
  },
};

/** A claim's time is in its date, or in words that name one. */
export const timeNamed: Rule = textRule({
  name: 'undated-time',
  severity: 'error',
  asks: 'A claim has no time word that means another day tomorrow (now, recently, last year).',
  roles: ['claim', 'reading'],
  find: (text) => UNDATED.exec(text)?.[0],
  problem: (found) => `says “${found}”, which means another time to every reader.`,
  fix: 'Name the day, month or year; or leave the word out, the card shows the date.',
});

/** Glosses have no date, so they say what stays true. */
export const timeLasting: Rule = textRule({
  name: 'fading-time',
  severity: 'warning',
  asks: 'Texts avoid words that go stale (latest, soon, so far), glosses also now and recently.',
  roles: ['claim', 'gloss', 'reading'],
  find: (text, role) =>
    FADING.exec(text)?.[0] ?? (role === 'gloss' ? UNDATED.exec(text)?.[0] : undefined),
  problem: (found) => `says “${found}”, which goes stale.`,
  fix: 'Name the version, the date, or what it was compared with.',
});

/** The reader of a card has the card and nothing else. */
export const noBehindScenes: Rule = textRule({
  name: 'behind-the-scenes',
  severity: 'error',
  asks: 'A text does not talk of the article, the excerpt, the notes or the dataset.',
  roles: ['gloss', 'claim', 'about', 'reading', 'locator'],
  find: (text, role) =>
    // “third paragraph of the page” is how a locator speaks.
    role === 'locator'
      ? /\bseed\b|\bexcerpts?\b|\bthe notes\b/iu.exec(text)?.[0]
      : BEHIND_SCENES.exec(text)?.[0],
  problem: (found) => `says “${found}”, which the reader of the card does not have.`,
  fix: 'Name who said it (“Reuters reported”), or state the fact alone.',
});

/** A claim names its subject. */
export const standsAlone: Rule = textRule({
  name: 'leaning-claim',
  severity: 'error',
  asks: 'A claim makes sense without the one before it: it does not begin with It, This, Later …',
  roles: ['claim'],
  find: (text) => LEANING.exec(text)?.[0],
  problem: (found) => `begins with “${found}” and needs another text to be understood.`,
  fix: 'Name the company, product or person.',
});

/** One checkable statement. */
export const oneStatement: Rule = textRule({
  name: 'many-sentences',
  severity: 'warning',
  asks: 'A claim is one statement: two sentences at most.',
  roles: ['claim'],
  find: (text) => {
    const sentences = text.split(
      /(?<!\b(?:[A-Z]|Inc|Corp|Ltd|Dr|Mr|Ms|Mrs|St|No|vs))\.\s+(?=[A-Z“])/u,
    );
    return sentences.length > 2 ? String(sentences.length) : undefined;
  },
  problem: (found) => `has ${found} sentences.`,
  fix: 'Make a claim of each, with its own source.',
});

/** A gloss is a line, not a paragraph. */
export const glossOneLine: Rule = textRule({
  name: 'gloss-form',
  severity: 'warning',
  asks: 'A gloss is one plain line, one sentence at most, that begins with a capital.',
  roles: ['gloss'],
  find: (text) => {
    if (/^\p{Ll}/u.test(text) && !/^\p{Ll}\p{Lu}/u.test(text)) return 'begins with a small letter';
    if (/[.!?]\s+\p{Lu}/u.test(text.replace(/\b(?:U\.S\.|U\.K\.|Inc\.)/gu, '')))
      return 'has two sentences';
    return undefined;
  },
  problem: (found) => `${found}.`,
  fix: 'Say what the thing is, in one line: “Amazon’s chip for training AI models.”',
});

/** Sellers praise; the card reports. */
export const noPraise: Rule = textRule({
  name: 'praise',
  severity: 'warning',
  asks: 'Texts do not praise (groundbreaking, cutting-edge, world-class).',
  roles: ['gloss', 'claim'],
  find: (text) => PRAISE.exec(text)?.[0],
  problem: (found) => `says “${found}”.`,
  fix: 'State the figure or the fact, or say who called it so.',
});

/** One way of writing money, percent and great numbers. */
export const figureStyle: Rule = textRule({
  name: 'figure-style',
  severity: 'warning',
  asks: 'Figures are written $4 billion, 50 percent, 2,000.',
  roles: ['gloss', 'claim', 'reading'],
  find: (text) =>
    /US\$|\d\s?%|\bper cent\b|\d\s?(?:bn|tn|mn)\b|\$\d[\d.,]*[MBK]\b|\b(?:million|billion|trillion) (?:US )?dollars\b|(?<![\d.,-])\d{5,}(?![\d,.-])/u.exec(
      text,
    )?.[0],
  problem: (found) => `writes “${found}”.`,
  fix: 'Write $4 billion, 50 percent, 175 billion, 680,000.',
});

interface TextRule {
  readonly name: string;
  readonly severity: Rule['severity'];
  readonly asks: string;
  readonly roles: readonly TextRole[];
  /** The words at fault, or undefined. */
  readonly find: (text: string, role: TextRole) => string | undefined;
  readonly problem: (found: string) => string;
  readonly fix: string;
}

function textRule({ name, severity, asks, roles, find, problem, fix }: TextRule): Rule {
  const check = (view: PackView): Finding[] =>
    textsOf(view)
      .filter((place: TextPlace) => roles.includes(place.role))
      .flatMap((place) => {
        const found = find(place.text, place.role);
        if (found === undefined) return [];
        return [
          {
            file: place.file,
            field: place.field,
            problem: `${place.name} ${problem(found)}`,
            fix,
          },
        ];
      });
  return { name, severity, asks, check };
}
