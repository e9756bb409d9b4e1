import type { FolderView } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { createDrafts } from './draft.ts';
import { type FolderDraft, folderInput } from './folder-draft.ts';
import { hrefOf } from './route.ts';
import { type Editing, useEditor } from './use-editor.ts';
import { useVault } from './vault-context.ts';

const drafts = createDrafts<FolderDraft>('folder');

/** Typing, checking and saving a folder. */
export function useFolderEditor(
  saved: FolderView | null,
  start: FolderDraft,
  reload: () => void,
): Editing<FolderDraft> {
  const { ask, go } = useVault();
  const id = saved?.id ?? null;
  return useEditor({
    drafts,
    key: hrefOf({ page: 'folder', id }),
    start,
    faultyField: ({ name }) => (name.trim() === '' ? 'name' : null),
    send: (draft) => ask('folder.save', folderInput(draft, id)),
    onSaved: ({ name }) => go('#/', { text: text(saved === null ? 'optionsWasAdded' : 'optionsWasSaved', name) }),
    reload,
  });
}
