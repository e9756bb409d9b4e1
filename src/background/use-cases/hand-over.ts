import type { CredentialEntry, RemoteEntry } from '../../domain/entry.ts';
import type { Failure } from '../../domain/failure.ts';
import type { PasswordId } from '../../domain/ids.ts';
import { unconfirmed } from '../../domain/pack.ts';
import { cappedPermissions } from '../../domain/policy.ts';
import { remoteWay } from '../../domain/remote-way.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { Secret } from '../../domain/secret.ts';
import { accessOf, noteSuccess } from '../api-key-access.ts';
import { commandSubject } from '../audit/audit-subject.ts';
import { chosenPassword } from '../chosen-password.ts';
import { linkedCredential, rightsOn } from '../gate.ts';
import { indexedRecord } from '../index/indexed-record.ts';
import { noteUse } from '../index/password-uses.ts';
import { noteRecent } from '../marks.ts';
import type { Ports } from '../ports.ts';
import { putOnClipboard } from '../put-on-clipboard.ts';
import { existingEntry } from '../saved-entry.ts';
import type { UseCase } from '../use-case.ts';

/** Why the password may not go to the clipboard: copying it shows it. null: it may. */
async function copyRefusal(ports: Ports, entry: RemoteEntry): Promise<Failure | null> {
  const role = await ports.door.role();
  if (role === null) return { code: 'locked' };
  const rights = await rightsOn(ports.store, role, entry);
  if (!rights.ok) return rights.failure;
  const { policy } = await ports.policy.read();
  if (policy.disableCopy) return { code: 'policy-forbids', rule: 'disableCopy' };
  return cappedPermissions(rights.value, policy).viewPassword ? null : { code: 'not-allowed', right: 'viewPassword' };
}

interface SignIn {
  readonly username: string | null;
  /** null: it was not asked for. */
  readonly password: Secret | null;
}

/** What IT Glue has for the one password that is meant, and its value only where it may be copied. */
async function signInOf(
  ports: Ports,
  credential: CredentialEntry,
  passwordId: PasswordId,
  withPassword: boolean,
): Promise<Result<SignIn>> {
  // An entry of all organizations reaches what its index holds, and a record there is of one organization.
  const record =
    credential.organizationId === null ? await indexedRecord(ports, credential.apiKeyId, passwordId) : null;
  if (record?.ok === false) return record;
  const access = await accessOf(ports, credential.apiKeyId);
  if (!access.ok) return access;
  const got = withPassword
    ? await ports.itGlue.password(access.value, passwordId)
    : await ports.itGlue.passwordSummary(access.value, passwordId);
  if (!got.ok) return got;
  const summary = 'summary' in got.value ? got.value.summary : got.value;
  const organizationId = record?.value.organization.organizationId ?? credential.organizationId;
  if (summary.organizationId !== organizationId) return fail({ code: 'record-moved' });
  if (summary.archived) return fail({ code: 'password-archived' });
  await noteSuccess(ports, credential.apiKeyId);
  return ok({ username: summary.username, password: 'value' in got.value ? got.value.value : null });
}

async function toClipboard(ports: Ports, entry: RemoteEntry, passwordId: PasswordId, password: Secret) {
  // A lock may have come while IT Glue was asked.
  const refusal = await copyRefusal(ports, entry);
  if (refusal !== null) return fail(refusal);
  const clearAt = await putOnClipboard(ports, password);
  if (clearAt === null) return fail({ code: 'clipboard-refused' });
  const subject = await commandSubject(ports, entry.id, passwordId);
  await ports.audit.note({ ...subject, action: 'copied', by: 'remote.handOver', outcome: 'ok' });
  return ok(clearAt);
}

/**
 * Hands a session over to its own program: a file or a link with the user name, and the password on the clipboard for 30
 * seconds, never in file or link. Who may not see the password gets the session without it, and is told so. One that came
 * in a pack opens nothing before its address was confirmed.
 */
export const handOver: UseCase<'remote.handOver'> = async (ports, { entryId, passwordId }) => {
  const entry = await existingEntry(ports, 'remote', entryId);
  if (!entry.ok) return entry;
  const addresses = unconfirmed((await ports.policy.read()).pack, entry.value);
  if (addresses !== null) return fail(addresses);
  const linked = await linkedCredential(ports.store, entry.value);
  if (!linked.ok) return linked;
  await noteRecent(ports, entryId);
  const credential = linked.value;
  if (credential === null) return ok({ way: remoteWay(entry.value, null), clearAt: null, withheld: null });
  const chosen = chosenPassword(credential, passwordId);
  if (!chosen.ok) return chosen;
  const refusal = await copyRefusal(ports, entry.value);
  const signIn = await signInOf(ports, credential, chosen.value, refusal === null);
  if (!signIn.ok) {
    const seen = credential.selection.mode === 'password' ? credential.selection.username : null;
    return ok({ way: remoteWay(entry.value, seen), clearAt: null, withheld: signIn.failure });
  }
  await noteUse(ports, credential.apiKeyId, chosen.value, null);
  const way = remoteWay(entry.value, signIn.value.username);
  const { password } = signIn.value;
  if (password === null) return ok({ way, clearAt: null, withheld: refusal });
  const copied = await toClipboard(ports, entry.value, chosen.value, password);
  return ok({ way, clearAt: copied.ok ? copied.value : null, withheld: copied.ok ? null : copied.failure });
};
