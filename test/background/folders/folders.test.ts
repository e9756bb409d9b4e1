import { describe, expect, it } from 'vitest';
import { fillSubject } from '../../../src/background/fill-subject.ts';
import { passGate } from '../../../src/background/gate.ts';
import { deleteFolder, restoreFolder } from '../../../src/background/use-cases/delete-folder.ts';
import { moveEntries } from '../../../src/background/use-cases/move-entries.ts';
import { restoreEntry } from '../../../src/background/use-cases/restore-entry.ts';
import { saveFolder } from '../../../src/background/use-cases/save-folder.ts';
import { saveRemoteEntry } from '../../../src/background/use-cases/save-remote-entry.ts';
import type { EntryId } from '../../../src/domain/ids.ts';
import { openPolicy } from '../../../src/domain/policy.ts';
import { fail } from '../../../src/domain/result.ts';
import type { CommandName } from '../../../src/messaging/contract.ts';
import { credential, remote, session } from '../fill/fill-world.ts';
import { policySource } from '../unmanaged.ts';
import { diskText } from '../vault/vault-world.ts';
import {
  entryOf,
  everything,
  folderIn,
  folderOf,
  folderVault,
  inputOf,
  listOf,
  newFolder,
  put,
  putInto,
  unknownFolder,
  viewOnly,
  type World,
} from './folder-world.ts';

/** What the gate says to a technician. */
async function asTechnician(
  world: World,
  command: 'session.launch' | 'credential.reveal' | 'remote.handOver',
  entryId: EntryId,
) {
  const door = { ...world.ports.door, role: async () => 'technician' as const };
  const passed = await passGate({ ...world.ports, door, policy: policySource(openPolicy) }, command, {
    entryId,
    purpose: 'reveal',
  });
  return passed.ok ? 'passed' : passed.failure.code;
}

describe('SR-40: folders', () => {
  it('are an administrator’s alone to make, change, delete, restore and move', async () => {
    const world = await folderVault();
    const door = { ...world.ports.door, role: async () => 'technician' as const };
    const ports = { ...world.ports, door, policy: policySource(openPolicy) };
    const commands = ['save', 'delete', 'restore'].map((deed) => `folder.${deed}` as CommandName);
    for (const command of [...commands, 'folders.delete', 'folders.restore', 'entries.move'] as const)
      expect(await passGate(ports, command, {})).toEqual(fail({ code: 'administrator-only' }));
  });
});

