import { type CredentialEntry, fillOrigins, type SessionEntry } from './entry.ts';
import { organizationAllowed, type Policy, type PolicyKey } from './policy.ts';

/** Why a policy lets nobody use a credential entry; null: it does not mind. */
export function credentialRefusal(
  policy: Policy,
  {
    organizationId,
    selection,
  }: Pick<CredentialEntry, 'organizationId'> & {
    readonly selection: { readonly mode: CredentialEntry['selection']['mode'] };
  },
): PolicyKey | null {
  // Of all organizations: those that are not allowed are never found, and refused at their use.
  if (organizationId !== null && !organizationAllowed(policy, organizationId)) return 'allowedOrganizations';
  return policy.disableAlwaysPrompt && selection.mode === 'always-prompt' ? 'disableAlwaysPrompt' : null;
}

/** Why a policy lets nobody launch or fill a session; null: it does not mind. */
export const sessionRefusal = (policy: Policy, session: SessionEntry): PolicyKey | null =>
  policy.disableHttp && (session.allowHttp || fillOrigins(session).some((origin) => !origin.startsWith('https:')))
    ? 'disableHttp'
    : null;
