/**
 * Writes cues into the look-up tables of sense records. Runs at build and at import, so that a page
 * has nothing to prepare.
 */
import { HYPHEN, lookUpKey, parseCue } from './cue-syntax.ts';
import { type CueClass, type CueTable, slotSign } from './sense-record.ts';

/** Cues of one class that speak for one reading. */
export interface CueList {
  readonly slot: number;
  readonly cues: readonly string[];
  readonly class: CueClass;
}

/**
 * @param form - The form in question: it is no evidence for itself.
 * @param backwards - For cues that stand before a mention.
 */
export function tabulate(form: string, lists: readonly CueList[], backwards = false): CueTable {
  const table = new Map<string, string>();
  const form_ = parseCue(form).words.join(' ');
  for (const list of lists) {
    for (const cue of new Set(list.cues)) {
      const key = cue === HYPHEN ? HYPHEN : keyOf(cue, form_, backwards);
      if (key === undefined) continue;
      const sign = beside(list.class) && FUNCTION_WORDS.has(cue) ? '-' : list.class;
      const entry = `${slotSign(list.slot)}${sign}${cue === key ? '' : cue}`;
      const known = table.get(key);
      table.set(key, known ? `${known}|${entry}` : entry);
    }
  }
  return Object.fromEntries(table);
}

function keyOf(cue: string, form: string, backwards: boolean): string | undefined {
  const parsed = parseCue(cue);
  const phrase = parsed.words.join(' ');
  const isForm =
    phrase === form || phrase === `${form}s` || (parsed.stem && form.startsWith(phrase));
  return isForm ? undefined : lookUpKey(parsed, backwards);
}

function beside(cueClass: CueClass): boolean {
  return cueClass === '>' || cueClass === '<';
}

/** English words that go with any noun: beside a mention they say less than other neighbours. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    'the a an and or but is was are were has had will would can could may of in on at to for from ' +
    'by with as into about than then that this which who whose where when while because its their ' +
    'our your my his her new like'
  ).split(' '),
);
