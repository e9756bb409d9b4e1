import { beforeEach, describe, expect, it } from 'vitest';
import type { ApiKeyRecord, Ports } from '../../../src/background/ports.ts';
import { createSealedStore } from '../../../src/background/sealed-store.ts';
import { changePassphrase } from '../../../src/background/use-cases/change-passphrase.ts';
import { createVault } from '../../../src/background/use-cases/create-vault.ts';
import { discardDamaged } from '../../../src/background/use-cases/discard-damaged.ts';
import { eraseVault } from '../../../src/background/use-cases/erase-vault.ts';
import { lockVault } from '../../../src/background/use-cases/lock-vault.ts';
import { removeTechnician } from '../../../src/background/use-cases/remove-technician.ts';
import { setSettings } from '../../../src/background/use-cases/set-settings.ts';
import { setTechnicianPassphrase } from '../../../src/background/use-cases/set-technician-passphrase.ts';
import { unlockVault } from '../../../src/background/use-cases/unlock-vault.ts';
import { vaultStatus } from '../../../src/background/use-cases/vault-status.ts';
import { decodeHeader } from '../../../src/background/vault-header.ts';
import { asId } from '../../../src/domain/ids.ts';
import type { SealedRecord, VaultHeader } from '../../../src/domain/sealed.ts';
import { Secret } from '../../../src/domain/secret.ts';
import { credential, session } from '../fill/fill-world.ts';
import { diskText, vaultWorld } from './vault-world.ts';

const passphrase = 'harbor copper lantern';
const minute = 60_000;

const key: ApiKeyRecord = {
  id: asId('k'),
  name: 'Main',
  region: 'eu',
  addedAt: 1,
  replacedAt: null,
  lastSuccessAt: null,
  key: new Secret('ITG.marker-api-key'),
};

let world: ReturnType<typeof vaultWorld>;
beforeEach(async () => {
  world = vaultWorld();
  await world.run(createVault, { passphrase });
});

const unlock = (text = passphrase) => world.run(unlockVault, { passphrase: text });
const status = () => world.run(vaultStatus, {});

async function saved() {
  await world.ports.store.put('api-key', 'k', key);
  await world.ports.store.put('entry', 'c', credential);
  await world.ports.store.put('entry', 's', session);
}
const entries = () => world.ports.store.list('entry');
const header = async () => (await world.ports.records.header()) as VaultHeader;
const record = async (kind: 'entry' | 'api-key' | 'catalog' | 'marks', id: string) =>
  (await world.ports.records.record(kind, id)) as SealedRecord;

