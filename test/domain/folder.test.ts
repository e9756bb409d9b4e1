import { describe, expect, it } from 'vitest';
import {
  type CredentialEntry,
  entryPermissions,
  linkedCredentialId,
  type SessionEntry,
} from '../../src/domain/entry.ts';
import {
  deepestFolder,
  type Folder,
  folderChain,
  liveFolders,
  placeCredential,
  placePermissions,
  placeProblem,
} from '../../src/domain/folder.ts';
import { asId, type EntryId, type FolderId } from '../../src/domain/ids.ts';
import { noPermissions, type Permissions } from '../../src/domain/permission.ts';
import { credential, session } from '../background/fill/fill-world.ts';

const id = (text: string): FolderId => asId(text);
const entryId = (text: string): EntryId => asId(text);
const viewOnly: Permissions = { view: true, viewPassword: false, edit: false };
const everything: Permissions = { view: true, viewPassword: true, edit: true };

const folder = (name: string, change: Partial<Folder> = {}): Folder => ({
  id: id(name),
  rev: 1,
  name,
  parentId: null,
  permissions: null,
  credentialEntryId: null,
  deletedAt: null,
  ...change,
});

/** Folders in each other, the outermost first. */
const nested = (...folders: readonly Folder[]): readonly Folder[] =>
  folders.map((one, at) => ({ ...one, parentId: folders[at - 1]?.id ?? null }));

const deep = (count: number): readonly Folder[] =>
  nested(...Array.from({ length: count }, (_, at) => folder(`f${at}`, at === 0 ? { permissions: everything } : {})));

describe('what a place gives', () => {
  const client = folder('client', { permissions: viewOnly, credentialEntryId: entryId('admin') });

  it('is what its folder says, or the nearest one around it that says anything', () => {
    const folders = liveFolders(nested(client, folder('switches'), folder('core', { permissions: everything })));
    expect(placePermissions(folders, id('client'))).toEqual(viewOnly);
    expect(placePermissions(folders, id('switches'))).toEqual(viewOnly);
    expect(placePermissions(folders, id('core'))).toEqual(everything);
  });

  it('is nothing at the top, where nothing is said', () => {
    expect(placePermissions(liveFolders([client]), null)).toEqual(noPermissions);
    expect(placePermissions(liveFolders([folder('bare')]), id('bare'))).toEqual(noPermissions);
    expect(placeCredential(liveFolders([client]), null)).toBeNull();
  });

  const open = { permissions: everything, credentialEntryId: entryId('admin') };
  it.each<[string, readonly Folder[]]>([
    ['a missing folder', []],
    ['a deleted one', [folder('here', { ...open, deletedAt: 5 })]],
    ['a missing folder around it', [folder('here', { ...open, parentId: id('gone') })]],
    ['a deleted folder around it', [folder('here', { ...open, parentId: id('up') }), folder('up', { deletedAt: 5 })]],
    ['itself', [folder('here', { ...open, parentId: id('here') })]],
    ['a circle', [folder('here', { ...open, parentId: id('up') }), folder('up', { parentId: id('here') })]],
  ])('%s gives nothing', (_, folders) => {
    expect(placePermissions(liveFolders(folders), id('here'))).toEqual(noPermissions);
    expect(placeCredential(liveFolders(folders), id('here'))).toBeNull();
  });

  it(`reaches ${deepestFolder} folders deep, and no deeper`, () => {
    const folders = liveFolders(deep(deepestFolder + 1));
    expect(placePermissions(folders, id(`f${deepestFolder - 1}`))).toEqual(everything);
    expect(placePermissions(folders, id(`f${deepestFolder}`))).toEqual(noPermissions);
    expect(folderChain(folders, id(`f${deepestFolder}`))).toBeNull();
  });

  it('the credential entry is that of the nearest folder which names one', () => {
    const folders = liveFolders(
      nested(client, folder('plain'), folder('own', { credentialEntryId: entryId('other') }), folder('inner')),
    );
    expect(placeCredential(folders, id('plain'))).toBe('admin');
    expect(placeCredential(folders, id('inner'))).toBe('other');
  });
});

describe('an entry in a folder', () => {
  const folders = liveFolders([folder('client', { permissions: viewOnly, credentialEntryId: credential.id })]);
  const inside: CredentialEntry = { ...credential, permissions: everything, folderId: id('client') };
  const inherits = { inheritsPermissions: true, permissions: noPermissions } as const;

  it('has its own permissions, or those of its place', () => {
    expect(entryPermissions(inside, inside, folders)).toEqual(everything);
    const inheriting = { ...inside, ...inherits };
    expect(entryPermissions(inheriting, inheriting, folders)).toEqual(viewOnly);
  });

  it('that inherits at the top has none', () => {
    const { folderId: _left, ...top } = inside;
    const inheriting = { ...top, inheritsPermissions: true } as const;
    expect(entryPermissions(inheriting, inheriting, folders)).toEqual(noPermissions);
  });

  it('a session follows its credential entry, by the folders of that one', () => {
    const inheriting = { ...inside, ...inherits };
    expect(entryPermissions(session, inheriting, folders)).toEqual(viewOnly);
    expect(entryPermissions(session, null, folders)).toEqual(noPermissions);
  });

  it('the place of a session only takes away', () => {
    const placed: SessionEntry = { ...session, folderId: id('client'), inheritsPermissions: true };
    expect(entryPermissions(placed, { ...credential, permissions: everything }, folders)).toEqual(viewOnly);
    const hidden = { ...credential, permissions: noPermissions };
    expect(entryPermissions(placed, hidden, folders)).toEqual(noPermissions);
  });

  it('a session is linked by itself, to none, or by its place', () => {
    const unlinked: SessionEntry = { ...session, credentialEntryId: null };
    expect(linkedCredentialId(session, folders)).toBe(session.credentialEntryId);
    expect(linkedCredentialId({ ...unlinked, folderId: id('client') }, folders)).toBeNull();
    const inherited: SessionEntry = { ...unlinked, inheritsCredential: true };
    expect(linkedCredentialId({ ...inherited, folderId: id('client') }, folders)).toBe(credential.id);
    expect(linkedCredentialId(inherited, folders)).toBeNull();
  });
});

describe('putting a folder into another', () => {
  const folders = liveFolders([...nested(folder('a'), folder('b'), folder('c')), folder('x')]);

  it('goes anywhere but into itself and what is in it', () => {
    expect(placeProblem(folders, id('a'), null)).toBeNull();
    expect(placeProblem(folders, id('a'), id('x'))).toBeNull();
    expect(placeProblem(folders, id('a'), id('a'))).toBe('inside-itself');
    expect(placeProblem(folders, id('a'), id('c'))).toBe('inside-itself');
    expect(placeProblem(folders, id('c'), id('a'))).toBeNull();
  });

  it('goes no deeper than folders are looked through, with all that is in it', () => {
    const many = liveFolders([...deep(deepestFolder - 2), ...nested(folder('a'), folder('b'), folder('c'))]);
    const deepest = id(`f${deepestFolder - 3}`);
    expect(placeProblem(many, id('b'), deepest)).toBeNull();
    expect(placeProblem(many, id('a'), deepest)).toBe('too-deep');
    expect(placeProblem(many, id('new'), id(`f${deepestFolder - 3}`))).toBeNull();
  });
});
