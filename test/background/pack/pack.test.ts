import { describe, expect, it } from 'vitest';
import { signing } from '../../../src/background/adapters/signing.ts';
import { fillSubject } from '../../../src/background/fill-subject.ts';
import { passGate } from '../../../src/background/gate.ts';
import { openPack, sealPack } from '../../../src/background/pack/pack-file.ts';
import type { PackContents } from '../../../src/background/pack/pack-shapes.ts';
import { createVault } from '../../../src/background/use-cases/create-vault.ts';
import { listEntries } from '../../../src/background/use-cases/list-entries.ts';
import { lockVault } from '../../../src/background/use-cases/lock-vault.ts';
import { unlockVault } from '../../../src/background/use-cases/unlock-vault.ts';
import { asId } from '../../../src/domain/ids.ts';
import type { PackProblem } from '../../../src/domain/pack.ts';
import { openPolicy } from '../../../src/domain/policy.ts';
import { fail } from '../../../src/domain/result.ts';
import { credential, session } from '../fill/fill-world.ts';
import { policySource } from '../unmanaged.ts';
import { diskText, vaultWorld } from '../vault/vault-world.ts';
import {
  administratorVault,
  apiKeyMarker,
  credentialId,
  dayMs,
  freePolicy,
  look,
  made,
  passphrase,
  putEntry,
  seedMarker,
  sessionId,
  take,
  technicianDevice,
} from './pack-world.ts';

const own = 'meadow violet thunder';
const refused = (problem: PackProblem) => ({ ok: false, failure: { code: 'pack-refused', problem } });
type Device = ReturnType<typeof vaultWorld>;

const stored = async (device: Device) => {
  const [entries, keys] = [await device.ports.store.list('entry'), await device.ports.store.list('api-key')];
  if (!entries.ok || !keys.ok) throw new Error('The vault does not open.');
  return { entries: entries.value.contents, keys: keys.value.contents };
};

/** The parts of a pack, for files that no administrator would make. */
async function contentsOf(): Promise<{ readonly contents: PackContents; readonly admin: Device }> {
  const admin = await administratorVault();
  const pack = await made(admin);
  const opened = await openPack(admin.ports, pack.text, pack.code);
  if (!opened.ok) throw new Error(opened.failure.code);
  return { contents: opened.value.contents, admin };
}

const code = 'AAAA-BBBB-CCCC-DDDD-EEEE';
const forged = async (contents: object, ports: Device['ports']) =>
  sealPack(ports, contents as PackContents, await signing.generate(), code);