describe('a folder', () => {
  it('is made, changed, and sealed like every record', async () => {
    const world = await folderVault();
    const made = await folderIn(world);
    expect(made).toMatchObject({ rev: 1, name: 'Northwind', parentId: null, gives: viewOnly });
    const changed = await folderIn(world, { ...inputOf(made), name: 'Northwind Ltd' });
    expect(changed).toMatchObject({ id: made.id, rev: 2, name: 'Northwind Ltd' });
    expect(await diskText()).not.toContain('Northwind');
    expect((await listOf(world)).folders).toEqual([changed]);
  });

  it('changed in another window is not overwritten', async () => {
    const world = await folderVault();
    const made = await folderIn(world);
    await folderIn(world, { ...inputOf(made), permissions: everything });
    const late = await world.run(saveFolder, { ...inputOf(made), name: 'Late' });
    expect(late).toEqual(fail({ code: 'folder-changed' }));
    expect(await world.run(deleteFolder, { folderId: made.id, rev: 1, inside: 'delete' })).toEqual(
      fail({ code: 'folder-changed' }),
    );
    expect(await folderOf(world, made.id)).toMatchObject({ name: 'Northwind', permissions: everything });
  });

  it('names only what is there, and stands in no circle', async () => {
    const world = await folderVault();
    const outer = await folderIn(world);
    const inner = await folderIn(world, { name: 'Switches', parentId: outer.id, permissions: null });
    expect(inner.gives).toEqual(viewOnly);
    const tried = (change: object) => world.run(saveFolder, { ...newFolder, ...change });
    expect(await tried({ parentId: unknownFolder })).toEqual(fail({ code: 'folder-not-found' }));
    expect(await tried({ folderId: unknownFolder, rev: 1 })).toEqual(fail({ code: 'folder-not-found' }));
    expect(await tried({ credentialEntryId: 'nowhere' })).toEqual(fail({ code: 'entry-not-found' }));
    expect(await tried({ credentialEntryId: session.id })).toEqual(fail({ code: 'entry-not-found' }));
    expect(await world.run(saveFolder, { ...inputOf(outer), parentId: inner.id })).toEqual(
      fail({ code: 'folder-refused', problem: 'inside-itself' }),
    );
  });

  it('changes the rights of what inherits in it at once', async () => {
    const world = await folderVault();
    const folder = await folderIn(world);
    await putInto(world, folder.id);
    expect(await asTechnician(world, 'session.launch', session.id)).toBe('passed');
    expect(await asTechnician(world, 'credential.reveal', credential.id)).toBe('not-allowed');
    await folderIn(world, { ...inputOf(folder), permissions: everything });
    expect(await asTechnician(world, 'credential.reveal', credential.id)).toBe('passed');
    await folderIn(world, { ...inputOf(folder), rev: 2, permissions: { ...viewOnly, view: false } });
    expect(await asTechnician(world, 'session.launch', session.id)).toBe('entry-not-found');
  });

  it('exists for a technician who may view something in it, however deep, and says nothing of hidden entries', async () => {
    const world = await folderVault();
    const outer = await folderIn(world, { credentialEntryId: credential.id });
    const inner = await folderIn(world, { name: 'Inner', parentId: outer.id, permissions: null });
    const hidden = await folderIn(world, { name: 'Hidden', permissions: everything });
    await putInto(world, inner.id);
    const seen = await listOf(world, 'technician');
    expect(seen.folders.map(({ id }) => id).sort()).toEqual([outer.id, inner.id].sort());
    expect(seen.folders.find(({ id }) => id === outer.id)?.credentialEntryId).toBe(credential.id);
    await folderIn(world, { ...inputOf(outer), permissions: { ...viewOnly, view: false } });
    expect((await listOf(world, 'technician')).folders).toEqual([]);
    expect((await listOf(world)).folders.map(({ id }) => id)).toContain(hidden.id);
    expect((await listOf(world, 'technician')).deletedFolders).toEqual([]);
  });

  it('names no credential entry that a technician may not view', async () => {
    const world = await folderVault();
    const folder = await folderIn(world, { credentialEntryId: credential.id });
    await put(world.ports, { ...credential, permissions: { ...viewOnly, view: false } });
    const seen = { ...credential, id: 'seen' as EntryId, folderId: folder.id };
    await put(world.ports, seen);
    const [named] = (await listOf(world, 'technician')).folders;
    expect(named).toMatchObject({ id: folder.id, credentialEntryId: null });
    expect((await listOf(world)).folders[0]).toMatchObject({ credentialEntryId: credential.id });
  });

  it('that was deleted is not there for a change, nor for an entry', async () => {
    const world = await folderVault();
    const folder = await folderIn(world);
    await world.run(deleteFolder, { folderId: folder.id, rev: 1, inside: 'delete' });
    const gone = fail({ code: 'folder-not-found' });
    expect(await world.run(saveFolder, { ...inputOf(folder), rev: 2 })).toEqual(gone);
    expect(await world.run(deleteFolder, { folderId: folder.id, rev: 2, inside: 'delete' })).toEqual(gone);
    const placed = { ...remote, entryId: null, rev: null, folderId: folder.id };
    const { id: _id, deletedAt: _at, kind: _kind, port: _port, ...input } = placed;
    expect(await world.run(saveRemoteEntry, input)).toEqual(gone);
  });

  it('whose record is damaged is told, and gives nothing', async () => {
    const world = await folderVault();
    const folder = await folderIn(world, { permissions: everything });
    await putInto(world, folder.id);
    const raw = (await world.ports.records.record('folder', folder.id)) as { ct: string };
    const ct = `${raw.ct.startsWith('A') ? 'B' : 'A'}${raw.ct.slice(1)}`;
    await world.ports.records.write({ put: [{ ...raw, ct } as never] });
    world.restartWorker();
    expect(await asTechnician(world, 'session.launch', session.id)).toBe('entry-not-found');
    const listed = await listOf(world);
    expect(listed.damaged).toEqual([{ kind: 'folder', id: folder.id, reason: 'tampered' }]);
    expect(listed.entries.find(({ id }) => id === credential.id)?.rights).toEqual({
      ...everything,
      viewPassword: false,
    });
  });
});

