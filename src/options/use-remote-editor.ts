import type { RemoteEntryView } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { createDrafts } from './draft.ts';
import { faultyRemoteField, type RemoteDraft, remoteInput } from './remote-draft.ts';
import { type Editing, useEditor } from './use-editor.ts';
import { useVault } from './vault-context.ts';

const drafts = createDrafts<RemoteDraft>('remote');

/** Typing, checking and saving a remote session. `key` names its draft. */
export function useRemoteEditor(
  key: string,
  saved: RemoteEntryView | null,
  start: RemoteDraft,
  reload: () => void,
): Editing<RemoteDraft> {
  const { ask, go } = useVault();
  return useEditor({
    drafts,
    key,
    start,
    faultyField: faultyRemoteField,
    send: (draft) => ask('remoteEntry.save', remoteInput(draft, saved?.id ?? null)),
    onSaved: ({ name }) => go('#/', { text: text('optionsRemoteSaved', name) }),
    reload,
  });
}
