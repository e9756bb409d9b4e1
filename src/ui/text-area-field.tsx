import type { RefObject } from 'preact';
import { useId } from 'preact/hooks';
import { describedBy, Field, type FieldProps } from './field.tsx';

interface TextAreaFieldProps extends FieldProps {
  readonly value: string;
  readonly onInput: (text: string) => void;
  readonly rows: number;
  readonly placeholder?: string;
  readonly areaRef?: RefObject<HTMLTextAreaElement | null>;
}

/** Several lines of text. What was typed is the caller's, and stays whatever the error says. */
export function TextAreaField(props: TextAreaFieldProps) {
  const id = useId();
  return (
    <Field {...props} id={id}>
      <div class="field-box">
        <textarea
          ref={props.areaRef ?? null}
          id={id}
          class="field-input field-lines"
          name={props.name}
          rows={props.rows}
          value={props.value}
          placeholder={props.placeholder}
          disabled={props.disabled}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          aria-describedby={describedBy(id, props)}
          aria-invalid={props.error === undefined ? undefined : 'true'}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
      </div>
    </Field>
  );
}
