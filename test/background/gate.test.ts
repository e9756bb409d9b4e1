import { describe, expect, it } from 'vitest';
import { createSessionMemory } from '../../src/background/adapters/session-memory.ts';
import { passGate } from '../../src/background/gate.ts';
import type { Records, SealedStore, VaultDoor } from '../../src/background/ports.ts';
import type { CredentialEntry, Entry, SessionEntry } from '../../src/domain/entry.ts';
import type { Folder } from '../../src/domain/folder.ts';
import { asId, type EntryId } from '../../src/domain/ids.ts';
import type { PackInUse } from '../../src/domain/pack.ts';
import type { Permissions, Role } from '../../src/domain/permission.ts';
import { fail, ok } from '../../src/domain/result.ts';
import { kdfFloor, type VaultHeader, vaultVersion } from '../../src/domain/sealed.ts';
import type { CommandName } from '../../src/messaging/contract.ts';
import { rules } from '../../src/messaging/contract-rules.ts';
import { policySource } from './unmanaged.ts';
import { memoryArea } from './vault/vault-world.ts';

const id = (text: string): EntryId => asId<'entry'>(text);

const credential = (permissions: Permissions): CredentialEntry => ({
  kind: 'credential',
  code: null,
  copyCode: false,
  organizationShortName: null,
  id: id('credential'),
  rev: 1,
  name: 'Northwind firewall',
  deletedAt: null,
  apiKeyId: asId('key'),
  organizationId: asId('1'),
  organizationName: 'Northwind',
  selection: { mode: 'always-prompt' },
  permissions,
});

const session: SessionEntry = {
  kind: 'session',
  id: id('session'),
  rev: 1,
  name: 'Firewall',
  deletedAt: null,
  startUrl: 'https://fw.example/',
  origin: 'https://fw.example',
  signInOrigins: [],
  credentialEntryId: id('credential'),
  allowHttp: false,
  autoSubmit: false,
  sameOriginFrames: false,
  fieldChoices: [],
  hostTemplate: null,
  rememberedPasswords: [],
  httpAuth: false,
};

interface World {
  readonly role: Role | null;
  readonly permissions: Permissions;
  readonly deleted?: boolean;
  readonly pack?: PackInUse | null;
  readonly noVault?: boolean;
  /** Whose passphrases open it. */
  readonly slots?: readonly Role[];
  /** Both entries then inherit from it. */
  readonly folder?: Folder | null;
}

const viewOnly: Permissions = { view: true, viewPassword: false, edit: false };
const inheriting = { folderId: asId<'folder'>('folder'), inheritsPermissions: true } as const;

/** A header as it lies on the disk, with a key slot for each of these roles. */
const headerOf = (slots: readonly Role[]): VaultHeader => ({
  v: vaultVersion,
  kid: 'A',
  createdAt: 1,
  slots: slots.map((role) => ({
    id: 'A',
    role,
    kdf: { ...kdfFloor, alg: 'argon2id', salt: 'A'.repeat(22) },
    iv: 'A',
    ct: 'A',
  })),
});

const administered: readonly Role[] = ['administrator', 'technician'];

function worldOf(setup: World) {
  const { role, permissions, deleted = false, pack = null, noVault = false, folder = null } = setup;
  const change = { deletedAt: deleted ? 1 : null, ...(folder === null ? {} : inheriting) };
  const entries = new Map<string, Entry>([
    ['credential', { ...credential(permissions), ...change }],
    ['session', { ...session, ...change }],
    ['unlinked', { ...session, id: id('unlinked'), credentialEntryId: null }],
    ['view-only', { ...credential(viewOnly), id: id('view-only'), deletedAt: change.deletedAt }],
  ]);
  let touched = 0;
  const folders = new Map<string, Folder>(folder === null ? [] : [['folder', folder]]);
  const store = {
    get: async (kind: string, key: string) => ok((kind === 'folder' ? folders : entries).get(key) ?? null),
    list: async (kind: string) => ok({ contents: [...(kind === 'folder' ? folders : entries).values()], damaged: [] }),
  } as unknown as SealedStore;
  const door: VaultDoor = { role: async () => role, touch: async () => void touched++, lock: async () => {} };
  const records = {
    header: async () => (noVault ? null : headerOf(setup.slots ?? administered)),
  } as unknown as Records;
  const memory = createSessionMemory(memoryArea());
  return {
    store,
    door,
    records,
    session: memory,
    now: () => 1,
    policy: policySource({}, pack),
    touches: () => touched,
  };
}

