import { useMemo, useState } from 'preact/hooks';
import type { Kind, TermId } from '../../data/schema.ts';
import { countUnits, type DatedFigure } from '../../glossary/timeline.ts';
import { Choice } from './Choice.tsx';
import { EXPLORE_TEXT, TIMELINE_TEXT } from './explore-text.ts';
import { TimelineFigure } from './TimelineFigure.tsx';

/** Share of the figures that the first picture should hold; a few old ones would squeeze the rest. */
const FIRST_SHARE = 0.85;

export interface TimelineViewProps {
  readonly figures: readonly DatedFigure[];
  readonly onTerm?: (id: TermId) => void;
}

/** All dated figures, by unit, kind of term and year. */
export function TimelineView({ figures }: TimelineViewProps) {
  const units = useMemo(() => countUnits(figures), [figures]);
  const [unit, setUnit] = useState(() => units[0]?.unit ?? '');
  const [kind, setKind] = useState<Kind | ''>('deal');
  const [year, setYear] = useState<string>();

  const inUnit = figures.filter(({ value }) => value.unit === unit);
  const kinds = kindsOf(inUnit);
  const shownKind = kinds.has(kind as Kind) ? kind : '';
  const ofKind = useMemo(
    () =>
      figures.filter(
        (figure) =>
          figure.value.unit === unit &&
          (shownKind === '' || figure.terms.some((term) => term.kind === shownKind)),
      ),
    [figures, unit, shownKind],
  );
  const years = [...new Set(ofKind.map(({ date }) => date.slice(0, 4)))];
  const first =
    year !== undefined && (year === '' || years.includes(year)) ? year : startOf(ofKind);
  const shown = useMemo(() => ofKind.filter(({ date }) => date >= first), [ofKind, first]);
  const name = TIMELINE_TEXT.unitName(unit);

  return (
    <>
      <header class="gl-view-head">
        <h1 tabIndex={-1}>{TIMELINE_TEXT.title}</h1>
        <p>{TIMELINE_TEXT.lead}</p>
      </header>
      <div class="gl-choices">
        <Choice
          label={TIMELINE_TEXT.unit}
          value={unit}
          options={units.map((each) => ({
            value: each.unit,
            label: TIMELINE_TEXT.unitOption(TIMELINE_TEXT.unitName(each.unit), each.count),
          }))}
          onChoose={setUnit}
        />
        <Choice
          label={TIMELINE_TEXT.about}
          value={shownKind}
          options={[
            { value: '', label: EXPLORE_TEXT.anyKind },
            ...[...kinds].map(([each, count]) => ({
              value: each,
              label: TIMELINE_TEXT.unitOption(EXPLORE_TEXT.kinds[each], count),
            })),
          ]}
          onChoose={(value) => setKind(value as Kind | '')}
        />
        <Choice
          label={TIMELINE_TEXT.from}
          value={first}
          options={[
            { value: '', label: TIMELINE_TEXT.allYears },
            ...years.map((each) => ({ value: each, label: each })),
          ]}
          onChoose={setYear}
        />
        {shown.length < ofKind.length && (
          <p class="gl-choices-note">
            {TIMELINE_TEXT.earlier(ofKind.length - shown.length)}{' '}
            <button type="button" class="gl-text-button" onClick={() => setYear('')}>
              {TIMELINE_TEXT.showAll}
            </button>
          </p>
        )}
      </div>
      {shown.length === 0 ? (
        <p>{TIMELINE_TEXT.empty}</p>
      ) : (
        <TimelineFigure
          figures={shown}
          name={`${TIMELINE_TEXT.title} ${name}`}
          height={480}
          isFolded={false}
        />
      )}
    </>
  );
}

function kindsOf(figures: readonly DatedFigure[]): Map<Kind, number> {
  const counts = new Map<Kind, number>();
  for (const { terms } of figures) {
    for (const kind of new Set(terms.map((term) => term.kind))) {
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
  }
  return new Map([...counts].sort((a, b) => b[1] - a[1]));
}

/** The first year of the stretch that holds most of the figures; empty for all years. */
function startOf(figures: readonly DatedFigure[]): string {
  const left = figures[Math.floor(figures.length * (1 - FIRST_SHARE))]?.date.slice(0, 4) ?? '';
  return left === figures[0]?.date.slice(0, 4) ? '' : left;
}
