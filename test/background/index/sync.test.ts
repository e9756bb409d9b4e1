import { describe, expect, it } from 'vitest';
import { fullEveryMs } from '../../../src/background/index/sync-index.ts';
import { contoso, northwind } from '../../../src/demo/demo-logins.ts';
import { apiKeyId, foundIds, indexWorld, passwordIds } from './index-world.ts';

const minute = 60_000;
const passwordPages = (asked: readonly string[]) => asked.filter((one) => one.startsWith('/passwords'));

describe('the first sync', () => {
  it('reads every organization and password, a thousand a page, and not one value', async () => {
    const world = await indexWorld();
    expect(await world.sync()).toEqual({ ok: true, value: undefined });
    expect(world.asked()).toEqual([
      '/organizations id 1x1000',
      '/passwords id 1x1000',
      '/passwords id 2x1000',
      '/passwords id 3x1000',
    ]);
    expect(world.fake.journal.reveals).toEqual([]);
    expect(await foundIds(world)).toEqual(passwordIds(world));
    expect(await world.state()).toMatchObject({
      coverage: 'complete',
      passwords: 2500,
      organizations: 40,
      syncedAt: world.clock.now(),
      fullSyncedAt: world.clock.now(),
      failure: null,
      waitSeconds: 0,
      syncing: null,
    });
  });

  it('knows nothing before, and says so', async () => {
    const world = await indexWorld();
    expect(await world.state()).toMatchObject({ coverage: 'none', passwords: 0, syncedAt: null });
    expect(await world.search('northwind')).toMatchObject({ hits: [], total: 0, coverage: 'none', syncedAt: null });
  });

  it('is one flight, however many ask', async () => {
    const world = await indexWorld();
    await Promise.all([world.sync(), world.sync(), world.sync(true, 'person')]);
    expect(world.asked()).toHaveLength(4);
  });

  it('20,000 passwords of 1,000 organizations take 21 requests, and two when nothing is new', async () => {
    const world = await indexWorld({ organizations: 1000, passwords: 20_000 });
    await world.sync();
    expect(world.asked()).toHaveLength(21);
    await world.later(15 * minute);
    await world.sync();
    expect(world.asked()).toEqual(['/organizations -updated_at 1x100', '/passwords -updated_at 1x100']);
    expect(await world.state()).toMatchObject({ passwords: 20_000, organizations: 1000, coverage: 'complete' });
  }, 60_000);
});

