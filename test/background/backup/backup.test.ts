import { describe, expect, it } from 'vitest';
import { createVault } from '../../../src/background/use-cases/create-vault.ts';
import { exportBackup } from '../../../src/background/use-cases/export-backup.ts';
import { readBackup, restoreBackup } from '../../../src/background/use-cases/restore-backup.ts';
import { setPrimaryDomains } from '../../../src/background/use-cases/set-primary-domains.ts';
import { setTechnicianPassphrase } from '../../../src/background/use-cases/set-technician-passphrase.ts';
import type { BackupProblem } from '../../../src/domain/backup.ts';
import { asId } from '../../../src/domain/ids.ts';
import type { SealedRecord } from '../../../src/domain/sealed.ts';
import { Secret } from '../../../src/domain/secret.ts';
import { credential, session } from '../fill/fill-world.ts';
import { folderIn } from '../folders/folder-world.ts';
import { administratorVault, apiKeyMarker, passphrase, putEntry, seedMarker } from '../pack/pack-world.ts';
import { vaultWorld } from '../vault/vault-world.ts';

type World = Awaited<ReturnType<typeof administratorVault>>;

const refused = (problem: BackupProblem) => ({ ok: false, failure: { code: 'backup-refused', problem } });

async function backedUp(world: World): Promise<string> {
  const answer = await world.run(exportBackup, {});
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value.text;
}

const emptyDevice = () => vaultWorld();
const restore = (world: World, text: string, given = passphrase) =>
  world.run(restoreBackup, { text, passphrase: given }, { role: null });
const look = (world: World, text: string, given = passphrase) =>
  world.run(readBackup, { text, passphrase: given }, { role: null });

async function names(world: World) {
  const listed = await world.ports.store.list('entry');
  if (!listed.ok) throw new Error(listed.failure.code);
  return listed.value.contents.map(({ name }) => name).sort();
}

describe('a backup', () => {
  it('SR-42: is the sealed vault: nothing of it can be read in the file', async () => {
    const world = await administratorVault();
    const text = await backedUp(world);
    for (const secret of [apiKeyMarker, seedMarker, passphrase, 'Northwind', 'portal.example', 'Main']) {
      expect(text).not.toContain(secret);
    }
    expect(text.length).toBeGreaterThan(1_000);
  });

  it('comes back whole on a device without a vault, open for whoever has its passphrase', async () => {
    const text = await backedUp(await administratorVault());
    const device = emptyDevice();
    expect(await restore(device, text)).toMatchObject({ value: { state: 'unlocked', role: 'administrator' } });
    expect(await names(device)).toEqual(['Northwind portal', 'Northwind portal']);
    const key = await device.ports.store.get('api-key', credential.apiKeyId);
    expect(key.ok && key.value?.key.expose()).toBe(apiKeyMarker);
    const seed = await device.ports.store.get('code-seed', credential.id);
    expect(seed.ok && seed.value?.secret.expose()).toBe(seedMarker);
  });

  it('adds and sets back in a vault that is there, takes nothing away, and says so before', async () => {
    const world = await administratorVault();
    const text = await backedUp(world);
    await putEntry(world.ports, { ...credential, rev: 5, name: 'Renamed' });
    await world.ports.store.remove('entry', session.id);
    await putEntry(world.ports, { ...session, id: 'new' as typeof session.id, name: 'Made later' });
    const shown = await look(world, text);
    expect(shown).toMatchObject({
      value: { createdAt: world.clock.now, apiKeys: [{ name: 'Main', change: 'kept' }] },
    });
    const changes = shown.ok ? shown.value.changes : [];
    expect(changes.map(({ kind, name, change }) => [kind, name, change]).sort()).toEqual([
      ['credential', 'Northwind portal', 'changed'],
      ['session', 'Made later', 'kept'],
      ['session', 'Northwind portal', 'added'],
    ]);
    expect(await names(world)).toEqual(['Made later', 'Renamed']);
    expect((await restore(world, text)).ok).toBe(true);
    expect(await names(world)).toEqual(['Made later', 'Northwind portal', 'Northwind portal']);
    const set = await world.ports.store.get('entry', credential.id);
    expect(set.ok && set.value?.rev).toBe(6);
  });

  it('leaves an API key that was replaced since', async () => {
    const world = await administratorVault();
    const text = await backedUp(world);
    const before = await world.ports.store.get('api-key', credential.apiKeyId);
    if (!before.ok || before.value === null) throw new Error('There is no key.');
    const newer = { ...before.value, key: new Secret('ITG.newer-key') };
    await world.ports.store.put('api-key', newer.id, newer);
    expect((await restore(world, text)).ok).toBe(true);
    const key = await world.ports.store.get('api-key', newer.id);
    expect(key.ok && key.value?.key.expose()).toBe('ITG.newer-key');
  });

  it('of another vault brings its entries and keys under this vault’s key', async () => {
    const text = await backedUp(await administratorVault());
    const other = vaultWorld();
    await other.run(createVault, { passphrase: 'another vault of mine' });
    expect((await restore(other, text)).ok).toBe(true);
    expect(await names(other)).toEqual(['Northwind portal', 'Northwind portal']);
    const key = await other.ports.store.get('api-key', credential.apiKeyId);
    expect(key.ok && key.value?.key.expose()).toBe(apiKeyMarker);
  });
});

