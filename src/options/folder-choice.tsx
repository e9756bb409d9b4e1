import type { FolderId } from '../domain/ids.ts';
import type { FolderView } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { Combobox } from '../ui/combobox.tsx';
import { folderPaths } from './folder-path.ts';
import { rightsText } from './rights-text.ts';

interface FolderChoiceProps {
  readonly label: string;
  readonly folders: readonly FolderView[];
  /** null: the top. */
  readonly chosen: FolderId | null;
  readonly onChange: (chosen: FolderId | null) => void;
  readonly disabled?: boolean;
  readonly hint?: string;
  readonly error?: string | undefined;
}

interface Choice {
  readonly id: string;
  readonly folderId: FolderId | null;
  readonly text: string;
  readonly detail: string;
}

/** One of the folders, or the top, outside of them all. */
export function FolderChoice({ folders, chosen, onChange, disabled = false, ...field }: FolderChoiceProps) {
  const paths = folderPaths(folders);
  const top: Choice = { id: 'top', folderId: null, text: text('optionsTop'), detail: text('optionsTopDetail') };
  const choices = folders
    .map(({ id, gives }): Choice => ({ id, folderId: id, text: paths.get(id) ?? '', detail: rightsText(gives) }))
    .sort((a, b) => a.text.localeCompare(b.text));
  return (
    <Combobox
      {...field}
      name="folderId"
      value={chosen ?? top.id}
      valueText={text('optionsFolderNotHere')}
      disabled={disabled}
      onChange={({ folderId }) => onChange(folderId)}
      options={[top, ...choices]}
    />
  );
}
