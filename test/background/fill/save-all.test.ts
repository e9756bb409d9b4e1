import { beforeEach, describe, expect, it } from 'vitest';
import { decodeContent } from '../../../src/background/record-shapes.ts';
import { asId } from '../../../src/domain/ids.ts';
import { fail } from '../../../src/domain/result.ts';
import type { CredentialEntryInput, SessionEntryInput } from '../../../src/messaging/contract.ts';
import { type AllWorld, allWorld, everybody, tenants } from './all-world.ts';
import { credential, session } from './fill-world.ts';

let world: AllWorld;
beforeEach(async () => {
  world = await allWorld();
});

const input: CredentialEntryInput = {
  entryId: null,
  rev: null,
  name: 'Everybody’s',
  apiKeyId: everybody.apiKeyId,
  organizationId: null,
  selection: { mode: 'always-prompt', passwordId: null },
  permissions: everybody.permissions,
};

const editable = { ...everybody, permissions: { view: true, viewPassword: true, edit: true } };

describe('saving a credential entry of all organizations', () => {
  it('asks IT Glue whether the key sees organizations, and for no password', async () => {
    expect(await world.ask('credentialEntry.save', input)).toMatchObject({
      value: { organizationId: null, organizationName: null, selection: { mode: 'always-prompt' }, code: null },
    });
    expect(world.askedPaths()).toEqual(['/organizations']);
  });

  it('is refused for a single password', async () => {
    const single = { ...input, selection: { mode: 'password', passwordId: asId<'password'>('1') } } as const;
    expect(await world.ask('credentialEntry.save', single)).toEqual(
      fail({ code: 'invalid-input', field: 'organizationId' }),
    );
  });

  it('is an administrator’s alone: Edit does not widen an entry to every client', async () => {
    const one = {
      ...credential,
      id: asId<'entry'>('one'),
      apiKeyId: everybody.apiKeyId,
      permissions: editable.permissions,
    };
    await world.ports.store.put('entry', one.id, one);
    await world.ports.store.put('entry', editable.id, editable);
    world.state.role = 'technician';
    expect(await world.ask('credentialEntry.save', { ...input, entryId: one.id, rev: 1 })).toEqual(
      fail({ code: 'administrator-only' }),
    );
    const renamed = { ...input, entryId: editable.id, rev: 1 };
    expect(await world.ask('credentialEntry.save', renamed)).toMatchObject({ value: { name: 'Everybody’s' } });
  });

  it('takes the sessions that are linked to it along, there and back', async () => {
    const contoso = world.fake.organization('Contoso Legal LLP');
    const to = (organizationId: CredentialEntryInput['organizationId'], rev: number) =>
      world.ask('credentialEntry.save', { ...input, organizationId, entryId: everybody.id, rev });
    const saved = async () => {
      const found = await world.ports.store.get('entry', tenants.id);
      return found.ok ? found.value : null;
    };
    await to(asId(contoso.id), 1);
    expect(await saved()).toMatchObject({ startUrl: 'https://contoso.tenants.example/in' });
    await to(null, 2);
    expect(await saved()).toMatchObject({ startUrl: null, origin: null });
  });
});

describe('a session that is linked to it', () => {
  const host: SessionEntryInput = {
    entryId: null,
    rev: null,
    name: 'Tenants',
    host: 'https://{organization.shortName}.tenants.example/',
    signInHosts: ['https://login.example'],
    credentialEntryId: everybody.id,
    allowHttp: false,
    autoSubmit: false,
    sameOriginFrames: false,
    httpAuth: false,
  };

  it('has no address of its own where the host holds the variable, and lacks only what is written out', async () => {
    world.state.missing = ['https://login.example'];
    expect(await world.ask('sessionEntry.save', host)).toMatchObject({
      value: { startUrl: null, origin: null, hostTemplate: host.host, missingSites: ['https://login.example'] },
    });
    const path = { ...host, host: 'https://portal.example/{organization.shortName}' };
    expect(await world.ask('sessionEntry.save', path)).toMatchObject({
      value: { startUrl: null, origin: 'https://portal.example' },
    });
  });

  it('keeps what was remembered for its clients, as long as it may still be filled there', async () => {
    const one = { organizationId: asId<'organization'>('1'), passwordId: asId<'password'>('7'), passwordName: 'x' };
    const remembered = { ...one, origin: 'https://acme.tenants.example' };
    await world.ports.store.put('entry', tenants.id, { ...tenants, rememberedPasswords: [remembered] });
    const edited = { ...host, entryId: tenants.id, rev: 1 };
    expect(await world.ask('sessionEntry.save', edited)).toMatchObject({
      value: { rememberedPasswords: [remembered] },
    });
    const moved = { ...edited, rev: 2, host: 'https://{organization.shortName}.other.example/' };
    expect(await world.ask('sessionEntry.save', moved)).toMatchObject({ value: { rememberedPasswords: [] } });
  });
});

describe('a pack', () => {
  it('does not carry it, and says which entry', async () => {
    const pack = { packId: null, name: 'Pack', days: 30 };
    const policy = {
      ...{ disableAlwaysPrompt: false, disableReveal: false, disableCopy: false, disableHttp: false },
      ...{ lockIdleMinutesMax: 15, lockCapHoursMax: 8 },
    };
    expect(await world.ask('pack.export', { ...pack, policy, entryIds: [tenants.id] })).toEqual(
      fail({ code: 'not-for-packs', entryName: 'Everybody' }),
    );
  });
});

describe('what is sealed', () => {
  const { organizationShortName: _shortName, ...before } = credential;

  it.each([
    ['of one organization', credential],
    ['of one, sealed before there were short names', before],
    ['of all', everybody],
    ['of a session with an address for each', tenants],
    ['of a session with one', session],
  ])('opens: an entry %s', (_what, content) => {
    expect(decodeContent('entry', JSON.parse(JSON.stringify(content)))).toEqual({
      ...(content.kind === 'credential' && { organizationShortName: null }),
      ...content,
    });
  });

  it.each([
    ['a single password of all organizations', { ...everybody, selection: credential.selection }],
    ['a name without an organization', { ...everybody, organizationName: 'Acme' }],
    ['an organization without a name', { ...credential, organizationName: null }],
  ])('is damaged: %s', (_what, content) => {
    expect(decodeContent('entry', JSON.parse(JSON.stringify(content)))).toBeNull();
  });
});
