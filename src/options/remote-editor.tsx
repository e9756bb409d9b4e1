import { parseRemotePlace } from '../domain/remote-place.ts';
import { remoteAddress } from '../domain/remote-way.ts';
import type { CredentialEntryView, FolderView, RemoteEntryView } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { TextField } from '../ui/text-field.tsx';
import { EditorFrame } from './editor-frame.tsx';
import { PlaceFields } from './place-fields.tsx';
import type { RemoteDraft } from './remote-draft.ts';
import { SessionCredentials } from './session-credentials.tsx';
import type { Editing } from './use-editor.ts';
import { useRemoteEditor } from './use-remote-editor.ts';

interface RemoteEditorProps {
  readonly draftKey: string;
  readonly saved: RemoteEntryView | null;
  readonly start: RemoteDraft;
  readonly credentials: readonly CredentialEntryView[];
  readonly folders: readonly FolderView[];
  readonly reload: () => void;
}

interface FieldsProps {
  readonly editing: Editing<RemoteDraft>;
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
      <SessionCredentials
        draft={draft}
        credentials={credentials}
        folders={folders}
        disabled={readOnly}
        unlinkedHint={text('optionsRemoteUnlinkedHint')}
        onChange={change}
      />
      <p class="hint">{text('optionsRemotePassword')}</p>
    </>
  );
}

/** The form of an RDP, SSH or VNC session. */
export function RemoteEditor({ draftKey, saved, start, credentials, folders, reload }: RemoteEditorProps) {
  const editing = useRemoteEditor(draftKey, saved, start, reload);
  const readOnly = saved !== null && !saved.rights.edit;
  return (
    <EditorFrame
      editing={editing}
      saved={saved}
      saveText={text(saved === null ? 'optionsAdd' : 'optionsUpdate')}
      readOnly={readOnly}
    >
      <RemoteFields editing={editing} credentials={credentials} folders={folders} readOnly={readOnly} />
    </EditorFrame>
  );
}
