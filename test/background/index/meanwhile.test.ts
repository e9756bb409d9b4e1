import { describe, expect, it, vi } from 'vitest';
import { contoso, northwind } from '../../../src/demo/demo-logins.ts';
import type { Fault } from '../../../src/demo/it-glue/fault-rule.ts';
import { displayText } from '../../../src/domain/display-text.ts';
import { foundIds, type IndexWorld, indexWorld, passwordIds } from './index-world.ts';

/** Each test syncs thousands of records several times. */
vi.setConfig({ testTimeout: 30_000 });

/** What other people do in IT Glue while pages are read: every one of the fake's mutations. */
const meanwhile: readonly (readonly [string, (world: IndexWorld, first: string, last: string) => void])[] = [
  [
    'a password is made',
    ({ fake }) => fake.mutate.createPassword({ organizationId: fake.organization(contoso).id, name: 'New' }),
  ],
  ['one that was read is deleted', ({ fake }, first) => fake.mutate.deletePassword(first)],
  ['one that is still to come is deleted', ({ fake }, _first, last) => fake.mutate.deletePassword(last)],
  ['one that was read is renamed', ({ fake }, first) => fake.mutate.renamePassword(first, 'Renamed meanwhile')],
  ['one that was read is moved', ({ fake }, first) => fake.mutate.movePassword(first, fake.organization(contoso).id)],
  ['one that was read is archived', ({ fake }, first) => fake.mutate.archivePassword(first)],
  ['a value is changed', ({ fake }, first) => fake.mutate.setValue(first, 'Other-Value-44')],
  [
    'an organization is renamed',
    ({ fake }) => fake.mutate.renameOrganization(fake.organization(northwind).id, 'Westwind'),
  ],
  [
    'an organization changes its state',
    ({ fake }) => fake.mutate.setOrganizationStatus(fake.organization(contoso).id, 'Inactive'),
  ],
  ['an organization is deleted', ({ fake }) => fake.mutate.deleteOrganization(fake.organization(contoso).id)],
  ['Password Access is switched off', ({ fake }) => fake.mutate.setPasswordAccess('full', false)],
];

/** What of every record a list shows. */
const shown = (world: IndexWorld) =>
  [...world.fake.tenant().passwords.values()]
    .map(({ id, name, organizationId, archived }) => ({ id, name: displayText(name), organizationId, archived }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));

async function found(world: IndexWorld) {
  const { hits } = await world.search('', { limit: 500_000 });
  return hits
    .map(({ summary: { id, name, organizationId, archived } }) => ({ id, name, organizationId, archived }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

describe.each(meanwhile)('%s while pages are read', (_what, act) => {
  it.each(['first', 'later'])('of the %s sync: nothing is lost meanwhile, and a next run knows it', async (which) => {
    const world = await indexWorld();
    if (which === 'later') await world.sync();
    const ids = passwordIds(world);
    const [first = '', last = ''] = [ids[0], ids.at(-1)];
    const before = new Set(ids);
    world.fake.faults.add({
      when: { path: '/passwords', nth: 2 },
      fault: {
        kind: 'act',
        act: () => {
          world.clock.advance(1_000);
          act(world, first, last);
        },
      },
    });
    expect(await world.sync(true)).toMatchObject({ ok: true });
    const now = new Set<string>(passwordIds(world));
    const seen = new Set(await foundIds(world));
    expect([...before].filter((id) => now.has(id) && !seen.has(id))).toEqual([]);
    await world.later(20 * 60_000);
    await world.sync(false, 'person');
    expect(await found(world)).toEqual(shown(world));
    expect(await world.state()).toMatchObject({ failure: null });
    expect(world.fake.journal.reveals).toEqual([]);
  });
});

describe.each(['paused', 'revoked'] as const)('the key is %s while pages are read', (state) => {
  it.each(['first', 'later'])(
    'of the %s sync: what was known stays, it is said, and the next run mends it',
    async (which) => {
      const world = await indexWorld();
      if (which === 'later') await world.sync();
      const before = await foundIds(world);
      const act = () => world.fake.mutate.setKeyState('full', state);
      world.fake.faults.add({ when: { path: '/passwords', nth: 2 }, fault: { kind: 'act', act } });
      expect(await world.sync(true)).toMatchObject({ failure: { code: 'key-not-accepted' } });
      expect(await world.state()).toMatchObject({
        coverage: which === 'later' ? 'complete' : 'partial',
        failure: { code: 'key-not-accepted' },
      });
      if (which === 'later') expect(await foundIds(world)).toEqual(before);
      world.fake.mutate.setKeyState('full', 'active');
      await world.sync();
      expect(await foundIds(world)).toEqual(passwordIds(world));
      expect(await world.state()).toMatchObject({ coverage: 'complete', failure: null });
    },
  );
});

const slow: readonly (readonly [string, Fault])[] = [
  ['an answer that takes ten seconds', { kind: 'latency', ms: 10_000 }],
  ['a body that dribbles in over ten seconds', { kind: 'slow-body', ms: 10_000 }],
];

describe.each(slow)('%s', (_what, fault) => {
  it('is waited for: nothing is asked again and nothing is missing', async () => {
    const world = await indexWorld();
    world.fake.faults.add({ when: { path: '/passwords', nth: 2 }, fault });
    const sleep = vi.spyOn(world.clock, 'sleep');
    expect(await world.sync()).toMatchObject({ ok: true });
    expect(sleep).toHaveBeenCalled();
    expect(world.asked()).toHaveLength(4);
    expect(await foundIds(world)).toEqual(passwordIds(world));
  });
});