const roles: readonly (Role | null)[] = [null, 'technician', 'administrator'];
const yesNo = [true, false];
const allPermissions: readonly Permissions[] = yesNo.flatMap((view) =>
  yesNo.flatMap((viewPassword) => yesNo.map((edit) => ({ view, viewPassword, edit }))),
);
const commands = Object.keys(rules) as readonly CommandName[];

/** What DESIGN says, written down a second time and without looking at the gate. */
function expected(command: CommandName, role: Role | null, permissions: Permissions): string {
  const { needs } = rules[command];
  if (needs === 'nothing') return 'passed';
  if (role === null) return 'locked';
  if (needs === 'unlocked') return 'passed';
  // Of a vault that has an administrator; that of a pack is told apart below.
  if (needs === 'administrator' || needs === 'audit-reader')
    return role === 'administrator' ? 'passed' : 'administrator-only';
  if (role === 'administrator') return needs === 'viewPassword' && !permissions.viewPassword ? 'not-allowed' : 'passed';
  if (!permissions.view) return 'entry-not-found';
  return permissions[needs] ? 'passed' : 'not-allowed';
}

const cases = commands.flatMap((command) =>
  roles.flatMap((role) =>
    allPermissions.flatMap((permissions) =>
      ['credential', 'session'].map((entryId) => ({ command, role, permissions, entryId })),
    ),
  ),
);

const restores: readonly CommandName[] = ['entry.restore', 'entries.restore'];
const naming = (entryId: string, ...others: readonly string[]) => ({
  entryId: id(entryId),
  entryIds: [entryId, ...others].map(id),
  region: 'us',
});
const clientFolder = (permissions: Permissions | null): Folder => ({
  id: asId('folder'),
  rev: 1,
  name: 'Northwind',
  parentId: null,
  permissions,
  credentialEntryId: null,
  deletedAt: null,
});
const everything: Permissions = { view: true, viewPassword: true, edit: true };
const nothingAtAll: Permissions = { view: false, viewPassword: false, edit: false };

