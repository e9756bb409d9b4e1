import { useId } from 'preact/hooks';
import { describedBy, Field, type FieldProps } from './field.tsx';

interface SelectFieldProps<Value extends string> extends FieldProps {
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  readonly onChange: (value: Value) => void;
}

/** One of a few. For one of thousands there is the combobox. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const id = useId();
  const choose = (value: string): void => {
    const chosen = props.options.find((option) => option.value === value);
    if (chosen !== undefined) props.onChange(chosen.value);
  };
  return (
    <Field {...props} id={id}>
      <div class="field-box">
        <select
          id={id}
          class="field-input"
          name={props.name}
          value={props.value}
          disabled={props.disabled}
          aria-describedby={describedBy(id, props)}
          aria-invalid={props.error === undefined ? undefined : 'true'}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          {props.options.map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      </div>
    </Field>
  );
}
