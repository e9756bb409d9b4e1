import { describe, expect, it } from 'vitest';
import { passGate } from '../../../src/background/gate.ts';
import { openPack, sealPack } from '../../../src/background/pack/pack-file.ts';
import type { PackContents } from '../../../src/background/pack/pack-shapes.ts';
import { exportBackup } from '../../../src/background/use-cases/export-backup.ts';
import { readBackup, restoreBackup } from '../../../src/background/use-cases/restore-backup.ts';
import type { Folder } from '../../../src/domain/folder.ts';
import { noPermissions } from '../../../src/domain/permission.ts';
import { openPolicy } from '../../../src/domain/policy.ts';
import { credential, remote, session } from '../fill/fill-world.ts';
import { look, made, passphrase, take, technicianDevice } from '../pack/pack-world.ts';
import { policySource } from '../unmanaged.ts';
import { vaultWorld } from '../vault/vault-world.ts';
import {
  entryOf,
  everything,
  folderIn,
  folderOf,
  folderVault,
  inputOf,
  listOf,
  put,
  putInto,
  viewOnly,
  type World,
} from './folder-world.ts';

const reveal = (world: World) =>
  passGate({ ...world.ports, policy: policySource(openPolicy) }, 'credential.reveal', {
    entryId: credential.id,
    purpose: 'reveal',
  });

describe('a pack', () => {
  it('carries the folders around its entries, with their rights and never Edit', async () => {
    const admin = await folderVault();
    const outer = await folderIn(admin, { credentialEntryId: credential.id, permissions: { ...viewOnly, edit: true } });
    const inner = await folderIn(admin, { name: 'Inner', parentId: outer.id, permissions: null });
    await folderIn(admin, { name: 'Not of the pack' });
    await putInto(admin, inner.id);
    await put(admin.ports, {
      ...session,
      folderId: inner.id,
      inheritsPermissions: true,
      credentialEntryId: null,
      inheritsCredential: true,
    });
    const device = technicianDevice(admin);
    const pack = await made(admin);
    const shown = await look(device, pack);
    expect(shown.ok && shown.value.changes.map(({ kind, name, raises }) => [kind, name, raises.join()]).sort()).toEqual(
      [
        ['credential', 'Northwind portal', 'view'],
        ['folder', 'Inner', ''],
        ['folder', 'Northwind', ''],
        ['session', 'Northwind portal', ''],
      ],
    );
    await take(device, pack);
    const seen = await listOf(device, 'technician');
    expect(seen.folders.map(({ name, gives }) => [name, gives]).sort()).toEqual([
      ['Inner', viewOnly],
      ['Northwind', viewOnly],
    ]);
    expect(seen.entries.map(({ rights }) => rights)).toEqual([viewOnly, viewOnly]);
    // The link is followed when the pack is made.
    const carried = await entryOf(device, session.id);
    expect(carried).toMatchObject({ credentialEntryId: credential.id, folderId: inner.id });
    expect(carried).not.toHaveProperty('inheritsCredential');
    expect(await folderOf(device, outer.id)).toMatchObject({ permissions: viewOnly, credentialEntryId: null });
    expect(await reveal(device)).toMatchObject({ ok: false });
  });

  it('carries a remote session with the link that its folder gives it', async () => {
    const admin = await folderVault();
    const folder = await folderIn(admin, { credentialEntryId: credential.id });
    await put(admin.ports, { ...remote, folderId: folder.id, credentialEntryId: null, inheritsCredential: true });
    const device = technicianDevice(admin);
    await take(device, await made(admin, { entryIds: [remote.id] }));
    const carried = await entryOf(device, remote.id);
    expect(carried).toMatchObject({ credentialEntryId: credential.id, folderId: folder.id, rev: 1 });
    expect(carried).not.toHaveProperty('inheritsCredential');
  });

  it('newer, says what a folder raises, and takes folders away that it does not hold', async () => {
    const admin = await folderVault();
    const folder = await folderIn(admin);
    await putInto(admin, folder.id);
    const first = await made(admin);
    const device = technicianDevice(admin);
    await take(device, first);
    await folderIn(admin, { ...inputOf(folder), permissions: everything });
    const second = await made(admin, { packId: first.series.packId });
    const shown = await look(device, second);
    expect(shown.ok && shown.value.changes).toContainEqual(
      expect.objectContaining({ kind: 'credential', change: 'changed', raises: ['viewPassword'] }),
    );
    await take(device, second, null);
    expect(await reveal(device)).toMatchObject({ ok: true });
    await put(admin.ports, { ...credential, rev: 9 });
    await put(admin.ports, { ...session, rev: 9 });
    await take(device, await made(admin, { packId: first.series.packId }), null);
    expect((await listOf(device, 'technician')).folders).toEqual([]);
    expect(await device.ports.store.list('folder')).toMatchObject({ value: { contents: [] } });
  });

  it('gives nothing to what inherits without a way to the top', async () => {
    const admin = await folderVault();
    await putInto(admin, 'gone' as never);
    const device = technicianDevice(admin);
    await take(device, await made(admin));
    expect((await listOf(device, 'technician')).entries).toEqual([]);
  });

  it('with folders that no administrator can make is refused whole', async () => {
    const admin = await folderVault();
    const folder = await folderIn(admin);
    await putInto(admin, folder.id);
    const pack = await made(admin);
    const opened = await openPack(admin.ports, pack.text, pack.code);
    if (!opened.ok) throw new Error(opened.failure.code);
    const { contents } = opened.value;
    const [one] = contents.folders as readonly [Folder];
    const key = await admin.ports.store.get('signing-key', 'pair');
    if (!key.ok || key.value === null) throw new Error('There is no key.');
    const forged: readonly (readonly Folder[])[] = [
      [],
      [{ ...one, permissions: { ...viewOnly, edit: true } }],
      [{ ...one, parentId: one.id }],
      [{ ...one, credentialEntryId: credential.id }],
      [one, one],
    ];
    for (const folders of forged) {
      const text = await sealPack(
        admin.ports,
        { ...contents, folders } as PackContents,
        key.value,
        'AAAA-BBBB-CCCC-DDDD-EEEE',
      );
      const answer = await look(technicianDevice(admin), { text, code: 'AAAA-BBBB-CCCC-DDDD-EEEE' });
      expect(answer).toMatchObject({ failure: { problem: 'bad-contents' } });
    }
  });
});

