import type { FolderId } from '../domain/ids.ts';
import type { CredentialEntryView, EntryList } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { EntryGone } from './entry-gone.tsx';
import { FailureNote } from './failure-note.tsx';
import { folderDraftOf, newFolderDraft } from './folder-draft.ts';
import { FolderEditor } from './folder-editor.tsx';
import { placeForNew } from './kept-tree.ts';
import { OnlyAdministrator } from './only-administrator.tsx';
import { PageHeading } from './page-heading.tsx';
import { useLoaded } from './use-loaded.ts';
import { useVault } from './vault-context.ts';

interface ReadyProps {
  readonly id: FolderId | null;
  readonly list: EntryList;
  readonly reload: () => void;
}

function Ready({ id, list, reload }: ReadyProps) {
  const { administrator } = useVault();
  const saved = list.folders.find((folder) => folder.id === id) ?? null;
  if (!administrator) return <OnlyAdministrator of="optionsFoldersOfAdministrator" />;
  if (id !== null && saved === null) return <EntryGone />;
  return (
    <FolderEditor
      key={saved?.rev ?? 0}
      saved={saved}
      start={saved === null ? newFolderDraft(placeForNew(list)) : folderDraftOf(saved)}
      folders={list.folders}
      credentials={list.entries.filter((entry): entry is CredentialEntryView => entry.kind === 'credential')}
      reload={reload}
    />
  );
}

/** A folder: a new one, or one that is changed. */
export function FolderPage({ id }: { readonly id: FolderId | null }) {
  const { ask } = useVault();
  const listed = useLoaded('entries', () => ask('entries.list', {}));
  const name = listed.value?.folders.find((folder) => folder.id === id)?.name;
  return (
    <>
      <PageHeading title={id === null ? text('optionsNewFolder') : (name ?? text('optionsFolder'))} />
      <p class="kind">{text('optionsFolder')}</p>
      <FailureNote failure={listed.failure} onRetry={listed.reload} />
      {listed.value !== null && <Ready id={id} list={listed.value} reload={listed.reload} />}
    </>
  );
}
