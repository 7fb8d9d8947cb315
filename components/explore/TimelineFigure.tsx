import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { DatedFigure } from '../../glossary/timeline.ts';
import { DateText } from '../DateText.tsx';
import { formatDate, formatFigure } from '../format.ts';
import { IconButton } from '../IconButton.tsx';
import { BackIcon, NextIcon } from '../icons.tsx';
import { disputeLetters } from './dispute-letters.ts';
import { describe, drawTimeline, type TimelineDrawing } from './draw-timeline.ts';
import { TIMELINE_TEXT } from './explore-text.ts';
import { FigureBar } from './FigureBar.tsx';
import { TimelineLegend } from './TimelineLegend.tsx';
import { figureRows, TimelineTable } from './TimelineTable.tsx';
import { useWidth } from './use-width.ts';

export interface TimelineFigureProps {
  /** One or more, by date, all in one unit. */
  readonly figures: readonly DatedFigure[];
  /** What the picture shows, for its name and its files. */
  readonly name: string;
  /** px */
  readonly height: number;
  /** Whether the table is closed until asked for. */
  readonly isFolded: boolean;
}

/** How far from a point the pointer may be to mean it, px. */
const REACH = 22;

/** Figures by date as a picture to step through, with the table that says the same. */
export function TimelineFigure({ figures, name, height, isFolded }: TimelineFigureProps) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const [drawing, setDrawing] = useState<TimelineDrawing>();
  const [chosen, setChosen] = useState<number>();
  const description = useId();
  const letters = useMemo(() => disputeLetters(figures), [figures]);
  const unit = TIMELINE_TEXT.unitName(figures[0]?.value.unit ?? '');

  useLayoutEffect(() => {
    if (width === 0) return;
    const made = drawTimeline(figures, { width, height, letters });
    made.svg.setAttribute('role', 'img');
    made.svg.setAttribute('aria-label', pictureName(figures, unit));
    made.svg.setAttribute('aria-describedby', description);
    canvas.current?.replaceChildren(made.svg);
    setDrawing(made);
  }, [figures, width, height, letters, unit, description]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other figures, none of them chosen yet
  useLayoutEffect(() => setChosen(undefined), [figures]);

  const figure = chosen === undefined ? undefined : figures[chosen];
  const place = chosen === undefined ? undefined : drawing?.places[chosen];
  const pick = (event: PointerEvent) => {
    const box = canvas.current?.getBoundingClientRect();
    if (box === undefined || drawing === undefined) return;
    const at = nearest(drawing.places, event.clientX - box.x, event.clientY - box.y);
    if (at !== undefined) setChosen(at);
  };

  return (
    <figure class="gl-timeline">
      <FigureBar
        name={name}
        picture={() => canvas.current?.querySelector('svg') ?? null}
        header={TIMELINE_TEXT.csvColumns}
        rows={figureRows(figures)}
      />
      {/* Time runs from left to right in any language, and so do the steps through it. */}
      <div ref={frame} class="gl-plot-frame" dir="ltr" style={{ minHeight: `${height}px` }}>
        <div ref={canvas} onPointerMove={pick} onPointerDown={pick} />
        {place !== undefined && (
          <span class="gl-plot-ring" style={{ left: `${place.x}px`, top: `${place.y}px` }} />
        )}
        <input
          type="range"
          class="gl-plot-cursor"
          min={1}
          max={figures.length}
          step={1}
          value={(chosen ?? 0) + 1}
          aria-label={TIMELINE_TEXT.cursor}
          aria-valuetext={
            figure === undefined
              ? TIMELINE_TEXT.hint
              : describe(figure, letters.get(figure.dispute ?? ''))
          }
          onFocus={() => setChosen((at) => at ?? 0)}
          onInput={(event) => setChosen(Number(event.currentTarget.value) - 1)}
        />
      </div>
      <p id={description} class="gl-unseen">
        {TIMELINE_TEXT.description}
      </p>
      <Chosen
        figure={figure}
        at={chosen ?? -1}
        total={figures.length}
        letter={letters.get(figure?.dispute ?? '')}
        onStep={(by) => setChosen(clamp((chosen ?? (by > 0 ? -1 : 1)) + by, figures.length))}
      />
      <TimelineLegend figures={figures} letters={letters} />
      <TimelineTable figures={figures} letters={letters} isFolded={isFolded} />
    </figure>
  );
}

interface ChosenProps {
  readonly figure: DatedFigure | undefined;
  readonly at: number;
  readonly total: number;
  readonly letter: string | undefined;
  readonly onStep: (by: 1 | -1) => void;
}

/** The figure that is pointed at, in words; its height never changes, so that nothing jumps. */
function Chosen({ figure, at, total, letter, onStep }: ChosenProps) {
  return (
    <div class="gl-chosen">
      <div class="gl-chosen-steps" dir="ltr">
        <IconButton name={TIMELINE_TEXT.previous} disabled={at <= 0} onPress={() => onStep(-1)}>
          <BackIcon />
        </IconButton>
        <IconButton name={TIMELINE_TEXT.next} disabled={at >= total - 1} onPress={() => onStep(1)}>
          <NextIcon />
        </IconButton>
      </div>
      {figure === undefined ? (
        <p class="gl-chosen-hint">{TIMELINE_TEXT.hint}</p>
      ) : (
        <div class="gl-chosen-text">
          <p class="gl-chosen-head">
            <DateText date={figure.date} />
            <Amount figure={figure} />
            {letter !== undefined && (
              <span class="gl-differ">{`${letter} · ${TIMELINE_TEXT.differ}`}</span>
            )}
          </p>
          <p dir="auto">{figure.text}</p>
          <p class="gl-chosen-more">
            {figure.terms.map(({ id, label }) => (
              <a key={id} href={`#${id}`}>
                {label}
              </a>
            ))}
            <span>{figure.publishers.join(', ')}</span>
          </p>
        </div>
      )}
    </div>
  );
}

function Amount({ figure }: { readonly figure: DatedFigure }) {
  const { bound, figure: amount } = formatFigure(figure.value);
  return (
    <strong>
      <bdi>
        {bound !== '' && <span class="gl-bound">{`${bound} `}</span>}
        {amount}
      </bdi>
    </strong>
  );
}

function pictureName(figures: readonly DatedFigure[], unit: string): string {
  const first = figures[0]?.date ?? '';
  const last = figures.at(-1)?.date ?? '';
  return TIMELINE_TEXT.name(unit, figures.length, formatDate(first), formatDate(last));
}

function nearest(places: TimelineDrawing['places'], x: number, y: number): number | undefined {
  let best: number | undefined;
  let least = REACH;
  places.forEach((place, at) => {
    const distance = Math.hypot(place.x - x, place.y - y);
    if (distance < least) {
      least = distance;
      best = at;
    }
  });
  return best;
}

function clamp(index: number, length: number): number {
  return Math.min(Math.max(index, 0), length - 1);
}