describe('what changes', () => {
  it('is read by the next sync: new, renamed, moved, archived', async () => {
    const world = await indexWorld();
    await world.sync();
    const { mutate } = world.fake;
    const [renamed = '', moved = '', archived = ''] = passwordIds(world);
    const target = world.fake.organization(northwind).id;
    await world.later(20 * minute);
    const created = mutate.createPassword({ organizationId: target, name: 'Zebra console' });
    mutate.renamePassword(renamed, 'Quagga console');
    mutate.movePassword(moved, target);
    mutate.archivePassword(archived);
    world.asked();
    await world.sync();
    expect(world.asked()).toHaveLength(2);
    expect((await world.search('zebra console')).hits.map((hit) => hit.summary.id)).toEqual([created]);
    expect((await world.search('quagga')).hits.map((hit) => hit.summary.id)).toEqual([renamed]);
    const all = (await world.search('', { limit: 500_000 })).hits.map((hit) => hit.summary);
    expect(all.find(({ id }) => id === moved)).toMatchObject({ organizationId: target, organizationName: northwind });
    expect(all.find(({ id }) => id === archived)?.archived).toBe(true);
    expect(await world.state()).toMatchObject({ passwords: 2501, coverage: 'complete' });
  });

  it('a renamed organization is found by its new name', async () => {
    const world = await indexWorld();
    await world.sync();
    await world.later(20 * minute);
    world.fake.mutate.renameOrganization(world.fake.organization(northwind).id, 'Southwind Orthodontics');
    await world.sync();
    expect((await world.search('org:southwind portal')).total).toBeGreaterThan(0);
    expect((await world.search('org:"northwind dental group" portal front')).loose).toBe(false);
  });

  it('a deleted password shows in the count: the whole is read anew, at once for a person', async () => {
    const world = await indexWorld();
    await world.sync();
    const [gone = ''] = passwordIds(world);
    world.fake.mutate.deletePassword(gone);
    await world.later(20 * minute);
    await world.sync();
    expect(await world.state()).toMatchObject({ coverage: 'partial' });
    await world.sync(false, 'person');
    expect(await foundIds(world)).toEqual(passwordIds(world));
    expect(await world.state()).toMatchObject({ coverage: 'complete', passwords: 2499 });
  });

  it('everything is read anew once a day', async () => {
    const world = await indexWorld();
    await world.sync();
    await world.later(fullEveryMs + 1);
    world.asked();
    await world.sync();
    expect(passwordPages(world.asked())).toHaveLength(3);
  });

  it('what an old page and a change say of one password is one hit, as changed last', async () => {
    const world = await indexWorld();
    await world.sync();
    const [id = ''] = passwordIds(world);
    for (const name of ['First change', 'Second change']) {
      await world.later(20 * minute);
      world.fake.mutate.renamePassword(id, name);
      await world.sync();
    }
    expect((await world.search('change')).hits.filter((hit) => hit.summary.id === id)).toHaveLength(1);
    expect((await world.search('second change')).total).toBe(1);
    expect(await foundIds(world)).toEqual(passwordIds(world));
  });

  it('a change that became visible after a later one is read all the same', async () => {
    const world = await indexWorld();
    await world.sync();
    await world.later(20 * minute);
    const [late = '', early = ''] = passwordIds(world);
    world.fake.mutate.renamePassword(early, 'Seen at once');
    await world.sync();
    const record = world.fake.tenant().passwords.get(late);
    Object.assign(record ?? {}, { name: 'Seen late', updatedAt: world.clock.now() - minute });
    await world.sync();
    expect((await world.search('seen late')).hits[0]?.summary.id).toBe(late);
  });

  it('more changes than a few pages are read as a whole', async () => {
    const world = await indexWorld();
    await world.sync();
    await world.later(2 * 3_600_000);
    for (const id of passwordIds(world).slice(0, 1200)) world.fake.mutate.renamePassword(id, `Bulk ${id}`);
    await world.sync();
    expect((await world.search('bulk')).total).toBe(1200);
    expect(await world.state()).toMatchObject({ coverage: 'complete' });
  });
});

describe('while pages are read', () => {
  const at = (page: number, act: () => void, world: Awaited<ReturnType<typeof indexWorld>>) =>
    world.fake.faults.add({ when: { path: '/passwords', nth: page }, fault: { kind: 'act', act } });

  it('a deletion before the page moves none out of sight', async () => {
    const world = await indexWorld();
    const [first = ''] = passwordIds(world);
    at(2, () => world.fake.mutate.deletePassword(first), world);
    await world.sync();
    const found = new Set(await foundIds(world));
    expect(passwordIds(world).filter((id) => !found.has(id))).toEqual([]);
  });

  it('a new record is read too, a moved one is where it is now after the next sync', async () => {
    const world = await indexWorld();
    const target = world.fake.organization(contoso).id;
    const [first = ''] = passwordIds(world);
    at(
      2,
      () => {
        world.fake.mutate.movePassword(first, target);
        world.clock.advance(10 * minute);
      },
      world,
    );
    at(3, () => void world.fake.mutate.createPassword({ organizationId: target, name: 'Late arrival' }), world);
    await world.sync();
    expect((await world.search('late arrival')).total).toBe(1);
    await world.sync();
    const all = (await world.search('', { limit: 500_000 })).hits;
    expect(all.find((hit) => hit.summary.id === first)?.summary.organizationId).toBe(target);
  });
});

