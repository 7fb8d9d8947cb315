/** Whether the page is light or dark where a card opens: the card goes with it. */

/** @returns the theme of the background under a node; the reader's own where none is painted. */
export function pageThemeAt(view: Window, node: Node): 'light' | 'dark' {
  let at: Element | null = node.nodeType === 1 ? (node as Element) : node.parentElement;
  for (; at !== null; at = parentOf(at)) {
    const luminance = luminanceOf(view.getComputedStyle(at).backgroundColor);
    if (luminance !== undefined) return luminance < 0.5 ? 'dark' : 'light';
  }
  // Nothing painted: the canvas shows, in the colour scheme that the page asks for.
  const scheme = view.getComputedStyle(view.document.documentElement).colorScheme;
  const prefersDark = view.matchMedia('(prefers-color-scheme: dark)').matches;
  return scheme.includes('dark') && (prefersDark || !scheme.includes('light')) ? 'dark' : 'light';
}

function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

/** @returns perceived lightness from 0 to 1; undefined for what is mostly see-through. */
function luminanceOf(color: string): number | undefined {
  const parts = color.match(/[\d.]+/gu)?.map(Number);
  if (parts === undefined || parts.length < 3 || (parts[3] ?? 1) < 0.5) return undefined;
  const scale = color.startsWith('rgb') ? 255 : 1;
  const [red, green, blue] = parts as [number, number, number];
  return (0.299 * red + 0.587 * green + 0.114 * blue) / scale;
}
