import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import { scheduleSync, syncDue } from '../../../src/background/index/sync-due.ts';
import { deleteApiKey } from '../../../src/background/use-cases/delete-api-key.ts';
import { eraseVault } from '../../../src/background/use-cases/erase-vault.ts';
import { demoKeys } from '../../../src/demo/demo-credentials.ts';
import { northwind } from '../../../src/demo/demo-logins.ts';
import type { Fault } from '../../../src/demo/it-glue/fault-rule.ts';
import type { FailureCode } from '../../../src/domain/failure.ts';
import { Secret } from '../../../src/domain/secret.ts';
import { apiKeyId, foundIds, type IndexWorld, indexWorld, passwordIds } from './index-world.ts';

/** What lies in the index's database, as one text with bytes as they are. */
async function diskBytes(): Promise<string> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('linked-vault-index');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const rows = await new Promise<readonly { part: string; ct: Uint8Array; apiKeyId: string }[]>((resolve) => {
    const request = database.transaction('parts').objectStore('parts').getAll();
    request.onsuccess = () => resolve(request.result);
  });
  database.close();
  return rows.map(({ part, ct }) => `${part} ${Buffer.from(ct).toString('latin1')}`).join('\n');
}

/** Changes a sealed part on the disk. */
async function tamper(world: IndexWorld, part: string): Promise<void> {
  const raw = (await world.ports.indexRecords.part(apiKeyId, part)) as { ct: Uint8Array<ArrayBuffer> };
  raw.ct[10] = (raw.ct[10] ?? 0) ^ 1;
  await world.ports.indexRecords.write(apiKeyId, { put: [raw as never], remove: [] });
}

const faults: readonly (readonly [string, Fault, FailureCode])[] = [
  ['500 without errors', { kind: 'server-error' }, 'it-glue-down'],
  ['502', { kind: 'gateway-error', status: 502 }, 'it-glue-down'],
  ['503', { kind: 'gateway-error', status: 503 }, 'it-glue-down'],
  ['504 at every size', { kind: 'gateway-error', status: 504 }, 'it-glue-down'],
  ['a cut connection', { kind: 'reset' }, 'it-glue-down'],
  ['HTML with 200', { kind: 'html' }, 'not-it-glue'],
  ['a redirect', { kind: 'redirect', to: 'https://evil.example/' }, 'it-glue-down'],
  ['truncated JSON', { kind: 'truncated-body' }, 'bad-response'],
  ['a cut body', { kind: 'cut-body' }, 'it-glue-down'],
  ['an empty body', { kind: 'empty-body' }, 'bad-response'],
  ['another content type', { kind: 'wrong-type-body', contentType: 'text/plain' }, 'not-it-glue'],
  ['a refused key', { kind: 'status', status: 403 }, 'key-not-accepted'],
  ['rows of another kind', { kind: 'rewritten-body', rewrite: () => '{"data":[1,2,3]}' }, 'bad-response'],
  ['429 with a long wait', { kind: 'status', status: 429, headers: { 'retry-after': '120' } }, 'rate-limited'],
];

