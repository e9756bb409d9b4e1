import type { ComponentChildren } from 'preact';
import { Button } from '../ui/button.tsx';
import { EditorEnd } from './editor-end.tsx';
import { KeptDraft } from './kept-draft.tsx';
import { ReadOnlyReason } from './read-only-reason.tsx';
import type { Editing } from './use-editor.ts';

interface EditorFrameProps {
  readonly editing: Omit<Editing<{ readonly rev: number | null }>, 'change'>;
  /** null: a new one. */
  readonly saved: { readonly rev: number } | null;
  /** Of the button that saves. */
  readonly saveText: string;
  /** A session that may only be looked at. */
  readonly readOnly?: boolean;
  /** The fields. */
  readonly children: ComponentChildren;
}

/** The form of an entry or a folder: what was kept of it, its fields, and its end. */
export function EditorFrame({ editing, saved, saveText, readOnly = false, children }: EditorFrameProps) {
  return (
    <form ref={editing.form} class="card form" onSubmit={(event) => event.preventDefault()}>
      {readOnly && <ReadOnlyReason what="session" />}
      <KeptDraft kept={editing.kept} onDiscard={editing.discard} />
      {children}
      {!readOnly && (
        <EditorEnd
          failure={editing.failure}
          changedElsewhere={saved !== null && editing.draft.rev !== saved.rev}
          onDiscard={editing.discard}
        >
          <Button type="submit" kind="primary" busy={editing.waiting} onClick={editing.save}>
            {saveText}
          </Button>
        </EditorEnd>
      )}
    </form>
  );
}
