import type { ComponentProps, RefObject } from 'preact';
import { useId, useState } from 'preact/hooks';
import { text } from '../texts/text.ts';
import { describedBy, Field, type FieldProps } from './field.tsx';

interface PassphraseFieldProps extends FieldProps {
  readonly value: string;
  readonly onInput: (text: string) => void;
  readonly autocomplete?: 'current-password' | 'new-password' | 'off';
  readonly inputRef?: RefObject<HTMLInputElement | null>;
  /** Of the button that shows what is typed, where there is a better name than the label gives. */
  readonly showLabel?: string;
}

/** A passphrase or an API key: hidden until somebody asks to see it. */
export function PassphraseField(props: PassphraseFieldProps) {
  const id = useId();
  const [shown, setShown] = useState(false);
  const control: Omit<ComponentProps<'input'>, 'type' | 'role' | 'list'> = {
    ref: props.inputRef ?? null,
    id,
    class: 'field-input field-secret',
    name: props.name,
    value: props.value,
    disabled: props.disabled,
    autocomplete: props.autocomplete ?? 'current-password',
    autocapitalize: 'off',
    spellcheck: false,
    'aria-describedby': describedBy(id, props),
    'aria-invalid': props.error === undefined ? undefined : 'true',
    onInput: (event) => props.onInput(event.currentTarget.value),
  };
  return (
    <Field {...props} id={id}>
      <div class="field-box">
        {shown ? <input {...control} type="text" /> : <input {...control} type="password" />}
        <button
          type="button"
          class="field-aside"
          aria-pressed={shown}
          aria-label={props.showLabel ?? text('fieldShowNamed', props.label)}
          onClick={() => setShown(!shown)}
        >
          {text(shown ? 'fieldHide' : 'fieldShow')}
        </button>
      </div>
    </Field>
  );
}
