import type { StoredKind } from '../../src/background/ports.ts';

const permissions = { view: true, viewPassword: false, edit: false };
const policy = {
  disableAlwaysPrompt: false,
  disableReveal: true,
  disableCopy: false,
  disableHttp: true,
  lockIdleMinutesMax: 30,
  lockCapHoursMax: 8,
};
const pack = { packId: 'pk', name: 'Night shift', version: 3, issuedAt: 1, expiresAt: 9_999_999_999_999, policy };
const publicKey = 'cHVibGljLWtleS1vZi1ub2JvZHktYXQtYWxsLTMyLWJ5dGU';
const codeFacts = { algorithm: 'SHA1', digits: 6, periodSeconds: 30, issuer: 'Northwind' };

const northwind = { organizationId: '1', organizationName: 'Northwind', organizationShortName: 'NWD' };
const entry = { rev: 1, deletedAt: null };
const credential = { ...entry, kind: 'credential', apiKeyId: 'k', permissions, code: null, copyCode: false };
const site = { startUrl: 'https://portal.example/login', origin: 'https://portal.example' };
const session = {
  ...entry,
  ...site,
  kind: 'session',
  hostTemplate: null,
  signInOrigins: [],
  credentialEntryId: 'c',
  allowHttp: false,
  autoSubmit: false,
  sameOriginFrames: false,
  fieldChoices: [],
  rememberedPasswords: [],
  httpAuth: false,
};
const folder = { rev: 1, deletedAt: null, parentId: null, permissions: null, credentialEntryId: null };

/**
 * What a stored vault is filled with, by kind and id: a record of every kind, and every field that a record can have
 * in one of them. A later field or kind belongs here, and into one more stored vault (`npm run store-vault`).
 */
export const contentsOfToday: { readonly [Kind in StoredKind]: Readonly<Record<string, object>> } = {
  'api-key': {
    k: {
      id: 'k',
      name: 'Main',
      region: 'eu',
      addedAt: 1,
      replacedAt: null,
      lastSuccessAt: 2,
      key: 'ITG.vector-key-of-nobody',
    },
  },
  entry: {
    a: {
      ...credential,
      id: 'a',
      name: 'Every client',
      organizationId: null,
      organizationName: null,
      organizationShortName: null,
      selection: { mode: 'always-prompt' },
    },
    c: {
      ...credential,
      ...northwind,
      organizationPrimaryDomain: 'northwind.com',
      id: 'c',
      name: 'Northwind portal',
      selection: { mode: 'password', passwordId: '77', passwordName: 'Portal', username: null },
      code: codeFacts,
      copyCode: true,
      asksReason: true,
    },
    d: { ...session, id: 'd', name: 'Deleted', deletedAt: 5, credentialEntryId: null },
    i: {
      ...session,
      id: 'i',
      name: 'In a folder',
      credentialEntryId: null,
      folderId: 'f2',
      inheritsPermissions: true,
      inheritsCredential: true,
      openIn: 'container',
    },
    p: {
      ...credential,
      ...northwind,
      id: 'p',
      name: 'Always prompt',
      selection: { mode: 'always-prompt' },
      folderId: 'f1',
      inheritsPermissions: true,
    },
    q: {
      ...entry,
      id: 'q',
      name: 'Switch',
      kind: 'remote',
      protocol: 'ssh',
      host: '10.0.0.2',
      port: null,
      credentialEntryId: null,
      folderId: 'f2',
      inheritsPermissions: true,
      inheritsCredential: true,
    },
    r: {
      ...entry,
      id: 'r',
      name: 'Server room',
      kind: 'remote',
      protocol: 'rdp',
      host: 'srv-01.northwind.example',
      port: 3_390,
      credentialEntryId: 'c',
    },
    s: {
      ...session,
      id: 's',
      name: 'Northwind portal',
      signInOrigins: ['https://login.example'],
      fieldChoices: [{ origin: site.origin, path: '/login', role: 'password', steps: ['#pw'], text: null }],
      rememberedPasswords: [{ origin: site.origin, organizationId: '1', passwordId: '77', passwordName: 'Portal' }],
      sameOriginFrames: true,
      httpAuth: true,
    },
    v: {
      ...session,
      id: 'v',
      name: 'With a variable',
      hostTemplate: '{organization.shortName}.portal.example',
      startUrl: 'https://nwd.portal.example/',
      origin: 'https://nwd.portal.example',
    },
  },
  folder: {
    f1: { ...folder, id: 'f1', name: 'Northwind', permissions, credentialEntryId: 'p' },
    f2: { ...folder, id: 'f2', name: 'Firewalls', parentId: 'f1' },
    f3: { ...folder, id: 'f3', name: 'Let go of', deletedAt: 6, movedUp: { entryIds: ['s'], folderIds: ['f2'] } },
  },
  settings: { lock: { idleMinutes: 20, capHours: 6 } },
  'code-seed': { c: { ...codeFacts, secret: 'JBSWY3DPEHPK3PXP' } },
  'signing-key': { own: { publicKey, privateKey: 'cHJpdmF0ZQ' } },
  'pack-series': { pk: { ...pack, entryIds: ['s'] } },
  pack: { pk: { ...pack, signer: publicKey, seenAt: 7, confirmed: { s: [site.origin] } } },
  marks: { desk: { favourites: ['s'], recents: ['s', 'r'], stepsSkipped: true } },
  drafts: {
    administrator: { drafts: [{ place: 'session-new', text: '{"name":"Half typed"}' }] },
    technician: { drafts: [{ place: 'session-s', text: '{"host":"portal.exam"}' }] },
  },
  'key-health': { k: { days: [{ day: 20_000, refused: { 401: 1, 403: 0, 429: 4 } }] } },
  containers: { desk: { ofOrganization: { '1': 'firefox-container-6' } } },
  'primary-domains': { k: { ofOrganization: { '1': 'northwind.com' } } },
};