describe('the vault', () => {
  it('is unlocked when new, and says until when', async () => {
    expect(await status()).toMatchObject({
      value: { state: 'unlocked', role: 'administrator', lockAt: world.clock.now + 15 * minute },
    });
  });

  it('gives no technician a short passphrase, and leaves theirs as it is when another is changed', async () => {
    const given = 'violet canyon teapot seven meadow';
    expect(await world.run(setTechnicianPassphrase, { passphrase: 'short' })).toMatchObject({
      failure: { code: 'passphrase-too-short' },
    });
    await world.run(setTechnicianPassphrase, { passphrase: given });
    const next = 'ember walnut sextant river';
    expect(await world.run(changePassphrase, { current: passphrase, next })).toMatchObject({ ok: true });
    await world.run(lockVault, {});
    expect(await unlock(given)).toMatchObject({ value: { role: 'technician' } });
    await world.run(lockVault, {});
    expect(await unlock(next)).toMatchObject({ value: { role: 'administrator' } });
    await world.run(setTechnicianPassphrase, { passphrase: 'pangolin marble willow ember' });
    await world.run(lockVault, {});
    expect(await unlock(given)).toMatchObject({ failure: { code: 'wrong-passphrase' } });
  });

  it('erased, is locked first, and takes its index and its audit along', async () => {
    const { ports } = world;
    const did: string[] = [];
    const erasing = (what: string) => async () => void did.push(what);
    await eraseVault(
      {
        ...ports,
        door: { ...ports.door, lock: erasing('lock') },
        records: { ...ports.records, erase: erasing('records') },
        indexRecords: { ...ports.indexRecords, erase: erasing('index') },
        audit: { ...ports.audit, erase: erasing('audit') },
      },
      { confirm: 'erase' },
      { role: null },
    );
    expect(did).toEqual(['lock', 'records', 'index', 'audit']);
  });

  it('refuses a short passphrase and a second vault', async () => {
    expect(await world.run(createVault, { passphrase })).toMatchObject({ failure: { code: 'vault-exists' } });
    world = vaultWorld();
    expect(await world.run(createVault, { passphrase: 'short' })).toMatchObject({
      failure: { code: 'passphrase-too-short', minimum: 12 },
    });
    expect(await status()).toMatchObject({ value: { state: 'absent' } });
  });

  it('locks, and opens again with everything in it', async () => {
    await saved();
    await world.run(lockVault, {});
    expect(await status()).toMatchObject({ value: { state: 'locked', role: null, lockAt: null } });
    expect(await entries()).toMatchObject({ failure: { code: 'locked' } });
    expect(await unlock()).toMatchObject({ value: { state: 'unlocked' } });
    expect(await entries()).toEqual({ ok: true, value: { contents: [credential, session], damaged: [] } });
    const opened = await world.ports.store.get('api-key', 'k');
    expect(opened.ok && opened.value?.key.expose()).toBe('ITG.marker-api-key');
  });

  it('survives the worker without asking again, but not the browser', async () => {
    await saved();
    world.restartWorker();
    expect(await entries()).toMatchObject({ value: { contents: [credential, session] } });
    world.restartBrowser();
    expect(await entries()).toMatchObject({ failure: { code: 'locked' } });
    expect(await unlock()).toMatchObject({ ok: true });
    expect(await entries()).toMatchObject({ value: { contents: [credential, session] } });
  });

  it('puts nothing readable on the disk: no key, no name, no host, no passphrase, no DEK', async () => {
    await saved();
    const text = await diskText();
    const dek = (await world.ports.session.unlocked())?.dek ?? new Uint8Array();
    const traces = [
      passphrase,
      'marker-api-key',
      'Northwind',
      'portal.example',
      'CryptoKey',
      Buffer.from(dek).toString('base64url'),
      Buffer.from(dek).toString('hex'),
    ];
    expect(traces.filter((trace) => text.includes(trace))).toEqual([]);
    expect(text).toContain('argon2id');
  });

  it('counts a try before it is made: ending the worker in the middle does not give it back', async () => {
    await world.run(lockVault, {});
    const { derive } = world.ports.kdf;
    Object.assign(world.ports.kdf, { derive: () => Promise.reject(new Error('ended')) });
    for (let tries = 0; tries < 5; tries += 1) await unlock('something else here');
    Object.assign(world.ports.kdf, { derive });
    expect(await unlock()).toMatchObject({ failure: { code: 'unlock-delayed' } });
  });

  it('counts the wait after a wrong passphrase from the end of its derivation', async () => {
    await world.run(lockVault, {});
    const { derive } = world.ports.kdf;
    Object.assign(world.ports.kdf, {
      derive: (...given: Parameters<typeof derive>) => {
        world.clock.now += 3_000;
        return derive(...given);
      },
    });
    for (let tries = 0; tries < 5; tries += 1) await unlock('something else here');
    Object.assign(world.ports.kdf, { derive });
    expect(await unlock()).toMatchObject({ failure: { code: 'unlock-delayed', waitSeconds: 1 } });
  });

  it('seals the same content differently each time', async () => {
    await saved();
    const first = await record('entry', 'c');
    await world.ports.store.put('entry', 'c', credential);
    expect((await record('entry', 'c')).iv).not.toBe(first.iv);
  });

  it('keeps every row when many are written at once', async () => {
    await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        world.ports.store.put('entry', `e${i}`, { ...credential, id: asId<'entry'>(`e${i}`) }),
      ),
    );
    const listed = await entries();
    expect(listed.ok && listed.value.contents.length).toBe(40);
  });

  it('is gone when erased', async () => {
    await world.run(eraseVault, { confirm: 'erase' });
    expect(await status()).toMatchObject({ value: { state: 'absent' } });
    expect(await unlock()).toMatchObject({ failure: { code: 'no-vault' } });
  });
});

