import type { CredentialEntry, Entry } from '../domain/entry.ts';
import { organizationAllowed, type Policy, type PolicyKey, regionAllowed } from '../domain/policy.ts';
import { credentialRefusal, sessionRefusal } from '../domain/policy-refusal.ts';
import type { CommandName, RequestOf } from '../messaging/contract.ts';

type Refusal = PolicyKey | null;

/** What a policy says to a request by its own words; null: nothing. A command that is not here asks for nothing a policy could forbid. */
const refusals: { readonly [Name in CommandName]?: (policy: Policy, request: RequestOf<Name>) => Refusal } = {
  'credential.reveal': (policy, { purpose }) => {
    if (purpose === 'reveal') return policy.disableReveal ? 'disableReveal' : null;
    return policy.disableCopy ? 'disableCopy' : null;
  },
  // One command for a look and a copy.
  'credential.code': (policy) => {
    if (policy.disableReveal) return 'disableReveal';
    return policy.disableCopy ? 'disableCopy' : null;
  },
  'credentialEntry.setCodeCopy': (policy, { copy }) => (copy && policy.disableCopy ? 'disableCopy' : null),
  'apiKey.set': (policy, { region }) => (regionAllowed(policy, region) ? null : 'region'),
  'passwords.list': (policy, { organizationId }) =>
    organizationAllowed(policy, organizationId) ? null : 'allowedOrganizations',
  'credentialEntry.save': credentialRefusal,
  'sessionEntry.save': (policy, { allowHttp }) => (allowHttp && policy.disableHttp ? 'disableHttp' : null),
};

/** Commands that take data out of the vault into a file; by name, so that none can be added and forgotten here. */
const takesOut = /\.(export|backup)/i;

/** Why the policy refuses this request, whatever entry it is about; null: it does not. */
export function requestRefusal(policy: Policy, command: CommandName, request: object): Refusal {
  if (policy.disableExport && takesOut.test(command)) return 'disableExport';
  // The schema of this very command decoded the request.
  const refusal = refusals[command] as ((policy: Policy, request: object) => Refusal) | undefined;
  return refusal?.(policy, request) ?? null;
}

/** Commands that use what an entry points at. Changing and deleting stay possible, so that an entry can be put right. */
const uses: ReadonlySet<CommandName> = new Set([
  'credentials.list',
  'credentials.search',
  'credential.reveal',
  'credential.code',
  'page.fill',
  'session.launch',
  'session.address',
  'challenge.answer',
  'remote.handOver',
]);

/** Why the policy lets nobody use this entry; null: it does not mind. */
export function entryRefusal(policy: Policy, entry: Entry, linked: CredentialEntry | null): Refusal {
  const ofSession = entry.kind === 'session' ? sessionRefusal(policy, entry) : null;
  return ofSession ?? (linked === null ? null : credentialRefusal(policy, linked));
}

/** The same for one command. */
export const useRefusal = (
  policy: Policy,
  command: CommandName,
  entry: Entry,
  linked: CredentialEntry | null,
): Refusal => (uses.has(command) ? entryRefusal(policy, entry, linked) : null);
