/**
 * `npm run data:new <id> [-- --pack <pack>]`: puts a new term's file in place. It passes the
 * schema, so an editor helps with it, and fails `npm run data:check` until it is filled in.
 */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { PLACEHOLDER } from '../data/lint/wording.ts';
import type { CommandResult } from './data-check.ts';

/**
 * The text of a new term's file.
 * @param id the term's id, lower-case words joined by hyphens
 */
export function scaffoldTerm(id: string): string {
  const term = {
    $schema: '../../../term.schema.json',
    id,
    label: PLACEHOLDER,
    kind: 'concept',
    gloss: `${PLACEHOLDER}: what it is, in one plain line for a stranger.`,
    aliases: [{ text: PLACEHOLDER, kind: 'name' }],
    claims: [
      {
        id: `${id}-fill-in`,
        text: `${PLACEHOLDER}: one checkable statement that names its subject.`,
        asOf: '1900',
        sources: [{ source: 'fill-in', locator: `${PLACEHOLDER}: where in the source` }],
        confidence: 'medium',
      },
    ],
    related: [],
  };
  return `${JSON.stringify(term, null, 2)}\n`;
}

/** Writes the file; refuses an id that is no id, and one that is taken. */
export function newTermCommand(args: readonly string[], root: string): CommandResult {
  const refuse = (why: string): CommandResult => ({
    output: `${why}\nUse: npm run data:new <id> [-- --pack <pack>]\n`,
    exitCode: 1,
  });
  let id: string | undefined;
  let pack: string | undefined;
  try {
    const parsed = parseArgs({
      args: [...args],
      options: { pack: { type: 'string' } },
      allowPositionals: true,
    });
    [id] = parsed.positionals;
    pack = parsed.values.pack;
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
  if (id === undefined) return refuse('Which id is the term to have?');
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/u.test(id)) {
    return refuse(`“${id}” is no id: lower-case words joined by hyphens, such as project-rainier.`);
  }
  const home = join(root, 'data', 'packs');
  const packs = existsSync(home)
    ? readdirSync(home).filter((name) => existsSync(join(home, name, 'terms')))
    : [];
  if (pack === undefined && packs.length !== 1) {
    return refuse(`Which pack? There are: ${packs.join(', ') || 'none'}.`);
  }
  const name = pack ?? packs[0] ?? '';
  if (!packs.includes(name)) return refuse(`There is no pack “${name}” in data/packs.`);
  const taken = packs.find((other) => existsSync(join(home, other, 'terms', `${id}.json`)));
  if (taken !== undefined) {
    return refuse(`data/packs/${taken}/terms/${id}.json is there already.`);
  }
  const path = `data/packs/${name}/terms/${id}.json`;
  writeFileSync(join(root, path), scaffoldTerm(id));
  return {
    output: `${path}\nReplace every “${PLACEHOLDER}”, cite sources of sources.json, then run npm run data:check.\n`,
    exitCode: 0,
  };
}

if (import.meta.main) {
  const result = newTermCommand(process.argv.slice(2), resolve(import.meta.dirname, '..'));
  process.stdout.write(result.output);
  process.exitCode = result.exitCode;
}