describe('a session that inherits its credential entry', () => {
  it('is linked to what the nearest folder names, for use and in lists', async () => {
    const world = await folderVault();
    const outer = await folderIn(world, { credentialEntryId: credential.id });
    const inner = await folderIn(world, { name: 'Inner', parentId: outer.id });
    await put(world.ports, { ...session, credentialEntryId: null, inheritsCredential: true, folderId: inner.id });
    const subject = await fillSubject({ ...world.ports, policy: policySource(openPolicy) }, session.id, null);
    expect(subject).toMatchObject({ ok: true, value: { credential: { id: credential.id } } });
    const seen = (await listOf(world, 'technician')).entries.find(({ id }) => id === session.id);
    expect(seen).toMatchObject({ credentialEntryId: credential.id, inheritsCredential: true, rights: viewOnly });
    await folderIn(world, { ...inputOf(outer), credentialEntryId: null });
    const none = await fillSubject({ ...world.ports, policy: policySource(openPolicy) }, session.id, null);
    expect(none).toEqual(fail({ code: 'not-linked' }));
  });

  it('of RDP, SSH or VNC likewise, with the rights that this gives', async () => {
    const world = await folderVault();
    const folder = await folderIn(world, { credentialEntryId: credential.id });
    const placed = { folderId: folder.id, inheritsPermissions: true } as const;
    await put(world.ports, { ...remote, ...placed, credentialEntryId: null, inheritsCredential: true });
    expect(await asTechnician(world, 'remote.handOver', remote.id)).toBe('passed');
    const seen = (await listOf(world, 'technician')).entries.find(({ id }) => id === remote.id);
    expect(seen).toMatchObject({ credentialEntryId: credential.id, inheritsCredential: true, rights: viewOnly });
    await folderIn(world, { ...inputOf(folder), credentialEntryId: null });
    expect(await asTechnician(world, 'remote.handOver', remote.id)).toBe('entry-not-found');
  });

  it('gets the address that its variables stand for where it is now', async () => {
    const world = await folderVault();
    await put(world.ports, { ...credential, organizationShortName: 'NWT' });
    const folder = await folderIn(world);
    const template = { hostTemplate: 'https://{organization.shortName}.portal.example/', folderId: folder.id } as const;
    await put(world.ports, { ...session, ...template, credentialEntryId: null, inheritsCredential: true });
    await folderIn(world, { ...inputOf(folder), credentialEntryId: credential.id });
    expect(await entryOf(world, session.id)).toMatchObject({ origin: 'https://nwt.portal.example' });
  });
});

describe('moving', () => {
  it('puts entries and folders somewhere else, all at once, and back to the top', async () => {
    const world = await folderVault();
    const [a, b] = [await folderIn(world), await folderIn(world, { name: 'Other' })];
    await putInto(world, a.id);
    const ids = [credential.id, session.id];
    expect(await world.run(moveEntries, { entryIds: ids, folderIds: [a.id], to: b.id })).toMatchObject({ ok: true });
    expect(await entryOf(world, session.id)).toMatchObject({ folderId: b.id, rev: 2 });
    expect(await folderOf(world, a.id)).toMatchObject({ parentId: b.id, rev: 2 });
    await world.run(moveEntries, { entryIds: [session.id], folderIds: [], to: null });
    expect(await entryOf(world, session.id)).not.toHaveProperty('folderId');
    // It inherits nothing there, until somebody says otherwise.
    expect(await asTechnician(world, 'session.launch', session.id)).toBe('entry-not-found');
  });

  it('is refused whole where one part of it cannot be', async () => {
    const world = await folderVault();
    const [a, b] = [await folderIn(world), await folderIn(world, { name: 'Other' })];
    await putInto(world, a.id);
    const tried = (request: object) =>
      world.run(moveEntries, { entryIds: [session.id], folderIds: [], to: b.id, ...request });
    expect(await tried({ to: unknownFolder })).toEqual(fail({ code: 'folder-not-found' }));
    expect(await tried({ entryIds: [session.id, 'gone'] })).toEqual(fail({ code: 'entry-not-found' }));
    expect(await tried({ folderIds: [a.id, b.id] })).toEqual(
      fail({ code: 'folder-refused', problem: 'inside-itself' }),
    );
    expect(await entryOf(world, session.id)).toMatchObject({ folderId: a.id, rev: 1 });
    expect(await folderOf(world, a.id)).toMatchObject({ parentId: null, rev: 1 });
  });
});

