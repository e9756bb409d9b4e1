import { foldersWithin, liveFolders, placePermissions } from '../domain/folder.ts';
import type { CredentialEntryView, FolderView } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { EditorEnd } from './editor-end.tsx';
import { FolderChoice } from './folder-choice.tsx';
import { FolderCredential } from './folder-credential.tsx';
import type { FolderDraft } from './folder-draft.ts';
import { pathOfFolder } from './folder-path.ts';
import { KeptDraft } from './kept-draft.tsx';
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
  const { draft, change, ...editing } = useFolderEditor(saved, start, reload);
  // A folder cannot go into itself.
  const within = saved === null ? new Set<string>() : foldersWithin(folders, saved.id);
  return (
    <form
      ref={editing.form}
      class="card form"
      onSubmit={(event) => {
        event.preventDefault();
        void editing.save();
      }}
    >
      <KeptDraft kept={editing.kept} onDiscard={editing.discard} />
      <TextField
        label={text('optionsName')}
        name="name"
        value={draft.name}
        onInput={(name) => change({ name })}
        maxLength={200}
        hint={text('optionsFolderNameHint')}
        error={editing.nameless ? text('optionsGiveFolderName') : undefined}
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
      <EditorEnd
        failure={editing.failure}
        changedElsewhere={saved !== null && draft.rev !== saved.rev}
        onDiscard={editing.discard}
      >
        <Button type="submit" kind="primary" busy={editing.waiting}>
          {text('optionsSave')}
        </Button>
      </EditorEnd>
    </form>
  );
}
