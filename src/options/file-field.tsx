import { useId } from 'preact/hooks';

interface FileFieldProps {
  readonly label: string;
  readonly accept: string;
  readonly onText: (text: string) => void;
  readonly error?: string | undefined;
}

/** A file of ours, read as text by this page alone. */
export function FileField({ label, accept, onText, error }: FileFieldProps) {
  const id = useId();
  return (
    <div class="field" data-field="file">
      <label class="field-label" for={id}>
        {label}
      </label>
      <input
        id={id}
        type="file"
        name="file"
        accept={accept}
        aria-invalid={error === undefined ? undefined : 'true'}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
        onChange={(event) => void event.currentTarget.files?.[0]?.text().then(onText)}
      />
      {error !== undefined && (
        <div class="field-error" id={`${id}-error`} role="alert">
          {error}
        </div>
      )}
    </div>
  );
}