describe('a fault in the middle of a sync', () => {
  it.each(faults)(
    '%s: the first sync keeps what it has, says so, and the next one mends it',
    async (_what, fault, code) => {
      const world = await indexWorld();
      const stop = world.fake.faults.add({ when: { path: '/passwords', nth: 2 }, fault });
      const again = [3, 4, 5, 6, 7].map((nth) => world.fake.faults.add({ when: { path: '/passwords', nth }, fault }));
      expect(await world.sync()).toMatchObject({ ok: false, failure: { code } });
      expect(await world.state()).toMatchObject({ coverage: 'partial', syncedAt: null, failure: { code } });
      expect((await world.search('', { limit: 500_000 })).coverage).toBe('partial');
      for (const over of [stop, ...again]) over();
      await world.later(130_000);
      expect(await world.sync()).toMatchObject({ ok: true });
      expect(await world.state()).toMatchObject({ coverage: 'complete', failure: null });
      expect(await foundIds(world)).toEqual(passwordIds(world));
    },
  );

  it.each(faults)('%s: a later sync leaves the old index as it was', async (_what, fault, code) => {
    const world = await indexWorld({ passwords: 1200 });
    await world.sync();
    const before = await foundIds(world);
    const end = world.fake.faults.add({ when: { path: '/passwords' }, fault });
    world.fake.mutate.createPassword({ organizationId: world.fake.organization(northwind).id, name: 'Meanwhile' });
    for (const full of [false, true]) {
      await world.later(1_200_000);
      expect(await world.sync(full)).toMatchObject({ failure: { code } });
      expect(await foundIds(world)).toEqual(before);
      expect(await world.state()).toMatchObject({ coverage: 'complete', failure: { code } });
    }
    end();
    await world.later(1_200_000);
    await world.sync();
    expect((await world.search('meanwhile')).total).toBe(1);
  });

  it('a passing fault is asked once more and not noticed', async () => {
    const world = await indexWorld();
    world.fake.faults.add({ when: { path: '/passwords', nth: 2 }, fault: { kind: 'reset' } });
    expect(await world.sync()).toMatchObject({ ok: true });
    expect(await foundIds(world)).toEqual(passwordIds(world));
  });

  it('a page that hangs ends in time, and smaller ones are tried', async () => {
    const world = await indexWorld();
    world.fake.faults.add({ when: { path: '/passwords', times: 1 }, fault: { kind: 'hang' } });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const synced = world.sync();
    while (world.fake.journal.entries.length < 2) await new Promise((done) => setImmediate(done));
    vi.advanceTimersByTime(31_000);
    vi.useRealTimers();
    expect(await synced).toMatchObject({ ok: true });
    expect(world.asked().filter((one) => one.startsWith('/passwords'))[1]).toBe('/passwords id 1x500');
    expect(await foundIds(world)).toEqual(passwordIds(world));
  });
});

describe('what a list says of itself', () => {
  it('without meta: pages are read until one is short', async () => {
    const world = await indexWorld({ meta: 'absent' });
    await world.sync();
    expect(await foundIds(world)).toEqual(passwordIds(world));
    expect(await world.state()).toMatchObject({ coverage: 'complete' });
  });

  it('a next page that never advances does not end a list early, nor keep it going', async () => {
    const world = await indexWorld({ meta: 'stuck' });
    await world.sync();
    expect(world.asked()).toHaveLength(4);
    expect(await foundIds(world)).toEqual(passwordIds(world));
  });

  it('more counted than brought: partial, and said', async () => {
    const world = await indexWorld();
    world.fake.faults.add({
      when: { path: '/passwords' },
      fault: { kind: 'rewritten-body', rewrite: (text) => text.replace('"total-count":2500', '"total-count":2600') },
    });
    await world.sync();
    expect(await world.state()).toMatchObject({ coverage: 'partial' });
    expect((await world.search('portal')).coverage).toBe('partial');
  });

  it('a record that cannot be understood is left out, the others are not, and it is said', async () => {
    const world = await indexWorld({ passwords: 900 });
    const [first = ''] = passwordIds(world);
    world.fake.faults.add({
      when: { path: '/passwords' },
      fault: { kind: 'rewritten-body', rewrite: (text) => text.replace(`"id":"${first}"`, '"id":{"no":"id"}') },
    });
    await world.sync();
    expect(await foundIds(world)).toEqual(passwordIds(world).slice(1));
    expect(await world.state()).toMatchObject({ coverage: 'partial' });
  });

  it('a value that comes in a list nobody asked it of, and notes, are on no disk and in no hit', async () => {
    const world = await indexWorld({ indexShowsOnePassword: true });
    const [first] = [...world.fake.tenant().passwords.values()];
    world.fake.mutate.updatePassword(first?.id ?? '', { notes: 'Notes-Marker-77' });
    await world.sync();
    const { loadedIndexes } = world.ports;
    const spied = vi.spyOn(loadedIndexes, 'set');
    const hits = JSON.stringify(await world.search('', { limit: 500_000 }));
    const index = JSON.stringify(
      spied.mock.calls.map(([, , one]) => [one.texts, one.texts.map((_, at) => one.passwordAt(at))]),
    );
    for (const text of [hits, index]) {
      expect(text).toContain('Patient portal - front desk');
      expect(text).not.toContain(first?.value ?? '?');
      expect(text).not.toContain('Notes-Marker-77');
    }
  });

  it('hostile names are shown cleaned and cannot break a line', async () => {
    const world = await indexWorld({ passwords: 300 });
    const { id } = world.fake.organization(northwind);
    world.fake.mutate.createPassword({
      organizationId: id,
      name: '<script>\nadmin\u202Egnp.exe',
      username: 'a\u0000b',
    });
    world.fake.mutate.createPassword({ organizationId: id, name: 'x'.repeat(5000) });
    await world.sync();
    const [hit] = (await world.search('<script>')).hits;
    expect(hit?.summary).toMatchObject({ name: '<script> admin\uFFFDgnp.exe', username: 'a\uFFFDb' });
    expect((await world.search('xxxxxxxxxx')).hits[0]?.summary.name.length).toBeLessThan(400);
    expect((await world.search('user:gnp')).total).toBe(0);
  });
});