describe('a pack', () => {
  it('makes a vault that only a technician can open, with key, entries and codes', async () => {
    const admin = await administratorVault();
    const pack = await made(admin);
    const device = technicianDevice(admin);
    expect(await look(device, pack)).toMatchObject({
      value: {
        facts: { name: 'Night shift', version: 1, expiresAt: admin.clock.now + 30 * dayMs },
        fingerprint: pack.fingerprint,
        firstOfSigner: true,
        apiKeys: ['Main'],
        changes: [
          {
            kind: 'session',
            name: 'Northwind portal',
            change: 'added',
            about: [session.origin, 'https://login.example'],
          },
          { kind: 'credential', change: 'added', about: ['Northwind'], raises: ['view'] },
        ],
      },
    });
    expect(await take(device, pack)).toMatchObject({ value: { state: 'unlocked', role: 'technician' } });
    const { entries, keys } = await stored(device);
    expect(entries.map(({ id }) => id).sort()).toEqual([credentialId, sessionId].sort());
    expect(keys.map(({ key }) => key.expose())).toEqual([apiKeyMarker]);
    const seed = await device.ports.store.get('code-seed', credentialId);
    expect(seed.ok && seed.value?.secret.expose()).toBe(seedMarker);
    expect(await device.run(createVault, { passphrase })).toMatchObject({ failure: { code: 'vault-exists' } });
  });

  it('SR-39: never gives Edit, whatever the entry gives where it comes from', async () => {
    const admin = await administratorVault();
    await putEntry(admin.ports, { ...credential, permissions: { view: true, viewPassword: true, edit: true } });
    const device = technicianDevice(admin);
    await take(device, await made(admin));
    const listed = await device.run(listEntries, {}, { role: 'technician' });
    expect(listed.ok && listed.value.entries.map(({ rights }) => rights)).toEqual([
      { view: true, viewPassword: true, edit: false },
      { view: true, viewPassword: true, edit: false },
    ]);
  });

  it('is made of no entry that was deleted, be it chosen or linked to', async () => {
    const admin = await administratorVault();
    await putEntry(admin.ports, { ...credential, deletedAt: 1 });
    await expect(made(admin)).rejects.toThrow('not-linked');
    await putEntry(admin.ports, { ...session, deletedAt: 1 });
    await expect(made(admin)).rejects.toThrow('entry-not-found');
  });

  it('holds no secret in clear, neither as a file nor on the disk that took it', async () => {
    const admin = await administratorVault();
    const pack = await made(admin);
    const device = technicianDevice(admin);
    await take(device, pack);
    for (const text of [pack.text, await diskText()]) {
      for (const secret of [apiKeyMarker, seedMarker, pack.code, 'Northwind', 'portal.example']) {
        expect(text).not.toContain(secret);
      }
    }
  });

  it('takes the activation code as people type it, and no other', async () => {
    const admin = await administratorVault();
    const pack = await made(admin);
    const device = technicianDevice(admin);
    const typed = ` ${pack.code.toLowerCase().replaceAll('-', ' ')} `;
    expect((await look(device, { ...pack, code: typed })).ok).toBe(true);
    expect(
      await look(device, { ...pack, code: `${pack.code.slice(0, -1)}${pack.code.endsWith('0') ? '2' : '0'}` }),
    ).toEqual(refused('does-not-open'));
    expect(await look(device, { ...pack, code: '' })).toEqual(refused('does-not-open'));
  });
});

