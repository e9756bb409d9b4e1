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

function WholeOrganization({ draft }: { readonly draft: CredentialDraft }) {
  return (
    <Banner kind="warning">
      <strong>{text('optionsOpensWholeOrganization')}</strong>{' '}
      {draft.organization === null ? (
        text('optionsWhoeverMaySeeEntryCan')
      ) : (
        <Sentence
          of="optionsWhoeverMaySeeEntryCanChoose"
          parts={[<bdi key="organization">{draft.organization.name}</bdi>]}
        />
      )}
    </Banner>
  );
}

/** Always prompt with list, or one password. */
export function SelectionFields({ entryId, draft, onChange, error }: SelectionFieldsProps) {
  const { disableAlwaysPrompt } = useVault().managed.policy;
  return (
    <>
      <SwitchField
        label={text('optionsAlwaysPromptWithList')}
        name="alwaysPrompt"
        hint={sentences(
          text('optionsGlueCredentialsListOrganizationShown'),
          disableAlwaysPrompt ? setByAdministrator() : null,
        )}
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