describe('the vault', () => {
  it('locked in the middle of a sync: nothing more is asked or written, nothing can be searched', async () => {
    const world = await indexWorld();
    const lock = world.fake.faults.add({
      when: { path: '/passwords', nth: 2 },
      fault: { kind: 'act', act: () => void world.lock() },
    });
    expect(await world.sync()).toEqual({ ok: false, failure: { code: 'locked' } });
    expect(world.asked()).toHaveLength(3);
    expect((await diskBytes()).match(/-page/g)).toHaveLength(1);
    await expect(world.search('portal')).rejects.toThrow('locked');
    lock();
    await world.unlock();
    expect(await world.sync()).toMatchObject({ ok: true });
    expect(world.asked()).toEqual(['/passwords id 2x1000', '/passwords id 3x1000']);
    expect(await foundIds(world)).toEqual(passwordIds(world));
  });

  it('locked while a page is sealed: it is not written', async () => {
    const world = await indexWorld();
    const { cipher } = world.ports;
    const seal = cipher.sealBytes;
    const spied = vi.spyOn(cipher, 'sealBytes').mockImplementation(async (key, plain, aad) => {
      if (aad.endsWith('-page')) await world.lock();
      return seal(key, plain, aad);
    });
    expect(await world.sync()).toEqual({ ok: false, failure: { code: 'locked' } });
    spied.mockRestore();
    expect(await diskBytes()).not.toContain('-page');
  });

  it('locked while an index is loaded: it is not kept', async () => {
    const world = await indexWorld();
    await world.sync();
    world.ports.loadedIndexes.clear();
    const parts = vi.spyOn(world.ports.indexRecords, 'parts').mockImplementationOnce(async (id, names) => {
      await world.lock();
      return world.ports.indexRecords.parts(id, names);
    });
    await expect(world.search('portal')).rejects.toThrow('locked');
    expect(parts).toHaveBeenCalled();
    await world.unlock();
    const set = vi.spyOn(world.ports.loadedIndexes, 'set');
    await world.search('portal');
    expect(set).toHaveBeenCalledTimes(1);
  });

  it('a full disk leaves the old index, says so, and the next run mends it', async () => {
    const world = await indexWorld();
    await world.sync();
    const before = await foundIds(world);
    const refuse = vi
      .spyOn(world.ports.indexRecords, 'write')
      .mockRejectedValue(new DOMException('full', 'QuotaExceededError'));
    world.fake.mutate.createPassword({ organizationId: world.fake.organization(northwind).id, name: 'Meanwhile' });
    for (const full of [false, true]) {
      expect(await world.sync(full)).toEqual({ ok: false, failure: { code: 'storage-failed' } });
      expect(await world.state()).toMatchObject({ coverage: 'complete', failure: { code: 'storage-failed' } });
      expect(await foundIds(world)).toEqual(before);
    }
    refuse.mockRestore();
    await world.sync();
    expect(await world.state()).toMatchObject({ coverage: 'complete', failure: null });
    expect((await world.search('meanwhile')).total).toBe(1);
  });

  it('a disk that cannot be read is a failure, not an exception', async () => {
    const world = await indexWorld();
    await world.sync();
    world.fake.mutate.createPassword({ organizationId: world.fake.organization(northwind).id, name: 'Meanwhile' });
    const refuse = vi.spyOn(world.ports.indexRecords, 'parts').mockRejectedValue(new Error('gone'));
    expect(await world.sync()).toEqual({ ok: false, failure: { code: 'storage-failed' } });
    expect(await world.state()).toMatchObject({ failure: { code: 'storage-failed' } });
    refuse.mockRestore();
    expect(await world.sync()).toMatchObject({ ok: true });
    expect((await world.search('meanwhile')).total).toBe(1);
  });

  it('a damaged part is not searched, and read anew', async () => {
    const world = await indexWorld();
    await world.sync();
    await tamper(world, '3-page');
    expect(await world.search('portal')).toMatchObject({ total: 0, coverage: 'none' });
    expect(await world.state()).toMatchObject({ coverage: 'partial' });
    await world.sync();
    expect(await world.state()).toMatchObject({ coverage: 'complete' });
    expect(await foundIds(world)).toEqual(passwordIds(world));
  });

  it('a damaged catalog counts as nothing known', async () => {
    const world = await indexWorld();
    await world.sync();
    await tamper(world, 'catalog');
    expect(await world.state()).toMatchObject({ coverage: 'none' });
    await world.sync();
    expect(await foundIds(world)).toEqual(passwordIds(world));
  });

  it('nothing readable lies on the disk, and an old generation does not stay', async () => {
    const world = await indexWorld();
    await world.sync();
    await world.sync(true);
    const disk = await diskBytes();
    expect(disk.match(/-page/g)).toHaveLength(3);
    for (const text of ['Northwind', 'portal', 'frontdesk', demoKeys.full]) expect(disk).not.toContain(text);
  });

  it('erased, the index goes too; a deleted key takes its own with it, also in mid-sync', async () => {
    const world = await indexWorld();
    await world.sync();
    await eraseVault(world.ports, { confirm: 'erase' }, { role: 'administrator' });
    expect(await diskBytes()).toBe('');
    globalThis.indexedDB = new IDBFactory();
    const other = await indexWorld();
    let deleted: Promise<unknown> | null = null;
    other.fake.faults.add({
      when: { path: '/passwords', nth: 2 },
      fault: {
        kind: 'act',
        act: () => {
          deleted = deleteApiKey(other.ports, { apiKeyId }, { role: 'administrator' });
          return new Promise((done) => setTimeout(done, 100));
        },
      },
    });
    expect((await other.sync()).ok).toBe(false);
    expect(await deleted).toMatchObject({ ok: true });
    expect(await diskBytes()).toBe('');
  });

  it('a key that was replaced is read anew; one of another region shares nothing with it', async () => {
    const world = await indexWorld();
    await world.sync();
    world.asked();
    const key = await world.ports.store.get('api-key', apiKeyId);
    if (!key.ok || key.value === null) throw new Error('no key');
    await world.later(1000);
    await world.ports.store.put('api-key', apiKeyId, { ...key.value, replacedAt: world.clock.now() });
    await world.later(1000);
    await world.sync();
    expect(world.asked()[0]).toBe('/organizations id 1x1000');
    await world.ports.store.put('api-key', apiKeyId, { ...key.value, region: 'eu', key: new Secret(demoKeys.eu) });
    expect((await world.search('portal')).total).toBe(0);
    await world.sync();
    expect((await world.state())?.passwords).toBe(world.fake.tenant('eu').passwords.size);
  });
});

