import type { EntryId } from '../domain/ids.ts';
import type { RemoteProtocol } from '../domain/remote-place.ts';
import type { CredentialEntryView, EntryList, RemoteEntryView } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { remoteKindText } from '../ui/remote-text.ts';
import { EntryGone } from './entry-gone.tsx';
import { FailureNote } from './failure-note.tsx';
import { placeForNew } from './kept-tree.ts';
import { OnlyAdministrator } from './only-administrator.tsx';
import { PageHeading } from './page-heading.tsx';
import { newRemoteDraft, remoteDraftOf } from './remote-draft.ts';
import { RemoteEditor } from './remote-editor.tsx';
import { hrefOf } from './route.ts';
import { useLoaded } from './use-loaded.ts';
import { useVault } from './vault-context.ts';

const foundIn = (list: EntryList | null, id: EntryId): RemoteEntryView | null =>
  list?.entries.find((entry): entry is RemoteEntryView => entry.kind === 'remote' && entry.id === id) ?? null;

const credentialsIn = ({ entries }: EntryList): readonly CredentialEntryView[] =>
  entries.filter((entry): entry is CredentialEntryView => entry.kind === 'credential');

function useEntries() {
  const { ask } = useVault();
  return useLoaded('entries', () => ask('entries.list', {}));
}

/** RDP, SSH or VNC session: one that is changed. */
export function RemotePage({ id }: { readonly id: EntryId }) {
  const listed = useEntries();
  const saved = foundIn(listed.value, id);
  return (
    <>
      <PageHeading title={saved?.name ?? text('remoteKind')} />
      <p class="kind">{saved === null ? text('remoteKind') : remoteKindText(saved.protocol)}</p>
      <FailureNote failure={listed.failure} onRetry={listed.reload} />
      {listed.value !== null && saved === null && <EntryGone />}
      {listed.value !== null && saved !== null && (
        <RemoteEditor
          key={saved.rev}
          draftKey={hrefOf({ page: 'remote', id })}
          saved={saved}
          start={remoteDraftOf(saved)}
          credentials={credentialsIn(listed.value)}
          folders={listed.value.folders}
          reload={listed.reload}
        />
      )}
    </>
  );
}

/** A new one. */
export function NewRemotePage({ protocol }: { readonly protocol: RemoteProtocol }) {
  const { administrator } = useVault();
  const listed = useEntries();
  const credentials = listed.value === null ? [] : credentialsIn(listed.value);
  const [only, ...others] = credentials;
  const linked = only !== undefined && others.length === 0 ? only.id : null;
  return (
    <>
      <PageHeading title={text('optionsRemoteNew', remoteKindText(protocol))} />
      <p class="kind">{remoteKindText(protocol)}</p>
      <FailureNote failure={listed.failure} onRetry={listed.reload} />
      {!administrator && <OnlyAdministrator of="optionsOnlyAdministrator" />}
      {administrator && listed.value !== null && (
        <RemoteEditor
          key={protocol}
          draftKey={hrefOf({ page: 'remote', id: null, protocol })}
          saved={null}
          start={newRemoteDraft(protocol, linked, placeForNew(listed.value))}
          credentials={credentials}
          folders={listed.value.folders}
          reload={listed.reload}
        />
      )}
    </>
  );
}
