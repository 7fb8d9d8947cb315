/**
 * What capitals, articles, glued signs and spelt-out acronyms say: evidence that needs no word list,
 * and often the only evidence against readings that nobody thought of.
 */
import type { CompiledRecord } from './compiled-record.ts';
import { type ContextWindow, readGap } from './context-window.ts';
import { readExpansion } from './expansion.ts';
import { WEIGHTS } from './sense-weights.ts';
import { count, type Hit } from './weighing.ts';

/** Kinds whose names take no article: “the Amazon” is none of them. */
const NAMED = new Set(['company', 'model', 'product', 'platform', 'person']);
/** Kinds whose name is often followed by the name of something of theirs: “Oracle Database”. */
const OWNERS = new Set(['company', 'organisation', 'platform']);
/** What may follow a noun that stands alone, as no noun of a compound does. */
const AFTER_NOUN = new Set(
  (
    'and or but is was are were has had will would can could of in on at to for from by with as ' +
    'that which who whose where when while because into than then'
  ).split(' '),
);

export function weighSpelling(
  window: ContextWindow,
  compiled: CompiledRecord,
  surface: string,
  hits: Hit[],
): void {
  const { at, text } = window;
  const { unlisted } = compiled;
  const { form, candidates } = compiled.record;
  if (surface === surface.toLowerCase() && form !== form.toLowerCase()) {
    count(hits, unlisted, surface, 'case', WEIGHTS.lowerCase);
  }
  const glued = text.charAt(at - 1);
  if (glued === '@' || glued === '#') count(hits, unlisted, glued, 'before', WEIGHTS.handle);
  const expansion = readExpansion(text.replace('\0', form), form);
  if (expansion !== undefined) {
    const own = candidates.findIndex(({ names }) =>
      names?.some((name) => isSameName(name, expansion)),
    );
    count(hits, own < 0 ? unlisted : own, expansion, 'anchor', WEIGHTS.expansion);
  }
  weighNames(window, compiled, hits);
}

/** True also where the text has “market” for “markets”. */
function isSameName(name: string, expansion: string): boolean {
  const stems = (text: string) => text.replace(/\S+/g, (word) => word.slice(0, 5));
  return stems(expansion).endsWith(stems(name));
}

function weighNames(window: ContextWindow, compiled: CompiledRecord, hits: Hit[]): void {
  const { split, at, text, lower, starts, ends } = window;
  const { unlisted } = compiled;
  const { candidates } = compiled.record;
  const nextStart = starts[split];
  const previousEnd = ends[split - 1];
  const next = nextStart !== undefined && text.slice(at + 1, nextStart) === ' ';
  const previous = previousEnd !== undefined && text.slice(previousEnd, at) === ' ';
  const article = lower[split - 1] ?? '';
  if (previous && /^(the|an?)$/.test(article) && candidates.every(({ kind }) => NAMED.has(kind))) {
    if (!next || AFTER_NOUN.has(lower[split] ?? '')) {
      count(hits, unlisted, article, 'before', WEIGHTS.article);
    }
  }
  weighCapital(window, compiled, hits);
  const nextIsName = next && isCapital(text, nextStart);
  const start = starts[split - 1] ?? 0;
  const previousIsName = previous && isCapital(text, start);
  if ((!nextIsName && !previousIsName) || isTitleCase(window)) return;
  const isExplained = (where: 'before' | 'after', word: string) =>
    hits.some(
      (hit) =>
        hit.slot < candidates.length &&
        (hit.where === where || (hit.where === 'near' && hit.cue.toLowerCase().includes(word))),
    );
  if (nextIsName && !isExplained('after', lower[split] ?? '')) {
    const isOwner = candidates.some(({ kind }) => OWNERS.has(kind));
    const weight = isOwner ? WEIGHTS.nameAfterOwner : WEIGHTS.nameAfter;
    count(hits, unlisted, text.slice(nextStart, ends[split]), 'after', weight);
  }
  const opens = split < 2 || readGap(text, ends[split - 2] as number, start) === 'parted';
  if (previousIsName && !opens && !isExplained('before', article)) {
    count(hits, unlisted, text.slice(start, previousEnd), 'before', WEIGHTS.nameBefore);
  }
}

/**
 * A capital within a sentence makes a name of what is also a common word: for forms that mostly are
 * the term's, it counts.
 */
function weighCapital(window: ContextWindow, compiled: CompiledRecord, hits: Hit[]): void {
  const { form, candidates } = compiled.record;
  const { split, at, text, ends, sentenceStart } = window;
  const isMixed = /^[A-Z][a-z]+$/.test(form);
  const previousEnd = ends[split - 1] ?? 0;
  const isWithin = previousEnd > sentenceStart && /^[ ([“"'’]+$/.test(text.slice(previousEnd, at));
  if (!isMixed || !isWithin || isTitleCase(window)) return;
  candidates.forEach(({ prior, kind }, slot) => {
    if (prior > 0 && kind !== 'person') count(hits, slot, form, 'case', WEIGHTS.capital);
  });
}

function isCapital(text: string, at: number): boolean {
  const letter = text.charAt(at);
  return letter !== letter.toLowerCase();
}

/** True in a heading with capitals throughout, where they tell nothing. */
function isTitleCase(window: ContextWindow): boolean {
  const { split, starts, lower, text, sentenceStart, sentenceEnd } = window;
  let long = 0;
  let capital = 0;
  for (let i = Math.max(0, split - 6); i < split + 6; i++) {
    const start = starts[i];
    if (start === undefined || start < sentenceStart || start > sentenceEnd) continue;
    if ((lower[i] ?? '').length < 4) continue;
    long++;
    if (isCapital(text, start)) capital++;
  }
  return long > 1 && capital / long > 0.6;
}
