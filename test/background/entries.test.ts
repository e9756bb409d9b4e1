import { beforeEach, describe, expect, it, vi } from 'vitest';
import { entryView } from '../../src/background/entry-view.ts';
import type { Ports, StoredChange } from '../../src/background/ports.ts';
import { deleteEntry } from '../../src/background/use-cases/delete-entry.ts';
import { createLaunchSession } from '../../src/background/use-cases/launch-session.ts';
import { listEntries } from '../../src/background/use-cases/list-entries.ts';
import { restoreEntry } from '../../src/background/use-cases/restore-entry.ts';
import { revealCredential } from '../../src/background/use-cases/reveal-credential.ts';
import { saveCredentialEntry } from '../../src/background/use-cases/save-credential-entry.ts';
import { saveSessionEntry } from '../../src/background/use-cases/save-session-entry.ts';
import type { Entry, SessionEntry } from '../../src/domain/entry.ts';
import { asId, type EntryId } from '../../src/domain/ids.ts';
import { fail, ok } from '../../src/domain/result.ts';
import { Secret } from '../../src/domain/secret.ts';
import type { CredentialEntryInput, SessionEntryInput } from '../../src/messaging/contract.ts';
import { credential, fillWorld, passwordMarker, session, summary } from './fill/fill-world.ts';
import { policySource } from './unmanaged.ts';

const administrator = { role: 'administrator' } as const;
const technician = { role: 'technician' } as const;

let world: ReturnType<typeof fillWorld>;
let ports: Ports;
const shortName = { now: 'NWT' as string | null };
beforeEach(() => {
  world = fillWorld();
  shortName.now = 'NWT';
  const store = {
    ...world.ports.store,
    remove: async () => ok(undefined),
    put: async (_kind: string, id: string, content: Entry) => {
      world.entries.set(id, content);
      return ok(undefined);
    },
    change: async (changes: readonly StoredChange[]) => {
      for (const { id, content } of changes) world.entries.set(id, content as Entry);
      return ok(undefined);
    },
  } as unknown as Ports['store'];
  const organization = vi.fn(async () =>
    ok({ id: asId('1'), name: 'Northwind', shortName: shortName.now, statusName: null, parentId: null }),
  );
  ports = { ...world.ports, store, itGlue: { ...world.ports.itGlue, organization } as unknown as Ports['itGlue'] };
});

const credentialInput: CredentialEntryInput = {
  entryId: null,
  rev: null,
  name: 'New entry',
  apiKeyId: asId('k'),
  organizationId: asId('1'),
  selection: { mode: 'password', passwordId: asId('77') },
  permissions: { view: true, viewPassword: false, edit: false },
};

const sessionInput: SessionEntryInput = {
  entryId: null,
  rev: null,
  name: 'Firewall',
  host: 'FW.example:8443/ui',
  signInHosts: ['login.example', 'https://login.example/x', 'fw.example:8443'],
  credentialEntryId: asId('c'),
  allowHttp: false,
  autoSubmit: false,
  sameOriginFrames: false,
  httpAuth: false,
};

