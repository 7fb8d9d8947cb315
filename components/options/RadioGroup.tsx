import { useId } from 'preact/hooks';

export interface RadioGroupProps<T extends string> {
  readonly legend: string;
  readonly value: T;
  /** In the order shown; an empty hint is left out. */
  readonly options: Readonly<Record<T, { readonly label: string; readonly hint: string }>>;
  readonly onChoose: (value: T) => void;
}

/** One of a few, all in sight, each with a line on what it does. */
export function RadioGroup<T extends string>(props: RadioGroupProps<T>) {
  const name = useId();
  return (
    <fieldset class="gl-radios">
      <legend>{props.legend}</legend>
      {(Object.keys(props.options) as T[]).map((value) => (
        <label key={value} class="gl-radio">
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === props.value}
            onChange={() => props.onChoose(value)}
          />
          <ChoiceText {...props.options[value]} />
        </label>
      ))}
    </fieldset>
  );
}

/** What a choice is called and what it does. */
export function ChoiceText({ label, hint }: { readonly label: string; readonly hint: string }) {
  return (
    <span class="gl-radio-text">
      <span class="gl-radio-label">{label}</span>
      {hint !== '' && <span class="gl-radio-hint">{hint}</span>}
    </span>
  );
}
