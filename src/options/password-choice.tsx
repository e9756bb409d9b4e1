import { useMemo } from 'preact/hooks';
import type { PasswordSummary } from '../domain/credential.ts';
import { displayText } from '../domain/display-text.ts';
import type { ApiKeyId, EntryId, OrganizationId } from '../domain/ids.ts';
import type { Fetched } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { Combobox } from '../ui/combobox.tsx';
import { CredentialRow, credentialDetail } from '../ui/credential-row.tsx';
import type { CredentialDraft } from './credential-draft.ts';
import { FailureNote } from './failure-note.tsx';
import { ListAge } from './list-age.tsx';
import { useLoaded } from './use-loaded.ts';
import { useVault } from './vault-context.ts';

interface PasswordChoiceProps {
  readonly entryId: EntryId | null;
  readonly apiKeyId: ApiKeyId | null;
  readonly organizationId: OrganizationId | null;
  readonly chosen: CredentialDraft['password'];
  readonly onChange: (password: PasswordSummary) => void;
  readonly error: string | undefined;
}

const optionsOf = (rows: readonly PasswordSummary[]) =>
  rows
    .filter((row) => !row.archived)
    .map((row) => ({
      id: row.id,
      text: displayText(row.name),
      detail: displayText(credentialDetail(row, false)),
      row,
    }));

/** What is to be known of the chosen password before it is relied on; null: nothing. */
function careText(list: Fetched<PasswordSummary> | null, chosen: CredentialDraft['password']): string | null {
  if (list === null || chosen === null) return null;
  const row = list.rows.find(({ id }) => id === chosen.id);
  if (row === undefined) return list.complete ? text('optionsPasswordNotOrganizationAnyMore') : null;
  if (row.archived) return text('optionsPasswordArchivedGlue');
  if (row.vaulted) return text('optionsPasswordGlueVaultWhichNo');
  if (row.otpEnabled) return text('optionsGlueAlsoKeepsOnetimeCode');
  return null;
}

/** Password: one of the chosen organization's. */
export function PasswordChoice({ entryId, apiKeyId, organizationId, chosen, onChange, error }: PasswordChoiceProps) {
  const { ask } = useVault();
  const ready = apiKeyId !== null && organizationId !== null;
  const read = (refresh: boolean) => () =>
    ready
      ? ask('passwords.list', { entryId, apiKeyId, organizationId, refresh })
      : Promise.resolve({ ok: false, failure: { code: 'choose-first' } } as const);
  const list = useLoaded(ready ? `${apiKeyId} ${organizationId}` : null, read(false));
  const options = useMemo(() => optionsOf(list.value?.rows ?? []), [list.value]);
  return (
    <div class="choice">
      <Combobox
        label={text('optionsPassword')}
        name="password"
        options={options}
        value={chosen?.id ?? null}
        valueText={chosen === null ? undefined : displayText(chosen.name)}
        onChange={({ row }) => onChange(row)}
        renderOption={({ row }) => <CredentialRow row={row} />}
        rowHeight={52}
        waiting={list.waiting}
        disabled={!ready}
        placeholder={ready ? text('optionsTypeToSearchPasswords') : text('optionsChooseAnOrganizationFirst')}
        emptyText={text('optionsApiKeySeesNoPassword')}
        hint={careText(list.value, chosen) ?? undefined}
        error={error}
      />
      {ready && list.failure === null && (
        <ListAge
          list={list.value}
          waiting={list.waiting}
          noun="passwords"
          onRefresh={() => void list.load(read(true))}
        />
      )}
      <FailureNote failure={ready ? list.failure : null} onRetry={list.reload} />
    </div>
  );
}