describe('a worker that is ended', () => {
  it('goes on after the last finished page, and what was read can be searched as partial', async () => {
    const world = await indexWorld();
    world.fake.faults.add({ when: { path: '/passwords', nth: 3 }, fault: { kind: 'hang' } });
    void world.sync();
    while (world.fake.journal.entries.length < 4) await new Promise((done) => setTimeout(done, 5));
    world.restartWorker();
    expect(await world.state()).toMatchObject({ coverage: 'partial', syncedAt: null });
    expect((await world.search('', { limit: 500_000 })).total).toBe(2000);
    world.asked();
    await world.sync();
    expect(world.asked()).toEqual(['/passwords id 3x1000']);
    expect(await foundIds(world)).toEqual(passwordIds(world));
  });

  it('during a later full sync what was whole stays what is searched', async () => {
    const world = await indexWorld();
    await world.sync();
    world.fake.faults.add({ when: { path: '/passwords', nth: 2 }, fault: { kind: 'gateway-error', status: 503 } });
    world.fake.faults.add({ when: { path: '/passwords', nth: 3 }, fault: { kind: 'gateway-error', status: 503 } });
    expect(await world.sync(true)).toMatchObject({ failure: { code: 'it-glue-down' } });
    world.restartWorker();
    expect(await foundIds(world)).toEqual(passwordIds(world));
    expect(await world.state()).toMatchObject({ coverage: 'complete', failure: { code: 'it-glue-down', status: 503 } });
    world.asked();
    await world.sync();
    expect(passwordPages(world.asked())).toEqual(['/passwords id 2x1000', '/passwords id 3x1000']);
    expect(await world.state()).toMatchObject({ coverage: 'complete', failure: null });
  });

  it('a sync that was left for hours is begun anew', async () => {
    const world = await indexWorld();
    world.fake.faults.add({ when: { path: '/passwords', nth: 2 }, fault: { kind: 'html' } });
    await world.sync();
    await world.later(7 * 3_600_000);
    world.asked();
    await world.sync();
    expect(world.asked()[0]).toBe('/organizations id 1x1000');
    expect(await foundIds(world)).toEqual(passwordIds(world));
  });
});

describe('page sizes', () => {
  it('are halved where a page is too slow, remembered, and tried again after a day', async () => {
    const world = await indexWorld();
    const end = world.fake.faults.add({ when: { pageSizeAbove: 250 }, fault: { kind: 'gateway-error', status: 504 } });
    await world.sync();
    expect(world.asked().slice(0, 5)).toEqual([
      '/organizations id 1x1000',
      '/organizations id 1x500',
      '/organizations id 1x250',
      '/passwords id 1x250',
      '/passwords id 2x250',
    ]);
    expect(await foundIds(world)).toEqual(passwordIds(world));
    world.restartWorker();
    await world.sync(true);
    expect(world.asked()[0]).toBe('/organizations id 1x250');
    end();
    await world.later(fullEveryMs + 1);
    await world.sync();
    expect(world.asked()[0]).toBe('/organizations id 1x500');
  });

  it('in the middle of a list leave nothing out', async () => {
    const world = await indexWorld();
    world.fake.faults.add({ when: { path: '/passwords', nth: 2 }, fault: { kind: 'gateway-error', status: 504 } });
    await world.sync();
    expect(passwordPages(world.asked())).toEqual([
      '/passwords id 1x1000',
      '/passwords id 2x1000',
      '/passwords id 3x500',
      '/passwords id 4x500',
      '/passwords id 5x500',
    ]);
    expect(await foundIds(world)).toEqual(passwordIds(world));
  });
});

describe('excluded organizations', () => {
  it('are never asked for, and no longer found', async () => {
    const world = await indexWorld();
    await world.sync();
    const { excludeOrganizations } = await import('../../../src/background/use-cases/exclude-organizations.ts');
    const { id } = world.fake.organization(northwind);
    const request = { apiKeyId, organizationIds: [id as never] };
    await excludeOrganizations(world.ports, request, { role: 'administrator' });
    const own = [...world.fake.tenant().passwords.values()].filter((one) => one.organizationId === id);
    expect(own.length).toBeGreaterThan(3);
    expect((await world.search('', { limit: 500_000 })).total).toBe(2500 - own.length);
    world.fake.journal.clear();
    await world.sync();
    const filters = world.fake.journal.entries.map(({ query }) => query['filter[organization_id]']);
    expect(filters.slice(1).every((filter) => filter !== undefined && !filter.split(',').includes(id))).toBe(true);
    expect(await world.state()).toMatchObject({ coverage: 'complete', passwords: 2500 - own.length });
    await world.later(20 * minute);
    world.fake.mutate.createPassword({ organizationId: id, name: 'Hidden newcomer' });
    await world.sync();
    expect((await world.search('hidden newcomer')).total).toBe(0);
  });
});
