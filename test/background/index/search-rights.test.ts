import { describe, expect, it, vi } from 'vitest';
import { scopesFor } from '../../../src/background/index/index-scope.ts';
import { noteUse } from '../../../src/background/index/password-uses.ts';
import { indexState } from '../../../src/background/use-cases/index-state.ts';
import { syncIndexes } from '../../../src/background/use-cases/sync-indexes.ts';
import { contoso, northwind } from '../../../src/demo/demo-logins.ts';
import type { OrganizationCredential } from '../../../src/domain/entry.ts';
import { asId } from '../../../src/domain/ids.ts';
import { apiKeyId, type IndexWorld, indexWorld } from './index-world.ts';

const entry = (
  world: IndexWorld,
  id: string,
  organizationName: string,
  more: Partial<OrganizationCredential> = {},
): OrganizationCredential => ({
  kind: 'credential',
  id: asId(id),
  rev: 1,
  name: id,
  deletedAt: null,
  apiKeyId,
  organizationId: asId(world.fake.organization(organizationName).id),
  organizationName,
  selection: { mode: 'always-prompt' },
  permissions: { view: true, viewPassword: false, edit: false },
  code: null,
  copyCode: false,
  organizationShortName: null,
  ...more,
});

async function worldWith(...entries: readonly ((world: IndexWorld) => OrganizationCredential)[]) {
  const world = await indexWorld({ passwords: 900 });
  await world.sync();
  for (const make of entries) {
    const one = make(world);
    await world.ports.store.put('entry', one.id, one);
  }
  return world;
}

const organizationsIn = async (world: IndexWorld) => [
  ...new Set((await world.search('', {}, 'technician')).hits.map((hit) => hit.summary.organizationName)),
];

describe('a technician', () => {
  it('finds the organizations of entries that always prompt, and nothing beside them', async () => {
    const world = await worldWith((at) => entry(at, 'prompt', northwind));
    expect(await organizationsIn(world)).toEqual([northwind]);
    expect((await world.search('contoso', {}, 'technician')).hits).toEqual([]);
    expect((await world.search('org:', {}, 'technician')).completions.map((one) => one.label)).toEqual([northwind]);
    expect((await world.search('contoso')).total).toBeGreaterThan(0);
  });

  it.each([
    ['no entry', []],
    ['one that may not be viewed', [(at: IndexWorld) => entry(at, 'a', northwind, { permissions: noView })]],
    ['one that was deleted', [(at: IndexWorld) => entry(at, 'a', northwind, { deletedAt: 1 })]],
    ['one of another key', [(at: IndexWorld) => entry(at, 'a', northwind, { apiKeyId: asId('other') })]],
    ['one of a single password', [(at: IndexWorld) => entry(at, 'a', northwind, { selection: fixed })]],
  ])('with %s finds nothing, is told nothing and syncs nothing', async (_what, entries) => {
    const world = await worldWith(...entries);
    expect(await world.search('', {}, 'technician')).toMatchObject({ hits: [], total: 0, completions: [] });
    expect(await indexState(world.ports, {}, { role: 'technician' })).toEqual({ ok: true, value: [] });
    const asked = await syncIndexes(world.ports, { apiKeyId, full: true }, { role: 'technician' });
    expect(asked).toMatchObject({ failure: { code: 'api-key-not-found' } });
  });

  it('finds nothing where the vault was locked while it was looked what may be searched', async () => {
    const { ports } = await worldWith((at) => entry(at, 'prompt', northwind));
    expect(await scopesFor(ports, 'technician')).toMatchObject({ ok: true });
    const locked = {
      ...ports,
      records: { ...ports.records },
      session: { ...ports.session, unlocked: async () => null },
    };
    expect(await scopesFor(locked, 'technician')).toEqual({ ok: false, failure: { code: 'locked' } });
  });

  it('loses with the entry what it showed, at the next key pressed', async () => {
    const world = await worldWith((at) => entry(at, 'prompt', northwind));
    expect(await organizationsIn(world)).toEqual([northwind]);
    await world.ports.store.put('entry', 'prompt', entry(world, 'prompt', contoso));
    expect(await organizationsIn(world)).toEqual([contoso]);
    await world.ports.store.remove('entry', 'prompt');
    expect(await organizationsIn(world)).toEqual([]);
  });

  it('is not told how many records there are', async () => {
    const world = await worldWith((at) => entry(at, 'prompt', northwind));
    expect(await world.state('technician')).toMatchObject({
      coverage: 'complete',
      passwords: null,
      organizations: null,
    });
  });

  it('reads what is new, not everything', async () => {
    const world = await worldWith((at) => entry(at, 'prompt', northwind));
    await world.later(1_000_000);
    world.asked();
    await syncIndexes(world.ports, { apiKeyId: null, full: true }, { role: 'technician' });
    await world.sync();
    expect(world.asked()).toEqual(['/organizations -updated_at 1x100', '/passwords -updated_at 1x100']);
  });
});

