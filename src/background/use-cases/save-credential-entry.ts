import { displayText } from '../../domain/display-text.ts';
import type { CredentialEntry, Selection } from '../../domain/entry.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { CodeFacts } from '../../domain/totp.ts';
import type { CredentialEntryInput } from '../../messaging/contract.ts';
import { accessOf } from '../api-key-access.ts';
import { keepCredential } from '../keep-credential.ts';
import type { ItGlueAccess, Ports } from '../ports.ts';
import { existingEntry, identityFor } from '../saved-entry.ts';
import type { UseCase } from '../use-case.ts';

interface Chosen {
  readonly organizationName: string;
  readonly selection: Selection;
}

/** Names come from IT Glue itself, not from the page that saves; a password must belong to the organization that was chosen. */
async function chosenIn(ports: Ports, access: ItGlueAccess, input: CredentialEntryInput): Promise<Result<Chosen>> {
  const { passwordId } = input.selection;
  if (input.selection.mode === 'always-prompt') {
    const organization = await ports.itGlue.organization(access, input.organizationId);
    if (!organization.ok) return organization;
    return ok({ organizationName: organization.value.name, selection: { mode: 'always-prompt' } });
  }
  if (passwordId === null) return fail({ code: 'invalid-input', field: 'password' });
  const summary = await ports.itGlue.passwordSummary(access, passwordId);
  if (!summary.ok) return summary;
  const { organizationId, organizationName, name, username } = summary.value;
  if (organizationId !== input.organizationId) return fail({ code: 'record-moved' });
  const shown = username === null ? null : displayText(username);
  return ok({ organizationName, selection: { mode: 'password', passwordId, passwordName: name, username: shown } });
}

/** What an edited entry keeps of its one-time codes: they belong to the password it stood for. */
async function keptCode(ports: Ports, { entryId, selection }: CredentialEntryInput): Promise<CodeFacts | null> {
  if (entryId === null) return null;
  const before = await existingEntry(ports, 'credential', entryId);
  if (!before.ok || before.value.code === null) return null;
  const { selection: chosen, code } = before.value;
  if (chosen.mode === 'password' && chosen.passwordId === selection.passwordId && selection.mode === 'password')
    return code;
  await ports.store.remove('code-seed', entryId);
  return null;
}

/** Credential management – IT Glue: saved only when IT Glue knows what it points at. */
export const saveCredentialEntry: UseCase<'credentialEntry.save'> = async (ports, input, caller) => {
  const access = await accessOf(ports, input.apiKeyId);
  if (!access.ok) return access;
  const chosen = await chosenIn(ports, access.value, input);
  if (!chosen.ok) return chosen;
  const identity = await identityFor(ports, 'credential', input);
  if (!identity.ok) return identity;
  const entry: CredentialEntry = {
    ...identity.value,
    kind: 'credential',
    name: input.name,
    apiKeyId: input.apiKeyId,
    organizationId: input.organizationId,
    ...chosen.value,
    permissions: input.permissions,
    code: await keptCode(ports, input),
  };
  return keepCredential(ports, caller, entry);
};
