import { useId } from 'preact/hooks';
import { describedBy, type FieldProps } from './field.tsx';

interface SwitchFieldProps extends FieldProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** On or off, with what it means below. */
export function SwitchField(props: SwitchFieldProps) {
  const id = useId();
  return (
    <div class="switch" data-field={props.name}>
      <input
        id={id}
        class="switch-input"
        type="checkbox"
        role="switch"
        name={props.name}
        checked={props.checked}
        aria-checked={props.checked}
        disabled={props.disabled}
        aria-describedby={describedBy(id, props)}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <label class="switch-label" for={id}>
        {props.label}
      </label>
      {props.hint !== undefined && (
        <div class="hint" id={`${id}-hint`}>
          {props.hint}
        </div>
      )}
      {props.error !== undefined && (
        <div class="field-error" id={`${id}-error`} role="alert">
          {props.error}
        </div>
      )}
    </div>
  );
}
