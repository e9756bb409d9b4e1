import type { OrganizationSummary } from '../domain/credential.ts';
import { displayText } from '../domain/display-text.ts';
import type { ApiKeyId, EntryId } from '../domain/ids.ts';
import { text } from '../texts/text.ts';
import { Combobox } from '../ui/combobox.tsx';
import { allOrganizations } from '../ui/organization-text.ts';
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
  readonly onChange: (organization: OrganizationSummary | 'all') => void;
  readonly error: string | undefined;
}

const everyOne = () =>
  ({
    id: 'all',
    text: allOrganizations(),
    detail: text('optionsChooseAtEachUseAmong'),
    row: 'all',
  }) as const;

const chosenValue = (chosen: CredentialDraft['organization']) =>
  chosen === null || chosen === 'all'
    ? { value: chosen, valueText: chosen === null ? undefined : allOrganizations() }
    : { value: chosen.id, valueText: displayText(chosen.name) };

/** Organization: one of those that the API key sees, or for an administrator all of them. */
export function OrganizationChoice({ entryId, apiKeyId, chosen, onChange, error }: OrganizationChoiceProps) {
  const { ask, administrator, managed } = useVault();
  const offersAll = chosen === 'all' || (administrator && !managed.policy.disableAlwaysPrompt);

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
        options={[
          ...(offersAll && apiKeyId !== null ? [everyOne()] : []),
          ...organizationOptions(list.value?.rows ?? []),
        ]}
        {...chosenValue(chosen)}
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
