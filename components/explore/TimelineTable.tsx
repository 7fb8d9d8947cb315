import type { Cell } from '../../glossary/table-csv.ts';
import type { DatedFigure } from '../../glossary/timeline.ts';
import { DateText } from '../DateText.tsx';
import { formatValue } from '../format.ts';
import { TIMELINE_TEXT } from './explore-text.ts';
import { ScrollArea } from './ScrollArea.tsx';

export interface TimelineTableProps {
  readonly figures: readonly DatedFigure[];
  readonly letters: ReadonlyMap<string, string>;
  readonly isFolded: boolean;
}

/** The figures of a timeline as a table: the same ones, in the same order. */
export function TimelineTable({ figures, letters, isFolded }: TimelineTableProps) {
  const [when, figure, measure, terms, sources, state] = TIMELINE_TEXT.columns;
  return (
    <details class="gl-table-fold" open={!isFolded}>
      <summary>{TIMELINE_TEXT.table(figures.length)}</summary>
      <ScrollArea name={TIMELINE_TEXT.table(figures.length)}>
        <table class="gl-table">
          <thead>
            <tr>
              <th scope="col">{when}</th>
              <th scope="col">{figure}</th>
              <th scope="col">{measure}</th>
              <th scope="col">{terms}</th>
              <th scope="col">{sources}</th>
              <th scope="col">{state}</th>
            </tr>
          </thead>
          <tbody>
            {figures.map((each) => (
              <tr key={each.id} data-figure={each.id} data-amount={each.value.amount}>
                <td class="gl-nowrap">
                  <DateText date={each.date} />
                </td>
                <th scope="row" class="gl-nowrap">
                  {formatValue(each.value)}
                </th>
                <td dir="auto">{each.measure}</td>
                <td>
                  <ul class="gl-inline-list">
                    {each.terms.map(({ id, label }) => (
                      <li key={id}>
                        <a href={`#${id}`}>{label}</a>
                      </li>
                    ))}
                  </ul>
                </td>
                <td>{each.publishers.join(', ')}</td>
                <td>
                  <State figure={each} letter={letters.get(each.dispute ?? '')} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </details>
  );
}

function State({ figure, letter }: { figure: DatedFigure; letter: string | undefined }) {
  const { state, differ } = TIMELINE_TEXT;
  return (
    <>
      {figure.isOvertaken ? state.overtaken : state.holds}
      {letter !== undefined && (
        <>
          {'; '}
          <span class="gl-differ" title={figure.dispute}>{`${letter} · ${differ}`}</span>
        </>
      )}
    </>
  );
}

/** The rows of the CSV file, in the order of `TIMELINE_TEXT.csvColumns`. */
export function figureRows(figures: readonly DatedFigure[]): readonly (readonly Cell[])[] {
  return figures.map((figure) => [
    figure.date,
    figure.value.bound,
    figure.value.amount,
    figure.value.to,
    figure.value.unit,
    figure.measure,
    figure.terms.map(({ label }) => label).join('; '),
    figure.publishers.join('; '),
    figure.isOvertaken ? TIMELINE_TEXT.state.overtaken : TIMELINE_TEXT.state.holds,
    figure.dispute,
    figure.id,
  ]);
}
