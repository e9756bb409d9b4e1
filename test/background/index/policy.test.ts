import { expect, it } from 'vitest';
import { policySource } from '../unmanaged.ts';
import { indexWorld } from './index-world.ts';

it('SR-51: the index never asks for passwords of an organization that is not allowed, and finds none of it', async () => {
  const policy = policySource();
  const world = await indexWorld({ organizations: 4, passwords: 300, policy });
  expect((await world.sync(true)).ok).toBe(true);
  const organizationsIn = async () => {
    const found = await world.search('');
    return [...new Set(found.hits.map(({ summary }) => summary.organizationId))];
  };
  const all = await organizationsIn();
  expect(all.length).toBeGreaterThan(1);
  const [allowed] = all;
  if (allowed === undefined) throw new Error('nothing was found');
  policy.set({ allowedOrganizations: [allowed] });
  // What was read before the policy came is on the disk, and is not found any more.
  expect(await organizationsIn()).toEqual([allowed]);
  for (const full of [false, true]) {
    const before = world.fake.journal.entries.length;
    expect((await world.sync(full)).ok).toBe(true);
    const asked = world.fake.journal.entries.slice(before).filter(({ path }) => path === '/passwords');
    expect(asked.length).toBeGreaterThan(0);
    expect([...new Set(asked.map(({ query }) => query['filter[organization_id]']))]).toEqual([allowed]);
  }
  expect((await world.state())?.organizations).toBe(1);
  expect(await organizationsIn()).toEqual([allowed]);
});

it('SR-51: a category that is not allowed is not found', async () => {
  const policy = policySource();
  const world = await indexWorld({ organizations: 4, passwords: 300, policy });
  await world.sync(true);
  const categories = async () => new Set((await world.search('')).hits.map(({ summary }) => summary.categoryName));
  const [category] = [...(await categories())].filter((name) => name !== null);
  if (category === undefined || category === null) throw new Error('no category');
  expect((await categories()).size).toBeGreaterThan(1);
  policy.set({ allowedCategories: [category] });
  expect(await categories()).toEqual(new Set([category]));
});
