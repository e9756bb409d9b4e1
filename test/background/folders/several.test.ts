import { beforeEach, describe, expect, it } from 'vitest';
import { deleteEntries, restoreEntries } from '../../../src/background/use-cases/delete-entries.ts';
import { deleteFolders, restoreFolders } from '../../../src/background/use-cases/delete-folders.ts';
import { duplicateEntry } from '../../../src/background/use-cases/duplicate-entry.ts';
import { linkEntries } from '../../../src/background/use-cases/link-entries.ts';
import { saveRemoteEntry } from '../../../src/background/use-cases/save-remote-entry.ts';
import { saveSessionEntry } from '../../../src/background/use-cases/save-session-entry.ts';
import type { EntryId } from '../../../src/domain/ids.ts';
import { fail } from '../../../src/domain/result.ts';
import type { SessionEntryInput } from '../../../src/messaging/contract.ts';
import { credential, remote, session } from '../fill/fill-world.ts';
import { entryOf, everything, folderIn, folderVault, listOf, put, viewOnly, type World } from './folder-world.ts';

const technician = { role: 'technician' } as const;
const other = { ...credential, id: 'other' as EntryId, name: 'Other', organizationShortName: 'OTH' };
const second = { ...session, id: 'second' as EntryId, name: 'Second', credentialEntryId: null };

let world: World;
beforeEach(async () => {
  world = await folderVault();
  await put(world.ports, other);
  await put(world.ports, second);
});

describe('several entries', () => {
  const both = [session.id, second.id];

  it('are deleted and restored at once, or not at all', async () => {
    expect(await world.run(deleteEntries, { entryIds: [...both, 'gone' as EntryId] })).toEqual(
      fail({ code: 'entry-not-found' }),
    );
    expect((await listOf(world)).deleted).toEqual([]);
    expect(await world.run(deleteEntries, { entryIds: both })).toMatchObject({ ok: true });
    expect((await listOf(world)).deleted.map(({ id }) => id).sort()).toEqual([...both].sort());
    expect(await world.run(restoreEntries, { entryIds: both })).toMatchObject({ ok: true });
    expect(await entryOf(world, session.id)).toMatchObject({ deletedAt: null, rev: 3 });
  });

  it('1,000 of them go in one change', async () => {
    const ids = Array.from({ length: 1000 }, (_, at) => `many-${at}` as EntryId);
    await world.ports.store.change(ids.map((id) => ({ kind: 'entry', id, content: { ...session, id } }) as const));
    expect(await world.run(deleteEntries, { entryIds: ids })).toMatchObject({ ok: true });
    expect((await listOf(world)).deleted).toHaveLength(1000);
  });

  it('are linked to one credential entry, with the address that it gives', async () => {
    await put(world.ports, { ...second, hostTemplate: 'https://{organization.shortName}.portal.example/' });
    const linked = await world.run(linkEntries, { entryIds: both, credentialEntryId: other.id, inherits: false });
    expect(linked).toMatchObject({ ok: true });
    expect(await entryOf(world, session.id)).toMatchObject({ credentialEntryId: 'other', rev: 2 });
    expect(await entryOf(world, second.id)).toMatchObject({ origin: 'https://oth.portal.example' });
  });

  it('take what their folder names, or nothing', async () => {
    const folder = await folderIn(world, { credentialEntryId: other.id });
    await put(world.ports, { ...session, folderId: folder.id });
    await world.run(linkEntries, { entryIds: both, credentialEntryId: null, inherits: true });
    expect(await entryOf(world, session.id)).toMatchObject({ credentialEntryId: null, inheritsCredential: true });
    const listed = (await listOf(world)).entries;
    expect(listed.find(({ id }) => id === session.id)).toMatchObject({ credentialEntryId: 'other' });
    expect(listed.find(({ id }) => id === second.id)).toMatchObject({ credentialEntryId: null });
    await world.run(linkEntries, { entryIds: both, credentialEntryId: null, inherits: false });
    expect(await entryOf(world, session.id)).not.toHaveProperty('inheritsCredential');
  });

  it('of both kinds of session are linked alike', async () => {
    const folder = await folderIn(world, { credentialEntryId: other.id });
    await put(world.ports, { ...remote, folderId: folder.id });
    const entryIds = [session.id, remote.id];
    const linked = await world.run(linkEntries, { entryIds, credentialEntryId: other.id, inherits: false });
    expect(linked).toMatchObject({ ok: true });
    expect(await entryOf(world, remote.id)).toMatchObject({ credentialEntryId: 'other', rev: 2 });
    await world.run(linkEntries, { entryIds, credentialEntryId: null, inherits: true });
    expect(await entryOf(world, remote.id)).toMatchObject({ credentialEntryId: null, inheritsCredential: true });
    const listed = (await listOf(world)).entries;
    expect(listed.find(({ id }) => id === remote.id)).toMatchObject({ credentialEntryId: 'other' });
  });

  it('stay as they are where one of them is no session, has no address by it, or may not be linked to it', async () => {
    const tried = (entryIds: readonly EntryId[], caller = { role: 'administrator' } as const) =>
      world.run(linkEntries, { entryIds, credentialEntryId: other.id, inherits: false }, caller);
    expect(await tried([session.id, credential.id])).toMatchObject({ ok: false });
    await put(world.ports, { ...other, organizationShortName: null });
    await put(world.ports, { ...second, hostTemplate: 'https://{organization.shortName}.portal.example/' });
    expect(await tried(both)).toMatchObject({ failure: { code: 'host-refused' } });
    expect(await entryOf(world, session.id)).toMatchObject({ credentialEntryId: credential.id, rev: 1 });
  });

  it('are all there and not deleted, or none is touched', async () => {
    await put(world.ports, { ...second, deletedAt: 5 });
    const request = { entryIds: both, credentialEntryId: other.id, inherits: false };
    expect(await world.run(linkEntries, request)).toEqual(fail({ code: 'entry-not-found' }));
    expect(await world.run(restoreEntries, { entryIds: both })).toEqual(fail({ code: 'entry-not-found' }));
    expect(await entryOf(world, session.id)).toMatchObject({ credentialEntryId: credential.id, rev: 1 });
  });

  it('SR-40: a technician links only to what may be edited, by itself or by its folder', async () => {
    await put(world.ports, { ...credential, permissions: everything });
    const toOther = { entryIds: [session.id], credentialEntryId: other.id, inherits: false };
    expect(await world.run(linkEntries, toOther, technician)).toEqual(fail({ code: 'not-allowed', right: 'edit' }));
    const folder = await folderIn(world, { credentialEntryId: other.id });
    await put(world.ports, { ...session, folderId: folder.id });
    const inherited = { ...toOther, credentialEntryId: null, inherits: true };
    expect(await world.run(linkEntries, inherited, technician)).toEqual(fail({ code: 'not-allowed', right: 'edit' }));
  });
});

