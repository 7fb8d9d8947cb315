import type { ComponentChildren } from 'preact';
import type { Cell } from '../../glossary/table-csv.ts';
import { toCsv } from '../../glossary/table-csv.ts';
import { SAVE_TEXT } from './explore-text.ts';
import { fileName, saveText, standaloneSvg } from './save-file.ts';

export interface FigureBarProps {
  /** What the files are called. */
  readonly name: string;
  /** The picture; left out where there is only a table. */
  readonly picture?: (() => SVGSVGElement | null) | undefined;
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly children?: ComponentChildren;
}

/** Saves a picture and its table. */
export function FigureBar({ name, picture, header, rows, children }: FigureBarProps) {
  return (
    <div class="gl-figure-bar">
      {children}
      {picture !== undefined && (
        <button
          type="button"
          class="gl-button"
          aria-label={SAVE_TEXT.svgName(name)}
          onClick={() => {
            const svg = picture();
            if (svg !== null) saveText(fileName(name, 'svg'), 'image/svg+xml', standaloneSvg(svg));
          }}
        >
          {SAVE_TEXT.svg}
        </button>
      )}
      <button
        type="button"
        class="gl-button"
        aria-label={SAVE_TEXT.csvName(name)}
        onClick={() =>
          saveText(fileName(name, 'csv'), 'text/csv;charset=utf-8', toCsv(header, rows))
        }
      >
        {SAVE_TEXT.csv}
      </button>
    </div>
  );
}