describe('auto-lock', () => {
  it('happens at the deadline, with no alarm', async () => {
    world.clock.now += 15 * minute;
    expect(await world.ports.door.role()).toBeNull();
    expect(world.area.values.size).toBe(0);
  });

  it('is put off by use, but never past the cap', async () => {
    for (let used = 0; used < 8 * 60 - 10; used += 10) {
      world.clock.now += 10 * minute;
      await world.ports.door.touch();
    }
    expect(await world.ports.door.role()).toBe('administrator');
    world.clock.now += 10 * minute;
    expect(await world.ports.door.role()).toBeNull();
  });

  it('follows the settings at once and after the next unlock', async () => {
    await world.run(setSettings, { idleMinutes: 2, capHours: 1 });
    expect(world.alarmsSet.lock).toBe(world.clock.now + 2 * minute);
    await world.run(lockVault, {});
    await unlock();
    world.clock.now += 2 * minute;
    expect(await world.ports.door.role()).toBeNull();
  });

  it('is not undone by a use that falls into it, wherever it falls', async () => {
    for (let steps = 0; steps < 12; steps += 1) {
      const use = world.ports.door.touch();
      for (let step = 0; step < steps; step += 1) await Promise.resolve();
      await Promise.all([world.ports.door.lock(), use]);
      expect({ steps, role: await world.ports.door.role() }).toEqual({ steps, role: null });
      expect(world.area.values.size).toBe(0);
      await unlock();
    }
  });

  it('forgets lists, intents and outcomes too', async () => {
    world.ports.lists.set('x', { rows: [], complete: true, fetchedAt: 0 });
    await world.ports.session.setChoosing(1, asId('s'));
    await world.ports.door.lock();
    expect(world.ports.lists.get('x')).toBeNull();
    expect(world.area.values.size).toBe(0);
  });
});

describe('wrong passphrases', () => {
  it('wait longer and longer after the fifth, on disk', async () => {
    await world.run(lockVault, {});
    for (let i = 0; i < 4; i++)
      expect(await unlock('wrong wrong wrong')).toMatchObject({
        failure: { code: 'wrong-passphrase', waitSeconds: 0 },
      });
    expect(await unlock('wrong wrong wrong')).toMatchObject({ failure: { code: 'wrong-passphrase', waitSeconds: 1 } });
    world.restartBrowser();
    expect(await unlock()).toMatchObject({ failure: { code: 'unlock-delayed', waitSeconds: 1 } });
    world.clock.now += 1000;
    expect(await unlock('wrong wrong wrong')).toMatchObject({ failure: { code: 'wrong-passphrase', waitSeconds: 2 } });
    world.clock.now += 2000;
    expect(await unlock()).toMatchObject({ ok: true });
    await world.run(lockVault, {});
    expect(await unlock('wrong wrong wrong')).toMatchObject({ failure: { waitSeconds: 0 } });
  });

  it('count also where the passphrase is changed', async () => {
    for (let i = 0; i < 5; i++)
      await world.run(changePassphrase, { current: 'wrong wrong wrong', next: 'another long one' });
    expect(await world.run(changePassphrase, { current: passphrase, next: 'another long one' })).toMatchObject({
      failure: { code: 'unlock-delayed' },
    });
  });
});

describe('changing the passphrase', () => {
  it('loses nothing and retires the old one', async () => {
    await saved();
    const before = await record('entry', 'c');
    expect(await world.run(changePassphrase, { current: passphrase, next: 'another long one' })).toMatchObject({
      ok: true,
    });
    expect(await record('entry', 'c')).toEqual(before);
    await world.run(lockVault, {});
    expect(await unlock()).toMatchObject({ failure: { code: 'wrong-passphrase' } });
    expect(await unlock('another long one')).toMatchObject({ ok: true });
    expect(await entries()).toMatchObject({ value: { contents: [credential, session] } });
  });

  it('refuses a short one and leaves the old one in force', async () => {
    expect(await world.run(changePassphrase, { current: passphrase, next: 'short' })).toMatchObject({
      failure: { code: 'passphrase-too-short' },
    });
    await world.run(lockVault, {});
    expect(await unlock()).toMatchObject({ ok: true });
  });
});

describe('the technician passphrase', () => {
  const technician = 'river paper engine';

  it('opens the same vault in another role, until it is removed', async () => {
    await saved();
    expect(await world.run(setTechnicianPassphrase, { passphrase: technician })).toMatchObject({
      value: { hasTechnician: true },
    });
    await world.run(lockVault, {});
    expect(await unlock(technician)).toMatchObject({ value: { role: 'technician' } });
    expect(await entries()).toMatchObject({ value: { contents: [credential, session] } });
    await world.run(lockVault, {});
    expect(await unlock()).toMatchObject({ value: { role: 'administrator' } });
    await world.run(removeTechnician, {});
    await world.run(lockVault, {});
    expect(await unlock(technician)).toMatchObject({ failure: { code: 'wrong-passphrase' } });
  });

  it('is never the administrator’s, and an administrator’s is never a technician’s', async () => {
    expect(await world.run(setTechnicianPassphrase, { passphrase })).toMatchObject({
      failure: { code: 'passphrase-taken' },
    });
    await world.run(setTechnicianPassphrase, { passphrase: technician });
    expect(await world.run(changePassphrase, { current: passphrase, next: technician })).toMatchObject({
      failure: { code: 'passphrase-taken' },
    });
  });

  it('cannot change the administrator’s', async () => {
    await world.run(setTechnicianPassphrase, { passphrase: technician });
    const changed = await world.run(
      changePassphrase,
      { current: passphrase, next: 'taken over by me' },
      { role: 'technician' },
    );
    expect(changed).toMatchObject({ failure: { code: 'wrong-passphrase' } });
  });
});

