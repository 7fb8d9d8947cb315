import { useState } from 'preact/hooks';
import { MONTHS } from './format.ts';
import { SINCE_TEXT } from './strings.ts';

/** Articles older than this are not about these terms. A year. */
const FIRST_YEAR = 2000;

export interface DateEditorProps {
  /** A day, month or year to start from; empty where none is known. */
  readonly date: string;
  /** The reader's day; no later year is offered. */
  readonly today: string;
  /** Whether there is a date of the page's own to go back to. */
  readonly canReset: boolean;
  /** A day, month or year, or null to go back to what the page says. */
  readonly onSet: (date: string | null) => void;
  readonly onCancel: () => void;
}

/**
 * Lets the reader say when the article was written, as precisely as is known. Lists to choose from
 * rather than a text field: keys typed into a card reach the page below and its shortcuts. Not a
 * form either: a sandboxed frame would not let it be sent.
 */
export function DateEditor({ date, today, canReset, onSet, onCancel }: DateEditorProps) {
  const lastYear = Number(today.slice(0, 4));
  const [initialYear = '', initialMonth = '', initialDay = ''] = date.split('-');
  const [year, setYear] = useState(initialYear === '' ? String(lastYear) : initialYear);
  const [month, setMonth] = useState(initialMonth);
  const [day, setDay] = useState(initialDay);
  const years = Array.from({ length: lastYear - FIRST_YEAR + 1 }, (_, age) =>
    String(lastYear - age),
  );
  const length = month === '' ? 0 : new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const days = Array.from({ length }, (_, index) => twoDigits(index + 1));
  const chosenDay = days.includes(day) ? day : '';
  const chosen = [year, month, chosenDay].filter((part) => part !== '').join('-');
  return (
    <div class="gl-date-editor">
      <div class="gl-date-fields">
        <Choice name={SINCE_TEXT.day} value={chosenDay} onChoose={setDay} disabled={month === ''}>
          {['', ...days].map((value) => ({
            value,
            text: value === '' ? '' : String(Number(value)),
          }))}
        </Choice>
        <Choice name={SINCE_TEXT.month} value={month} onChoose={setMonth}>
          {[
            { value: '', text: '' },
            ...MONTHS.map((text, index) => ({ value: twoDigits(index + 1), text })),
          ]}
        </Choice>
        <Choice name={SINCE_TEXT.year} value={year} onChoose={setYear}>
          {[...new Set([...years, year])].map((value) => ({ value, text: value }))}
        </Choice>
      </div>
      <div class="gl-date-actions">
        <button type="button" class="gl-button" onClick={() => onSet(chosen)}>
          {SINCE_TEXT.apply}
        </button>
        {canReset && (
          <button type="button" class="gl-fold" onClick={() => onSet(null)}>
            {SINCE_TEXT.reset}
          </button>
        )}
        <button type="button" class="gl-fold" onClick={onCancel}>
          {SINCE_TEXT.cancel}
        </button>
      </div>
    </div>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly value: string;
  readonly onChoose: (value: string) => void;
  readonly disabled?: boolean;
  /** An empty value stands for “not known”. */
  readonly children: readonly { readonly value: string; readonly text: string }[];
}

function Choice({ name, value, onChoose, disabled = false, children }: ChoiceProps) {
  return (
    <label class="gl-choice">
      <span>{name}</span>
      <select
        value={value}
        disabled={disabled}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {children.map((option) => (
          <option key={option.value} value={option.value}>
            {option.value === '' ? SINCE_TEXT.any : option.text}
          </option>
        ))}
      </select>
    </label>
  );
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
