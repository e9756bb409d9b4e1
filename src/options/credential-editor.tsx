import type { ApiKeySummary } from '../domain/api-key.ts';
import type { CredentialEntryView, FolderView } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import type { TextKey } from '../texts/text-key.ts';
import { TextField } from '../ui/text-field.tsx';
import { ApiKeyChoice } from './api-key-choice.tsx';
import { type CredentialDraft, type CredentialField, withApiKey, withOrganization } from './credential-draft.ts';
import { CredentialFacts } from './credential-facts.tsx';
import { EditorFrame } from './editor-frame.tsx';
import { OrganizationChoice } from './organization-choice.tsx';
import { PermissionLimits } from './permission-limits.tsx';
import { PermissionSwitches } from './permission-switches.tsx';
import { PlaceFields } from './place-fields.tsx';
import { SelectionFields } from './selection-fields.tsx';
import { useCredentialEditor } from './use-credential-editor.ts';
import type { Editing } from './use-editor.ts';

interface CredentialEditorProps {
  readonly saved: CredentialEntryView | null;
  readonly start: CredentialDraft;
  readonly keys: readonly ApiKeySummary[];
  readonly folders: readonly FolderView[];
  readonly reload: () => void;
  /** The hash of the page, which names the draft. */
  readonly place: string;
}

interface FieldsProps {
  readonly editing: Editing<CredentialDraft>;
  readonly saved: CredentialEntryView | null;
  readonly keys: readonly ApiKeySummary[];
  readonly folders: readonly FolderView[];
}

const missingTexts: Readonly<Record<CredentialField, TextKey>> = {
  name: 'optionsGiveEntryName',
  apiKeyId: 'optionsChooseAnApiKey',
  organizationId: 'optionsChooseAnOrganization',
  password: 'optionsChoosePasswordTurnOnAlways',
};

function CredentialFields({ editing, saved, keys, folders }: FieldsProps) {
  const { draft, change, faulty } = editing;
  const errorAt = (field: CredentialField): string | undefined =>
    faulty === field ? text(missingTexts[field]) : undefined;
  return (
    <>
      <ApiKeyChoice
        keys={keys}
        chosen={draft.apiKeyId}
        onChange={(id) => change(withApiKey(draft, id))}
        disabled={false}
        error={errorAt('apiKeyId')}
      />
      <OrganizationChoice
        entryId={saved?.id ?? null}
        apiKeyId={draft.apiKeyId}
        chosen={draft.organization}
        onChange={(row) => change(withOrganization(draft, row))}
        error={errorAt('organizationId')}
      />
      <SelectionFields entryId={saved?.id ?? null} draft={draft} onChange={change} error={errorAt('password')} />
      <TextField
        label={text('optionsName')}
        name="name"
        value={draft.name}
        onInput={(name) => change({ ...draft, name, nameSuggested: name === '' })}
        maxLength={200}
        hint={text('optionsWhatEntryCalledListsSuggested')}
        error={errorAt('name')}
      />
      <PlaceFields
        place={draft}
        folders={folders}
        own="optionsPermissionsOwn"
        caps={false}
        onChange={({ folderId, inheritsPermissions }) => change({ ...draft, folderId, inheritsPermissions })}
      />
      {!draft.inheritsPermissions && (
        <PermissionSwitches
          permissions={draft.permissions}
          onChange={(permissions) => change({ ...draft, permissions })}
          disabled={false}
        />
      )}
      <PermissionLimits />
    </>
  );
}

/** The form of a credential entry; without the right to edit, what it says. */
export function CredentialEditor({ saved, start, keys, folders, reload, place }: CredentialEditorProps) {
  const editing = useCredentialEditor(saved, start, reload, place);
  if (saved !== null && !saved.rights.edit) return <CredentialFacts entry={saved} keys={keys} />;
  return (
    <EditorFrame editing={editing} saved={saved} saveText={text('optionsSave')}>
      <CredentialFields editing={editing} saved={saved} keys={keys} folders={folders} />
    </EditorFrame>
  );
}
