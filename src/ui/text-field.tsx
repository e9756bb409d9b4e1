import type { ComponentProps, RefObject } from 'preact';
import { useId } from 'preact/hooks';
import { describedBy, Field, type FieldProps } from './field.tsx';

interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onInput: (text: string) => void;
  readonly type?: 'text' | 'search' | 'url' | 'number';
  readonly placeholder?: string;
  readonly hideLabel?: boolean;
  readonly maxLength?: number;
  readonly onBlur?: () => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly inputRef?: RefObject<HTMLInputElement | null>;
}

const inputModes = { text: 'text', url: 'url', number: 'numeric' } as const;

/** One line of text. What was typed is the caller's, and stays whatever the error says. */
export function TextField(props: TextFieldProps) {
  const id = useId();
  const control: Omit<ComponentProps<'input'>, 'type' | 'role' | 'list'> = {
    ref: props.inputRef ?? null,
    id,
    class: 'field-input',
    name: props.name,
    value: props.value,
    placeholder: props.placeholder,
    disabled: props.disabled,
    maxLength: props.maxLength,
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: false,
    'aria-describedby': describedBy(id, props),
    'aria-invalid': props.error === undefined ? undefined : 'true',
    onInput: (event) => props.onInput(event.currentTarget.value),
    onBlur: props.onBlur,
    onKeyDown: props.onKeyDown,
  };
  return (
    <Field {...props} id={id}>
      <div class="field-box">
        {props.type === 'search' ? (
          <input {...control} type="search" />
        ) : (
          <input {...control} type="text" inputMode={inputModes[props.type ?? 'text']} />
        )}
      </div>
    </Field>
  );
}