describe('damage is its own failure, and says what is hit', () => {
  beforeEach(saved);
  const entryDamage = (id: string, reason: string) => ({ kind: 'entry', id, reason });

  it('a flipped bit', async () => {
    const sealed = await record('entry', 'c');
    await world.ports.records.write({
      put: [{ ...sealed, ct: `${sealed.ct.slice(0, -2)}${sealed.ct.endsWith('AA') ? 'BB' : 'AA'}` }],
    });
    expect(await entries()).toEqual({
      ok: true,
      value: { contents: [session], damaged: [entryDamage('c', 'tampered')] },
    });
    expect(await world.ports.store.get('entry', 'c')).toMatchObject({
      failure: { code: 'vault-damaged', records: [entryDamage('c', 'tampered')] },
    });
  });

  it('a missing record', async () => {
    await world.ports.records.write({ remove: [{ kind: 'entry', id: 's' }] });
    expect(await entries()).toEqual({
      ok: true,
      value: { contents: [credential], damaged: [entryDamage('s', 'missing')] },
    });
  });

  it('swapped records', async () => {
    const [c, s] = [await record('entry', 'c'), await record('entry', 's')];
    await world.ports.records.write({
      put: [
        { ...c, iv: s.iv, ct: s.ct },
        { ...s, iv: c.iv, ct: c.ct },
      ],
    });
    expect(await entries()).toMatchObject({
      value: { contents: [], damaged: [entryDamage('c', 'tampered'), entryDamage('s', 'tampered')] },
    });
  });

  it('a whole record handed over in the place of another', async () => {
    const [c, catalog] = [await record('entry', 'c'), await record('catalog', 'catalog')];
    const handing = (given: SealedRecord): Ports => ({
      ...world.ports,
      records: { ...world.ports.records, withCatalog: async () => ({ catalog, records: [given] }) },
    });
    const readAs = (given: SealedRecord, kind: 'entry' | 'marks', id: string) =>
      createSealedStore(handing(given)).get(kind, id);
    expect(await readAs(c, 'entry', 's')).toMatchObject({
      failure: { code: 'vault-damaged', records: [entryDamage('s', 'tampered')] },
    });
    await world.ports.store.put('marks', 'c', { favourites: [], recents: [] });
    const ofKind = await record('marks', 'c');
    expect(await readAs(ofKind, 'entry', 'c')).toMatchObject({
      failure: { code: 'vault-damaged', records: [entryDamage('c', 'tampered')] },
    });
  });

  it('a header with more slots than any vault has: each is work for whoever tries a passphrase', async () => {
    const sound = await header();
    const [slot] = sound.slots;
    const slotted = (count: number) => decodeHeader({ ...sound, slots: Array.from({ length: count }, () => slot) });
    expect(slotted(8)).toMatchObject({ ok: true });
    expect(slotted(9)).toMatchObject({ failure: { code: 'vault-damaged' } });
    expect(slotted(0)).toMatchObject({ failure: { code: 'vault-damaged' } });
  });

  it('an edited revision, and an older record put back', async () => {
    const old = await record('entry', 'c');
    await world.ports.records.write({ put: [{ ...old, rev: 2 }] });
    expect(await entries()).toMatchObject({ value: { damaged: [entryDamage('c', 'tampered')] } });
    await world.ports.records.write({ put: [old] });
    await world.ports.store.put('entry', 'c', { ...credential, name: 'Newer' });
    await world.ports.records.write({ put: [old] });
    expect(await entries()).toMatchObject({ value: { contents: [session], damaged: [entryDamage('c', 'tampered')] } });
  });

  it('is let go only when somebody says so, and sound records stay whatever is named', async () => {
    await world.ports.records.write({ remove: [{ kind: 'entry', id: 's' }] });
    const records = [entryDamage('s', 'missing'), entryDamage('c', 'missing')] as const;
    expect(await world.run(discardDamaged, { records: records as never })).toEqual({
      ok: true,
      value: { discarded: 1 },
    });
    expect(await entries()).toEqual({ ok: true, value: { contents: [credential], damaged: [] } });
  });

  it('a damaged catalog hides nothing silently, and is rebuilt from what opens', async () => {
    const catalog = await record('catalog', 'catalog');
    await world.ports.records.write({ put: [{ ...catalog, rev: catalog.rev + 1 }] });
    const lost = { kind: 'catalog', id: 'catalog', reason: 'tampered' } as const;
    expect(await entries()).toMatchObject({ failure: { code: 'vault-damaged', records: [lost] } });
    await world.run(discardDamaged, { records: [lost] });
    expect(await entries()).toMatchObject({ value: { contents: [credential, session], damaged: [] } });
  });
});