describe('a backup', () => {
  const backedUp = async (world: World): Promise<string> => {
    const answer = await world.run(exportBackup, {});
    if (!answer.ok) throw new Error(answer.failure.code);
    return answer.value.text;
  };
  const restore = (world: World, text: string) => world.run(restoreBackup, { text, passphrase }, { role: null });

  it('brings folders back, with what inherits in them', async () => {
    const world = await folderVault();
    const folder = await folderIn(world);
    await putInto(world, folder.id);
    const device = vaultWorld();
    expect(await restore(device, await backedUp(world))).toMatchObject({ ok: true });
    expect((await listOf(device)).folders).toMatchObject([{ name: 'Northwind', gives: viewOnly }]);
    expect((await listOf(device, 'technician')).entries).toHaveLength(2);
  });

  it('brings remote sessions back in their folders, and says what changes before', async () => {
    const world = await folderVault();
    const outer = await folderIn(world, { credentialEntryId: credential.id });
    const inner = await folderIn(world, { name: 'Servers', parentId: outer.id, permissions: null });
    const placed = { folderId: inner.id, inheritsPermissions: true, inheritsCredential: true } as const;
    const inherits = { ...remote, ...placed, credentialEntryId: null } as const;
    const second = { ...remote, id: 'r2' as typeof remote.id, name: 'Mac', protocol: 'vnc' } as const;
    await put(world.ports, inherits);
    await put(world.ports, second);
    const text = await backedUp(world);
    expect(text).not.toContain(remote.host);
    await put(world.ports, { ...remote, rev: 4, host: 'evil.example' });
    await world.ports.store.remove('entry', second.id);
    const shown = await world.run(readBackup, { text, passphrase });
    const told = shown.ok
      ? shown.value.changes.map(({ kind, name, change, about }) => [kind, name, change, ...about])
      : [];
    expect(told.filter(([kind]) => kind !== 'session' && kind !== 'credential')).toEqual([
      ['folder', 'Northwind', 'kept'],
      ['folder', 'Servers', 'kept'],
      ['remote', 'DC 01', 'changed', 'ssh://dc01.northwind.example'],
      ['remote', 'Mac', 'added', 'vnc://dc01.northwind.example'],
    ]);
    await restore(world, text);
    expect(await entryOf(world, remote.id)).toEqual({ ...inherits, rev: 5 });
    const seen = (await listOf(world)).entries.find(({ id }) => id === remote.id);
    expect(seen).toMatchObject({ credentialEntryId: credential.id, folderId: inner.id });
    const device = vaultWorld();
    expect(await restore(device, text)).toMatchObject({ ok: true });
    expect(await entryOf(device, remote.id)).toEqual(inherits);
    expect(await entryOf(device, second.id)).toEqual(second);
  });

  it('sets folders back in a vault that is there, and says so, with what that raises', async () => {
    const world = await folderVault();
    const folder = await folderIn(world, { permissions: everything });
    await putInto(world, folder.id);
    const text = await backedUp(world);
    await folderIn(world, { ...inputOf(folder), permissions: noPermissions });
    await folderIn(world, { name: 'Later' });
    const shown = await world.run(readBackup, { text, passphrase });
    const told = shown.ok ? shown.value.changes.map(({ kind, change, raises }) => [kind, change, ...raises]) : [];
    expect(told.sort()).toEqual([
      ['credential', 'changed', 'view', 'viewPassword'],
      ['folder', 'changed'],
      ['folder', 'kept'],
      ['session', 'kept'],
    ]);
    await restore(world, text);
    expect(await folderOf(world, folder.id)).toMatchObject({ permissions: everything, rev: 3 });
    expect((await listOf(world)).folders.map(({ name }) => name)).toEqual(['Later', 'Northwind']);
  });
});
