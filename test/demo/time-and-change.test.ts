import { describe, expect, it } from 'vitest';
import { demoEpoch, manualClock } from '../../src/demo/clock.ts';
import { contoso, northwind } from '../../src/demo/demo-logins.ts';
import { createFakeItGlue } from '../../src/demo/fake-it-glue.ts';
import type { RateLimit } from '../../src/demo/it-glue/fake-options.ts';
import { ask, errorsOf, metaOf, namesOf, rowOf, rowsOf } from './scene.ts';

const world = (rateLimit?: Partial<RateLimit>) => {
  const clock = manualClock();
  const fake = createFakeItGlue({ clock });
  fake.options.rateLimit = { ...fake.options.rateLimit, ...rateLimit };
  return { clock, fake };
};

describe('the rate limit', () => {
  const three = { limit: 3, windowMs: 10_000 };
  const statuses = async (fake: ReturnType<typeof world>['fake'], times: number) => {
    const seen: number[] = [];
    for (let time = 0; time < times; time += 1) seen.push((await ask(fake, '/organizations?page[size]=1')).status);
    return seen;
  };

  it('is 3000 in 300 seconds', async () => {
    const { fake } = world();
    expect((await statuses(fake, 3_001)).filter((status) => status === 429)).toHaveLength(1);
  });

  it('slides: a request falls out of the window after its time', async () => {
    const { fake, clock } = world(three);
    expect(await statuses(fake, 1)).toEqual([200]);
    clock.advance(6_000);
    expect(await statuses(fake, 3)).toEqual([200, 200, 429]);
    clock.advance(4_000);
    expect(await statuses(fake, 2)).toEqual([200, 429]);
    clock.advance(10_000);
    expect(await statuses(fake, 4)).toEqual([200, 200, 200, 429]);
  });

  it('counts each key for itself', async () => {
    const { fake } = world(three);
    expect(await statuses(fake, 4)).toEqual([200, 200, 200, 429]);
    expect((await ask(fake, '/organizations', { key: 'no-password-access' })).status).toBe(200);
  });

  it.each([
    ['seconds', '10'],
    ['date', new Date(demoEpoch + 10_000).toUTCString()],
    ['nonsense', 'soon'],
    ['none', null],
  ] as const)('Retry-After: %s', async (retryAfter, header) => {
    const { fake } = world({ ...three, retryAfter });
    await statuses(fake, 3);
    const answer = await ask(fake, '/organizations');
    expect([answer.status, answer.headers.get('retry-after'), answer.text]).toEqual([429, header, '']);
  });

  it('may come with a JSON body, whose status is a text', async () => {
    const { fake } = world({ ...three, body: 'json' });
    await statuses(fake, 3);
    const answer = await ask(fake, '/organizations');
    expect(errorsOf(answer)[0]).toMatchObject({ status: '429', title: 'Too Many Requests' });
    expect(answer.headers.get('retry-after')).toBe('10');
  });
});