describe('folders with what is in them, and entries beside them', () => {
  /** Northwind with Switches in it, the session in Switches, the second at the top. */
  async function placed() {
    const outer = await folderIn(world);
    const inner = await folderIn(world, { name: 'Switches', parentId: outer.id, permissions: null });
    await put(world.ports, { ...session, folderId: inner.id });
    await put(world.ports, { ...remote, folderId: outer.id, deletedAt: 5 });
    return { outer, inner, request: { folderIds: [outer.id, inner.id], entryIds: [second.id, session.id] } };
  }

  it('go at once, and come back where they were', async () => {
    const { outer, inner, request } = await placed();
    expect(await world.run(deleteFolders, request)).toMatchObject({ ok: true });
    const gone = await listOf(world);
    expect(gone.folders).toEqual([]);
    expect(gone.deletedFolders.map(({ name }) => name)).toEqual(['Northwind']);
    expect(gone.entries.map(({ id }) => id).sort()).toEqual([credential.id, other.id].sort());
    expect(await world.run(restoreFolders, request)).toMatchObject({ ok: true });
    const back = await listOf(world);
    expect(back.folders.map(({ name, parentId }) => [name, parentId])).toEqual([
      ['Northwind', null],
      ['Switches', outer.id],
    ]);
    expect(await entryOf(world, session.id)).toMatchObject({ folderId: inner.id, deletedAt: null });
    expect(await entryOf(world, second.id)).not.toHaveProperty('folderId');
    // What was deleted before stays deleted.
    expect(back.deleted.map(({ id }) => id)).toEqual([remote.id]);
  });

  it('stay as they are where one of them is not there, before as after', async () => {
    const { request } = await placed();
    const refused = (asked: object) => world.run(deleteFolders, { ...request, ...asked });
    expect(await refused({ folderIds: [...request.folderIds, 'nowhere'] })).toEqual(fail({ code: 'folder-not-found' }));
    expect(await refused({ entryIds: ['nowhere'] })).toEqual(fail({ code: 'entry-not-found' }));
    expect(await world.run(restoreFolders, request)).toEqual(fail({ code: 'folder-not-found' }));
    expect((await listOf(world)).folders).toHaveLength(2);
  });

  it('one of them alone comes back at the top where the one around it is still gone', async () => {
    const { inner, request } = await placed();
    await world.run(deleteFolders, request);
    await world.run(restoreFolders, { folderIds: [inner.id], entryIds: [] });
    expect((await listOf(world)).folders).toMatchObject([{ name: 'Switches', parentId: null }]);
    expect(await entryOf(world, session.id)).toMatchObject({ folderId: inner.id, deletedAt: null });
  });
});

