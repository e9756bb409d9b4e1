import type { OrganizationSummary } from '../domain/credential.ts';
import { displayText } from '../domain/display-text.ts';
import type { ApiKeyId, EntryId } from '../domain/ids.ts';
import { text } from '../texts/text.ts';
import { Combobox } from '../ui/combobox.tsx';
import type { CredentialDraft } from './credential-draft.ts';
import { FailureNote } from './failure-note.tsx';
import { ListAge } from './list-age.tsx';
import { organizationOptions } from './organization-options.ts';
import { useLoaded } from './use-loaded.ts';
import { useVault } from './vault-context.ts';

interface OrganizationChoiceProps {
  readonly entryId: EntryId | null;
  readonly apiKeyId: ApiKeyId | null;
  readonly chosen: CredentialDraft['organization'];
  readonly onChange: (organization: OrganizationSummary) => void;
  readonly error: string | undefined;
}

/** Organization: one of those that the API key sees. */
export function OrganizationChoice({ entryId, apiKeyId, chosen, onChange, error }: OrganizationChoiceProps) {
  const { ask } = useVault();
  const read = (refresh: boolean) => () =>
    apiKeyId === null
      ? Promise.resolve({ ok: false, failure: { code: 'api-key-not-found' } } as const)
      : ask('organizations.list', { entryId, apiKeyId, refresh });
  const list = useLoaded(apiKeyId, read(false));
  return (
    <div class="choice">
      <Combobox
        label={text('optionsOrganization')}
        name="organizationId"
        options={organizationOptions(list.value?.rows ?? [])}
        value={chosen?.id ?? null}
        valueText={chosen === null ? undefined : displayText(chosen.name)}
        onChange={({ row }) => onChange(row)}
        waiting={list.waiting}
        disabled={apiKeyId === null}
        placeholder={apiKeyId === null ? text('optionsChooseApiKeyFirst') : text('optionsTypeToSearchOrganizations')}
        emptyText={text('optionsApiKeySeesNoOrganization')}
        error={error}
      />
      {apiKeyId !== null && list.failure === null && (
        <ListAge
          list={list.value}
          waiting={list.waiting}
          noun="organizations"
          onRefresh={() => void list.load(read(true))}
        />
      )}
      <FailureNote failure={list.failure} onRetry={list.reload} />
    </div>
  );
}
