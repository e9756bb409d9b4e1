import { type CredentialEntry, type Entry, entryPermissions } from '../domain/entry.ts';
import type { Right } from '../domain/failure.ts';
import type { EntryId } from '../domain/ids.ts';
import { effectivePermissions, type Permissions, type Role } from '../domain/permission.ts';
import { cappedPermissions, type Policy } from '../domain/policy.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { CommandName } from '../messaging/contract.ts';
import { type Rule, rules } from '../messaging/contract-rules.ts';
import { reasonCheck } from './given-reason.ts';
import { requestRefusal, useRefusal } from './policy-gate.ts';
import type { Ports, SealedStore } from './ports.ts';
import type { Caller } from './use-case.ts';

type GatePorts = Pick<Ports, 'store' | 'session' | 'now'>;

/** The credential entry that a session is linked to; null: none, or it is gone. A credential entry is its own. */
export async function linkedCredential(store: SealedStore, entry: Entry): Promise<Result<CredentialEntry | null>> {
  if (entry.kind === 'credential') return ok(entry);
  if (entry.credentialEntryId === null) return ok(null);
  const linked = await store.get('entry', entry.credentialEntryId);
  if (!linked.ok) return linked;
  return ok(linked.value?.kind === 'credential' && linked.value.deletedAt === null ? linked.value : null);
}

/** What a role may do with an entry; an entry it may not view does not exist for it. */
export async function rightsOn(store: SealedStore, role: Role, entry: Entry): Promise<Result<Permissions>> {
  const linked = await linkedCredential(store, entry);
  return linked.ok ? ok(effectivePermissions(role, entryPermissions(entry, linked.value))) : linked;
}

/** Commands by which a password or a code leaves the vault: an entry may ask for a reason first. */
const needsReason: ReadonlySet<CommandName> = new Set([
  'credential.reveal',
  'credential.code',
  'page.fill',
  'session.launch',
  'challenge.answer',
  'remote.handOver',
]);

async function demand(
  ports: GatePorts,
  command: CommandName,
  role: Role,
  right: Right,
  id: EntryId,
  policy: Policy,
): Promise<Result<void>> {
  const deleted = command === 'entry.restore';
  const entry = await ports.store.get('entry', id);
  if (!entry.ok) return entry;
  if (entry.value === null || (entry.value.deletedAt !== null) !== deleted) return fail({ code: 'entry-not-found' });
  const rights = await rightsOn(ports.store, role, entry.value);
  if (!rights.ok) return rights;
  if (!rights.value.view) return fail({ code: 'entry-not-found' });
  const linked = await linkedCredential(ports.store, entry.value);
  if (!linked.ok) return linked;
  const key = useRefusal(policy, command, entry.value, linked.value);
  if (key !== null) return fail({ code: 'policy-forbids', rule: key });
  if (!cappedPermissions(rights.value, policy)[right]) return fail({ code: 'not-allowed', right });
  return needsReason.has(command) ? reasonCheck(ports, linked.value) : ok(undefined);
}

/** Commands that stay when the pack of a vault has ended: what takes the next one, and what gives nothing of it. */
const afterEnd: ReadonlySet<CommandName> = new Set([
  'settings.get',
  'policy.get',
  'vault.changePassphrase',
  'pack.read',
  'pack.accept',
]);

async function check(
  ports: GatePorts,
  command: CommandName,
  rule: Rule,
  role: Role,
  request: object,
  policy: Policy,
): Promise<Result<void>> {
  if (rule.needs === 'unlocked') return ok(undefined);
  if (!('on' in rule)) return role === 'administrator' ? ok(undefined) : fail({ code: 'administrator-only' });
  const id = (request as Readonly<Partial<Record<typeof rule.on, EntryId | null>>>)[rule.on] ?? null;
  if (id === null) return role === 'administrator' ? ok(undefined) : fail({ code: 'administrator-only' });
  return demand(ports, command, role, rule.needs, id, policy);
}

/** What a panel asks by itself whenever another page comes in front: that must not keep the vault open for ever. */
const looks: ReadonlySet<CommandName> = new Set(['page.front', 'index.state']);

/**
 * The one place where rights are enforced, before dispatch. Every passed command but those that need nothing counts as
 * use of the vault; looks that a page of ours takes by itself do not.
 */
export async function passGate(
  ports: GatePorts & Pick<Ports, 'door' | 'policy' | 'records'>,
  command: CommandName,
  request: object,
): Promise<Result<Caller>> {
  const rule: Rule = rules[command];
  if (rule.needs === 'nothing') return ok({ role: null });
  if ('orNoVault' in rule && (await ports.records.header()) === null) return ok({ role: null });
  const role = await ports.door.role();
  if (role === null) return fail({ code: 'locked' });
  const { policy, pack } = await ports.policy.read();
  if (pack?.ended && !afterEnd.has(command)) return fail({ code: 'pack-ended', expiresAt: pack.expiresAt });
  const checked = await check(ports, command, rule, role, request, policy);
  if (!checked.ok) return checked;
  const key = requestRefusal(policy, command, request);
  if (key !== null) return fail({ code: 'policy-forbids', rule: key });
  if (!looks.has(command)) await ports.door.touch();
  return ok({ role });
}
