import type { FinderRow } from './finders.ts';
import type { FirefoxRow } from './firefox.ts';
import type { FirstMarks } from './first-marks.ts';
import type { ScanRow } from './first-scan.ts';
import type { FrameCost } from './frames.ts';
import type { CardTimes, HoverRow } from './hover.ts';
import type { MovingRow } from './moving.ts';
import type { ResolvingRow } from './resolving.ts';
import type { Upkeep } from './upkeep.ts';
import type { Wordless } from './wordless.ts';

/** Everything that one run has measured. */
export interface Results {
  readonly scans: readonly ScanRow[];
  readonly real: readonly ScanRow[];
  readonly wordless: Wordless;
  readonly firstMarks: FirstMarks;
  readonly finders: readonly FinderRow[];
  readonly firefox: readonly FirefoxRow[];
  readonly resolving: readonly ResolvingRow[];
  readonly growth: {
    readonly pages: readonly { size: number; ours: number; floor: number; heap: number }[];
    readonly aliases: readonly { size: number; ours: number; floor: number; heap: number }[];
  };
  readonly upkeep: Upkeep;
  readonly moving: readonly MovingRow[];
  readonly hover: readonly HoverRow[];
  readonly card: CardTimes;
  readonly frames: readonly FrameCost[];
  /** Bytes of the scripts. */
  readonly sizes: { readonly annotate: number; readonly companion: number; readonly card: number };
  /** Medians over the saved pages with 300 aliases, and the least and the most ratio. */
  readonly peer: {
    readonly markJs: number;
    readonly ours: number;
    readonly ratio: number;
    readonly ratios: readonly [number, number];
  };
}
