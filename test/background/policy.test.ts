import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { createManagedPolicy, decodePolicy } from '../../src/background/adapters/managed-policy.ts';
import { fillSubject } from '../../src/background/fill-subject.ts';
import { passGate } from '../../src/background/gate.ts';
import { policedIndexSource, policedItGlue } from '../../src/background/policed-it-glue.ts';
import { requestRefusal } from '../../src/background/policy-gate.ts';
import type { ItGlue, ItGlueAccess, Ports } from '../../src/background/ports.ts';
import type { PasswordSummary } from '../../src/domain/credential.ts';
import { asId } from '../../src/domain/ids.ts';
import {
  cappedPermissions,
  kdfMeets,
  openPolicy,
  type PolicyKey,
  policyKeys,
  strictPolicy,
  unmanaged,
  unreadablePolicy,
} from '../../src/domain/policy.ts';
import { fail, ok } from '../../src/domain/result.ts';
import { Secret } from '../../src/domain/secret.ts';
import type { CommandName } from '../../src/messaging/contract.ts';
import { organizationRow, passwordRow } from './api-key-world.ts';
import { credential, fillWorld, session } from './fill/fill-world.ts';
import { policySource } from './unmanaged.ts';

const forbidden = (rule: PolicyKey) => ({ ok: false, failure: { code: 'policy-forbids', rule } }) as const;
const no = forbidden('region');

const wrong: Readonly<Record<PolicyKey, unknown>> = {
  region: 'moon',
  allowedOrganizations: 'all',
  allowedCategories: [1],
  disableAlwaysPrompt: 'false',
  disableReveal: 0,
  disableCopy: null,
  disableHttp: [],
  disableExport: {},
  lockIdleMinutesMax: 100_000,
  lockCapHoursMax: '8',
  kdfMemoryKibMin: 1,
  kdfPassesMin: 1.5,
  packSigningKey: 'short',
  requiredKeys: ['what'],
};

describe('SR-51: the managed policy as it is read', () => {
  it('absent, changes nothing', () => {
    expect(decodePolicy({})).toEqual(unmanaged);
    expect(decodePolicy(undefined)).toEqual(unmanaged);
  });

  it.each(policyKeys.filter((key) => key !== 'requiredKeys'))(
    '%s of the wrong type is named and read at its strictest',
    (key) => {
      const field = key === 'region' ? 'regions' : key;
      const { policy, managed, unreadable } = decodePolicy({ [key]: wrong[key] });
      expect({ managed, unreadable }).toEqual({ managed: [key], unreadable: [key] });
      expect(policy).toEqual({ ...openPolicy, [field]: strictPolicy[field] });
    },
  );

  it('at its strictest allows nothing, and locks soonest', () => {
    expect(strictPolicy).toEqual({
      regions: [],
      allowedOrganizations: [],
      allowedCategories: [],
      disableAlwaysPrompt: true,
      disableReveal: true,
      disableCopy: true,
      disableHttp: true,
      disableExport: true,
      lockIdleMinutesMax: 1,
      lockCapHoursMax: 1,
      kdfMemoryKibMin: 65_536,
      kdfPassesMin: 3,
      packSigningKey: null,
    });
  });

  it('a required key that did not arrive is read at its strictest; requiredKeys that cannot be read requires all', () => {
    expect(decodePolicy({ requiredKeys: ['disableCopy'] })).toMatchObject({
      policy: { disableCopy: true, disableReveal: false },
      unreadable: ['disableCopy'],
    });
    expect(decodePolicy({ requiredKeys: wrong.requiredKeys }).policy).toEqual(strictPolicy);
  });

  it('says unknown keys and takes the rest', () => {
    const { policy, managed, unreadable } = decodePolicy({ disableRevael: true, disableCopy: true });
    expect({ managed, unreadable }).toEqual({ managed: ['disableCopy'], unreadable: ['disableRevael'] });
    expect(policy).toEqual({ ...openPolicy, disableCopy: true });
  });

  it('that is no object, or cannot be fetched, allows nothing', async () => {
    expect(decodePolicy('all')).toEqual(unreadablePolicy);
    expect(decodePolicy([])).toEqual(unreadablePolicy);
    const read = (error: Error) =>
      createManagedPolicy({ get: () => Promise.reject(error), onChanged: () => undefined }, () => undefined).read();
    expect(await read(new Error('disk'))).toEqual(unreadablePolicy);
    expect(await read(new Error('Managed storage manifest not found'))).toEqual(unmanaged);
  });

  it('is read again after a change, and what was read under the old one is forgotten', async () => {
    let stored: object = { disableCopy: true };
    const listeners: (() => void)[] = [];
    const forget = vi.fn();
    const source = createManagedPolicy(
      { get: async () => stored, onChanged: (listener) => listeners.push(listener) },
      forget,
    );
    expect((await source.read()).policy.disableCopy).toBe(true);
    stored = { disableReveal: true };
    expect((await source.read()).policy.disableReveal).toBe(false);
    for (const listener of listeners) listener();
    expect(forget).toHaveBeenCalledOnce();
    expect((await source.read()).policy).toMatchObject({ disableReveal: true, disableCopy: false });
  });

  it('has a schema with these keys and no place for a secret', () => {
    const { properties } = JSON.parse(readFileSync('src/managed-policy-schema.json', 'utf8')) as { properties: object };
    expect(Object.keys(properties)).toEqual([...policyKeys]);
    expect(Object.keys(properties).filter((name) => /secret|apiKey|passphrase|token/i.test(name))).toEqual([]);
  });
});

