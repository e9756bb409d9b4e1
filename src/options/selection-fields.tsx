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

function WholeKey() {
  return (
    <Banner kind="warning">
      <strong>This opens every organization of the API key.</strong> Whoever may see this entry can choose any password
      of any client that the key reaches, restricted ones included: with View, that is every technician. A session that
      is linked to it serves all clients; its Host may hold {'{organization.shortName}'}.
    </Banner>
  );
}

function WholeOrganization({ name }: { readonly name: string | undefined }) {
  return (
    <Banner kind="warning">
      <strong>This opens a whole organization.</strong> Whoever may see this entry can choose any password of{' '}
      <bdi>{name ?? 'the organization'}</bdi> that the API key reaches, restricted ones included. For technicians,
      entries for single passwords are safer.
    </Banner>
  );
}

/** Always prompt with list, or one password. */
export function SelectionFields({ entryId, draft, onChange, error }: SelectionFieldsProps) {
  const { disableAlwaysPrompt } = useVault().managed.policy;
  const all = draft.organization === 'all';
  const one = draft.organization === 'all' ? null : draft.organization;
  return (
    <>
      <SwitchField
        label="Always prompt with list"
        name="alwaysPrompt"
        hint={`The IT Glue credentials list is shown at each use, and you choose there.${
          disableAlwaysPrompt ? ` ${setByAdministrator}` : ''
        }`}
        disabled={all || (disableAlwaysPrompt && !draft.alwaysPrompt)}
        checked={draft.alwaysPrompt}
        onChange={(on) => onChange(withAlwaysPrompt(draft, on))}
      />
      {all && <WholeKey />}
      {draft.alwaysPrompt && !all && <WholeOrganization name={one?.name} />}
      {!draft.alwaysPrompt && (
        <PasswordChoice
          entryId={entryId}
          apiKeyId={draft.apiKeyId}
          organizationId={one?.id ?? null}
          chosen={draft.password}
          onChange={(row) => onChange(withPassword(draft, row))}
          error={error}
        />
      )}
    </>
  );
}
