import type { PasswordSummary } from '../../src/domain/credential.ts';
import type { LocatedSession, OrganizationCredential } from '../../src/domain/entry.ts';
import { asId } from '../../src/domain/ids.ts';
import type { IndexHit, IndexSearch } from '../../src/domain/search/index-hit.ts';
import type { CredentialEntryView, Fetched, FrontPage, SessionEntryView } from '../../src/messaging/contract.ts';

const all = { view: true, viewPassword: true, edit: true };

export const acmePrompt: OrganizationCredential & CredentialEntryView = {
  kind: 'credential',
  code: null,
  copyCode: false,
  organizationShortName: null,
  id: asId('c-acme'),
  rev: 1,
  name: 'Acme passwords',
  deletedAt: null,
  apiKeyId: asId('k-1'),
  organizationId: asId('o-acme'),
  organizationName: 'Acme Manufacturing',
  selection: { mode: 'always-prompt' },
  permissions: all,
  rights: all,
};

export const globexOne: OrganizationCredential & CredentialEntryView = {
  ...acmePrompt,
  id: asId('c-globex'),
  name: 'Globex firewall admin',
  organizationId: asId('o-globex'),
  organizationName: 'Globex',
  selection: { mode: 'password', passwordId: asId('p-9'), passwordName: 'FW01 - admin', username: 'fw-admin' },
};

export const acmePortal: LocatedSession & SessionEntryView = {
  kind: 'session',
  id: asId('s-portal'),
  rev: 1,
  name: 'Acme portal',
  deletedAt: null,
  startUrl: 'https://portal.acme.example/login',
  origin: 'https://portal.acme.example',
  signInOrigins: ['https://sso.acme.example'],
  credentialEntryId: acmePrompt.id,
  allowHttp: false,
  autoSubmit: false,
  sameOriginFrames: false,
  fieldChoices: [],
  hostTemplate: null,
  rememberedPasswords: [],
  httpAuth: false,
  rights: all,
  missingSites: [],
  missingHttpAuth: null,
};

export const globexFirewall: LocatedSession & SessionEntryView = {
  ...acmePortal,
  id: asId('s-firewall'),
  name: 'Globex firewall',
  startUrl: 'https://10.0.0.1:8443/',
  origin: 'https://10.0.0.1:8443',
  signInOrigins: [],
  credentialEntryId: globexOne.id,
};

export const entries = [acmePortal, acmePrompt, globexFirewall, globexOne] as const;

export const front = (change: Partial<FrontPage> = {}): FrontPage => ({
  tabId: 7,
  origin: 'https://portal.acme.example',
  sessions: [acmePortal.id],
  choosing: null,
  lastOutcome: null,
  workingFor: null,
  pinned: null,
  aim: null,
  ...change,
});

export const password = (id: string, change: Partial<PasswordSummary> = {}): PasswordSummary => ({
  id: asId(id),
  organizationId: asId('o-acme'),
  organizationName: 'Acme Manufacturing',
  name: `Password ${id}`,
  username: `user-${id}`,
  url: null,
  categoryName: null,
  assetName: null,
  restricted: false,
  archived: false,
  vaulted: false,
  otpEnabled: false,
  passwordUpdatedAt: '2024-03-12T10:00:00Z',
  updatedAt: null,
  ...change,
});

export const fetched = (
  rows: readonly PasswordSummary[],
  change: Partial<Fetched<PasswordSummary>> = {},
): Fetched<PasswordSummary> => ({ rows, complete: true, fetchedAt: Date.now() - 125_000, ...change });

export const foundNothing: IndexSearch = {
  hits: [],
  total: 0,
  loose: false,
  completions: [],
  coverage: 'complete',
  syncedAt: null,
};

/** A record that the index found, usable through Acme's entry that always prompts. */
export const hit = (summary: PasswordSummary, change: Partial<IndexHit> = {}): IndexHit => ({
  apiKeyId: asId('k'),
  summary,
  organizationShortName: null,
  organizationPrimaryDomain: null,
  entryIds: [acmePrompt.id],
  why: [],
  ...change,
});

/** Prompts with the passwords of every organization. */
export const everybody: CredentialEntryView = {
  ...acmePrompt,
  id: asId('c-all'),
  name: 'Everybody',
  organizationId: null,
  organizationName: null,
  organizationShortName: null,
  selection: { mode: 'always-prompt' },
};
