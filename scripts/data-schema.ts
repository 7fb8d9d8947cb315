/**
 * `npm run data:schema`: writes the JSON Schemas that editors use, from `data/schema.ts`. A test
 * fails where the written files are not what this makes.
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type JsonSchema, toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { topicsSchema } from '../data/cues-schema.ts';
import { movedTermSchema, packInfoSchema, sourceSchema, termSchema } from '../data/schema.ts';

/** What an editor shows beside a field, by the field's name. */
const NOTES: Readonly<Record<string, string>> = {
  id: 'Lower-case words joined by hyphens; never changed once published. A term’s id is its file’s name.',
  movedTo: 'The id of the term that took this one’s place.',
  label: 'The preferred written name.',
  gloss: 'One plain line: what the thing is, for a stranger.',
  aliases: 'Every written form that a page would use for exactly this term.',
  ambiguous: 'The same characters commonly mean something else: marked only on evidence.',
  matchCase:
    'exact: only as written. any: in any letter case. Left out: as written or in capitals.',
  longerNames: 'Names of other things in which an alias stands, such as Google Cloud Print.',
  cues: 'Words that speak for this term. “=AWS” minds case, “geolog*” is a beginning, “@music” a topic.',
  otherSenses: 'The wrong readings, each by the name a reader would give it.',
  hosts: 'Hosts on which this reading is the rule, such as minecraft.net.',
  forms: 'Aliases, exactly as written above.',
  text: 'A claim’s statement in own words, which makes sense alone; or an alias as it is written.',
  asOf: 'The day, month or year on which it was true or said, as precise as the source gives it.',
  locator: 'Where in the source, in plain words: “paragraph 4”.',
  passage: 'The first and last three to five words of the passage, literally.',
  confidence: 'medium at best where one work of reference is all there is.',
  measure: 'What the value counts; the same words on every claim of one series.',
  value: 'The figure that the claim is about, equal to the one in its text.',
  unit: 'USD, GBP, EUR, percent, parameters, chips, people …',
  bound: 'As the text says: exactly, about, up to, at least, more than, less than.',
  to: 'In a value: the upper end of a range. In a relation: a term’s id.',
  supersedes: 'The claim that this one replaces as the current state of things.',
  reading: 'One line on how to read the difference.',
  related: 'Relations, each written once; the other direction is derived.',
  title: 'A source’s headline, null where it was never seen; or a pack’s name.',
  published: 'The day, month or year of publication; null where it is not known.',
  url: 'The page’s own address, https, without tracking parameters.',
  checked: 'The day up to which the facts were checked.',
};

/** The files' paths below the project's folder, each with its text. */
export function buildSchemaFiles(): ReadonlyMap<string, string> {
  const term = convert(termSchema);
  const moved = convert(movedTermSchema);
  // “if” instead of “any of”: an editor then complains about the kind of file that is meant.
  // biome-ignore lint/suspicious/noThenProperty: “then” is a word of JSON Schema; nothing awaits this.
  const either: JsonSchema = { if: { required: ['movedTo'] }, then: moved, else: term };
  return new Map([
    ['data/term.schema.json', write('A term of a pack, or one that moved', either)],
    ['data/sources.schema.json', write('The sources of a pack', convert(v.array(sourceSchema)))],
    ['data/pack.schema.json', write('What a pack is', convert(packInfoSchema))],
    ['data/topics.schema.json', write('Lists of cues that terms share', convert(topicsSchema))],
  ]);
}

/** JSON Schema has neither brands nor flags of patterns; both may be left out without loss here. */
function convert(schema: Parameters<typeof toJsonSchema>[0]): JsonSchema {
  const { $schema: _, ...rest } = toJsonSchema(schema, { errorMode: 'ignore' });
  return rest;
}

function write(title: string, schema: JsonSchema): string {
  const head = { $schema: 'http://json-schema.org/draft-07/schema#', title };
  return `${JSON.stringify({ ...head, ...schema }, annotate, 2)}\n`;
}

/** Puts the notes beside the fields, on the way into text. */
function annotate(key: string, value: unknown): unknown {
  if (key !== 'properties' || typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => {
      const description = NOTES[name];
      return [name, description === undefined ? field : { description, ...field }];
    }),
  );
}

if (import.meta.main) {
  const root = resolve(import.meta.dirname, '..');
  for (const [path, text] of buildSchemaFiles()) {
    writeFileSync(resolve(root, path), text);
    process.stdout.write(`${path}\n`);
  }
}
