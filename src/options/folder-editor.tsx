import { foldersWithin, liveFolders, placePermissions } from '../domain/folder.ts';
import type { CredentialEntryView, FolderView } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { EditorFrame } from './editor-frame.tsx';
import { FolderChoice } from './folder-choice.tsx';
import { FolderCredential } from './folder-credential.tsx';
import type { FolderDraft } from './folder-draft.ts';
import { pathOfFolder } from './folder-path.ts';
import { PermissionLimits } from './permission-limits.tsx';
import { PermissionSwitches } from './permission-switches.tsx';
import { rightsText } from './rights-text.ts';
import { useFolderEditor } from './use-folder-editor.ts';

interface FolderEditorProps {
  readonly saved: FolderView | null;
  readonly start: FolderDraft;
  readonly folders: readonly FolderView[];
  readonly credentials: readonly CredentialEntryView[];
  readonly reload: () => void;
}

interface RightsFieldsProps {
  readonly draft: FolderDraft;
  readonly folders: readonly FolderView[];
  readonly change: (next: Partial<FolderDraft>) => void;
}

/** What whatever inherits in the folder gets: the folder's own permissions, or those of the one around it. */
function RightsFields({ draft, folders, change }: RightsFieldsProps) {
  const around = pathOfFolder(folders, draft.parentId);
  const gives = rightsText(placePermissions(liveFolders(folders), draft.parentId));
  return (
    <>
      {(around !== null || draft.inherits) && (
        <SelectField
          label={text('optionsPermissions')}
          name="inherits"
          value={draft.inherits ? 'inherited' : 'own'}
          hint={draft.inherits ? text('optionsInheritsFrom', around ?? text('optionsTop'), gives) : undefined}
          options={[
            { value: 'own', text: text('optionsPermissionsOwn') },
            { value: 'inherited', text: text('optionsPermissionsInheritedFrom', around ?? text('optionsTop')) },
          ]}
          onChange={(value) => change({ inherits: value === 'inherited' })}
        />
      )}
      {!draft.inherits && (
        <PermissionSwitches
          permissions={draft.permissions}
          onChange={(permissions) => change({ permissions })}
          disabled={false}
        />
      )}
    </>
  );
}

/** The form of a folder. */
export function FolderEditor({ saved, start, folders, credentials, reload }: FolderEditorProps) {
  const editing = useFolderEditor(saved, start, reload);
  const { draft, change, faulty } = editing;
  // A folder cannot go into itself.
  const within = saved === null ? new Set<string>() : foldersWithin(folders, saved.id);
  return (
    <EditorFrame editing={editing} saved={saved} saveText={text('optionsSave')}>
      <TextField
        label={text('optionsName')}
        name="name"
        value={draft.name}
        onInput={(name) => change({ name })}
        maxLength={200}
        hint={text('optionsFolderNameHint')}
        error={faulty === 'name' ? text('optionsGiveFolderName') : undefined}
      />
      <FolderChoice
        label={text('optionsInFolder')}
        folders={folders.filter(({ id }) => !within.has(id))}
        chosen={draft.parentId}
        onChange={(parentId) => change({ parentId })}
      />
      <RightsFields draft={draft} folders={folders} change={change} />
      <p class="hint">{text('optionsFolderRightsHint')}</p>
      <FolderCredential draft={draft} credentials={credentials} change={change} />
      <PermissionLimits />
    </EditorFrame>
  );
}