describe('changes by others', () => {
  const shown = async ({ fake }: ReturnType<typeof world>, id: string) =>
    rowOf(await ask(fake, `/passwords/${id}`)).attributes;

  it('a new value is served at once and moves both times', async () => {
    const here = world();
    const { id } = here.fake.password(northwind, 'Reception printer');
    here.clock.advance(60_000);
    here.fake.mutate.setValue(id, 'fresh value');
    const now = new Date(here.clock.now()).toISOString();
    expect(await shown(here, id)).toMatchObject({
      password: 'fresh value',
      'updated-at': now,
      'password-updated-at': now,
    });
  });

  it('another edit moves only updated-at', async () => {
    const here = world();
    const { id } = here.fake.password(northwind, 'Reception printer');
    const before = await shown(here, id);
    here.fake.mutate.renamePassword(id, 'Front desk printer');
    expect(await shown(here, id)).toMatchObject({
      name: 'Front desk printer',
      'updated-at': new Date(demoEpoch).toISOString(),
      'password-updated-at': before['password-updated-at'],
    });
  });

  it('the latest change comes first when sorted by it', async () => {
    const { fake } = world();
    const { id } = fake.password(northwind, 'Reception printer');
    fake.mutate.updatePassword(id, { notes: 'moved to the first floor' });
    expect(rowsOf(await ask(fake, '/passwords?sort=-updated_at&page[size]=1'))[0]?.id).toBe(id);
  });

  it('a password can be made, archived, moved and deleted', async () => {
    const here = world();
    const { fake } = here;
    const [from, to] = [fake.organization(northwind).id, fake.organization(contoso).id];
    const id = fake.mutate.createPassword({ organizationId: from, name: 'New one', username: 'new', value: 'v' });
    expect(await shown(here, id)).toMatchObject({ name: 'New one', username: 'new', password: 'v', archived: false });
    fake.mutate.archivePassword(id);
    fake.mutate.movePassword(id, to);
    expect(await shown(here, id)).toMatchObject({
      archived: true,
      'organization-id': Number(to),
      'organization-name': contoso,
    });
    fake.mutate.deletePassword(id);
    expect((await ask(fake, `/passwords/${id}`)).status).toBe(401);
    expect(() => fake.mutate.deletePassword(id)).toThrow('no passwords');
  });

  it('an organization can be renamed, change its status, and go with all it has', async () => {
    const { fake } = world();
    const { id } = fake.organization(northwind);
    const { id: password } = fake.password(northwind, 'Reception printer');
    fake.mutate.renameOrganization(id, 'Northwind Smiles');
    fake.mutate.setOrganizationStatus(id, 'Inactive');
    expect(rowOf(await ask(fake, `/organizations/${id}`)).attributes).toMatchObject({
      name: 'Northwind Smiles',
      'organization-status-name': 'Inactive',
    });
    expect(rowOf(await ask(fake, `/passwords/${password}`)).attributes['organization-name']).toBe('Northwind Smiles');
    fake.mutate.deleteOrganization(id);
    expect((await ask(fake, `/organizations/${id}`)).status).toBe(401);
    expect((await ask(fake, `/passwords/${password}`)).status).toBe(401);
  });

  it('a key can be paused, activated, revoked, and lose Password Access', async () => {
    const { fake } = world();
    const { id } = fake.password(northwind, 'Reception printer');
    const status = async () => (await ask(fake, '/organizations')).status;
    fake.mutate.setKeyState('full', 'paused');
    expect(await status()).toBe(403);
    fake.mutate.setKeyState('full', 'active');
    expect(await status()).toBe(200);
    fake.mutate.setPasswordAccess('full', false);
    expect(rowOf(await ask(fake, `/passwords/${id}`)).attributes).not.toHaveProperty('password');
    fake.mutate.setKeyState('full', 'revoked');
    expect(await status()).toBe(403);
  });

  it('can happen between two pages: the second page then misses a row', async () => {
    const { fake } = world();
    const path = (page: number) => `/organizations?sort=id&page[size]=5&page[number]=${page}`;
    const untouched = namesOf(await ask(fake, path(2)));
    const victim = fake.organization('Harbor Point IT').id;
    fake.faults.add({
      when: { path: '/organizations', nth: 2 },
      fault: { kind: 'act', act: () => fake.mutate.deleteOrganization(victim) },
    });
    const first = await ask(fake, path(1));
    const second = await ask(fake, path(2));
    expect(namesOf(first)).toContain('Harbor Point IT');
    expect(namesOf(second)).not.toContain(untouched[0]);
    expect(metaOf(second)['total-count']).toBe(Number(metaOf(first)['total-count']) - 1);
  });
});

describe('the manual clock', () => {
  it('stands still until it is moved, and a sleep moves it without taking time', async () => {
    const clock = manualClock(1_000);
    expect([clock.now(), clock.now()]).toEqual([1_000, 1_000]);
    await clock.sleep(86_400_000);
    expect(clock.now()).toBe(86_401_000);
  });
});
