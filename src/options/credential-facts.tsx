import type { ApiKeySummary } from '../domain/api-key.ts';
import { displayText } from '../domain/display-text.ts';
import type { CredentialEntryView } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { organizationText } from '../ui/organization-text.ts';
import { PermissionLimits } from './permission-limits.tsx';
import { PermissionSwitches } from './permission-switches.tsx';
import { ReadOnlyReason } from './read-only-reason.tsx';

interface CredentialFactsProps {
  readonly entry: CredentialEntryView;
  readonly keys: readonly ApiKeySummary[];
}

/** A credential entry for whoever may look at it, but not change it. */
export function CredentialFacts({ entry, keys }: CredentialFactsProps) {
  const { selection } = entry;
  const password =
    selection.mode === 'always-prompt' ? text('optionsAlwaysPromptWithList') : displayText(selection.passwordName);
  return (
    <div class="card form">
      <ReadOnlyReason what="credential" />
      <dl class="facts">
        <dt>{text('optionsApiKey')}</dt>
        <dd>{keys.find((key) => key.id === entry.apiKeyId)?.name ?? text('optionsNotSavedAnyMore')}</dd>
        <dt>{text('optionsOrganization')}</dt>
        <dd>
          <bdi>{displayText(organizationText(entry))}</bdi>
        </dd>
        <dt>{text('optionsPassword')}</dt>
        <dd>
          <bdi>{password}</bdi>
        </dd>
        {selection.mode === 'password' && (
          <>
            <dt>{text('optionsUserName')}</dt>
            <dd>
              <bdi>{selection.username === null ? text('optionsNone') : displayText(selection.username)}</bdi>
            </dd>
          </>
        )}
      </dl>
      <PermissionSwitches
        permissions={entry.inheritsPermissions === true ? entry.rights : entry.permissions}
        onChange={() => undefined}
        disabled
      />
      <PermissionLimits />
    </div>
  );
}