describe('SR-39: a pack that is not right changes nothing', () => {
  it.each([
    ['cut off', (text: string) => text.slice(0, -20), 'not-a-pack'],
    ['empty', () => '', 'not-a-pack'],
    ['another file', () => '{"format":"linked-vault-backup"}', 'not-a-pack'],
    ['of a later version', (text: string) => text.replace('"v":1', '"v":2'), 'too-new'],
    ['with a cheaper derivation', (text: string) => text.replace(/"m":\d+/, '"m":8'), 'not-a-pack'],
    ['with another derivation', (text: string) => text.replace(/"t":\d+/, '"t":3'), 'does-not-open'],
    ['with a field more', (text: string) => text.replace('{', '{"host":"https://evil.example",'), 'not-a-pack'],
    [
      'with one sign changed',
      (text: string) => text.replace(/"ct":"./, (found) => `${found.slice(0, -1)}${found.endsWith('A') ? 'B' : 'A'}`),
      'does-not-open',
    ],
  ] as const)('%s', async (_what, alter, problem) => {
    const admin = await administratorVault();
    const pack = await made(admin);
    const device = technicianDevice(admin);
    const altered = { ...pack, text: alter(pack.text) };
    expect(await look(device, altered)).toEqual(refused(problem));
    expect(await take(device, altered)).toEqual(refused(problem));
    expect(await device.ports.records.header()).toBeNull();
  });

  it('signed over something else', async () => {
    const { contents, admin } = await contentsOf();
    const pair = await signing.generate();
    const liar = {
      ...admin.ports,
      signing: { ...signing, sign: (key: typeof pair.privateKey) => signing.sign(key, 'x') },
    };
    const text = await sealPack(liar, contents, pair, code);
    expect(await look(technicianDevice(admin), { text, code })).toEqual(refused('bad-signature'));
  });

  const evil: readonly (readonly [string, (contents: PackContents) => object])[] = [
    ['a field more', (contents) => ({ ...contents, endpoint: 'https://evil.example' })],
    ['a KDF', (contents) => ({ ...contents, kdf: { m: 1 } })],
    [
      'Edit',
      ({ entries, ...rest }) => ({
        ...rest,
        entries: entries.map((one) =>
          one.kind === 'credential' ? { ...one, permissions: { ...one.permissions, edit: true } } : one,
        ),
      }),
    ],
    [
      'a session of another origin than its address',
      ({ entries, ...rest }) => ({
        ...rest,
        entries: entries.map((one) => (one.kind === 'session' ? { ...one, origin: 'https://evil.example' } : one)),
      }),
    ],
    [
      'a sign-in address with a path',
      ({ entries, ...rest }) => ({
        ...rest,
        entries: entries.map((one) =>
          one.kind === 'session' ? { ...one, signInOrigins: ['https://login.example/a'] } : one,
        ),
      }),
    ],
    [
      'plain http without the switch',
      ({ entries, ...rest }) => ({
        ...rest,
        entries: entries.map((one) =>
          one.kind === 'session'
            ? { ...one, startUrl: 'http://portal.example/', origin: 'http://portal.example' }
            : one,
        ),
      }),
    ],
    [
      'a script for an address',
      ({ entries, ...rest }) => ({
        ...rest,
        entries: entries.map((one) =>
          one.kind === 'session' ? { ...one, startUrl: 'javascript:alert(1)', origin: 'null' } : one,
        ),
      }),
    ],
    [
      'a link to no credential',
      ({ entries, ...rest }) => ({ ...rest, entries: entries.filter(({ kind }) => kind === 'session') }),
    ],
    ['no API key for a credential', (contents) => ({ ...contents, apiKeys: [] })],
    ['an id twice', ({ entries, ...rest }) => ({ ...rest, entries: [...entries, ...entries] })],
    [
      'another region',
      ({ apiKeys, ...rest }) => ({
        ...rest,
        apiKeys: apiKeys.map((key) => ({ ...key, region: 'https://evil.example' })),
      }),
    ],
    ['a lock that never comes', ({ policy, ...rest }) => ({ ...rest, policy: { ...policy, lockIdleMinutesMax: 1e9 } })],
  ];
  it.each(evil)('%s', async (_what, change) => {
    const { contents, admin } = await contentsOf();
    // Secrets go into the file as such; anything else is carried as it is.
    const text = await forged({ ...contents, ...change(contents) } as object, admin.ports);
    const device = technicianDevice(admin);
    expect(await look(device, { text, code })).toEqual(refused('bad-contents'));
    expect(await device.ports.records.header()).toBeNull();
  });

  it('the same contents, not changed, are taken: it is the change that was refused', async () => {
    const { contents, admin } = await contentsOf();
    expect((await look(technicianDevice(admin), { text: await forged(contents, admin.ports), code })).ok).toBe(true);
  });

  it('made in a time to come, or over', async () => {
    const admin = await administratorVault();
    const pack = await made(admin, { days: 2 });
    const device = technicianDevice(admin);
    device.clock.now = admin.clock.now - 2 * dayMs;
    expect(await look(device, pack)).toEqual(refused('from-the-future'));
    device.clock.now = admin.clock.now + 2 * dayMs;
    expect(await look(device, pack)).toEqual(refused('ended'));
  });

  it('not the one that was shown', async () => {
    const admin = await administratorVault();
    const pack = await made(admin);
    const device = technicianDevice(admin);
    expect(await take(device, { ...pack, series: { ...pack.series, version: 2 } })).toEqual(refused('changed-since'));
  });

  it('into a vault that has an administrator', async () => {
    const admin = await administratorVault();
    expect(await look(admin, await made(admin))).toEqual(refused('has-administrator'));
  });

  it('into a vault whose header is damaged: that is not taken for none', async () => {
    const admin = await administratorVault();
    const pack = await made(admin);
    const device = technicianDevice(admin);
    const header = { v: 1, kid: 'A', createdAt: 1, slots: [] };
    await device.ports.records.write({ header });
    expect(await look(device, pack)).toMatchObject({ failure: { code: 'vault-damaged' } });
    expect(await take(device, pack)).toMatchObject({ failure: { code: 'vault-damaged' } });
    expect(await device.ports.records.header()).toEqual(header);
  });

  it('SR-51: with a key of a region that the policy of the browser does not allow', async () => {
    const admin = await administratorVault();
    const pack = await made(admin);
    const device = vaultWorld(policySource({ regions: ['us'] }));
    device.clock.now = admin.clock.now;
    expect(await take(device, pack)).toEqual(fail({ code: 'policy-forbids', rule: 'region' }));
    expect(await device.ports.records.header()).toBeNull();
  });

  it('not signed by whom the policy of the browser names', async () => {
    const admin = await administratorVault();
    const pack = await made(admin);
    const named = (packSigningKey: string | null) => {
      const source = policySource({ packSigningKey });
      source.managed = { ...source.managed, managed: ['packSigningKey'] };
      const device = vaultWorld(source);
      device.clock.now = admin.clock.now;
      return device;
    };
    const { publicKey } = await signing.generate();
    expect(await look(named(publicKey), pack)).toEqual(refused('signer-not-set'));
    expect(await look(named(null), pack)).toEqual(refused('no-signer-set'));
    expect((await look(named(pack.signer), pack)).ok).toBe(true);
  });
});

describe('a remote session in a pack', () => {
  const remote = {
    kind: 'remote',
    id: asId<'entry'>('r'),
    rev: 1,
    name: 'DC 01',
    deletedAt: null,
    protocol: 'rdp',
    host: 'dc01.example',
    port: 3390,
    credentialEntryId: credentialId,
  } as const;

  it('comes with the credential entry that it is linked to, and says where it leads', async () => {
    const admin = await administratorVault();
    await putEntry(admin.ports, remote);
    const pack = await made(admin, { entryIds: [remote.id] });
    const device = technicianDevice(admin);
    expect(await look(device, pack)).toMatchObject({
      value: { changes: [{ kind: 'remote', about: ['rdp://dc01.example:3390'] }, { kind: 'credential' }] },
    });
    await take(device, pack);
    expect((await stored(device)).entries).toContainEqual(remote);
  });

  it('is refused with a host that is not written as one', async () => {
    const { contents, admin } = await contentsOf();
    for (const change of [{ host: 'dc01.example\r\nusername:s:eve' }, { host: 'DC01' }, { port: 0 }]) {
      const entries = [...contents.entries, { ...remote, ...change }];
      const text = await forged({ ...contents, entries }, admin.ports);
      expect(await look(technicianDevice(admin), { text, code })).toEqual(refused('bad-contents'));
    }
  });
});

describe('a newer pack', () => {
  it('brings what is new, takes away what it has no more, and says both before', async () => {
    const admin = await administratorVault();
    const first = await made(admin, { entryIds: [sessionId] });
    const device = technicianDevice(admin);
    await take(device, first);
    await putEntry(admin.ports, { ...credential, permissions: { view: true, viewPassword: true, edit: false } });
    const second = await made(admin, { packId: first.series.packId, entryIds: [credentialId] });
    expect(await look(device, second)).toMatchObject({
      value: {
        firstOfSigner: false,
        facts: { version: 2 },
        changes: [
          { kind: 'credential', change: 'changed', raises: ['viewPassword'] },
          { kind: 'session', change: 'removed' },
        ],
      },
    });
    expect((await stored(device)).entries).toHaveLength(2);
    await take(device, second, null);
    expect((await stored(device)).entries.map(({ id }) => id)).toEqual([credentialId]);
    expect(await device.ports.store.get('code-seed', credentialId)).toEqual({ ok: true, value: null });
  });

  it('SR-39: takes an API key away that it has no more', async () => {
    const admin = await administratorVault();
    const first = await made(admin);
    const device = technicianDevice(admin);
    await take(device, first);
    const key = await admin.ports.store.get('api-key', credential.apiKeyId);
    if (!key.ok || key.value === null) throw new Error('There is no key.');
    const next = { ...key.value, id: asId<'api-key'>('next'), name: 'Next' };
    await admin.ports.store.put('api-key', next.id, next);
    await putEntry(admin.ports, { ...credential, apiKeyId: next.id });
    await take(device, await made(admin, { packId: first.series.packId }), null);
    expect((await stored(device)).keys.map(({ name }) => name)).toEqual(['Next']);
  });

  it('leaves what was remembered for an address that stays, and nothing for one that is gone', async () => {
    const admin = await administratorVault();
    const first = await made(admin);
    const device = technicianDevice(admin);
    await take(device, first);
    const chosen = (origin: string) => ({
      origin,
      organizationId: asId<'organization'>('1'),
      passwordId: asId<'password'>('77'),
      passwordName: 'Portal',
    });
    const remembered = [session.origin, 'https://login.example'].map(chosen);
    await putEntry(device.ports, { ...session, rev: 2, rememberedPasswords: remembered });
    await putEntry(admin.ports, { ...session, signInOrigins: [] });
    await take(device, await made(admin, { packId: first.series.packId }), null);
    expect(await device.ports.store.get('entry', sessionId)).toMatchObject({
      value: { signInOrigins: [], rememberedPasswords: [chosen(session.origin)] },
    });
  });

  it('SR-39: lets no clock that was set back hide how late it has been', async () => {
    const admin = await administratorVault();
    const first = await made(admin);
    const { packId } = first.series;
    const device = technicianDevice(admin);
    await take(device, first);
    for (const days of [10, -10]) {
      device.clock.now += days * dayMs;
      await device.run(unlockVault, { passphrase: own });
    }
    expect((await take(device, await made(admin, { packId, days: 12 }), null)).ok).toBe(true);
    expect(await take(device, await made(admin, { packId, days: 5 }), null)).toEqual(refused('ended'));
  });

  it('SR-39: an older one, the same one and another one are refused', async () => {
    const admin = await administratorVault();
    const first = await made(admin);
    const second = await made(admin, { packId: first.series.packId });
    const other = await made(admin);
    const device = technicianDevice(admin);
    await take(device, second);
    expect(await take(device, first, null)).toEqual(refused('older'));
    expect(await take(device, second, null)).toEqual(refused('older'));
    expect(await take(device, other, null)).toEqual(refused('other-pack'));
    const foreign = await administratorVault();
    const theirs = await made(foreign);
    expect(await take(device, theirs, null)).toEqual(refused('other-signer'));
  });
});

describe('a vault with a pack', () => {
  it('is held to the stricter of its own and the browser’s policy, from the unlocking on', async () => {
    const admin = await administratorVault();
    const device = technicianDevice(admin);
    await take(device, await made(admin, { policy: { ...freePolicy, disableCopy: true, lockIdleMinutesMax: 5 } }));
    const held = { ...openPolicy, disableCopy: true, lockIdleMinutesMax: 5 };
    expect((await device.ports.policy.read()).policy).toEqual(held);
    await device.run(lockVault, {});
    expect((await device.ports.policy.read()).policy).toEqual(openPolicy);
    await device.run(unlockVault, { passphrase: own });
    expect((await device.ports.policy.read()).policy).toEqual(held);
    const copy = { entryId: credentialId, passwordId: null, purpose: 'copy' };
    expect(await passGate(device.ports, 'credential.reveal', copy)).toMatchObject({ ok: false });
  });

  it('ends with it, and a clock that is set back does not bring it back', async () => {
    const admin = await administratorVault();
    const device = technicianDevice(admin);
    await take(device, await made(admin, { days: 2 }));
    const launch = () => passGate(device.ports, 'session.launch', { entryId: sessionId });
    expect((await launch()).ok).toBe(true);
    device.clock.now += 3 * dayMs;
    await device.run(unlockVault, { passphrase: own });
    expect(await launch()).toMatchObject({ failure: { code: 'pack-ended' } });
    expect(await fillSubject(device.ports, sessionId, null)).toMatchObject({ failure: { code: 'pack-ended' } });
    device.clock.now -= 3 * dayMs;
    await device.run(unlockVault, { passphrase: own });
    expect(await launch()).toMatchObject({ failure: { code: 'pack-ended' } });
  });

  it('gives nothing when the record of its pack was damaged', async () => {
    const admin = await administratorVault();
    const device = technicianDevice(admin);
    await take(device, await made(admin));
    await device.ports.records.write({ remove: [{ kind: 'pack', id: 'pack' }] });
    await device.run(lockVault, {});
    await device.run(unlockVault, { passphrase: own });
    expect(await passGate(device.ports, 'entries.list', {})).toMatchObject({ failure: { code: 'pack-ended' } });
  });
});
