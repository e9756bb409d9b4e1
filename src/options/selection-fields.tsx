import type { EntryId } from '../domain/ids.ts';
import { sentences } from '../texts/sentences.ts';
import { text } from '../texts/text.ts';
import { Banner } from '../ui/banner.tsx';
import { setByAdministrator } from '../ui/policy-text.ts';
import { Sentence } from '../ui/sentence.tsx';
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
      <strong>{text('optionsOpensEveryOrganizationApiKey')}</strong>{' '}
      {text('optionsWhoeverMaySeeEntryCanChooseAny', '{organization.shortName}', '{organization.primaryDomain}')}
    </Banner>
  );
}

function WholeOrganization({ name }: { readonly name: string | undefined }) {
  return (
    <Banner kind="warning">
      <strong>{text('optionsOpensWholeOrganization')}</strong>{' '}
      {name === undefined ? (
        text('optionsWhoeverMaySeeEntryCan')
      ) : (
        <Sentence of="optionsWhoeverMaySeeEntryCanChoose" parts={[<bdi key="organization">{name}</bdi>]} />
      )}
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
        label={text('optionsAlwaysPromptWithList')}
        name="alwaysPrompt"
        hint={sentences(text('optionsCredentialsListShown'), disableAlwaysPrompt ? setByAdministrator() : null)}
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
