/** The beginnings of all forms as one regular expression, for the browser's own engine. */

/** Characters of a form that the expression spells out; more make it larger, not faster. */
const DEPTH = 4;

type Trie = Map<string, Trie>;

/**
 * @param forms folded.
 * @returns the source of an expression in ASCII that matches wherever a form may begin; empty where
 *   there are no forms.
 */
export function spellStarts(forms: readonly string[]): string {
  const words: Trie = new Map();
  const others: Trie = new Map();
  for (const form of forms) {
    let at = /^[a-z0-9_]/u.test(form) ? words : others;
    for (const char of form.slice(0, DEPTH).split('')) {
      let next = at.get(char);
      if (next === undefined) {
        next = new Map();
        at.set(char, next);
      }
      at = next;
    }
    at.set('', new Map());
  }
  const branches = [];
  if (words.size > 0) branches.push(`\\b${spell(words)}`);
  if (others.size > 0) branches.push(spell(others));
  return branches.join('|');
}

/** A trie as an expression; the end of a form makes the rest optional, which needs no spelling. */
function spell(trie: Trie): string {
  if (trie.size === 0 || trie.has('')) return '';
  const parts: string[] = [];
  // Characters after which all is optional: in one class, which is far cheaper to compile.
  let last = '';
  for (const [char, rest] of trie) {
    const spelt = spell(rest);
    if (spelt === '') last += spellChar(char);
    else parts.push(`[${spellChar(char)}]${char === ' ' ? '+' : ''}${spelt}`);
  }
  if (last !== '') parts.push(`[${last}]`);
  return parts.length === 1 ? (parts[0] as string) : `(?:${parts.join('|')})`;
}

/** @returns what may be written for a folded character, as it stands in a class. */
function spellChar(char: string): string {
  if (char === ' ') return '\\s';
  if (char === '-') return '\\-\\u2010-\\u2013\\u2212\\ufe63';
  if (char === "'") return "'\\u2018\\u2019\\u02bc\\u201b";
  const upper = char.toUpperCase();
  const variants = upper.length === 1 && upper !== char ? [char, upper] : [char];
  // The Kelvin and Ångström signs turn into plain letters when lower-cased.
  if (char === 'k') variants.push('\u212a');
  if (char === 'å') variants.push('\u212b');
  return variants.map(spellCode).join('');
}

function spellCode(char: string): string {
  if (/[a-z0-9]/i.test(char)) return char;
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
