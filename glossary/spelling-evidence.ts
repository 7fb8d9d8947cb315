/**
 * What capitals, articles, glued signs and spelt-out acronyms say: evidence that needs no word list,
 * and often the only evidence against readings that nobody thought of.
 */
import { isCapital, isWithinSentence } from './capitals.ts';
import type { CompiledRecord } from './compiled-record.ts';
import type { ContextWindow } from './context-window.ts';
import { ACRONYM, MAY_SPELL_OUT, readExpansion } from './expansion.ts';
import { weighNames } from './name-evidence.ts';
import type { FormRecord } from './sense-record.ts';
import * as weights from './sense-weights.ts';
import { count, type Hit } from './weighing.ts';

/** Kinds whose names take no article: “the Amazon” is none of them. */
const NAMED = new Set(['company', 'model', 'product', 'platform', 'person']);
/** Kinds whose name is often followed by the name of something of theirs: “Oracle Database”. */
const OWNERS = new Set(['company', 'organisation', 'platform']);
/** What the spelling of a form and the kinds of its terms let the resolver look for. */
export interface SpellingTraits {
  readonly isLowerCase: boolean;
  /** A word of everyday that one subject uses in its own way. */
  readonly isEveryday: boolean;
  /** Only an acronym is spelt out. */
  readonly isAcronym: boolean;
  /** All its terms have names that take no article. */
  readonly isNamed: boolean;
  /** One of its terms has things that are called after it. */
  readonly isOwner: boolean;
  /** Its terms are persons: others bear the name, too. */
  readonly isPerson: boolean;
  /** Candidates that a capital within a sentence speaks for. */
  readonly byCapital: readonly number[];
}

/** Worked out once per form: a page may hold thousands of mentions. */
export function readTraits({ form, candidates }: FormRecord): SpellingTraits {
  const byCapital: number[] = [];
  if (MIXED_CASE.test(form)) {
    candidates.forEach(({ prior, kind }, slot) => {
      if (prior > 0 && kind !== 'person') byCapital.push(slot);
    });
  }
  const isLowerCase = form === form.toLowerCase();
  return {
    isLowerCase,
    isEveryday: isLowerCase && candidates.every(({ frame }) => frame),
    isAcronym: ACRONYM.test(form),
    isNamed: !ENDS_IN_NOUN.test(form) && candidates.every(({ kind }) => NAMED.has(kind)),
    isOwner: candidates.some(({ kind }) => OWNERS.has(kind)),
    isPerson: candidates.every(({ kind }) => kind === 'person'),
    byCapital,
  };
}

const MIXED_CASE = /^[A-Z][a-z]+$/;
/** “a Lambda function” */
const ENDS_IN_NOUN = /[\s-][a-z]+$/;

export function weighSpelling(
  window: ContextWindow,
  compiled: CompiledRecord,
  surface: string,
  hits: Hit[],
): void {
  const { at, text } = window;
  const { unlisted, traits } = compiled;
  const { form, candidates } = compiled.record;
  if (!traits.isLowerCase && surface === surface.toLowerCase()) {
    count(hits, unlisted, surface, 'case', weights.lowerCase);
  }
  if (traits.isEveryday) weighEveryday(window, compiled, surface, hits);
  const glued = text.charAt(at - 1);
  if (glued === '@' || glued === '#') count(hits, unlisted, glued, 'before', weights.handle);
  if (traits.isAcronym && MAY_SPELL_OUT.test(text)) {
    const expansion = readExpansion(text.replace('\0', form), form);
    if (expansion !== undefined) {
      const own = candidates.findIndex(({ names }) =>
        names?.some((name) => isSameName(name, expansion)),
      );
      count(hits, own < 0 ? unlisted : own, expansion, 'anchor', weights.expansion);
    }
  }
  if (traits.byCapital.length > 0) weighCapital(window, compiled, hits);
  weighNames(window, compiled, hits);
}

/**
 * An everyday word with a capital within a sentence is part of a name: “Private Cloud Compute”. And what
 * has a name in code is a thing of that code: “the maxTokens parameter”.
 */
function weighEveryday(
  window: ContextWindow,
  { unlisted, record }: CompiledRecord,
  surface: string,
  hits: Hit[],
): void {
  if (isCapital(surface, 0) && isWithinSentence(window)) {
    count(hits, unlisted, surface, 'case', weights.otherFullName);
  }
  const name = NAME_IN_CODE.exec(window.text.slice(0, window.at))?.[0];
  if (name === undefined) return;
  // The sense outside of the subject, where one is listed: it comes first.
  const other = record.others.length > 0 ? record.candidates.length : unlisted;
  count(hits, other, name, 'before', weights.nameInCode);
}

/** `maxTokens`, `max_tokens`; not “iPhone” or “vLLM”. */
const NAME_IN_CODE = /\b(?:[a-z]{2,}[A-Z][a-z]\w*|[a-z]\w*_\w+)(?= $)/;

/** True also where the text has “market” for “markets”. */
function isSameName(name: string, expansion: string): boolean {
  const stems = (text: string) => text.replace(/\S+/g, (word) => word.slice(0, 5));
  return stems(expansion).endsWith(stems(name));
}

/**
 * A capital within a sentence makes a name of what is also a common word: for forms that mostly are
 * the term's, it counts.
 */
function weighCapital(window: ContextWindow, compiled: CompiledRecord, hits: Hit[]): void {
  if (!isWithinSentence(window)) return;
  for (const slot of compiled.traits.byCapital) {
    count(hits, slot, compiled.record.form, 'case', weights.capital);
  }
}
