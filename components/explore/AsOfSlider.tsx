import { useId } from 'preact/hooks';
import type { AsOfStep } from '../../glossary/as-of-steps.ts';
import { formatDate } from '../format.ts';
import { IconButton } from '../IconButton.tsx';
import { BackIcon, NextIcon } from '../icons.tsx';
import { AS_OF_TEXT } from './explore-text.ts';

export interface AsOfSliderProps {
  /** Two or more, oldest first. */
  readonly steps: readonly AsOfStep[];
  readonly at: number;
  readonly onMove: (at: number) => void;
}

/** Moves through the days on which the card's text changed. */
export function AsOfSlider({ steps, at, onMove }: AsOfSliderProps) {
  const id = useId();
  const last = steps.length - 1;
  const day = formatDate(steps[at]?.date ?? '');
  return (
    <div class="gl-as-of">
      <label for={id} class="gl-as-of-label">
        {AS_OF_TEXT.label}{' '}
        <output for={id} dir="auto">
          {day}
        </output>
        {at === last && <span class="gl-as-of-now">{AS_OF_TEXT.now}</span>}
      </label>
      <div class="gl-as-of-row">
        <IconButton
          name={AS_OF_TEXT.previous}
          disabled={at === 0}
          onPress={() => onMove(Math.max(0, at - 1))}
        >
          <BackIcon />
        </IconButton>
        <div class="gl-as-of-track">
          <input
            id={id}
            type="range"
            min={0}
            max={last}
            step={1}
            value={at}
            aria-label={AS_OF_TEXT.name}
            aria-valuetext={at === last ? AS_OF_TEXT.newest(day) : day}
            style={{ '--gl-share': last === 0 ? 1 : at / last }}
            onInput={(event) => onMove(Number(event.currentTarget.value))}
          />
          <div class="gl-as-of-ends" aria-hidden="true">
            <bdi>{formatDate(steps[0]?.date ?? '')}</bdi>
            <bdi>{formatDate(steps[last]?.date ?? '')}</bdi>
          </div>
        </div>
        <IconButton
          name={AS_OF_TEXT.next}
          disabled={at === last}
          onPress={() => onMove(Math.min(last, at + 1))}
        >
          <NextIcon />
        </IconButton>
      </div>
    </div>
  );
}
