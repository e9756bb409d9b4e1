import { displayText } from '../../domain/display-text.ts';
import type { CredentialEntry, EntryOrganization, OrganizationCredential } from '../../domain/entry.ts';
import type { EntryId } from '../../domain/ids.ts';
import { noPermissions } from '../../domain/permission.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { CredentialEntryInput } from '../../messaging/contract.ts';
import { accessOf } from '../api-key-access.ts';
import { followOrganization } from '../follow-organization.ts';
import { mayUseKey, organizationBy, organizationsBy } from '../it-glue-lists.ts';
import { keepCredential } from '../keep-credential.ts';
import { inKeyTurn } from '../key-turn.ts';
import { placementFor } from '../placement.ts';
import type { ItGlueAccess, Ports } from '../ports.ts';
import { primaryDomainsOf, withPrimaryDomain } from '../primary-domains.ts';
import { existingEntry, identityFor } from '../saved-entry.ts';
import type { Caller, UseCase } from '../use-case.ts';

type Chosen = Pick<OrganizationCredential, keyof EntryOrganization | 'selection'> | typeof everyOrganization;

const everyOrganization = {
  organizationId: null,
  organizationName: null,
  organizationShortName: null,
  selection: { mode: 'always-prompt' },
} as const;

/** Whether an entry is of all organizations already; nobody but an administrator makes it so. */
async function isOfAll(ports: Ports, entryId: EntryId | null): Promise<boolean> {
  const before = entryId === null ? null : await existingEntry(ports, 'credential', entryId);
  return before?.ok === true && before.value.organizationId === null;
}

/** All organizations that the key sees: only to be chosen from at each use. */
async function chosenAmongAll(
  ports: Ports,
  { apiKeyId, entryId, selection }: CredentialEntryInput,
  { role }: Caller,
): Promise<Result<Chosen>> {
  if (selection.mode !== 'always-prompt') return fail({ code: 'invalid-input', field: 'organizationId' });
  if (role !== 'administrator' && !(await isOfAll(ports, entryId))) return fail({ code: 'administrator-only' });
  const organizations = await organizationsBy(ports, apiKeyId, false);
  return organizations.ok ? ok(everyOrganization) : organizations;
}

/** Names come from IT Glue itself, not from the page that saves; a password must belong to the organization that was chosen. */
async function chosenIn(
  ports: Ports,
  access: ItGlueAccess,
  input: CredentialEntryInput,
  caller: Caller,
): Promise<Result<Chosen>> {
  const { passwordId } = input.selection;
  if (input.organizationId === null) return chosenAmongAll(ports, input, caller);
  if (input.selection.mode === 'always-prompt') {
    const organization = await ports.itGlue.organization(access, input.organizationId);
    if (!organization.ok) return organization;
    const { id: organizationId, name: organizationName, shortName: organizationShortName } = organization.value;
    return ok({ organizationId, organizationName, organizationShortName, selection: { mode: 'always-prompt' } });
  }
  if (passwordId === null) return fail({ code: 'invalid-input', field: 'password' });
  const summary = await ports.itGlue.passwordSummary(access, passwordId);
  if (!summary.ok) return summary;
  const { organizationId, organizationName, name, username } = summary.value;
  if (organizationId !== input.organizationId) return fail({ code: 'record-moved' });
  const shown = username === null ? null : displayText(username);
  // Without a short name the entry is as good as before: only variables in Hosts want it.
  const organization = await organizationBy(ports, input.apiKeyId, organizationId);
  const organizationShortName = organization.ok ? organization.value.shortName : null;
  const selection = { mode: 'password', passwordId, passwordName: name, username: shown } as const;
  return ok({ organizationId, organizationName, organizationShortName, selection });
}

type Kept = Pick<CredentialEntry, 'code' | 'copyCode' | 'asksReason'>;

const noneKept: Kept = { code: null, copyCode: false };

/** What an edited entry keeps: its question for a reason, and its one-time codes, which belong to the password it stood for. */
async function keptOf(ports: Ports, { entryId, selection }: CredentialEntryInput): Promise<Kept> {
  const before = entryId === null ? null : await existingEntry(ports, 'credential', entryId);
  if (before?.ok !== true) return noneKept;
  const { selection: chosen, code, copyCode, asksReason = false } = before.value;
  const same =
    chosen.mode === 'password' && chosen.passwordId === selection.passwordId && selection.mode === 'password';
  return { ...(same ? { code, copyCode } : noneKept), ...(asksReason ? { asksReason } : {}) };
}

/**
 * Keeps the entry with the primary domain of its organization, in turn with changes of those, and has its sessions
 * follow it.
 */
const keptWithDomain = (ports: Ports, caller: Caller, chosen: CredentialEntry) =>
  inKeyTurn(ports.store, async () => {
    const domains = await primaryDomainsOf(ports, chosen.apiKeyId);
    const entry = chosen.organizationId === null ? chosen : withPrimaryDomain(chosen, domains);
    const kept = await keepCredential(ports, caller, entry);
    if (!kept.ok) return kept;
    // Only once the entry no longer says that it has one: a failed save loses no seed.
    if (entry.code === null && entry.rev > 1) await ports.store.remove('code-seed', entry.id);
    await followOrganization(ports, entry);
    return kept;
  });

/** Credential management – IT Glue: saved only when IT Glue knows what it points at. */
export const saveCredentialEntry: UseCase<'credentialEntry.save'> = async (ports, input, caller) => {
  const may = await mayUseKey(ports, caller, input.entryId, input.apiKeyId);
  if (!may.ok) return may;
  const access = await accessOf(ports, input.apiKeyId);
  if (!access.ok) return access;
  const chosen = await chosenIn(ports, access.value, input, caller);
  if (!chosen.ok) return chosen;
  const identity = await identityFor(ports, 'credential', input);
  if (!identity.ok) return identity;
  const placement = await placementFor(ports, caller, input);
  if (!placement.ok) return placement;
  const entry: CredentialEntry = {
    ...identity.value,
    ...placement.value,
    kind: 'credential',
    name: input.name,
    apiKeyId: input.apiKeyId,
    ...chosen.value,
    permissions: placement.value.inheritsPermissions ? noPermissions : input.permissions,
    ...(await keptOf(ports, input)),
  };
  return keptWithDomain(ports, caller, entry);
};
