/** How many chips fit in one row. Pure; all lengths in CSS px. */

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
 * @returns how many chips to show from the start. Whenever that is fewer than all, the “+n” fits
 *   after them. May be 0: then the “+n” stands alone.
 */
export function fitChips({ widths, room, gap, restWidth, most }: ChipRow): number {
  let used = 0;
  let withRest = 0;
  for (const [index, width] of widths.entries()) {
    used += (index === 0 ? 0 : gap) + width;
    if (index >= most || used > room) return withRest;
    if (used + gap + restWidth <= room) withRest = index + 1;
  }
  return widths.length;
}