const noView = { view: false, viewPassword: true, edit: true };
const fixed = { mode: 'password', passwordId: asId<'password'>('1'), passwordName: 'x', username: null } as const;

describe('a hit', () => {
  it('names the entries through which it may be used', async () => {
    const world = await worldWith(
      (at) => entry(at, 'prompt', northwind),
      (at) => {
        const { id } = at.fake.password(northwind, 'Reception printer');
        const selection = {
          mode: 'password',
          passwordId: asId<'password'>(id),
          passwordName: '',
          username: null,
        } as const;
        return entry(at, 'printer', northwind, { selection });
      },
    );
    const [hit] = (await world.search('reception printer')).hits;
    expect(hit).toMatchObject({ apiKeyId, entryIds: ['printer', 'prompt'], summary: { organizationName: northwind } });
    expect((await world.search('contoso admin')).hits[0]?.entryIds).toEqual([]);
  });

  it('says why: this site, this organization, used here', async () => {
    const world = await worldWith();
    const origin = 'https://portal.northwind.example';
    const { id } = world.fake.password(northwind, 'Patient portal - administrator');
    await noteUse(world.ports, apiKeyId, asId(id), origin);
    world.restartWorker();
    const organizationId = asId<'organization'>(world.fake.organization(northwind).id);
    const { hits } = await world.search('', { origin, organizationId });
    const [first] = hits;
    expect(first).toMatchObject({
      summary: { id },
      why: [
        { because: 'same-address' },
        { because: 'organization' },
        { because: 'used-here', at: world.clock.now(), times: 1 },
      ],
    });
    const whys = hits.map((hit) => hit.why.map(({ because }) => because).join(' '));
    const frontDesk = hits.findIndex((hit) => hit.summary.name === 'Patient portal - front desk');
    expect(whys[frontDesk]).toBe('same-address organization');
    expect(whys.indexOf('same-domain organization')).toBeGreaterThan(frontDesk);
  });

  it('with a disk that refuses, uses rank until the worker ends', async () => {
    const world = await worldWith();
    const { id } = world.fake.password(northwind, 'Reception printer');
    vi.spyOn(world.ports.indexRecords, 'write').mockRejectedValue(new Error('full'));
    await noteUse(world.ports, apiKeyId, asId(id), null);
    expect((await world.search('')).hits[0]?.summary.id).toBe(id);
  });
});

describe('starting a sync', () => {
  it('answers at once, and the state tells how it goes on', async () => {
    const world = await indexWorld({ passwords: 900 });
    world.fake.faults.add({ when: { path: '/passwords', nth: 1 }, fault: { kind: 'latency', ms: 1 } });
    const started = await syncIndexes(world.ports, { apiKeyId: null, full: false }, { role: 'administrator' });
    expect(started).toMatchObject({
      ok: true,
      value: [{ apiKeyId, coverage: 'none', syncing: { pages: 0, ofPages: null } }],
    });
    await world.sync();
    expect(await world.state()).toMatchObject({ coverage: 'complete', syncing: null });
    expect(world.asked()).toHaveLength(2);
  });

  it('of a key that is not there is refused', async () => {
    const world = await indexWorld({ passwords: 900 });
    expect(
      await syncIndexes(world.ports, { apiKeyId: asId('other'), full: false }, { role: 'administrator' }),
    ).toMatchObject({ failure: { code: 'api-key-not-found' } });
  });
});