describe('saving a credential entry', () => {
  it('takes the names from IT Glue and asks for no value', async () => {
    const saved = await saveCredentialEntry(ports, credentialInput, administrator);
    expect(saved).toMatchObject({
      ok: true,
      value: {
        rev: 1,
        organizationName: 'Northwind',
        selection: { mode: 'password', passwordName: 'Portal', username: 'alice@northwind.example' },
        rights: { view: true, viewPassword: false, edit: true },
      },
    });
    expect(world.itGlue.password).not.toHaveBeenCalled();
  });

  it('keeps its question for a reason, whatever else is changed, also by a technician with Edit', async () => {
    world.entries.set('c', { ...credential, asksReason: true });
    const selection = { mode: 'always-prompt', passwordId: null } as const;
    await saveCredentialEntry(ports, { ...credentialInput, entryId: asId('c'), rev: 1, selection }, technician);
    expect(world.entries.get('c')).toMatchObject({ asksReason: true, rev: 2, selection: { mode: 'always-prompt' } });
  });

  it('reaches no other API key by the Edit of a technician, and asks nothing with it', async () => {
    const edit = { ...credentialInput, entryId: credential.id, rev: 1, apiKeyId: asId<'api-key'>('other') };
    expect(await saveCredentialEntry(ports, edit, technician)).toEqual(fail({ code: 'not-allowed', right: 'edit' }));
    expect(world.itGlue.passwordSummary).not.toHaveBeenCalled();
    expect(await saveCredentialEntry(ports, { ...edit, apiKeyId: asId('k') }, technician)).toMatchObject({ ok: true });
  });

  it('keeps its codes for the password that they belong to, and for no other', async () => {
    const code = { algorithm: 'SHA1', digits: 6, periodSeconds: 30, issuer: null } as const;
    const edit = { ...credentialInput, entryId: credential.id, rev: 1 };
    world.entries.set('c', { ...credential, code, copyCode: true });
    await saveCredentialEntry(ports, edit, administrator);
    expect(world.entries.get('c')).toMatchObject({ code, copyCode: true, rev: 2 });
    const prompting = { mode: 'always-prompt', passwordId: null } as const;
    await saveCredentialEntry(ports, { ...edit, rev: 2, selection: prompting }, administrator);
    expect(world.entries.get('c')).toMatchObject({ code: null, copyCode: false, rev: 3 });
    world.itGlue.passwordSummary.mockResolvedValue(ok({ ...summary, id: asId('78') }));
    world.entries.set('c', { ...credential, code, copyCode: true });
    await saveCredentialEntry(
      ports,
      { ...edit, selection: { mode: 'password', passwordId: asId('78') } },
      administrator,
    );
    expect(world.entries.get('c')).toMatchObject({ code: null, copyCode: false, selection: { passwordId: '78' } });
  });

  it('refuses a password of another organization', async () => {
    const saved = await saveCredentialEntry(ports, { ...credentialInput, organizationId: asId('2') }, administrator);
    expect(saved).toEqual(fail({ code: 'record-moved' }));
  });

  it('wants a password unless it always prompts', async () => {
    const without = { mode: 'password', passwordId: null } as const;
    expect(await saveCredentialEntry(ports, { ...credentialInput, selection: without }, administrator)).toEqual(
      fail({ code: 'invalid-input', field: 'password' }),
    );
    const prompt = { mode: 'always-prompt', passwordId: null } as const;
    expect(await saveCredentialEntry(ports, { ...credentialInput, selection: prompt }, administrator)).toMatchObject({
      value: { selection: { mode: 'always-prompt' }, organizationName: 'Northwind' },
    });
  });

  it('refuses to overwrite what another window saved meanwhile', async () => {
    const edit = { ...credentialInput, entryId: credential.id, rev: 1 };
    expect(await saveCredentialEntry(ports, edit, administrator)).toMatchObject({ value: { rev: 2 } });
    expect(await saveCredentialEntry(ports, edit, administrator)).toEqual(fail({ code: 'entry-changed' }));
  });
});

describe('saving a website session', () => {
  it('keeps the canonical host, and each further origin once', async () => {
    expect(await saveSessionEntry(ports, sessionInput, administrator)).toMatchObject({
      value: {
        startUrl: 'https://fw.example:8443/ui',
        origin: 'https://fw.example:8443',
        signInOrigins: ['https://login.example'],
        credentialEntryId: 'c',
      },
    });
  });

  it('says what is wrong with a host, and saves nothing', async () => {
    const before = world.entries.size;
    expect(await saveSessionEntry(ports, { ...sessionInput, host: 'http://nas' }, administrator)).toEqual(
      fail({ code: 'host-refused', problem: 'http-not-allowed' }),
    );
    expect(world.entries.size).toBe(before);
  });

  it('keeps what was chosen on the origins that it still has', async () => {
    const one = {
      organizationId: asId<'organization'>('1'),
      passwordId: asId<'password'>('77'),
      passwordName: 'Portal',
    };
    const kept = { ...one, origin: 'https://login.example' };
    const field = { path: '/login', role: 'username', steps: ['#who'], text: null } as const;
    const stays = { ...field, origin: 'https://login.example' };
    world.entries.set('s', {
      ...session,
      rememberedPasswords: [kept, { ...one, origin: session.origin }],
      fieldChoices: [stays, { ...field, origin: session.origin }],
    });
    const moved = { ...sessionInput, entryId: session.id, rev: 1 };
    expect(await saveSessionEntry(ports, moved, administrator)).toMatchObject({
      value: { rememberedPasswords: [kept], fieldChoices: [stays] },
    });
  });

  it('needs Edit on the credential entry it is linked to, not only on the session', async () => {
    world.entries.set('mine', {
      ...credential,
      id: asId('mine'),
      permissions: { view: true, viewPassword: false, edit: true },
    });
    world.entries.set('s', { ...session, credentialEntryId: asId('mine') });
    const relink = { ...sessionInput, entryId: session.id, rev: 1, credentialEntryId: credential.id };
    expect(await saveSessionEntry(ports, relink, technician)).toEqual(fail({ code: 'not-allowed', right: 'edit' }));
    expect(await saveSessionEntry(ports, { ...relink, credentialEntryId: asId('mine') }, technician)).toMatchObject({
      ok: true,
    });
  });

  it('cannot be linked to a session or to an entry that is gone', async () => {
    expect(await saveSessionEntry(ports, { ...sessionInput, credentialEntryId: session.id }, administrator)).toEqual(
      fail({ code: 'entry-not-found' }),
    );
  });
});

