import { useId } from 'preact/hooks';

export interface RadioGroupProps<T extends string> {
  readonly legend: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string; readonly hint: string }[];
  readonly onChoose: (value: T) => void;
}

/** One of a few, all in sight, each with a line on what it does. */
export function RadioGroup<T extends string>(props: RadioGroupProps<T>) {
  const name = useId();
  return (
    <fieldset class="gl-radios">
      <legend>{props.legend}</legend>
      {props.options.map(({ value, label, hint }) => (
        <label key={value} class="gl-radio">
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === props.value}
            onChange={() => props.onChoose(value)}
          />
          <span class="gl-radio-text">
            <span class="gl-radio-label">{label}</span>
            {hint !== '' && <span class="gl-radio-hint">{hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
