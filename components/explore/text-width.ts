/** Widths of words, for laying out pictures. */

let context: CanvasRenderingContext2D | null | undefined;

/**
 * @param text one line.
 * @param font as in CSS, `600 13px system-ui`.
 * @returns px; estimated where there is no canvas to measure on.
 */
export function textWidth(text: string, font: string): number {
  if (context === undefined) {
    context =
      typeof document === 'undefined' ? null : document.createElement('canvas').getContext('2d');
  }
  const size = Number(/(\d+(?:\.\d+)?)px/u.exec(font)?.[1] ?? 13);
  if (!context) return text.length * size * 0.58;
  context.font = font;
  return context.measureText(text).width;
}

/** The family of everything shown; see tokens.css. */
export const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif';
