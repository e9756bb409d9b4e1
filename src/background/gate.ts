import { type CredentialEntry, type Entry, entryPermissions } from '../domain/entry.ts';
import type { Right } from '../domain/failure.ts';
import type { EntryId } from '../domain/ids.ts';
import type { PackInUse, PolicyInForce } from '../domain/pack.ts';
import { effectivePermissions, type Permissions, type Role } from '../domain/permission.ts';
import { cappedPermissions, type Policy } from '../domain/policy.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { CommandName } from '../messaging/contract.ts';
import { type Rule, rules } from '../messaging/contract-rules.ts';
import { allFolders, foldersAround, linkedIdOf } from './folders.ts';
import { reasonCheck } from './given-reason.ts';
import { requestRefusal, useRefusal } from './policy-gate.ts';
import type { Ports, SealedStore } from './ports.ts';
import type { Caller } from './use-case.ts';
import { decodeHeader, hasSlot } from './vault-header.ts';
import { viewable } from './viewable.ts';

type GatePorts = Pick<Ports, 'store' | 'session' | 'now'>;
type CheckPorts = GatePorts & Pick<Ports, 'records'>;

/** The credential entry that a session is linked to; null: none, or it is gone. A credential entry is its own. */
export async function linkedCredential(store: SealedStore, entry: Entry): Promise<Result<CredentialEntry | null>> {
  if (entry.kind === 'credential') return ok(entry);
  const id = await linkedIdOf(store, entry);
  if (!id.ok) return id;
  if (id.value === null) return ok(null);
  const linked = await store.get('entry', id.value);
  if (!linked.ok) return linked;
  return ok(linked.value?.kind === 'credential' && linked.value.deletedAt === null ? linked.value : null);
}

/** What a role may do with an entry and the credential behind it, by their own permissions or those of their folders. */
export async function rightsWith(
  store: SealedStore,
  role: Role,
  entry: Entry,
  linked: CredentialEntry | null,
): Promise<Result<Permissions>> {
  const folders = await foldersAround(store, [entry, linked]);
  return folders.ok ? ok(effectivePermissions(role, entryPermissions(entry, linked, folders.value))) : folders;
}

/** What a role may do with an entry; an entry it may not view does not exist for it. */
export async function rightsOn(store: SealedStore, role: Role, entry: Entry): Promise<Result<Permissions>> {
  const linked = await linkedCredential(store, entry);
  return linked.ok ? rightsWith(store, role, entry, linked.value) : linked;
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

/** Commands on entries that are deleted, and on no others. */
const restores: ReadonlySet<CommandName> = new Set(['entry.restore', 'entries.restore']);

async function demand(
  ports: GatePorts,
  command: CommandName,
  role: Role,
  right: Right,
  id: EntryId,
  policy: Policy,
): Promise<Result<void>> {
  const deleted = restores.has(command);
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

/** The same on several entries: whoever lacks the right on one of them gets none. */
async function demandEach(
  { store }: GatePorts,
  command: CommandName,
  role: Role,
  right: Right,
  ids: readonly EntryId[],
  policy: Policy,
): Promise<Result<void>> {
  const listed = await store.list('entry');
  if (!listed.ok) return listed;
  const folders = await allFolders(store);
  if (!folders.ok) return folders;
  const views = new Map(viewable(listed.value.contents, folders.value, role).map((one) => [one.entry.id, one]));
  const named = ids.map((id) => views.get(id));
  const there = named.filter((one) => one !== undefined && (one.entry.deletedAt !== null) === restores.has(command));
  if (there.length < ids.length) return fail({ code: 'entry-not-found' });
  const allowed = there.every((one) => one !== undefined && cappedPermissions(one.rights, policy)[right]);
  return allowed ? ok(undefined) : fail({ code: 'not-allowed', right });
}

/** Commands that stay when the pack of a vault has ended: what takes the next one, what gives nothing of it, and its audit. */
const afterEnd: ReadonlySet<CommandName> = new Set([
  'settings.get',
  'policy.get',
  'vault.changePassphrase',
  'pack.read',
  'pack.accept',
  'audit.stretch',
  'audit.export',
]);

/** A record that was put on the disk as a pack does not make the vault of an administrator one of a pack. */
async function isOfPack({ records }: CheckPorts, pack: PackInUse | null): Promise<boolean> {
  if (pack === null) return false;
  const header = decodeHeader(await records.header());
  return header.ok && !hasSlot(header.value, 'administrator');
}

async function check(
  ports: CheckPorts,
  command: CommandName,
  rule: Rule,
  role: Role,
  request: object,
  { policy, pack }: PolicyInForce,
): Promise<Result<void>> {
  if (rule.needs === 'unlocked') return ok(undefined);
  if (rule.needs === 'audit-reader' && (await isOfPack(ports, pack))) return ok(undefined);
  const byRole = role === 'administrator' ? ok(undefined) : fail({ code: 'administrator-only' });
  if ('onEach' in rule) {
    const ids = (request as Readonly<Partial<Record<typeof rule.onEach, readonly EntryId[]>>>)[rule.onEach] ?? [];
    return ids.length === 0 ? byRole : demandEach(ports, command, role, rule.needs, ids, policy);
  }
  if (!('on' in rule)) return byRole;
  const id = (request as Readonly<Partial<Record<typeof rule.on, EntryId | null>>>)[rule.on] ?? null;
  if (id === null) return byRole;
  return demand(ports, command, role, rule.needs, id, policy);
}

/** What a panel asks by itself whenever another page comes in front: that must not keep the vault open for ever. */
const looks: ReadonlySet<CommandName> = new Set(['page.front', 'index.state']);

/**
 * The one place where rights are enforced, before dispatch. Every passed command but those that need nothing counts as
 * use of the vault; looks that a page of ours takes by itself do not.
 */
export async function passGate(
  ports: CheckPorts & Pick<Ports, 'door' | 'policy'>,
  command: CommandName,
  request: object,
): Promise<Result<Caller>> {
  const rule: Rule = rules[command];
  if (rule.needs === 'nothing') return ok({ role: null });
  if ('orNoVault' in rule && (await ports.records.header()) === null) return ok({ role: null });
  const role = await ports.door.role();
  if (role === null) return fail({ code: 'locked' });
  const inForce = await ports.policy.read();
  const { policy, pack } = inForce;
  if (pack?.ended && !afterEnd.has(command)) return fail({ code: 'pack-ended', expiresAt: pack.expiresAt });
  const checked = await check(ports, command, rule, role, request, inForce);
  if (!checked.ok) return checked;
  const key = requestRefusal(policy, command, request);
  if (key !== null) return fail({ code: 'policy-forbids', rule: key });
  if (!looks.has(command)) await ports.door.touch();
  return ok({ role });
}
