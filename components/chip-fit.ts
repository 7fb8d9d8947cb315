/** Which chips fit in one row. Pure; all lengths in CSS px. */

export interface ChipRow {
  /** Widths of the chips, in their order. */
  readonly widths: readonly number[];
  /** Room for chips and the “+n” together. */
  readonly room: number;
  readonly gap: number;
  /** Width of the “+n” that stands for the rest. */
  readonly restWidth: number;
  /** Most chips in a row, however much room there is. */
  readonly most: number;
}

/**
 * @returns indices of the chips to show, in their order: each that still fits, so that a long one
 *   does not keep out the short ones behind it. Whenever that is fewer than all, the “+n” fits after
 *   them. May be empty: then the “+n” stands alone.
 */
export function fitChips({ widths, room, gap, restWidth, most }: ChipRow): readonly number[] {
  const whole = widths.reduce((sum, width) => sum + width, 0) + gap * (widths.length - 1);
  if (widths.length <= most && whole <= room) return [...widths.keys()];
  const shown: number[] = [];
  let used = restWidth;
  for (const [index, width] of widths.entries()) {
    if (shown.length === most) break;
    if (used + gap + width > room) continue;
    used += gap + width;
    shown.push(index);
  }
  return shown;
}