describe('a website session with a variable in its Host', () => {
  const host = 'https://{organization.shortName}.example.com/login';
  const templated: SessionEntryInput = { ...sessionInput, host, signInHosts: [] };
  const problem = (which: 'variable-unlinked' | 'variable-not-here' | 'variable-value' | 'variable-changed') =>
    fail({ code: 'host-refused', problem: which });
  const launch = (entryId: EntryId) =>
    createLaunchSession(world.live)(ports, { entryId, passwordId: null }, administrator);
  const saveCredential = () =>
    saveCredentialEntry(ports, { ...credentialInput, entryId: credential.id, rev: 1 }, administrator);

  async function savedSession(): Promise<SessionEntry> {
    world.entries.set('c', { ...credential, organizationShortName: 'NWT' });
    const saved = await saveSessionEntry(ports, templated, administrator);
    if (!saved.ok) throw new Error(saved.failure.code);
    return saved.value;
  }

  it('stands for the one origin that the linked credential’s organization makes of it', async () => {
    expect(await savedSession()).toMatchObject({
      hostTemplate: host,
      startUrl: 'https://nwt.example.com/login',
      origin: 'https://nwt.example.com',
    });
    expect(await saveSessionEntry(ports, sessionInput, administrator)).toMatchObject({ value: { hostTemplate: null } });
  });

  it('is not saved without a credential entry, or without a short name', async () => {
    const before = world.entries.size;
    expect(await saveSessionEntry(ports, { ...templated, credentialEntryId: null }, administrator)).toEqual(
      problem('variable-unlinked'),
    );
    expect(await saveSessionEntry(ports, templated, administrator)).toEqual(problem('variable-value'));
    expect(world.entries.size).toBe(before);
  });

  it('has no variables in further sign-in origins', async () => {
    expect(await saveSessionEntry(ports, { ...sessionInput, signInHosts: [host] }, administrator)).toEqual(
      problem('variable-not-here'),
    );
  });

  it('is launched and filled on that very origin', async () => {
    const { id } = await savedSession();
    expect(await launch(id)).toMatchObject({ ok: true });
    expect(world.pages.openTab).toHaveBeenCalledWith('https://nwt.example.com/login');
    expect(world.intents.get(5)?.origins).toEqual(['https://nwt.example.com']);
  });

  it.each([
    ['GLX', 'variable-changed'],
    ['evil.com/', 'variable-value'],
    [null, 'variable-value'],
  ] as const)('does nothing while the organization’s short name is %s', async (name, which) => {
    const { id } = await savedSession();
    world.entries.set('c', { ...credential, organizationShortName: name });
    expect(await launch(id)).toEqual(problem(which));
    expect(world.pages.openTab).not.toHaveBeenCalled();
  });

  it('follows the credential entry when that is saved with another short name', async () => {
    const { id } = await savedSession();
    shortName.now = 'GLX';
    expect(await saveCredential()).toMatchObject({ ok: true, value: { organizationShortName: 'GLX' } });
    expect(world.entries.get(id)).toMatchObject({ origin: 'https://glx.example.com', rev: 2 });
    expect(await launch(id)).toMatchObject({ ok: true });
  });

  it('takes the short name from the list that was chosen from, without another request', async () => {
    const listed = { id: asId('1'), name: 'Northwind', shortName: 'LST', statusName: null, parentId: null };
    ports.lists.set('k organizations', { rows: [listed], complete: true, fetchedAt: world.state.now });
    await savedSession();
    expect(await saveCredential()).toMatchObject({ value: { organizationShortName: 'LST' } });
    expect(ports.itGlue.organization).not.toHaveBeenCalled();
    world.state.now += 600_000;
    await saveCredentialEntry(ports, { ...credentialInput, entryId: credential.id, rev: 2 }, administrator);
    expect(world.entries.get('c')).toMatchObject({ organizationShortName: 'NWT' });
  });

  it('is not changed where the short name is the same as before', async () => {
    const { id } = await savedSession();
    await saveCredential();
    expect(world.entries.get(id)).toMatchObject({ origin: 'https://nwt.example.com', rev: 1 });
  });

  it('keeps its address, and is not launched, where the new short name makes none', async () => {
    const { id } = await savedSession();
    shortName.now = 'evil.com/';
    await saveCredential();
    expect(world.entries.get(id)).toMatchObject({ origin: 'https://nwt.example.com', rev: 1 });
    expect(await launch(id)).toEqual(problem('variable-value'));
  });
});