describe('deleting a folder', () => {
  it('takes what is in it along, and brings just that back', async () => {
    const world = await folderVault();
    const outer = await folderIn(world);
    const inner = await folderIn(world, { name: 'Inner', parentId: outer.id, permissions: null });
    await putInto(world, inner.id);
    await put(world.ports, { ...session, id: 'before' as EntryId, folderId: inner.id, deletedAt: 5 });
    await world.run(deleteFolder, { folderId: outer.id, rev: 1, inside: 'delete' });
    const gone = await listOf(world);
    expect(gone).toMatchObject({ entries: [], folders: [] });
    expect(gone.deletedFolders.map(({ name }) => name)).toEqual(['Northwind']);
    await world.run(restoreFolder, { folderId: outer.id });
    const back = await listOf(world);
    expect(back.entries.map(({ id }) => id).sort()).toEqual([credential.id, session.id].sort());
    expect(back.deleted.map(({ id }) => id)).toEqual(['before']);
    expect(back.folders.map(({ name }) => name).sort()).toEqual(['Inner', 'Northwind']);
    expect(await asTechnician(world, 'session.launch', session.id)).toBe('passed');
  });

  it('lets what is in it move up, and back in', async () => {
    const world = await folderVault();
    const outer = await folderIn(world);
    const middle = await folderIn(world, { name: 'Middle', parentId: outer.id });
    const inner = await folderIn(world, { name: 'Inner', parentId: middle.id });
    await putInto(world, middle.id);
    await world.run(deleteFolder, { folderId: middle.id, rev: 1, inside: 'move-up' });
    expect(await entryOf(world, session.id)).toMatchObject({ folderId: outer.id });
    expect(await folderOf(world, inner.id)).toMatchObject({ parentId: outer.id });
    await world.run(moveEntries, { entryIds: [credential.id], folderIds: [], to: null });
    await world.run(restoreFolder, { folderId: middle.id });
    expect(await entryOf(world, session.id)).toMatchObject({ folderId: middle.id });
    expect(await folderOf(world, inner.id)).toMatchObject({ parentId: middle.id });
    expect(await folderOf(world, middle.id)).not.toHaveProperty('movedUp');
    // What has been moved on since stays where it was put.
    expect(await entryOf(world, credential.id)).not.toHaveProperty('folderId');
  });

  it('a folder comes back at the top where the one around it is gone', async () => {
    const world = await folderVault();
    const outer = await folderIn(world);
    const inner = await folderIn(world, { name: 'Inner', parentId: outer.id });
    await world.run(deleteFolder, { folderId: inner.id, rev: 1, inside: 'move-up' });
    world.clock.now += 1000;
    await world.run(deleteFolder, { folderId: outer.id, rev: 1, inside: 'move-up' });
    await world.run(restoreFolder, { folderId: inner.id });
    expect(await folderOf(world, inner.id)).toMatchObject({ parentId: null, deletedAt: null });
    expect(await world.run(restoreFolder, { folderId: inner.id })).toEqual(fail({ code: 'folder-not-found' }));
  });

  it('an entry restored without its folder stands at the top, and inherits nothing there', async () => {
    const world = await folderVault();
    const folder = await folderIn(world, { permissions: everything });
    await putInto(world, folder.id);
    await world.run(deleteFolder, { folderId: folder.id, rev: 1, inside: 'delete' });
    await world.run(restoreEntry, { entryId: credential.id });
    const entry = await entryOf(world, credential.id);
    expect(entry).toMatchObject({ deletedAt: null, inheritsPermissions: true });
    expect(entry).not.toHaveProperty('folderId');
    expect((await listOf(world, 'technician')).entries).toEqual([]);
  });
});