describe('the header', () => {
  const rewrite = async (change: (header: VaultHeader) => unknown) => {
    await world.run(lockVault, {});
    await world.ports.records.write({ header: change(await header()) as VaultHeader });
  };
  const slotWith = (kdf: object) => (one: VaultHeader) => ({
    ...one,
    slots: one.slots.map((slot) => ({ ...slot, kdf: { ...slot.kdf, ...kdf } })),
  });

  it('below the floor is refused before anything is derived', async () => {
    await rewrite(slotWith({ m: 8 * 1024 }));
    expect(await unlock()).toMatchObject({ failure: { code: 'vault-damaged', records: [{ kind: 'header' }] } });
  });

  it('with parameters changed above the floor does not open: they are bound to the slot', async () => {
    await rewrite(slotWith({ t: 3 }));
    expect(await unlock()).toMatchObject({ failure: { code: 'wrong-passphrase' } });
  });

  it('cannot make an administrator of a technician', async () => {
    await world.run(setTechnicianPassphrase, { passphrase: 'river paper engine' });
    await rewrite((one) => ({ ...one, slots: one.slots.map((slot) => ({ ...slot, role: 'administrator' })) }));
    expect(await unlock('river paper engine')).toMatchObject({ failure: { code: 'wrong-passphrase' } });
  });

  it.each([[{ v: 1 }], [{}], ['text'], [[]], [7]])(
    'of another shape is damage, not a wrong passphrase: %j',
    async (raw) => {
      await rewrite(() => raw);
      expect(await unlock()).toMatchObject({
        failure: { code: 'vault-damaged', records: [{ kind: 'header', reason: 'malformed' }] },
      });
    },
  );

  it('of a newer version is left alone', async () => {
    await rewrite((one) => ({ ...one, v: 2 }));
    expect(await unlock()).toMatchObject({ failure: { code: 'vault-too-new' } });
    expect(await header()).toMatchObject({ v: 2 });
  });
});

describe('a disk that refuses', () => {
  it('is a failure of its own, and leaves what was there', async () => {
    await saved();
    const { records } = world.ports;
    const write = records.write;
    Object.assign(records, { write: () => Promise.reject(new DOMException('full', 'QuotaExceededError')) });
    expect(await world.ports.store.put('entry', 'c', { ...credential, name: 'Lost' })).toEqual({
      ok: false,
      failure: { code: 'storage-failed' },
    });
    Object.assign(records, { write });
    expect(await entries()).toMatchObject({ value: { contents: [credential, session] } });
  });
});

describe('what was opened', () => {
  it('is not decrypted again, and is forgotten on lock', async () => {
    await saved();
    let opens = 0;
    const { cipher } = world.ports;
    const open = cipher.open.bind(cipher);
    const spied = {
      ...cipher,
      open: (...all: Parameters<typeof open>) => {
        opens++;
        return open(...all);
      },
    };
    const store = createSealedStore({ ...world.ports, cipher: spied });
    await store.list('entry');
    const first = opens;
    expect(await store.list('entry')).toMatchObject({ value: { contents: [credential, session] } });
    expect(opens).toBe(first);
    const sealed = await record('entry', 'c');
    await world.run(lockVault, {});
    expect(world.ports.opened.get(sealed)).toBeUndefined();
  });

  it('is forgotten too where the lock falls into the middle of a list', async () => {
    await saved();
    const sealed = [await record('entry', 'c'), await record('entry', 's')];
    world.restartWorker();
    const { ports } = world;
    let opens = 0;
    const store = createSealedStore({
      ...ports,
      cipher: {
        ...ports.cipher,
        // The catalog is opened first; the lock comes while the entries after it are.
        open: async (...all) => {
          opens += 1;
          if (opens === 2) await ports.door.lock();
          return ports.cipher.open(...all);
        },
      },
    });
    expect(await store.list('entry')).toEqual({ ok: false, failure: { code: 'locked' } });
    expect(opens).toBe(3);
    expect(sealed.map((one) => ports.opened.get(one))).toEqual([undefined, undefined]);
  });

  it('never holds an API key', async () => {
    await saved();
    await world.ports.store.list('api-key');
    expect(world.ports.opened.get(await record('api-key', 'k'))).toBeUndefined();
  });
});
