/**
 * The dataset's shape, and the only place where it is written down. Types are inferred from the
 * schemas; `npm run data:schema` writes the JSON Schemas that editors use from the same source.
 * Validation runs at build, in tests and when a reader imports a pack, never in a page.
 */
import * as v from 'valibot';
import { cuesSchema, otherSenseSchema, topicsSchema } from './cues-schema.ts';

/** Longest texts, in characters. A card is read at a glance; what does not fit does not belong on it. */
export const LIMITS = {
  gloss: 140,
  claim: 240,
  reading: 240,
  about: 80,
  locator: 120,
  label: 60,
} as const;

export const KINDS = [
  'chip',
  'model',
  'product',
  'platform',
  'company',
  'organisation',
  'regulator',
  'deal',
  'inquiry',
  'person',
  'concept',
] as const;

/** Directed relations. Each is written once, on either term; the other direction is derived. */
export const RELATIONS = [
  'makes',
  'runs on',
  'offered on',
  'invests in',
  'supplies',
  'regulates',
  'investigates',
  'succeeds',
  'part of',
  'led by',
  'competes with',
] as const;

const trimmed = (max: number) =>
  v.pipe(
    v.string(),
    v.minLength(1, 'is empty'),
    v.maxLength(max, `is longer than ${max} characters`),
    v.regex(/^\S(.*\S)?$/su, 'starts or ends with white space'),
  );

const slug = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, 'must be lower-case words joined by hyphens'),
);

/** A term's id; equal to its file's name. */
export const termIdSchema = v.pipe(slug, v.brand('TermId'));
export const claimIdSchema = v.pipe(slug, v.brand('ClaimId'));
export const sourceIdSchema = v.pipe(slug, v.brand('SourceId'));

/** A day, month or year, as precise as the source is: `2023-09-25`, `2023-09` or `2023`. */
export const partialDateSchema = v.pipe(
  v.string(),
  v.regex(
    /^(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/u,
    'must be a year, a month or a day such as 2023, 2023-09 or 2023-09-25',
  ),
  v.brand('PartialDate'),
);

export const aliasSchema = v.strictObject({
  text: trimmed(80),
  kind: v.picklist(['name', 'acronym', 'former', 'spelling', 'instance type']),
  /** The same characters commonly mean something else: marked only on evidence. */
  ambiguous: v.optional(v.literal(true)),
  /**
   * `exact`: only as written. `any`: letters in any case. Left out: as written or in capitals
   * throughout; an alias without capitals also at the start of a sentence or in a title.
   */
  matchCase: v.optional(v.picklist(['exact', 'any'])),
});

export const valueSchema = v.strictObject({
  amount: v.number(),
  /** `USD`, `percent`, `parameters`, `chips`, `people`, … */
  unit: trimmed(40),
  bound: v.picklist(['exactly', 'about', 'up to', 'at least', 'more than', 'less than']),
  /** Upper end where the source gives a range; `amount` is then the lower end. */
  to: v.optional(v.number()),
});

export const citationSchema = v.strictObject({
  source: sourceIdSchema,
  /** Where in the source: “paragraph 4”, “section 2”. */
  locator: trimmed(LIMITS.locator),
  /** The first and last few words of the passage, literally, for a text-fragment link. */
  passage: v.optional(v.strictObject({ start: trimmed(80), end: v.optional(trimmed(80)) })),
});

export const claimSchema = v.strictObject({
  id: claimIdSchema,
  text: trimmed(LIMITS.claim),
  /** The day, month or year on which it was true or said; never the day it was typed in. */
  asOf: partialDateSchema,
  sources: v.pipe(v.array(citationSchema), v.minLength(1, 'needs at least one source')),
  confidence: v.picklist(['high', 'medium', 'low']),
  /** What `value` counts, the same words on every claim of one series: “total invested”. */
  measure: v.optional(trimmed(60)),
  value: v.optional(valueSchema),
  /** The claim (of any term) that this one replaces as the current state of things. */
  supersedes: v.optional(claimIdSchema),
});

export const disagreementSchema = v.strictObject({
  about: trimmed(LIMITS.about),
  claims: v.pipe(v.array(claimIdSchema), v.minLength(2, 'needs two claims or more')),
  /** One line on how to read the difference. */
  reading: trimmed(LIMITS.reading),
});

export const relatedSchema = v.strictObject({
  to: termIdSchema,
  relation: v.picklist(RELATIONS),
});

export const termSchema = v.strictObject({
  $schema: v.optional(v.string()),
  id: termIdSchema,
  label: trimmed(LIMITS.label),
  kind: v.picklist(KINDS),
  gloss: trimmed(LIMITS.gloss),
  aliases: v.pipe(v.array(aliasSchema), v.minLength(1, 'needs at least one alias')),
  /** Names of other things in which an alias stands: “Google Cloud Print”. Never marked. */
  longerNames: v.optional(v.array(trimmed(80))),
  cues: v.optional(cuesSchema),
  otherSenses: v.optional(v.array(otherSenseSchema)),
  claims: v.pipe(v.array(claimSchema), v.minLength(1, 'needs at least one claim')),
  disagreements: v.optional(v.array(disagreementSchema)),
  related: v.array(relatedSchema),
});

/** A term that was merged into another or renamed. Ids never vanish. */
export const movedTermSchema = v.strictObject({
  $schema: v.optional(v.string()),
  id: termIdSchema,
  movedTo: termIdSchema,
});

export const sourceSchema = v.strictObject({
  id: sourceIdSchema,
  /** Null where the headline was never seen: the card then shows publisher and date. */
  title: v.nullable(trimmed(240)),
  publisher: trimmed(80),
  author: v.nullable(trimmed(120)),
  published: v.nullable(partialDateSchema),
  url: v.pipe(
    v.string(),
    v.url('is not an address'),
    v.startsWith('https://', 'must start with https://'),
  ),
  kind: v.picklist(['primary', 'regulator', 'news', 'reference']),
});

export const packInfoSchema = v.strictObject({
  $schema: v.optional(v.string()),
  id: slug,
  title: trimmed(60),
  scope: trimmed(240),
  maintainer: trimmed(80),
  licence: trimmed(40),
  /** The day up to which the facts were checked. */
  checked: v.pipe(partialDateSchema, v.length(10, 'must be a day')),
});

/** One pack in one piece: how a pack is imported, and what the compiler takes. */
export const packSchema = v.strictObject({
  info: packInfoSchema,
  topics: topicsSchema,
  sources: v.array(sourceSchema),
  terms: v.array(v.union([termSchema, movedTermSchema])),
});

export type TermId = v.InferOutput<typeof termIdSchema>;
export type ClaimId = v.InferOutput<typeof claimIdSchema>;
export type SourceId = v.InferOutput<typeof sourceIdSchema>;
export type PartialDate = v.InferOutput<typeof partialDateSchema>;
export type Kind = (typeof KINDS)[number];
export type Relation = (typeof RELATIONS)[number];
export type Alias = Readonly<v.InferOutput<typeof aliasSchema>>;
export type Value = Readonly<v.InferOutput<typeof valueSchema>>;
export type Citation = Readonly<v.InferOutput<typeof citationSchema>>;
export type Claim = Readonly<v.InferOutput<typeof claimSchema>>;
export type Term = Readonly<v.InferOutput<typeof termSchema>>;
export type MovedTerm = Readonly<v.InferOutput<typeof movedTermSchema>>;
export type Source = Readonly<v.InferOutput<typeof sourceSchema>>;
export type Pack = Readonly<v.InferOutput<typeof packSchema>>;
