/** Reads JSON text and says, with line and column, what is wrong with it. */

/** What came out: a value with the keys that were written twice, or a fault. */
export type JsonReading =
  | { readonly kind: 'value'; readonly value: unknown; readonly doubled: readonly DoubledKey[] }
  | { readonly kind: 'fault'; readonly message: string };

/** A key that one object holds twice: the first one is silently lost. */
interface DoubledKey {
  /** Dotted path of the key. */
  readonly field: string;
  /** Line of the second one, from 1. */
  readonly line: number;
}

/** Parses JSON. Never throws. */
export function readJson(text: string): JsonReading {
  try {
    return { kind: 'value', value: JSON.parse(text), doubled: findDoubledKeys(text) };
  } catch (error) {
    return { kind: 'fault', message: describeFault(text, error) };
  }
}

function describeFault(text: string, error: unknown): string {
  if (text.trim() === '') return 'The file is empty.';
  const message = error instanceof Error ? error.message : String(error);
  // V8 names a position; some versions add line and column, some only quote the text.
  const position = /at position (\d+)/u.exec(message)?.[1];
  const at = position === undefined ? text.length : Number(position);
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  const column = at - before.lastIndexOf('\n');
  const what = message.replace(/ (?:in JSON )?at position \d+.*$/su, '');
  const hint =
    /,\s*$/u.test(before) && /^\s*[}\]]/u.test(text.slice(at))
      ? ' There is a comma before the closing bracket.'
      : '';
  return `It is not JSON: line ${line}, column ${column}: ${what}.${hint}`;
}

interface Level {
  readonly path: string;
  /** Keys seen, for an object; undefined for an array. */
  readonly keys: Set<string> | undefined;
  /** The key or index whose value is being read. */
  at: string | number;
  expectsKey: boolean;
}

/** Expects valid JSON; walks its text because a parsed object no longer knows what it lost. */
function findDoubledKeys(text: string): DoubledKey[] {
  const doubled: DoubledKey[] = [];
  const levels: Level[] = [];
  const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]/gsu;
  for (const match of text.matchAll(tokens)) {
    const token = match[0];
    const level = levels.at(-1);
    switch (token) {
      case '{':
      case '[': {
        const path = level === undefined ? '' : join(level.path, level.at);
        const keys = token === '{' ? new Set<string>() : undefined;
        levels.push({ path, keys, at: 0, expectsKey: token === '{' });
        break;
      }
      case '}':
      case ']':
        levels.pop();
        break;
      case ',':
        if (level === undefined) break;
        if (level.keys === undefined) level.at = Number(level.at) + 1;
        else level.expectsKey = true;
        break;
      case ':':
        break;
      default: {
        if (level?.keys === undefined || !level.expectsKey) break;
        const key = String(JSON.parse(token));
        if (level.keys.has(key)) {
          const line = text.slice(0, match.index).split('\n').length;
          doubled.push({ field: join(level.path, key), line });
        }
        level.keys.add(key);
        level.at = key;
        level.expectsKey = false;
      }
    }
  }
  return doubled;
}

function join(path: string, key: string | number): string {
  return path === '' ? String(key) : `${path}.${key}`;
}