const can = { view: true, viewPassword: true, edit: true };

function gateWorld(policy: Parameters<typeof policySource>[0], permissions = can) {
  const entries: Record<string, unknown> = {
    c: { ...credential, permissions },
    s: session,
    all: { ...credential, id: asId('all'), selection: { mode: 'always-prompt' }, permissions },
    http: { ...session, id: asId('http'), origin: 'http://10.0.0.1', allowHttp: true },
    open: { ...session, id: asId('open'), allowHttp: true },
    plain: { ...session, id: asId('plain'), signInOrigins: ['http://10.0.0.1'] },
  };
  return {
    store: { get: async (_kind: string, id: string) => ok(entries[id] ?? null) },
    door: { role: async () => 'administrator', touch: async () => undefined },
    policy: policySource(policy),
  } as unknown as Ports;
}

describe('SR-40: the effective right is the least of policy and entry, at the gate', () => {
  const cases: readonly [Parameters<typeof policySource>[0], CommandName, object, PolicyKey][] = [
    [{ disableReveal: true }, 'credential.reveal', { entryId: 'c', purpose: 'reveal' }, 'disableReveal'],
    [{ disableCopy: true }, 'credential.reveal', { entryId: 'c', purpose: 'copy' }, 'disableCopy'],
    [{ disableReveal: true }, 'credential.code', { entryId: 'c' }, 'disableReveal'],
    [{ disableCopy: true }, 'credential.code', { entryId: 'c' }, 'disableCopy'],
    [{ disableCopy: true }, 'credentialEntry.setCodeCopy', { entryId: 'c', copy: true }, 'disableCopy'],
    [{ disableAlwaysPrompt: true }, 'credentials.list', { entryId: 'all' }, 'disableAlwaysPrompt'],
    [
      { disableAlwaysPrompt: true },
      'credentialEntry.save',
      { entryId: null, organizationId: '1', selection: { mode: 'always-prompt' } },
      'disableAlwaysPrompt',
    ],
    [
      { allowedOrganizations: [asId('2')] },
      'credentialEntry.save',
      { entryId: null, organizationId: '1', selection: { mode: 'password' } },
      'allowedOrganizations',
    ],
    [{ allowedOrganizations: [] }, 'passwords.list', { entryId: null, organizationId: '1' }, 'allowedOrganizations'],
    [{ allowedOrganizations: [] }, 'session.launch', { entryId: 's' }, 'allowedOrganizations'],
    [{ allowedOrganizations: [] }, 'page.fill', { entryId: 's' }, 'allowedOrganizations'],
    [{ allowedOrganizations: [] }, 'challenge.answer', { entryId: 's' }, 'allowedOrganizations'],
    [{ allowedOrganizations: [] }, 'credential.reveal', { entryId: 'c', purpose: 'copy' }, 'allowedOrganizations'],
    [{ allowedOrganizations: [] }, 'credential.code', { entryId: 'c' }, 'allowedOrganizations'],
    [{ allowedOrganizations: [] }, 'credentials.search', { entryId: 's' }, 'allowedOrganizations'],
    [{ allowedOrganizations: [] }, 'session.address', { entryId: 's' }, 'allowedOrganizations'],
    [{ allowedOrganizations: [] }, 'remote.handOver', { entryId: 's' }, 'allowedOrganizations'],
    [{ disableHttp: true }, 'session.launch', { entryId: 'http' }, 'disableHttp'],
    [{ disableHttp: true }, 'session.launch', { entryId: 'open' }, 'disableHttp'],
    [{ disableHttp: true }, 'session.launch', { entryId: 'plain' }, 'disableHttp'],
    [{ disableHttp: true }, 'page.fill', { entryId: 'http' }, 'disableHttp'],
    [{ disableHttp: true }, 'sessionEntry.save', { entryId: null, allowHttp: true }, 'disableHttp'],
    [{ regions: ['eu'] }, 'apiKey.set', { region: 'us' }, 'region'],
  ];

  it.each(cases)('%o refuses %s %o', async (policy, command, request, rule) => {
    expect(await passGate(gateWorld(policy), command, request)).toEqual(forbidden(rule));
    expect((await passGate(gateWorld({}), command, request)).ok).toBe(true);
  });

  it('no View password is left where a policy forbids both showing and copying, and a weak KDF meets none', () => {
    const both = { ...openPolicy, disableReveal: true, disableCopy: true };
    expect(cappedPermissions(can, both)).toEqual({ ...can, viewPassword: false });
    expect(cappedPermissions(can, { ...both, disableCopy: false })).toEqual(can);
    const floor = { ...openPolicy, kdfMemoryKibMin: 32_768, kdfPassesMin: 3 };
    expect(kdfMeets({ m: 32_768, t: 3 }, floor)).toBe(true);
    expect([kdfMeets({ m: 32_767, t: 3 }, floor), kdfMeets({ m: 65_536, t: 2 }, floor)]).toEqual([false, false]);
  });

  it('a policy gives nothing that the entry does not', async () => {
    const world = gateWorld({}, { ...can, viewPassword: false });
    const reveal = { entryId: 'c', purpose: 'reveal' };
    expect(await passGate(world, 'credential.reveal', reveal)).toEqual(
      fail({ code: 'not-allowed', right: 'viewPassword' }),
    );
  });

  it('an entry that may not be used can still be put right', async () => {
    const world = gateWorld({ allowedOrganizations: [], disableHttp: true });
    expect((await passGate(world, 'entry.delete', { entryId: 'http' })).ok).toBe(true);
  });

  it.each(['vault.export', 'backup.export', 'audit.exportCsv', 'vault.backup'])(
    'disableExport refuses %s',
    (command) => {
      expect(requestRefusal({ ...openPolicy, disableExport: true }, command as CommandName, {})).toBe('disableExport');
      expect(requestRefusal(openPolicy, command as CommandName, {})).toBeNull();
    },
  );

  it('a fill on its way heeds a policy that came after it began', async () => {
    const { ports } = fillWorld();
    const policy = policySource();
    const under = { ...ports, policy };
    expect((await fillSubject(under, session.id, null)).ok).toBe(true);
    policy.set({ allowedOrganizations: [] });
    expect(await fillSubject(under, session.id, null)).toEqual(forbidden('allowedOrganizations'));
  });
});

