import type { EntryId } from '../domain/ids.ts';
import { Banner } from '../ui/banner.tsx';
import { setByAdministrator } from '../ui/policy-text.ts';
import { SwitchField } from '../ui/switch-field.tsx';
import { type CredentialDraft, withAlwaysPrompt, withPassword } from './credential-draft.ts';
import { PasswordChoice } from './password-choice.tsx';
import { useVault } from './vault-context.ts';

interface SelectionFieldsProps {
  readonly entryId: EntryId | null;
  readonly draft: CredentialDraft;
  readonly onChange: (draft: CredentialDraft) => void;
  readonly error: string | undefined;
}

function WholeOrganization({ draft }: { readonly draft: CredentialDraft }) {
  return (
    <Banner kind="warning">
      <strong>This opens a whole organization.</strong> Whoever may see this entry can choose any password of{' '}
      <bdi>{draft.organization?.name ?? 'the organization'}</bdi> that the API key reaches, restricted ones included.
      For technicians, entries for single passwords are safer.
    </Banner>
  );
}

/** Always prompt with list, or one password. */
export function SelectionFields({ entryId, draft, onChange, error }: SelectionFieldsProps) {
  const { disableAlwaysPrompt } = useVault().managed.policy;
  return (
    <>
      <SwitchField
        label="Always prompt with list"
        name="alwaysPrompt"
        hint={`The IT Glue credentials list of the organization is shown at each use, and you choose there.${
          disableAlwaysPrompt ? ` ${setByAdministrator}` : ''
        }`}
        disabled={disableAlwaysPrompt && !draft.alwaysPrompt}
        checked={draft.alwaysPrompt}
        onChange={(on) => onChange(withAlwaysPrompt(draft, on))}
      />
      {draft.alwaysPrompt ? (
        <WholeOrganization draft={draft} />
      ) : (
        <PasswordChoice
          entryId={entryId}
          apiKeyId={draft.apiKeyId}
          organizationId={draft.organization?.id ?? null}
          chosen={draft.password}
          onChange={(row) => onChange(withPassword(draft, row))}
          error={error}
        />
      )}
    </>
  );
}
