import type { ApiKeySummary } from '../domain/api-key.ts';
import type { FolderView } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { Spinner } from '../ui/spinner.tsx';
import { newCredentialDraft, withOrganization, withPassword } from './credential-draft.ts';
import { CredentialEditor } from './credential-editor.tsx';
import { FailureNote } from './failure-note.tsx';
import { hrefOf, newCredentialHref, type WantedPassword } from './route.ts';
import { useLoaded } from './use-loaded.ts';
import { useVault } from './vault-context.ts';

interface WantedCredentialProps {
  readonly wanted: WantedPassword;
  readonly keys: readonly ApiKeySummary[];
  readonly folders: readonly FolderView[];
  readonly reload: () => void;
}

/** The form of a new credential entry, filled in for a password that was found in IT Glue. Nothing is saved before Save. */
export function WantedCredential({ wanted, keys, folders, reload }: WantedCredentialProps) {
  const { ask } = useVault();
  const { apiKeyId, organizationId, passwordId } = wanted;
  const place = hrefOf({ page: 'credential', id: null, wanted });
  const list = useLoaded(place, () =>
    ask('passwords.list', { entryId: null, apiKeyId, organizationId, refresh: false }),
  );
  const row = list.value?.rows.find(({ id, archived }) => id === passwordId && !archived);
  if (row !== undefined) {
    const organization = { id: row.organizationId, name: row.organizationName };
    const start = withPassword(withOrganization(newCredentialDraft(apiKeyId, null), organization), row);
    return <CredentialEditor saved={null} start={start} keys={keys} folders={folders} reload={reload} place={place} />;
  }
  if (list.waiting) return <Spinner text={text('optionsAskingGluePasswordsName')} />;
  return (
    <>
      <FailureNote failure={list.failure ?? { code: 'record-gone' }} onRetry={list.reload} />
      <p>
        <a href={newCredentialHref}>{text('optionsStartEmptyForm')}</a>
      </p>
    </>
  );
}
