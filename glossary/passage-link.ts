/**
 * Address of a passage, by the URL fragment text directive (`#:~:text=`). Browsers without it open
 * the page as usual: the directive is stripped before the page sees its own address.
 */
interface Passage {
  readonly start: string;
  readonly end?: string | undefined;
}

/**
 * @param url https address of the source; a fragment of its own is kept before the directive.
 * @param passage first (and last) words of the passage, literally; undefined where unknown.
 * @returns the address to open.
 */
export function passageLink(url: string, passage: Passage | undefined): string {
  if (passage === undefined) return url;
  const words = [passage.start, passage.end].filter((part) => part !== undefined).map(encode);
  return `${url}${url.includes('#') ? '' : '#'}:~:text=${words.join(',')}`;
}

/** `-`, `,` and `&` are syntax inside a directive and must be escaped beyond encodeURIComponent. */
function encode(words: string): string {
  return encodeURIComponent(words).replaceAll('-', '%2D');
}