describe('the shared budget', () => {
  it.each([
    ['seconds', '7', 7],
    ['nonsense', 'soon', 60],
  ])('Retry-After as %s is waited for', async (_what, header, seconds) => {
    const world = await indexWorld();
    world.fake.faults.add({
      when: { path: '/passwords', nth: 2 },
      fault: { kind: 'status', status: 429, headers: { 'retry-after': header } },
    });
    const end = await world.sync();
    if (seconds <= 20) {
      expect(end).toMatchObject({ ok: true });
      expect(world.waits).toEqual([seconds * 1000]);
      return;
    }
    expect(end).toMatchObject({ failure: { code: 'rate-limited', waitSeconds: seconds } });
    expect(await world.state()).toMatchObject({ waitSeconds: seconds, coverage: 'partial' });
  });

  it('Retry-After as a date is waited for, also by the next worker', async () => {
    const world = await indexWorld();
    const date = new Date(world.clock.now() + 90_000).toUTCString();
    world.fake.faults.add({
      when: { path: '/passwords', nth: 2 },
      fault: { kind: 'status', status: 429, headers: { 'retry-after': date } },
    });
    await world.sync();
    world.restartWorker();
    world.asked();
    world.clock.advance(30_000);
    expect(await world.sync()).toMatchObject({ failure: { code: 'rate-limited', waitSeconds: 60 } });
    expect(world.asked()).toEqual([]);
    expect(await world.state()).toMatchObject({ waitSeconds: 60 });
    world.clock.advance(60_000);
    expect(await world.sync()).toMatchObject({ ok: true });
  });

  it('a sync of a slow account never takes more than a fifth of five minutes, and leaves people their reserve', async () => {
    const world = await indexWorld({ organizations: 300, passwords: 20_000 });
    world.fake.faults.add({ when: { pageSizeAbove: 50 }, fault: { kind: 'gateway-error', status: 504 } });
    for (let run = 0; run < 60 && (await world.state())?.coverage !== 'complete'; run += 1) {
      await world.sync();
      expect(world.ports.budget.wait('us', 'person')).toBe(0);
      await world.later(30_000);
    }
    expect(await world.state()).toMatchObject({ coverage: 'complete', passwords: 20_000 });
    const times = world.fake.journal.entries.map(({ time }) => time);
    const most = Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 300_000).length));
    expect(most).toBeLessThanOrEqual(600);
    expect(times.length).toBeGreaterThan(400);
  }, 180_000);

  it('the alarm starts later by chance, and not before IT Glue may be asked again', async () => {
    const world = await indexWorld();
    const starts = new Set<number>();
    for (let n = 0; n < 20; n += 1) {
      await scheduleSync(world.ports, 'soon');
      starts.add((world.alarms.sync ?? 0) - world.clock.now());
    }
    expect(starts.size).toBeGreaterThan(5);
    expect(Math.min(...starts)).toBeGreaterThanOrEqual(5000);
    world.fake.faults.add({
      when: { path: '/passwords' },
      fault: { kind: 'status', status: 429, headers: { 'retry-after': '200' } },
    });
    await syncDue(world.ports);
    expect((world.alarms.sync ?? 0) - world.clock.now()).toBeGreaterThanOrEqual(200_000);
  });

  it('a locked vault asks for nothing', async () => {
    const world = await indexWorld();
    await world.lock();
    await syncDue(world.ports);
    expect(await world.sync()).toEqual({ ok: false, failure: { code: 'locked' } });
    expect(world.asked()).toEqual([]);
  });
});