describe('lists, deleting and undo', () => {
  it('a technician sees entries with View, and sessions by their credential', async () => {
    expect(await listEntries(ports, {}, technician)).toMatchObject({ value: { entries: [{ id: 'c' }, { id: 's' }] } });
    world.entries.set('c', { ...credential, permissions: { view: false, viewPassword: true, edit: true } });
    expect(await listEntries(ports, {}, technician)).toMatchObject({ value: { entries: [] } });
  });

  it('an entry is shown to nobody who may not view it', async () => {
    expect(await entryView(ports, 'technician', session)).toMatchObject({ ok: true });
    world.entries.set('c', { ...credential, permissions: { view: false, viewPassword: true, edit: true } });
    expect(await entryView(ports, 'technician', session)).toEqual(fail({ code: 'entry-not-found' }));
  });

  it('shows rights as the policy leaves them', async () => {
    const permissions = { view: true, viewPassword: true, edit: false };
    world.entries.set('c', { ...credential, permissions });
    const policy = policySource();
    const rights = async () => {
      const listed = await listEntries({ ...ports, policy }, {}, technician);
      return listed.ok && listed.value.entries.map((entry) => entry.rights);
    };
    expect(await rights()).toEqual([permissions, permissions]);
    policy.set({ disableReveal: true, disableCopy: true });
    expect(await rights()).toEqual([1, 2].map(() => ({ ...permissions, viewPassword: false })));
  });

  it('names the sites without access', async () => {
    world.state.missing = ['https://login.example'];
    expect(await listEntries(ports, {}, administrator)).toMatchObject({
      value: { entries: [{ id: 'c' }, { id: 's', missingSites: ['https://login.example'] }] },
    });
  });

  it('a deleted entry is apart and comes back whole', async () => {
    expect(await deleteEntry(ports, { entryId: session.id, rev: 1 }, administrator)).toMatchObject({ ok: true });
    expect(await listEntries(ports, {}, administrator)).toMatchObject({
      value: { entries: [{ id: 'c' }], deleted: [{ id: 's' }] },
    });
    expect(await restoreEntry(ports, { entryId: session.id }, administrator)).toMatchObject({
      value: { ...session, rev: 3 },
    });
    expect(await listEntries(ports, {}, administrator)).toMatchObject({ value: { deleted: [] } });
  });

  it('refuses to delete what was changed meanwhile', async () => {
    expect(await deleteEntry(ports, { entryId: session.id, rev: 9 }, administrator)).toEqual(
      fail({ code: 'entry-changed' }),
    );
  });
});

describe('revealing', () => {
  const reveal = (passwordId: string | null) =>
    revealCredential(
      ports,
      {
        entryId: credential.id,
        passwordId: passwordId === null ? null : asId<'password'>(passwordId),
        purpose: 'reveal',
      },
      administrator,
    );

  it('asks IT Glue once, at that moment', async () => {
    expect(await reveal(null)).toEqual(ok({ password: passwordMarker }));
    expect(world.itGlue.password).toHaveBeenCalledTimes(1);
  });

  it('gives no other password than the entry’s', async () => {
    expect(await reveal('78')).toEqual(fail({ code: 'not-in-list' }));
    expect(world.itGlue.password).not.toHaveBeenCalled();
  });

  it('gives no record of another organization', async () => {
    world.itGlue.password.mockResolvedValueOnce(
      ok({ summary: { ...summary, organizationId: asId('2') }, value: new Secret('x') }),
    );
    expect(await reveal(null)).toEqual(fail({ code: 'record-moved' }));
  });

  it('gives nothing when the vault was locked while IT Glue answered', async () => {
    world.itGlue.password.mockImplementationOnce(async () => {
      world.state.role = null;
      return ok({ summary, value: new Secret(passwordMarker) });
    });
    expect(await reveal(null)).toEqual(fail({ code: 'locked' }));
  });
});
