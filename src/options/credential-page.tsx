import type { ApiKeySummary } from '../domain/api-key.ts';
import type { EntryId } from '../domain/ids.ts';
import type { CredentialEntryView, EntryList } from '../messaging/contract.ts';
import { CodePart } from './code-part.tsx';
import { credentialDraftOf, newCredentialDraft } from './credential-draft.ts';
import { CredentialEditor } from './credential-editor.tsx';
import { EntryGone } from './entry-gone.tsx';
import { credentialKind } from './entry-text.ts';
import { FailureNote } from './failure-note.tsx';
import { PageHeading } from './page-heading.tsx';
import { useLoaded } from './use-loaded.ts';
import { useVault } from './vault-context.ts';

const foundIn = (list: EntryList | null, id: EntryId | null): CredentialEntryView | null =>
  list?.entries.find((entry): entry is CredentialEntryView => entry.kind === 'credential' && entry.id === id) ?? null;

interface ReadyProps {
  readonly id: EntryId | null;
  readonly list: EntryList;
  readonly keys: readonly ApiKeySummary[];
  readonly reload: () => void;
}

function Ready({ id, list, keys, reload }: ReadyProps) {
  const { administrator } = useVault();
  const saved = foundIn(list, id);
  if (id !== null && saved === null) return <EntryGone />;
  if (id === null && !administrator) return <p class="empty">Only an administrator makes new entries.</p>;
  const only = keys.length === 1 ? (keys[0]?.id ?? null) : null;
  const start = saved === null ? newCredentialDraft(only) : credentialDraftOf(saved);
  return (
    <>
      <CredentialEditor key={saved?.rev ?? 0} saved={saved} start={start} keys={keys} reload={reload} />
      {saved?.rights.edit === true && saved.selection.mode === 'password' && (
        <CodePart key={`code ${saved.rev}`} entry={saved} reload={reload} />
      )}
    </>
  );
}

/** Credential management – IT Glue: a new entry, or one that is changed. */
export function CredentialPage({ id }: { readonly id: EntryId | null }) {
  const { ask } = useVault();
  const listed = useLoaded('entries', () => ask('entries.list', {}));
  const keys = useLoaded('keys', () => ask('apiKey.list', {}));
  const name = foundIn(listed.value, id)?.name;
  const reload = (): void => {
    listed.reload();
    keys.reload();
  };
  return (
    <>
      <PageHeading title={id === null ? 'New credential entry' : (name ?? 'Credential entry')} />
      <p class="kind">{credentialKind}</p>
      <FailureNote failure={listed.failure ?? keys.failure} onRetry={reload} />
      {listed.value !== null && keys.value !== null && (
        <Ready id={id} list={listed.value} keys={keys.value} reload={reload} />
      )}
    </>
  );
}
