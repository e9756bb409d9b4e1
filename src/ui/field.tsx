import type { ComponentChildren } from 'preact';

/** What every field has in common. */
export interface FieldProps {
  readonly label: string;
  /** Finds the field again: stands as `data-field` on its frame and as `name` on its control. */
  readonly name?: string;
  readonly hint?: ComponentChildren;
  /** What is wrong with what was typed, as a sentence. */
  readonly error?: string | undefined;
  readonly disabled?: boolean;
}

interface FrameProps extends FieldProps {
  readonly id: string;
  readonly hideLabel?: boolean;
  readonly children: ComponentChildren;
}

/** For `aria-describedby`: the ids of what says more about a field. */
export const describedBy = (id: string, { hint, error }: FieldProps): string | undefined =>
  [hint === undefined ? [] : [`${id}-hint`], error === undefined ? [] : [`${id}-error`]].flat().join(' ') || undefined;

/** Label above, hint and error below a control. */
export function Field({ id, label, name, hint, error, hideLabel = false, children }: FrameProps) {
  return (
    <div class="field" data-field={name} data-wrong={error === undefined ? undefined : ''}>
      <label class={hideLabel ? 'visually-hidden' : 'field-label'} for={id}>
        {label}
      </label>
      {children}
      {hint !== undefined && (
        <div class="hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      <div class="field-error" id={`${id}-error`} role="alert" hidden={error === undefined}>
        {error}
      </div>
    </div>
  );
}
