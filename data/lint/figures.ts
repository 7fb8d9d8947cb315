/**
 * Reads the numbers that a text states: “$4 billion”, “1.25 billion”, “four”, “50 percent”,
 * “a third”, “half a billion”, “400 to 650 million”. Days, years and the numbers in names
 * (GPT-4, H100) are not figures.
 */
import {
  FACTORS,
  GLUED,
  MAGNITUDES,
  MONEY,
  MONEY_ADJECTIVES,
  MONTHS,
  PARTS,
  TENS,
  UNITS,
} from './number-words.ts';

/** One number, or a range of two, at its place in a text. */
export interface Figure {
  readonly amount: number;
  /** Upper end of a range. */
  readonly to?: number;
  /** Offsets of the figure with its sign, magnitude and unit of money or percent. */
  readonly start: number;
  readonly end: number;
  /** Code of the money it is in, where the text says so: `USD`. */
  readonly money?: string;
  readonly percent: boolean;
  /** A part of one: 0.5 for “half”. */
  readonly isPart: boolean;
  /** Whether a magnitude (“billion”) is written. */
  readonly isScaled: boolean;
}

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface Parsed extends Figure {
  /** Index of the first token after the figure. */
  readonly next: number;
}

const TOKEN =
  /(?:US|AU?|CA?|S|HK|NT)?\$|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|U\.S\.|\p{L}+(?:['’]\p{L}+)*|[^\s]/gu;
const DIGITS = /^\d/u;
const RANGE_WORDS = new Set(['to', 'and', 'or', '-', '–', '—']);

/** All figures of a text, from left to right. */
export function readFigures(text: string): readonly Figure[] {
  const tokens = [...text.matchAll(TOKEN)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
  const figures: Figure[] = [];
  let index = 0;
  while (index < tokens.length) {
    const parsed = parseRange(tokens, index);
    if (parsed === undefined) index += 1;
    else {
      const { next, ...figure } = parsed;
      figures.push(figure);
      index = next;
    }
  }
  return figures;
}

/** “400 to 650 million”: the first number takes magnitude, money and percent from the second. */
function parseRange(tokens: readonly Token[], index: number): Parsed | undefined {
  const first = parseFigure(tokens, index);
  if (first === undefined) return undefined;
  const joint = tokens[first.next];
  if (joint === undefined || !RANGE_WORDS.has(joint.text)) return first;
  const second = parseFigure(tokens, first.next + 1);
  if (second === undefined) return first;
  const isBetween = tokens[index - 1]?.text.toLowerCase() === 'between';
  // “4 and 650” are two numbers unless “between” stands before them.
  if (joint.text === 'and' && !isBetween) return first;
  const scale = !first.isScaled && second.isScaled ? scaleOf(tokens, second) : 1;
  const money = first.money ?? second.money;
  return {
    ...second,
    amount: first.amount * scale,
    to: second.amount,
    start: first.start,
    ...(money === undefined ? {} : { money }),
    percent: first.percent || second.percent,
    isScaled: first.isScaled || second.isScaled,
  };
}

function scaleOf(tokens: readonly Token[], figure: Parsed): number {
  let scale = 1;
  for (const token of tokens) {
    if (token.start < figure.start || token.end > figure.end) continue;
    const isGlued = tokens.some((other) => other.end === token.start && DIGITS.test(other.text));
    scale *=
      MAGNITUDES.get(token.text.toLowerCase()) ??
      (isGlued ? GLUED.get(token.text) : undefined) ??
      1;
  }
  return scale;
}

function parseFigure(tokens: readonly Token[], index: number): Parsed | undefined {
  const first = tokens[index];
  if (first === undefined) return undefined;
  const sign = isMoneySign(first.text) ? MONEY.get(first.text) : undefined;
  const at = sign === undefined ? index : index + 1;
  if (sign === undefined && isPartOfName(tokens, index)) return undefined;
  if (isProperWord(tokens, at)) return undefined;
  const core = parsePart(tokens, at) ?? parseNumber(tokens, at) ?? parseFactor(tokens, at);
  if (core === undefined) return undefined;
  if (sign === undefined && isDate(tokens, at, core)) return undefined;
  const tail = parseTail(tokens, core.next);
  const money = sign ?? tail.money;
  return {
    amount: core.amount,
    start: first.start,
    end: tokens[tail.next - 1]?.end ?? first.end,
    ...(money === undefined ? {} : { money }),
    percent: tail.percent,
    isPart: core.isPart,
    isScaled: core.isScaled,
    next: tail.next,
  };
}

interface Core {
  readonly amount: number;
  readonly isPart: boolean;
  readonly isScaled: boolean;
  readonly next: number;
}

/** “a third”, “two thirds”, “three-quarters”, “half”, “half a billion”. */
function parsePart(tokens: readonly Token[], index: number): Core | undefined {
  const word = wordAt(tokens, index);
  let at = index + 1;
  let amount: number;
  if (word === 'half') amount = 0.5;
  else {
    const top = word === 'a' ? 1 : UNITS.get(word);
    if (wordAt(tokens, at) === '-') at += 1;
    const whole = PARTS.get(wordAt(tokens, at));
    if (top === undefined || top === 0 || whole === undefined) return undefined;
    amount = top / whole;
    at += 1;
  }
  const article = /^an?$/u.test(wordAt(tokens, at)) ? at + 1 : at;
  const magnitude = MAGNITUDES.get(wordAt(tokens, article));
  if (magnitude === undefined) return { amount, isPart: true, isScaled: false, next: at };
  return { amount: amount * magnitude, isPart: false, isScaled: true, next: article + 1 };
}

/** Digits or words, “and a half”, then magnitudes: “1.25 billion”, “three and a half million”. */
function parseNumber(tokens: readonly Token[], index: number): Core | undefined {
  const base = parseDigits(tokens, index) ?? parseWords(tokens, index);
  if (base === undefined) return undefined;
  let { amount, next } = base;
  let isScaled = false;
  const addHalf = () => {
    const [and, article, part] = [0, 1, 2].map((step) => wordAt(tokens, next + step));
    const whole = PARTS.get(part ?? '');
    if (and !== 'and' || (article !== 'a' && article !== 'one') || whole === undefined) return 0;
    next += 3;
    return 1 / whole;
  };
  amount += addHalf();
  for (;;) {
    const at = wordAt(tokens, next) === '-' ? next + 1 : next;
    const token = tokens[at];
    const isGlued = at === next && token?.start === tokens[next - 1]?.end;
    const magnitude =
      MAGNITUDES.get(wordAt(tokens, at)) ?? (isGlued ? GLUED.get(token?.text ?? '') : undefined);
    if (magnitude === undefined) break;
    next = at + 1;
    amount = (amount + addHalf()) * magnitude;
    isScaled = true;
    const rest = magnitude === 100 ? parseHundredRest(tokens, next) : undefined;
    if (rest !== undefined) {
      amount += rest.amount;
      next = rest.next;
    }
  }
  // “a” alone is an article, not a one.
  if (base.isArticle && !isScaled) return undefined;
  return { amount: round(amount), isPart: false, isScaled, next };
}

interface Base {
  readonly amount: number;
  readonly next: number;
  readonly isArticle: boolean;
}

function parseDigits(tokens: readonly Token[], index: number): Base | undefined {
  const token = tokens[index];
  if (token === undefined || !DIGITS.test(token.text)) return undefined;
  const after = tokens[index + 1];
  const isGlued = after?.start === token.end && /^\p{L}/u.test(after.text);
  // 20th, 5G, 40GB: neither a count nor a magnitude.
  if (isGlued && GLUED.get(after.text) === undefined) return undefined;
  return { amount: Number(token.text.replaceAll(',', '')), next: index + 1, isArticle: false };
}

function parseWords(tokens: readonly Token[], index: number): Base | undefined {
  const word = wordAt(tokens, index);
  if (word === 'a' || word === 'an') return { amount: 1, next: index + 1, isArticle: true };
  const unit = UNITS.get(word);
  if (unit !== undefined) return { amount: unit, next: index + 1, isArticle: false };
  const tens = TENS.get(word);
  if (tens === undefined) return undefined;
  const at = wordAt(tokens, index + 1) === '-' ? index + 2 : index + 1;
  const ones = UNITS.get(wordAt(tokens, at));
  if (ones === undefined || ones === 0 || ones > 9) {
    return { amount: tens, next: index + 1, isArticle: false };
  }
  return { amount: tens + ones, next: at + 1, isArticle: false };
}

/** “(three hundred) and fifty”. */
function parseHundredRest(tokens: readonly Token[], index: number): Base | undefined {
  const at = wordAt(tokens, index) === 'and' ? index + 1 : index;
  const rest = parseWords(tokens, at);
  return rest === undefined || rest.isArticle || rest.amount > 99 ? undefined : rest;
}

function parseFactor(tokens: readonly Token[], index: number): Core | undefined {
  const amount = FACTORS.get(wordAt(tokens, index));
  if (amount === undefined) return undefined;
  return { amount, isPart: false, isScaled: false, next: index + 1 };
}

/** “percent”, “per cent”, “%”, “dollars”, “US dollars” after the number. */
function parseTail(
  tokens: readonly Token[],
  index: number,
): { readonly next: number; readonly percent: boolean; readonly money?: string } {
  const at = wordAt(tokens, index) === '-' ? index + 1 : index;
  const word = wordAt(tokens, at);
  if (word === 'percent' || word === '%') return { next: at + 1, percent: true };
  if (word === 'percentage') return { next: at + 1, percent: true };
  if (word === 'per' && wordAt(tokens, at + 1) === 'cent') return { next: at + 2, percent: true };
  const named = MONEY_ADJECTIVES.has(tokens[at]?.text ?? '') ? at + 1 : at;
  const unit = tokens[named]?.text ?? '';
  const money = isMoneySign(unit) ? undefined : MONEY.get(unit);
  return money === undefined
    ? { next: index, percent: false }
    : { next: named + 1, percent: false, money };
}

/** The 4 of GPT-4, the 100 of H100, the 2 of Trainium2. */
function isPartOfName(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  const before = tokens[index - 1];
  if (token === undefined || before === undefined || before.end !== token.start) return false;
  if (/^\p{L}/u.test(before.text)) return true;
  const earlier = tokens[index - 2];
  return (
    /^[-‑./]$/u.test(before.text) && earlier?.end === before.start && /\p{L}$/u.test(earlier.text)
  );
}

/** The One of “Xbox One”: a number word with a capital that does not open a sentence. */
function isProperWord(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1]?.text;
  return (
    /^\p{Lu}/u.test(tokens[index]?.text ?? '') && before !== undefined && !/^[.!?“]$/u.test(before)
  );
}

/** A day beside a month, or a year: four digits without comma, sign, magnitude or unit. */
function isDate(tokens: readonly Token[], index: number, core: Core): boolean {
  const text = tokens[index]?.text ?? '';
  if (!/^\d+$/u.test(text) || core.isScaled) return false;
  const before = tokens[index - 1]?.text ?? '';
  const after = tokens[core.next]?.text ?? '';
  if (core.amount <= 31 && (MONTHS.has(before) || MONTHS.has(after))) return true;
  return /^(19|20)\d\d$/u.test(text) && parseTail(tokens, core.next).next === core.next;
}

function isMoneySign(text: string): boolean {
  return MONEY.get(text) !== undefined && !/^\p{Ll}+$/u.test(text);
}

function wordAt(tokens: readonly Token[], index: number): string {
  return tokens[index]?.text.toLowerCase() ?? '';
}

/** 1.1 × 10⁹ is 1100000000, not 1100000000.0000002. */
function round(amount: number): number {
  return Number(amount.toPrecision(12));
}
