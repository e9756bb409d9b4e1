import type { CredentialEntryView, FolderView, SessionEntryView } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { SwitchField } from '../ui/switch-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { EditorFrame } from './editor-frame.tsx';
import { HostField } from './host-field.tsx';
import { HttpAuthSwitch } from './http-auth-switch.tsx';
import { HttpSwitch } from './http-switch.tsx';
import { OpenInField } from './open-in-field.tsx';
import { PlaceFields } from './place-fields.tsx';
import { SessionCredentials } from './session-credentials.tsx';
import type { SessionDraft } from './session-draft.ts';
import { SignInHosts } from './sign-in-hosts.tsx';
import { type SessionEditing, useSessionEditor } from './use-session-editor.ts';

interface SessionEditorProps {
  readonly saved: SessionEntryView | null;
  readonly start: SessionDraft;
  readonly credentials: readonly CredentialEntryView[];
  readonly folders: readonly FolderView[];
  readonly reload: () => void;
}

interface FieldsProps {
  readonly editing: SessionEditing;
  readonly credentials: readonly CredentialEntryView[];
  readonly folders: readonly FolderView[];
  readonly readOnly: boolean;
}

interface LaunchFieldsProps extends Pick<SessionEditing, 'draft' | 'change'> {
  readonly disabled: boolean;
}

/** Where it is launched, and what a fill of it may do beyond the usual. */
function LaunchFields({ draft, change, disabled }: LaunchFieldsProps) {
  return (
    <>
      <OpenInField openIn={draft.openIn} onChange={(openIn) => change({ openIn })} disabled={disabled} />
      <SwitchField
        label={text('optionsAutoSubmit')}
        hint={text('optionsPressesSignButtonPageAfter')}
        checked={draft.autoSubmit}
        onChange={(autoSubmit) => change({ autoSubmit })}
        disabled={disabled}
      />
      <SwitchField
        label={text('optionsFillFramesSameSite')}
        hint={text('optionsPagesShowTheirSignForm')}
        checked={draft.sameOriginFrames}
        onChange={(sameOriginFrames) => change({ sameOriginFrames })}
        disabled={disabled}
      />
      <HttpAuthSwitch on={draft.httpAuth} onChange={(httpAuth) => change({ httpAuth })} disabled={disabled} />
    </>
  );
}

/** Where the session leads, and where else it may be filled. */
function AddressFields({ editing, readOnly }: Pick<FieldsProps, 'editing' | 'readOnly'>) {
  const { draft, owner, domainHref, change, strict } = editing;
  return (
    <>
      <HostField
        label={text('optionsHost')}
        name="host"
        value={draft.host}
        owner={owner}
        allowHttp={draft.allowHttp}
        strict={strict}
        disabled={readOnly}
        placeholder={text('optionsHostExample')}
        domainHref={domainHref}
        onInput={(host) => change({ host })}
      />
      <HttpSwitch draft={draft} owner={owner} onChange={(allowHttp) => change({ allowHttp })} disabled={readOnly} />
      <SignInHosts
        hosts={draft.signInHosts}
        allowHttp={draft.allowHttp}
        strict={strict}
        disabled={readOnly}
        onChange={(signInHosts) => change({ signInHosts })}
      />
    </>
  );
}

function SessionFields({ editing, credentials, folders, readOnly }: FieldsProps) {
  const { draft, change, strict } = editing;
  return (
    <>
      <TextField
        label={text('optionsName')}
        name="name"
        value={draft.name}
        onInput={(name) => change({ name })}
        maxLength={200}
        disabled={readOnly}
        error={strict && draft.name.trim() === '' ? text('optionsGiveSessionName') : undefined}
      />
      <AddressFields editing={editing} readOnly={readOnly} />
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
        unlinkedHint={text('optionsLaunchingOnlyOpensSite')}
        onChange={change}
      />
      <LaunchFields draft={draft} change={change} disabled={readOnly} />
    </>
  );
}

/** The form of a website session. */
export function SessionEditor({ saved, start, credentials, folders, reload }: SessionEditorProps) {
  const editing = useSessionEditor(saved, start, { credentials, folders }, reload);
  const readOnly = saved !== null && !saved.rights.edit;
  return (
    <EditorFrame
      editing={editing}
      saved={saved}
      saveText={text(saved === null ? 'optionsAdd' : 'optionsUpdate')}
      readOnly={readOnly}
    >
      <SessionFields editing={editing} credentials={credentials} folders={folders} readOnly={readOnly} />
    </EditorFrame>
  );
}