describe('the gate', () => {
  it.each(commands)('SR-40: %s: every role x every right x both kinds of entry', async (command) => {
    const rows = cases.filter((row) => row.command === command);
    expect(rows).toHaveLength(48);
    for (const { role, permissions, entryId } of rows) {
      const world = worldOf({ role, permissions, deleted: restores.includes(command) });
      const passed = await passGate(world, command, naming(entryId));
      const said = passed.ok ? 'passed' : passed.failure.code;
      // A deleted credential gives its session no rights: only an administrator restores that.
      const orphaned = restores.includes(command) && entryId === 'session' && role === 'technician';
      expect({ role, permissions, entryId, said }).toEqual({
        role,
        permissions,
        entryId,
        said: orphaned ? 'entry-not-found' : expected(command, role, permissions),
      });
      // A panel that stays open looks by itself: that must not keep the vault open.
      const byItself = command === 'page.front' || command === 'index.state';
      expect(world.touches()).toBe(passed.ok && rules[command].needs !== 'nothing' && !byItself ? 1 : 0);
    }
  });

  it.each(commands)('%s: rights that a folder gives count like own ones, whatever the entry says', async (command) => {
    for (const { role, permissions, entryId } of cases.filter((row) => row.command === command)) {
      const world = worldOf({
        role,
        // What a record says beside its inheritance means nothing.
        permissions: { view: true, viewPassword: true, edit: true },
        folder: clientFolder(permissions),
        deleted: restores.includes(command),
      });
      const passed = await passGate(world, command, naming(entryId));
      const said = passed.ok ? 'passed' : passed.failure.code;
      const orphaned = restores.includes(command) && entryId === 'session' && role === 'technician';
      const wanted = orphaned ? 'entry-not-found' : expected(command, role, permissions);
      expect({ role, permissions, entryId, said }).toEqual({ role, permissions, entryId, said: wanted });
    }
  });

  it.each(commands)('%s: a folder that says nothing, or is gone, gives nothing', async (command) => {
    for (const role of roles)
      for (const folder of [clientFolder(null), { ...clientFolder(everything), deletedAt: 1 }]) {
        const world = worldOf({ role, permissions: everything, folder, deleted: restores.includes(command) });
        const passed = await passGate(world, command, naming('credential'));
        const said = passed.ok ? 'passed' : passed.failure.code;
        expect({ role, said }).toEqual({ role, said: expected(command, role, nothingAtAll) });
      }
  });

  const onEach = commands.filter((command) => 'onEach' in rules[command]);

  it.each(onEach)('%s: one entry without the right, or that is not there, and none of them passes', async (command) => {
    const deleted = restores.includes(command);
    const administrator = worldOf({ role: 'administrator', permissions: everything, deleted });
    expect((await passGate(administrator, command, naming('credential', 'session'))).ok).toBe(true);
    expect(await passGate(administrator, command, naming('credential', 'gone'))).toEqual(
      fail({ code: 'entry-not-found' }),
    );
    const technician = worldOf({ role: 'technician', permissions: everything, deleted });
    expect(await passGate(technician, command, naming('credential', 'unlinked'))).toEqual(
      fail({ code: 'entry-not-found' }),
    );
    expect(await passGate(technician, command, naming('credential', 'view-only'))).toEqual(
      fail({ code: 'not-allowed', right: 'edit' }),
    );
    const blocked = worldOf({ role: 'technician', permissions: { ...everything, edit: false }, deleted });
    expect(await passGate(blocked, command, naming('credential'))).toEqual(
      fail({ code: 'not-allowed', right: 'edit' }),
    );
  });

  it.each(onEach)('%s on no entry is for the administrator alone', async (command) => {
    const technician = worldOf({ role: 'technician', permissions: everything });
    expect(await passGate(technician, command, { entryIds: [] })).toEqual(fail({ code: 'administrator-only' }));
  });

  const onOne = commands.filter((command) => 'on' in rules[command]);

  it.each(onOne)('%s without an entry is for the administrator alone', async (command) => {
    const technician = await passGate(worldOf({ role: 'technician', permissions: everything }), command, {
      entryId: null,
    });
    expect(technician).toEqual(fail({ code: 'administrator-only' }));
    const administrator = await passGate(worldOf({ role: 'administrator', permissions: everything }), command, {
      entryId: null,
    });
    expect(administrator.ok).toBe(true);
  });

  it.each(onOne)('%s on an entry that is not there is refused', async (command) => {
    const passed = await passGate(worldOf({ role: 'administrator', permissions: everything }), command, {
      entryId: id('gone'),
    });
    expect(passed).toEqual(fail({ code: 'entry-not-found' }));
  });

  it('View password is nobody’s where a policy forbids both showing and copying', async () => {
    const world = worldOf({ role: 'administrator', permissions: everything });
    world.policy.set({ disableReveal: true, disableCopy: true });
    const passed = await passGate(world, 'credential.code', { entryId: id('credential') });
    expect(passed).toEqual(fail({ code: 'not-allowed', right: 'viewPassword' }));
  });

  it('without a vault only what needs nothing passes, and what begins one', async () => {
    const passing = ['pack.read', 'pack.accept', 'backup.read', 'backup.restore'];
    for (const command of commands) {
      const passed = await passGate(worldOf({ role: null, permissions: everything, noVault: true }), command, {});
      const expectedPass = rules[command].needs === 'nothing' || passing.includes(command);
      expect({ command, ok: passed.ok }).toEqual({ command, ok: expectedPass });
    }
  });

  const ended: PackInUse = {
    packId: 'p',
    name: 'Northwind',
    version: 1,
    issuedAt: 1,
    expiresAt: 2,
    signer: 's',
    policy: {
      disableAlwaysPrompt: false,
      disableReveal: false,
      disableCopy: false,
      disableHttp: false,
      lockIdleMinutesMax: 240,
      lockCapHoursMax: 24,
    },
    seenAt: 1,
    confirmed: {},
    ended: true,
  };

  it('SR-39: a pack that has ended leaves nothing but taking the next one', async () => {
    const next = ['settings.get', 'policy.get', 'vault.changePassphrase', 'pack.read', 'pack.accept'];
    // What to change when somebody leaves is asked after the last day above all.
    const left = [...next, 'audit.stretch', 'audit.export'];
    for (const command of commands.filter((name) => rules[name].needs !== 'nothing')) {
      const world = worldOf({ role: 'technician', permissions: everything, pack: ended, slots: ['technician'] });
      const passed = await passGate(world, command, { entryId: id('session') });
      const said = passed.ok ? 'passed' : passed.failure.code;
      expect({ command, said }).toEqual({ command, said: left.includes(command) ? 'passed' : 'pack-ended' });
    }
  });

  it('SR-40: the technician of a pack reads the audit; one beside an administrator does not, whatever lies there as a pack', async () => {
    const readers = commands.filter((command) => rules[command].needs === 'audit-reader');
    expect(readers).toEqual(['audit.stretch', 'audit.export']);
    for (const command of readers)
      for (const pack of [null, { ...ended, ended: false }, ended])
        for (const slots of [administered, ['administrator'], ['technician']] as const)
          for (const role of roles) {
            const world = worldOf({ role, permissions: everything, pack, slots });
            const passed = await passGate(world, command, {});
            const reads = role === 'administrator' || (pack !== null && slots[0] === 'technician');
            const refusal = role === null ? 'locked' : 'administrator-only';
            const said = passed.ok ? 'passed' : passed.failure.code;
            const wanted = role !== null && reads ? 'passed' : refusal;
            expect({ command, pack, slots, role, said }).toEqual({ command, pack, slots, role, said: wanted });
            expect(world.touches()).toBe(passed.ok ? 1 : 0);
          }
  });

  it('SR-40: nobody becomes a reader of the audit by a header that cannot be read', async () => {
    const world = worldOf({ role: 'technician', permissions: everything, pack: ended, slots: [] });
    expect(await passGate(world, 'audit.stretch', {})).toEqual(fail({ code: 'administrator-only' }));
  });

  it('SR-40: nothing else that is an administrator’s is the technician’s of a pack', async () => {
    for (const command of commands.filter((name) => rules[name].needs === 'administrator')) {
      const pack = { ...ended, ended: false };
      const world = worldOf({ role: 'technician', permissions: everything, pack, slots: ['technician'] });
      expect(await passGate(world, command, {})).toEqual(fail({ code: 'administrator-only' }));
    }
  });

  it('a deleted entry can only be restored', async () => {
    for (const command of [...onOne, ...onEach]) {
      const passed = await passGate(
        worldOf({ role: 'administrator', permissions: everything, deleted: true }),
        command,
        naming('credential'),
      );
      expect({ command, ok: passed.ok }).toEqual({ command, ok: restores.includes(command) });
    }
  });

  it('a session that is not linked gives a technician nothing', async () => {
    const passed = await passGate(worldOf({ role: 'technician', permissions: everything }), 'session.launch', {
      entryId: id('unlinked'),
    });
    expect(passed).toEqual(fail({ code: 'entry-not-found' }));
  });
});