describe('IT Glue under a policy', () => {
  const access: ItGlueAccess = { region: 'us', key: new Secret('ITG.k') };
  const row = { ...passwordRow('1', asId('1')), categoryName: 'Web' };
  const list = <Row>(...rows: Row[]) => ok({ rows, complete: true, fetchedAt: 1 });
  const itGlue = () =>
    ({
      organizations: vi.fn(async () =>
        list({ ...organizationRow, id: asId('1') }, { ...organizationRow, id: asId('2') }),
      ),
      organization: vi.fn(async () => ok(organizationRow)),
      passwords: vi.fn(async () => list<PasswordSummary>(row, { ...row, id: asId('2'), categoryName: null })),
      folders: vi.fn(async () => ok([])),
      passwordSummary: vi.fn(async () => ok(row)),
      password: vi.fn(async () => ok({ summary: row, value: new Secret('v') })),
      probe: vi.fn(),
    }) as unknown as ItGlue;

  it('is not asked in another region', async () => {
    const asked = itGlue();
    const policed = policedItGlue(asked, policySource({ regions: ['eu'] }));
    expect(await policed.organizations(access)).toEqual(no);
    expect(await policed.organization(access, asId('1'))).toEqual(no);
    expect(await policed.passwords(access, asId('1'))).toEqual(no);
    expect(await policed.passwordSummary(access, asId('1'))).toEqual(no);
    expect(await policed.password(access, asId('1'))).toEqual(no);
    expect((await policed.probe(access)).failure).toEqual(no.failure);
    for (const method of Object.values(asked)) expect(method).not.toHaveBeenCalled();
    const ask = vi.fn();
    const source = policedIndexSource({ organizations: ask, passwords: ask }, policySource({ regions: [] }));
    expect(await source.organizations(access, {} as never)).toMatchObject({ ok: false, failure: no.failure });
    expect(ask).not.toHaveBeenCalled();
  });

  it('is not asked for an organization that is not allowed, and its records go no further', async () => {
    const asked = itGlue();
    const policed = policedItGlue(asked, policySource({ allowedOrganizations: [asId('2')] }));
    expect(await policed.passwords(access, asId('1'))).toEqual(forbidden('allowedOrganizations'));
    expect(await policed.organization(access, asId('1'))).toEqual(forbidden('allowedOrganizations'));
    expect(await policed.folders(access, asId('1'))).toEqual(forbidden('allowedOrganizations'));
    expect(asked.folders).not.toHaveBeenCalled();
    expect(asked.passwords).not.toHaveBeenCalled();
    expect(asked.organization).not.toHaveBeenCalled();
    expect(await policed.password(access, asId('1'))).toEqual(forbidden('allowedOrganizations'));
    expect(await policed.passwordSummary(access, asId('1'))).toEqual(forbidden('allowedOrganizations'));
    expect(await policed.organizations(access)).toMatchObject({ value: { rows: [{ id: '2' }] } });
  });

  it('gives nothing of a category that is not allowed, nor of none', async () => {
    const allowed = policedItGlue(itGlue(), policySource({ allowedCategories: ['Web'] }));
    const listed = await allowed.passwords(access, asId('1'));
    expect(listed.ok && listed.value.rows.map(({ id }) => id)).toEqual(['1']);
    expect((await allowed.password(access, asId('1'))).ok).toBe(true);
    const other = policedItGlue(itGlue(), policySource({ allowedCategories: ['Wi-Fi'] }));
    expect(await other.password(access, asId('1'))).toEqual(forbidden('allowedCategories'));
    expect(await other.passwordSummary(access, asId('1'))).toEqual(forbidden('allowedCategories'));
  });
});
