import type { Cell } from '../../glossary/table-csv.ts';
import type { DatedFigure } from '../../glossary/timeline.ts';
import { DateText } from '../DateText.tsx';
import { formatValue } from '../format.ts';
import { TIMELINE_TEXT } from './explore-text.ts';
import { FoldedTable } from './FoldedTable.tsx';

export interface TimelineTableProps {
  readonly figures: readonly DatedFigure[];
  readonly letters: ReadonlyMap<string, string>;
  readonly isFolded: boolean;
}

/** The figures of a timeline as a table: the same ones, in the same order. */
export function TimelineTable({ figures, letters, isFolded }: TimelineTableProps) {
  return (
    <FoldedTable
      title={TIMELINE_TEXT.table(figures.length)}
      columns={TIMELINE_TEXT.columns}
      isFolded={isFolded}
    >
      {figures.map((each) => (
        <tr key={each.id} data-figure={each.id} data-amount={each.value.amount}>
          <td class="gl-nowrap">
            <DateText date={each.date} />
          </td>
          <th scope="row" class="gl-nowrap">
            <bdi>{formatValue(each.value)}</bdi>
          </th>
          <td>
            <bdi>{each.measure}</bdi>
          </td>
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
    </FoldedTable>
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
