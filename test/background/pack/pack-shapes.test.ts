import * as v from 'valibot';
import { expect, it } from 'vitest';
import { packContentsShape } from '../../../src/background/pack/pack-shapes.ts';
import { credential, session } from '../fill/fill-world.ts';

const facts = { algorithm: 'SHA1', digits: 6, periodSeconds: 30, issuer: null };
const seed = { entryId: 'c', ...facts, secret: 'JBSWY3DPEHPK3PXP' };
const key = {
  id: 'k',
  name: 'Main key',
  region: 'us',
  addedAt: 1,
  replacedAt: null,
  lastSuccessAt: null,
  key: 'ITG.key',
};
const folder = {
  id: 'f',
  rev: 1,
  name: 'Northwind',
  parentId: null,
  permissions: null,
  credentialEntryId: null,
  deletedAt: null,
};
const remote = {
  kind: 'remote',
  id: 'r',
  rev: 1,
  name: 'Server',
  deletedAt: null,
  protocol: 'ssh',
  host: 'dc01.northwind.example',
  port: null,
  credentialEntryId: 'c',
};
const linked = { ...credential, code: facts };
const other = { ...session, id: 's2' };
const whole = {
  packId: 'p',
  name: 'Pack',
  version: 1,
  issuedAt: 1,
  expiresAt: 2,
  policy: {
    disableAlwaysPrompt: false,
    disableReveal: false,
    disableCopy: false,
    disableHttp: false,
    lockIdleMinutesMax: 15,
    lockCapHoursMax: 8,
  },
  apiKeys: [key],
  folders: [folder],
  entries: [linked, { ...session, folderId: 'f' }, remote],
  seeds: [seed],
};
const isTaken = (change: object): boolean => v.safeParse(packContentsShape, { ...whole, ...change }).success;
const withEntry = (entry: object) => ({ entries: [linked, entry] });

it('a pack whose parts belong together is one', () => {
  expect(isTaken({})).toBe(true);
  expect(isTaken({ ...withEntry(other), folders: [] })).toBe(true);
});

it.each<[string, object]>([
  ['an API key twice', { apiKeys: [key, key] }],
  ['a folder twice', { folders: [folder, folder] }],
  [
    'folders in a circle',
    { folders: [folder, { ...folder, id: 'g', parentId: 'h' }, { ...folder, id: 'h', parentId: 'g' }] },
  ],
  ['an entry in a folder that it does not hold', { folders: [] }],
  ['an entry twice', { entries: [linked, session, session] }],
  ['a seed twice', { seeds: [seed, seed] }],
  ['a seed of an entry that it does not hold', { seeds: [{ ...seed, entryId: 'gone' }] }],
  ['a seed of a session', { seeds: [{ ...seed, entryId: 's' }] }],
  ['an entry of a key that it does not hold', { apiKeys: [] }],
  ['a session of a credential entry that it does not hold', withEntry({ ...other, credentialEntryId: 'gone' })],
  ['a session of a session', { entries: [linked, session, { ...other, credentialEntryId: 's' }] }],
  ['an address that is not of its origin', withEntry({ ...other, origin: 'https://evil.example' })],
  [
    'an address that is not written as it is meant',
    withEntry({ ...other, startUrl: 'https://portal.example/a/../login' }),
  ],
  [
    'a further address that is more than an origin',
    withEntry({ ...other, signInOrigins: ['https://login.example/x'] }),
  ],
  ['a remote host that is not written as it is meant', withEntry({ ...remote, host: 'DC01.northwind.example' })],
  [
    'a choice that was remembered',
    withEntry({ ...other, rememberedPasswords: [{ origin: 'https://portal.example' }] }),
  ],
  ['a deleted entry', withEntry({ ...other, deletedAt: 5 })],
  ['an entry with Edit', { entries: [{ ...linked, permissions: { ...linked.permissions, edit: true } }] }],
  ['a word of its own', { code: 'x' }],
])('SR-39: a pack with %s is none', (_what, change) => {
  expect(isTaken(change)).toBe(false);
});
