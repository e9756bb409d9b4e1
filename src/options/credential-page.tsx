import type { ApiKeySummary } from '../domain/api-key.ts';
import type { EntryId } from '../domain/ids.ts';
import type { CredentialEntryView, EntryList } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { CodePart } from './code-part.tsx';
import { credentialDraftOf, newCredentialDraft } from './credential-draft.ts';
import { CredentialEditor } from './credential-editor.tsx';
import { EntryGone } from './entry-gone.tsx';
import { credentialKind } from './entry-text.ts';
import { FailureNote } from './failure-note.tsx';
import { placeForNew } from './kept-tree.ts';
import { OnlyAdministrator } from './only-administrator.tsx';
import { PageHeading } from './page-heading.tsx';
import { ReasonSwitch } from './reason-switch.tsx';
import { hrefOf, type WantedPassword } from './route.ts';
import { StepHere } from './step-here.tsx';
import { useLoaded } from './use-loaded.ts';
import { useVault } from './vault-context.ts';
import { WantedCredential } from './wanted-credential.tsx';

const foundIn = (list: EntryList | null, id: EntryId | null): CredentialEntryView | null =>
  list?.entries.find((entry): entry is CredentialEntryView => entry.kind === 'credential' && entry.id === id) ?? null;

interface ReadyProps {
  readonly id: EntryId | null;
  readonly wanted: WantedPassword | null;
  readonly list: EntryList;
  readonly keys: readonly ApiKeySummary[];
  readonly reload: () => void;
}

function Ready({ id, wanted, list, keys, reload }: ReadyProps) {
  const { administrator } = useVault();
  const saved = foundIn(list, id);
  if (id !== null && saved === null) return <EntryGone />;
  if (id === null && !administrator) return <OnlyAdministrator of="optionsOnlyAdministratorMakesNewEntries" />;
  if (id === null && wanted !== null)
    return <WantedCredential wanted={wanted} keys={keys} folders={list.folders} reload={reload} />;
  const only = keys.length === 1 ? (keys[0]?.id ?? null) : null;
  const start = saved === null ? newCredentialDraft(only, placeForNew(list)) : credentialDraftOf(saved);
  return (
    <>
      <CredentialEditor
        key={saved?.rev ?? 0}
        saved={saved}
        start={start}
        keys={keys}
        folders={list.folders}
        reload={reload}
        place={hrefOf({ page: 'credential', id })}
      />
      {saved?.rights.edit === true && <ReasonSwitch key={`reason ${saved.rev}`} entry={saved} reload={reload} />}
      {saved?.rights.edit === true && saved.selection.mode === 'password' && (
        <CodePart key={`code ${saved.rev}`} entry={saved} reload={reload} />
      )}
    </>
  );
}

interface CredentialPageProps {
  readonly id: EntryId | null;
  /** What a new entry starts with; null: nothing. */
  readonly wanted: WantedPassword | null;
}

/** Credential management – IT Glue: a new entry, or one that is changed. */
export function CredentialPage({ id, wanted }: CredentialPageProps) {
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
      <PageHeading title={id === null ? text('optionsNewCredentialEntry') : (name ?? text('optionsCredentialEntry'))} />
      {id === null && <StepHere step="credential" keys={keys.value?.length ?? null} list={listed.value} />}
      <p class="kind">{credentialKind()}</p>
      <FailureNote failure={listed.failure ?? keys.failure} onRetry={reload} />
      {listed.value !== null && keys.value !== null && (
        <Ready id={id} wanted={wanted} list={listed.value} keys={keys.value} reload={reload} />
      )}
    </>
  );
}