describe('a copy of an entry', () => {
  it('has its content, place and rights, without the seed of its codes', async () => {
    const folder = await folderIn(world);
    const before = await entryOf(world, credential.id);
    await put(world.ports, { ...before, folderId: folder.id, inheritsPermissions: true });
    const copy = await world.run(duplicateEntry, { entryId: credential.id, name: 'Copy of Northwind portal' });
    const { id, ...content } = copy.ok ? copy.value : { id: 'none' };
    expect(id).not.toBe(credential.id);
    expect(content).toMatchObject({
      rev: 1,
      name: 'Copy of Northwind portal',
      folderId: folder.id,
      inheritsPermissions: true,
      selection: credential.selection,
      code: null,
      copyCode: false,
    });
    expect(await world.ports.store.get('code-seed', id)).toEqual({ ok: true, value: null });
    expect(before).toMatchObject({ code: { digits: 6 } });
  });

  it('of a session keeps the link and chosen fields, and forgets what was remembered', async () => {
    const remembered = { origin: session.origin, organizationId: '1', passwordId: '77', passwordName: 'Portal' };
    const field = { origin: session.origin, path: '/login', role: 'username', steps: ['#u'], text: null } as const;
    await put(world.ports, { ...session, fieldChoices: [field], rememberedPasswords: [remembered as never] });
    const copy = await world.run(duplicateEntry, { entryId: session.id, name: 'Copy' });
    expect(copy).toMatchObject({
      value: { credentialEntryId: credential.id, fieldChoices: [field], rememberedPasswords: [] },
    });
  });
});

describe('the place of an entry that is saved', () => {
  const input: SessionEntryInput = {
    entryId: session.id,
    rev: 1,
    name: 'Northwind portal',
    host: 'https://portal.example/login',
    signInHosts: ['https://login.example'],
    credentialEntryId: credential.id,
    allowHttp: false,
    autoSubmit: false,
    sameOriginFrames: false,
    httpAuth: false,
  };

  it('stays as it is where the request does not say it', async () => {
    const folder = await folderIn(world, { credentialEntryId: credential.id });
    const placed = { folderId: folder.id, inheritsPermissions: true, inheritsCredential: true } as const;
    await put(world.ports, { ...session, ...placed, credentialEntryId: null });
    expect(await world.run(saveSessionEntry, { ...input, credentialEntryId: null })).toMatchObject({ ok: true });
    expect(await entryOf(world, session.id)).toMatchObject({ ...placed, credentialEntryId: null });
  });

  it('is chosen by an administrator, among folders that are there', async () => {
    const folder = await folderIn(world);
    const there = { ...input, folderId: folder.id, inheritsPermissions: true };
    expect(await world.run(saveSessionEntry, there)).toMatchObject({ value: { folderId: folder.id } });
    const nowhere = await world.run(saveSessionEntry, { ...input, rev: 2, folderId: 'nowhere' as never });
    expect(nowhere).toEqual(fail({ code: 'folder-not-found' }));
    expect(await world.run(saveSessionEntry, { ...input, rev: 2, folderId: null })).toMatchObject({ ok: true });
    expect(await entryOf(world, session.id)).not.toHaveProperty('folderId');
  });

  it('SR-40: no technician moves an entry or frees it of its folder, with Edit either', async () => {
    const folder = await folderIn(world, { permissions: everything });
    const open = await folderIn(world, { name: 'Open', permissions: everything });
    await put(world.ports, { ...credential, permissions: everything });
    await put(world.ports, { ...session, folderId: folder.id, inheritsPermissions: true });
    for (const change of [{ folderId: open.id }, { folderId: null }, { inheritsPermissions: false }])
      expect(await world.run(saveSessionEntry, { ...input, ...change }, technician)).toEqual(
        fail({ code: 'administrator-only' }),
      );
    const same = { folderId: folder.id, inheritsPermissions: true };
    expect(await world.run(saveSessionEntry, { ...input, ...same }, technician)).toMatchObject({ ok: true });
  });

  it('links what inherits only where the credential entry may be edited', async () => {
    const folder = await folderIn(world, { credentialEntryId: other.id, permissions: viewOnly });
    await put(world.ports, { ...credential, permissions: everything });
    await put(world.ports, { ...session, folderId: folder.id });
    const inherits = { ...input, credentialEntryId: null, inheritsCredential: true };
    expect(await world.run(saveSessionEntry, inherits, technician)).toEqual(
      fail({ code: 'not-allowed', right: 'edit' }),
    );
    expect(await world.run(saveSessionEntry, inherits)).toMatchObject({ value: { credentialEntryId: other.id } });
    expect(await entryOf(world, session.id)).toMatchObject({ credentialEntryId: null, inheritsCredential: true });
  });

  it('of a remote session is kept and guarded alike', async () => {
    const folder = await folderIn(world, { credentialEntryId: other.id, permissions: everything });
    const placed = { folderId: folder.id, inheritsPermissions: true, inheritsCredential: true } as const;
    await put(world.ports, { ...remote, ...placed, credentialEntryId: null });
    const { id: entryId, rev, name, protocol, host } = remote;
    const saved = { entryId, rev, name, protocol, host, credentialEntryId: null };
    expect(await world.run(saveRemoteEntry, saved, technician)).toEqual(fail({ code: 'not-allowed', right: 'edit' }));
    expect(await world.run(saveRemoteEntry, saved)).toMatchObject({ value: { credentialEntryId: other.id } });
    expect(await entryOf(world, entryId)).toMatchObject({ ...placed, credentialEntryId: null, rev: 2 });
    await world.run(saveRemoteEntry, { ...saved, rev: 2, inheritsCredential: false });
    expect(await entryOf(world, entryId)).not.toHaveProperty('inheritsCredential');
  });
});