describe('primary domains in a backup', () => {
  const host = 'https://mail.{organization.primaryDomain}/';
  const key = credential.apiKeyId;
  const organization = credential.organizationId ?? '';
  const kept = async (world: World) => {
    const found = await world.ports.store.get('primary-domains', key);
    return found.ok ? found.value?.ofOrganization : undefined;
  };
  const changed = async (world: World, domain: string, organizationId: string = organization) => {
    const changes = [{ organizationId: asId<'organization'>(organizationId), domain }];
    const set = await world.run(setPrimaryDomains, { apiKeyId: key, changes });
    if (!set.ok) throw new Error(set.failure.code);
  };
  const originOf = async (world: World) => {
    const found = await world.ports.store.get('entry', session.id);
    return found.ok && found.value?.kind === 'session' ? found.value.origin : undefined;
  };
  const withDomain = async () => {
    const world = await administratorVault();
    await putEntry(world.ports, { ...session, hostTemplate: host, startUrl: null, origin: null });
    await changed(world, 'contoso.com');
    return world;
  };

  it('come back with it, sealed on the way', async () => {
    const text = await backedUp(await withDomain());
    expect(text).not.toContain('contoso');
    const device = emptyDevice();
    expect(await look(device, text)).toMatchObject({ value: { primaryDomains: 1 } });
    expect((await restore(device, text)).ok).toBe(true);
    expect(await kept(device)).toEqual({ [organization]: 'contoso.com' });
    expect(await originOf(device)).toBe('https://mail.contoso.com');
  });

  it('are set back in a vault that is there, those of others stay, and the entries of all follow', async () => {
    const world = await withDomain();
    const text = await backedUp(world);
    await changed(world, 'fabrikam.com', 'other');
    await changed(world, 'contoso.net');
    const later = { ...credential, id: asId<'entry'>('later'), organizationPrimaryDomain: 'contoso.net' };
    await putEntry(world.ports, later);
    expect(await look(world, text)).toMatchObject({ value: { primaryDomains: 1 } });
    expect((await restore(world, text)).ok).toBe(true);
    expect(await kept(world)).toEqual({ [organization]: 'contoso.com', other: 'fabrikam.com' });
    expect(await originOf(world)).toBe('https://mail.contoso.com');
    expect(await world.ports.store.get('entry', later.id)).toMatchObject({
      value: { organizationPrimaryDomain: 'contoso.com' },
    });
    expect(await look(world, text)).toMatchObject({ value: { primaryDomains: 0 } });
  });

  it('that were made before there were any change none', async () => {
    const world = await administratorVault();
    const text = await backedUp(world);
    await changed(world, 'contoso.com');
    expect(await look(world, text)).toMatchObject({ value: { primaryDomains: 0 } });
    expect((await restore(world, text)).ok).toBe(true);
    expect(await kept(world)).toEqual({ [organization]: 'contoso.com' });
    expect(await world.ports.store.get('entry', credential.id)).toMatchObject({
      value: { organizationPrimaryDomain: 'contoso.com' },
    });
  });
});

