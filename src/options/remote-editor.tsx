import { parseRemotePlace } from '../domain/remote-place.ts';
import { remoteAddress } from '../domain/remote-way.ts';
import type { CredentialEntryView, FolderView, RemoteEntryView } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { EditorEnd } from './editor-end.tsx';
import { KeptDraft } from './kept-draft.tsx';
import { LinkedCredential } from './linked-credential.tsx';
import { PlaceFields } from './place-fields.tsx';
import { ReadOnlyReason } from './read-only-reason.tsx';
import type { RemoteDraft } from './remote-draft.ts';
import { type RemoteEditing, useRemoteEditor } from './use-remote-editor.ts';

interface RemoteEditorProps {
  readonly draftKey: string;
  readonly saved: RemoteEntryView | null;
  readonly start: RemoteDraft;
  readonly credentials: readonly CredentialEntryView[];
  readonly folders: readonly FolderView[];
  readonly reload: () => void;
}

interface FieldsProps {
  readonly editing: RemoteEditing;
  readonly credentials: readonly CredentialEntryView[];
  readonly folders: readonly FolderView[];
  readonly readOnly: boolean;
}

function RemoteFields({ editing: { draft, change, strict }, credentials, folders, readOnly }: FieldsProps) {
  const place = parseRemotePlace(draft.host);
  const hint = place.ok
    ? text('optionsRemoteOpens', remoteAddress({ ...place.value, protocol: draft.protocol }))
    : text('optionsRemoteHostHint');
  return (
    <>
      <TextField
        label={text('optionsRemoteName')}
        name="name"
        value={draft.name}
        onInput={(name) => change({ name })}
        maxLength={200}
        disabled={readOnly}
        error={strict && draft.name.trim() === '' ? text('optionsRemoteNameMissing') : undefined}
      />
      <TextField
        label={text('optionsRemoteHost')}
        name="host"
        value={draft.host}
        onInput={(host) => change({ host })}
        disabled={readOnly}
        hint={hint}
        error={strict && !place.ok ? text('optionsRemoteHostRefused') : undefined}
      />
      <PlaceFields
        place={draft}
        folders={folders}
        own="optionsPermissionsOfCredential"
        caps
        onChange={({ folderId, inheritsPermissions }) => change({ folderId, inheritsPermissions })}
      />
      <LinkedCredential
        chosen={draft.credentialEntryId}
        credentials={credentials}
        disabled={readOnly}
        onChange={(credentialEntryId) => change({ credentialEntryId })}
      />
      {draft.credentialEntryId !== null && !readOnly && (
        <Button kind="quiet" onClick={() => change({ credentialEntryId: null })}>
          {text('optionsRemoteUnlink')}
        </Button>
      )}
      <p class="hint">{text('optionsRemotePassword')}</p>
    </>
  );
}

/** The form of an RDP, SSH or VNC session. */
export function RemoteEditor({ draftKey, saved, start, credentials, folders, reload }: RemoteEditorProps) {
  const editing = useRemoteEditor(draftKey, saved, start, reload);
  const readOnly = saved !== null && !saved.rights.edit;
  return (
    <form ref={editing.form} class="card form" onSubmit={(event) => event.preventDefault()}>
      {readOnly && <ReadOnlyReason what="session" />}
      <KeptDraft kept={editing.kept} onDiscard={editing.discard} />
      <RemoteFields editing={editing} credentials={credentials} folders={folders} readOnly={readOnly} />
      {!readOnly && (
        <EditorEnd
          failure={editing.failure}
          changedElsewhere={saved !== null && editing.draft.rev !== saved.rev}
          onDiscard={editing.discard}
        >
          <Button type="submit" kind="primary" busy={editing.waiting} onClick={editing.save}>
            {text(saved === null ? 'optionsAdd' : 'optionsUpdate')}
          </Button>
        </EditorEnd>
      )}
    </form>
  );
}
