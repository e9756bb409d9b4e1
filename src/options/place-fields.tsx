import { liveFolders, placePermissions } from '../domain/folder.ts';
import type { FolderId } from '../domain/ids.ts';
import type { FolderView } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { SelectField } from '../ui/select-field.tsx';
import { FolderChoice } from './folder-choice.tsx';
import { pathOfFolder } from './folder-path.ts';
import { rightsText } from './rights-text.ts';
import { useVault } from './vault-context.ts';

/** Where an entry stands, and whether its permissions are those of that place. */
export interface Place {
  readonly folderId: FolderId | null;
  readonly inheritsPermissions: boolean;
}

interface PlaceFieldsProps {
  readonly place: Place;
  readonly folders: readonly FolderView[];
  readonly onChange: (place: Place) => void;
  /** What permissions that are not inherited are: its own, or those of the linked credential entry. */
  readonly own: 'optionsPermissionsOwn' | 'optionsPermissionsOfCredential';
  /** A session: the folder can only take away. */
  readonly caps: boolean;
}

/** What inheriting from that place comes to, in words. */
function inheritedText({ place, folders, caps }: PlaceFieldsProps): string {
  const name = pathOfFolder(folders, place.folderId);
  if (name === null) return text('optionsInheritsNothing');
  const gives = rightsText(placePermissions(liveFolders(folders), place.folderId));
  return text(caps ? 'optionsInheritsAtMost' : 'optionsInheritsFrom', name, gives);
}

/** Folder, and Permissions: own or inherited from it. An administrator's to choose: another place may mean other rights. */
export function PlaceFields(props: PlaceFieldsProps) {
  const { place, folders, onChange, own } = props;
  const { administrator } = useVault();
  if (folders.length === 0 && place.folderId === null && !place.inheritsPermissions) return null;
  const name = pathOfFolder(folders, place.folderId);
  const inherited = name === null ? text('optionsPermissionsInherited') : text('optionsPermissionsInheritedFrom', name);
  return (
    <>
      <FolderChoice
        label={text('optionsFolder')}
        folders={folders}
        chosen={place.folderId}
        disabled={!administrator}
        onChange={(folderId) => onChange({ ...place, folderId })}
      />
      {(place.folderId !== null || place.inheritsPermissions) && (
        <SelectField
          label={text('optionsPermissions')}
          name="inheritsPermissions"
          value={place.inheritsPermissions ? 'inherited' : 'own'}
          disabled={!administrator}
          hint={place.inheritsPermissions ? inheritedText(props) : undefined}
          options={[
            { value: 'own', text: text(own) },
            { value: 'inherited', text: inherited },
          ]}
          onChange={(value) => onChange({ ...place, inheritsPermissions: value === 'inherited' })}
        />
      )}
    </>
  );
}