describe('a backup that is not right changes nothing', () => {
  const withRecords = (text: string, change: (records: SealedRecord[]) => unknown): string => {
    const file = JSON.parse(text) as { records: SealedRecord[] };
    return JSON.stringify({ ...file, records: change(file.records) });
  };
  const entryOf = (records: SealedRecord[]) => records.filter(({ kind }) => kind === 'entry');
  const rows: readonly (readonly [string, (text: string) => string, BackupProblem])[] = [
    ['cut off', (text) => text.slice(0, -30), 'not-a-backup'],
    ['empty', () => '', 'not-a-backup'],
    ['another file', () => '[]', 'not-a-backup'],
    ['of a later version', (text) => text.replace('"v":1', '"v":2'), 'too-new'],
    ['with a cheaper derivation', (text) => text.replace(/"m":\d+/, '"m":8'), 'damaged'],
    ['without an entry', (text) => withRecords(text, (all) => all.filter((one) => one !== entryOf(all)[0])), 'damaged'],
    [
      'with two entries changed for each other',
      (text) =>
        withRecords(text, (all) => {
          const [a, b] = entryOf(all);
          return all.map((one) => (one === a ? { ...one, ct: b?.ct } : one));
        }),
      'damaged',
    ],
    [
      'with a record of another vault',
      (text) => withRecords(text, (all) => [...all, { ...all[0], kind: 'pack-series', id: 'x', kid: 'another' }]),
      'damaged',
    ],
    [
      'with a record of another version',
      (text) => withRecords(text, (all) => [...all, { ...all[0], kind: 'pack-series', id: 'x', v: 2 }]),
      'damaged',
    ],
    [
      'with a seed of codes that does not open',
      (text) => withRecords(text, (all) => all.map((one) => (one.kind === 'code-seed' ? { ...one, ct: 'AAAA' } : one))),
      'damaged',
    ],
    ['with a record twice', (text) => withRecords(text, (all) => [...all, all[0]]), 'damaged'],
    ['with a record that is none', (text) => withRecords(text, (all) => [...all, { kind: 'script' }]), 'damaged'],
    [
      'without its catalog',
      (text) => withRecords(text, (all) => all.filter(({ kind }) => kind !== 'catalog')),
      'damaged',
    ],
    [
      'with an older revision',
      (text) => withRecords(text, (all) => all.map((one) => (one === entryOf(all)[0] ? { ...one, rev: 7 } : one))),
      'damaged',
    ],
  ];
  it.each(rows)('%s', async (_what, alter, problem) => {
    const text = alter(await backedUp(await administratorVault()));
    const device = emptyDevice();
    expect(await look(device, text)).toEqual(refused(problem));
    expect(await restore(device, text)).toEqual(refused(problem));
    expect(await device.ports.records.header()).toBeNull();
  });

  it('is not opened by a wrong passphrase, nor by a technician’s', async () => {
    const world = await administratorVault();
    await world.run(setTechnicianPassphrase, { passphrase: 'meadow violet thunder' });
    const text = await backedUp(world);
    const device = emptyDevice();
    expect(await restore(device, text, 'something else')).toEqual(refused('wrong-passphrase'));
    expect(await restore(device, text, 'meadow violet thunder')).toEqual(refused('not-an-administrator'));
    expect(await device.ports.records.header()).toBeNull();
  });

  it.each(['entry', 'folder'] as const)('is not made of a vault in which a record is damaged: %s', async (kind) => {
    const world = await administratorVault();
    const folder = await folderIn(world);
    await world.ports.records.write({ remove: [{ kind, id: kind === 'entry' ? session.id : folder.id }] });
    expect(await world.run(exportBackup, {})).toMatchObject({ failure: { code: 'vault-damaged' } });
  });
});
